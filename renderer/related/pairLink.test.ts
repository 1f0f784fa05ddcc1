import { expect, test } from 'vitest'
import type { RevisionId } from '../../app/ids.ts'
import type { Range } from '../../app/model.ts'
import { canLink } from '../../app/rules.ts'
import { pairChoices } from '../dialogs/pairChoices.ts'
import { articleId, claim, denial } from '../margin/testPassages.ts'
import { findTagged, linkPairDialog, type PairEnd } from './pairLink.ts'

const range: Range = { start: 10, end: 40 }
const revisionId = 'rev_000001' as RevisionId // any will do
const end = (article: string, tagged: PairEnd['tagged']): PairEnd => ({
  tagged,
  words: { articleId: articleId(article), revisionId, range, text: `words of ${article}` },
})
const claimHere = claim('here', 'a', 'the words of a claim')
const denialThere = denial('there', 'b', 'it is not so')

test('the annotation that covers most of a passage is its own; one that only touches it is not', () => {
  const before = claim('before', 'a', 'ten letters', null, 0)
  const inside = claim('inside', 'a', 'words well inside', null, 12)
  expect(findTagged([before, inside], range)).toBe(inside)
  expect(findTagged([claim('beside', 'a', 'ten letter', null, 0)], range)).toBeNull()
})

test('what is asked depends on which of the two is tagged', () => {
  expect(linkPairDialog(end('a', claimHere), end('b', denialThere))).toEqual({
    dialog: 'link',
    fromId: claimHere.id,
    toId: denialThere.id,
  })
  expect(linkPairDialog(end('a', null), end('b', denialThere))).toEqual({
    dialog: 'tagAndLink',
    articleId: articleId('a'),
    revisionId,
    segments: [range],
    text: 'words of a',
    toId: denialThere.id,
  })
  expect(linkPairDialog(end('a', claimHere), end('b', null))).toMatchObject({
    articleId: articleId('b'),
    toId: claimHere.id,
  })
  expect(linkPairDialog(end('a', null), end('b', null))).toEqual({
    dialog: 'linkPair',
    here: end('a', null).words,
    there: end('b', null).words,
  })
})

test('the choices for two untagged passages are those the rules allow, each once, the likeliest first', () => {
  const choices = pairChoices()
  expect(choices[0]?.key).toBe('claim same claim claim')
  expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length)
  expect(
    choices.filter(({ relation, hereIs, hereKind, thereKind }) => {
      const [here, there] = [
        { id: 'here', kind: hereKind },
        { id: 'there', kind: thereKind },
      ]
      const verdict = hereIs === 'from' ? canLink(here, relation, there) : canLink(there, relation, here)
      return !verdict.allowed
    }),
  ).toEqual([])
  expect(choices.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['denial denies claim', 'claim denied by denial', 'event same event event']),
  )
})
