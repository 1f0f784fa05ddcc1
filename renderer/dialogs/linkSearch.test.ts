import { describe, expect, test } from 'vitest'
import { articleId, claim, denial, event } from '../margin/testPassages.ts'
import { type LinkOrigin, prepare, rankForOrigin, searchCandidates } from './linkSearch.ts'

const names: Record<string, string> = { act_panetta: 'Leon Panetta', act_malik: 'Rehman Malik' }
const nameOf = (id: string) => names[id] ?? ''

const passages = [
  claim('haven1', 'one', 'will not allow a safe haven for militants in Pakistan', 'panetta'),
  claim('haven2', 'two', 'Pakistan is no safe haven for militants', 'malik'),
  event('raid01', 'two', 'the raid that killed bin Laden', 'Abbottabad raid'),
  claim('zurich', 'two', 'troops trickle back', null),
]
const about = (article: string) => (article === 'art_two' ? 'Zürich daily' : 'Reuters Islamabad fends off')
const candidates = passages.map((passage) => prepare(passage, nameOf, about(passage.articleId)))

const answer = denial('answer', 'one', 'denied that militants have a safe haven', 'malik')
const origin: LinkOrigin = {
  id: answer.id,
  articleId: articleId('one'),
  kinds: ['denial'],
  speaker: 'Rehman Malik',
  quote: 'denied that militants have a safe haven',
}
const ranked = rankForOrigin(candidates, origin)
const search = (query: string) =>
  searchCandidates(ranked, query, 10).map((candidate) => candidate.annotation.id.slice(4))

describe('the search for the passage to link', () => {
  test('puts near words and the same speaker in another article first, what cannot be denied last', () => {
    expect(search('')).toEqual(['haven2', 'haven1', 'zurich', 'raid01'])
  })

  test('finds by quote, speaker, title, headline and publisher, without regard to case and marks', () => {
    expect(search('panetta')).toEqual(['haven1'])
    expect(search('LADEN')).toEqual(['raid01'])
    expect(search('abbotta')).toEqual(['raid01'])
    expect(search('zurich trickle')).toEqual(['zurich'])
    expect(search('islamabad')).toEqual(['haven1'])
  })

  test('asks for every word of the query', () => {
    expect(search('haven laden')).toEqual([])
  })

  test('leaves out the passage itself', () => {
    const own = { ...origin, id: passages[0]!.id }
    expect(rankForOrigin(candidates, own).map((entry) => entry.candidate.annotation.id)).not.toContain(own.id)
  })

  test('offers no more than asked for', () => {
    expect(searchCandidates(ranked, '', 2)).toHaveLength(2)
  })
})
