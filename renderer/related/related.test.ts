import { expect, test } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import type { Block } from '../../app/model.ts'
import { markedWords } from './markedWords.ts'
import { relatedPassages, type ToCompare } from './relatedPassages.ts'
import {
  findInView,
  onlyPassages,
  pairOfColumns,
  type RelatedState,
  relatedCount,
  shadesOf,
  stepInList,
} from './relatedState.ts'

const [a, b, c] = ['art_a', 'art_b', 'art_c'] as ArticleId[] as [ArticleId, ArticleId, ArticleId] // ids of the test's own

function article(id: ArticleId, lines: readonly string[], flippedBlocks: number[] = []): ToCompare {
  let start = 0
  const blocks = lines.map((line): Block => {
    const block: Block = { type: 'paragraph', start, end: start + line.length, level: null, furniture: null }
    start = block.end + 2
    return block
  })
  return {
    article: { id, language: 'en', published: null, flippedBlocks },
    revision: { text: lines.join('\n\n'), blocks },
  }
}

const left = article(a, [
  'Gunmen killed nine guards at the northern fuel depot.',
  'The ministry has opened an inquiry into the security of all fuel stores.',
  'Prices of bread rose for the third week.',
])
const right = article(b, [
  'The river is expected to reach its highest level by Sunday.',
  'The ministry has opened an inquiry into the security of all fuel stores.',
  'Gunmen killed 12 guards at the northern fuel depot, officials said.',
])
const found = relatedPassages(left, right)
const state: RelatedState = { hereId: a, thereId: b, found, revisionIds: [], list: 'pairs', at: 0 }
const wordsAt = ({ revision }: ToCompare, { start, end }: { start: number; end: number }) =>
  revision.text.slice(start, end)

test('two articles are told by what both say, how it differs, and what only one says', () => {
  expect(
    found.pairs.map((pair) => [wordsAt(left, pair.here), wordsAt(right, pair.there), pair.sort]),
  ).toEqual([
    [
      'Gunmen killed nine guards at the northern fuel depot.',
      'Gunmen killed 12 guards at the northern fuel depot, officials said.',
      'reworded',
    ],
    [
      'The ministry has opened an inquiry into the security of all fuel stores.',
      'The ministry has opened an inquiry into the security of all fuel stores.',
      'exact',
    ],
  ])
  expect(found.pairs[0]?.differences.map(({ sort, says }) => [sort, ...says])).toEqual([
    ['number', 'nine guards', '12 guards'],
  ])
  expect(onlyPassages(found).map(({ side, range }) => [side, range.start])).toEqual([
    ['here', left.revision.blocks[2]?.start],
    ['there', 0],
  ])
})

test('furniture is not compared', () => {
  const folded = relatedPassages(article(a, ['Prices of bread rose for the third week.'], [0]), right)
  expect([folded.pairs, folded.onlyHere]).toEqual([[], []])
})

test('the active column is compared with the next, at the right end with the one before', () => {
  const columns = [a, b, c]
  expect(pairOfColumns(columns, 0, null)).toEqual([a, b])
  expect(pairOfColumns(columns, 1, null)).toEqual([b, c])
  expect(pairOfColumns(columns, 2, null)).toEqual([b, c])
  expect(pairOfColumns([a], 0, null)).toBeNull()
})

test('a pair is kept while the active column is one of it and both are neighbours', () => {
  const kept = { hereId: a, thereId: b }
  expect(pairOfColumns([a, b, c], 1, kept)).toEqual([a, b])
  expect(pairOfColumns([a, b, c], 2, kept)).toEqual([b, c])
  expect(pairOfColumns([a, c, b], 0, kept)).toEqual([a, c])
})

test('one walks from before the first to the last and no further', () => {
  expect([-1, 0, 1].map((at) => stepInList(at, 2, 1))).toEqual([0, 1, null])
  expect([-1, 0, 1].map((at) => stepInList(at, 2, -1))).toEqual([1, null, 0])
  expect([stepInList(-1, 0, 1), stepInList(-1, 0, -1)]).toEqual([null, null])
  expect([relatedCount(state), relatedCount({ ...state, list: 'only' })]).toEqual([2, 2])
})

test('both sides of the pair in view are shaded as such, and the details that differ', () => {
  expect(shadesOf(state, b).map((shade) => [wordsAt(right, shade), shade.look])).toEqual([
    ['The ministry has opened an inquiry into the security of all fuel stores.', 'strong'],
    ['Gunmen killed 12 guards at the northern fuel depot, officials said.', 'current'],
    ['12', 'differs'],
  ])
  expect([shadesOf(state, c), shadesOf(null, a), shadesOf({ ...state, found: null }, a)]).toEqual([
    [],
    [],
    [],
  ])
})

test('what only one article says is in view on its own side alone', () => {
  const only: RelatedState = { ...state, list: 'only', at: 1 }
  expect([findInView(only, a), findInView(only, b)]).toEqual([null, found.onlyThere[0]])
  expect(shadesOf(only, b).map(({ look }) => look)).toEqual(['current'])
})

test('shared words and differing details are marked in a passage, whole words only', () => {
  const text = 'So: nine of ninety guards died.'
  expect(
    markedWords(text, { start: 4, end: text.length }, ['nine', 'guards'], [{ start: 4, end: 8 }]).map(
      (piece) => [piece.text, piece.look],
    ),
  ).toEqual([
    ['nine', 'differs'],
    [' of ninety ', 'plain'],
    ['guards', 'word'],
    [' died.', 'plain'],
  ])
})
