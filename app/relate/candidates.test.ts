import { describe, expect, it } from 'vitest'
import { type LinkablePassage, linkCandidates } from './candidates.ts'

const passage = (id: string, text: string, more: Partial<LinkablePassage> = {}): LinkablePassage => ({
  id,
  text,
  language: 'en',
  actorIds: [],
  date: null,
  kind: 'claim',
  ...more,
})
const even = () => 1

describe('candidates for a link', () => {
  const claim = passage('claim', 'The militants run safe havens in the border province.', {
    actorIds: ['act_minister'],
    date: '2011-09-15',
  })

  it('proposes the denial of the same words first and says why', () => {
    const found = linkCandidates(
      claim,
      [
        passage('far', 'Bread is dearer again.'),
        passage('denial', 'An officer denied that militants have havens in the province.', {
          kind: 'denial',
          date: '2011-09-16',
        }),
        passage('like', 'The province borders two others and has few havens.'),
      ],
      even,
      5,
    )
    expect(found.map(({ id, reasons }) => [id, reasons.map(({ why }) => why)])).toEqual([
      ['denial', ['near words', 'denial cue', 'near date']],
      ['like', ['near words']],
    ])
  })

  it('proposes what may be denied before another denial of the same words by the same speaker', () => {
    const denial = passage('denial', 'The general denied that havens exist in the province.', {
      kind: 'denial',
      actorIds: ['act_general'],
    })
    const twin = { ...denial, id: 'twin' }
    expect(linkCandidates(denial, [twin, claim], even, 5).map(({ id }) => id)).toEqual(['claim', 'twin'])
  })

  it('takes the same actor for a reason of its own', () => {
    const [found] = linkCandidates(
      claim,
      [passage('other', 'He left early.', { actorIds: ['act_minister'] })],
      even,
      5,
    )
    expect(found?.reasons).toEqual([{ why: 'same actor', actorIds: ['act_minister'] }])
  })

  it('takes a denial cue or a near date alone for no reason', () => {
    const others = [passage('other', 'She denied everything.', { date: '2011-09-15' })]
    expect(linkCandidates(claim, others, even, 5)).toEqual([])
  })

  it('never proposes the passage itself, and no more than were asked for', () => {
    const twins = ['x', 'y', 'claim'].map((id) => passage(id, claim.text))
    expect(linkCandidates(claim, twins, even, 1).map(({ id }) => id)).toEqual(['x'])
  })
})
