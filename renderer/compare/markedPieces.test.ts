import { expect, test } from 'vitest'
import { claim, denial } from '../margin/testPassages.ts'
import { markedRuns } from './markedPieces.ts'

const text = 'The crane fell in May, he denied.'
const fell = claim('fell01', 'one', 'crane fell in May', null, 4)
const may = denial('may001', 'one', 'in May, he', null, 15)
const piece = (from: number, to: number, newer: number | null = from) =>
  ({ change: 'same', text: text.slice(from, to), older: null, newer }) as const

test('a piece is told in runs, each with all the passages it lies in', () => {
  const runs = markedRuns(piece(0, 33), 'newer', [fell, may])
  expect(runs.map(({ text: words, passages }) => [words, passages.map(({ id }) => id)])).toEqual([
    ['The ', []],
    ['crane fell ', [fell.id]],
    ['in May', [fell.id, may.id]],
    [', he', [may.id]],
    [' denied.', []],
  ])
})

test('a passage goes on from piece to piece, and its parts make up its words', () => {
  const parts = [piece(0, 10), piece(10, 17), piece(17, 33)].flatMap((one) =>
    markedRuns(one, 'newer', [fell]),
  )
  expect(parts.map(({ text: words }) => words).join('')).toBe(text)
  expect(
    parts
      .filter(({ passages }) => passages.length > 0)
      .map(({ text: words }) => words)
      .join(''),
  ).toBe('crane fell in May')
})

test('a piece without passages, or of the other side alone, is one run', () => {
  expect(markedRuns(piece(22, 33), 'newer', [fell])).toEqual([
    { text: ', he denied.'.slice(1), passages: [] },
  ])
  expect(markedRuns(piece(0, 33), 'older', [fell])).toEqual([{ text, passages: [] }])
})
