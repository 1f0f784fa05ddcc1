import { expect, test } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { withColumn, withNeighbour, withRoomFor } from './columnSet.ts'

const ids = (...names: string[]) => names as ArticleId[]
const [a, b, e] = ids('a', 'b', 'e') as [ArticleId, ArticleId, ArticleId]
const four = ids('a', 'b', 'c', 'd')

test('a column is added at the end, once, and never a fifth', () => {
  expect(withColumn(ids('a'), b)).toEqual(['a', 'b'])
  expect(withColumn(four, b)).toBe(four)
  expect(withColumn(four, e)).toBe(null)
})

test('whoever must be shown takes the place of the last of four', () => {
  expect(withRoomFor(four, e)).toEqual(['a', 'b', 'c', 'e'])
  expect(withRoomFor(ids('a'), e)).toEqual(['a', 'e'])
})

test('a neighbour stands right beside its article, which brings its own pair where it is no column', () => {
  expect(withNeighbour(ids('a', 'b'), a, e)).toEqual(['a', 'e', 'b'])
  expect(withNeighbour(ids('a', 'b', 'e'), a, e)).toEqual(['a', 'e', 'b'])
  expect(withNeighbour(ids('b'), a, e)).toEqual(['a', 'e'])
  expect(withNeighbour(four, a, e)).toBe(null)
  expect(withNeighbour(four, b, a)).toEqual(['b', 'a', 'c', 'd'])
})
