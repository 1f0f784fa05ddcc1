import { expect, test } from 'vitest'
import type { ArticleRow } from '../../app/results.ts'
import { indexOf, placeAt } from './rowPlace.ts'

const rowsOf = (...ids: string[]) =>
  // Only the id of the article is looked at.
  new Map(ids.map((id, at) => [at, { article: { id } } as unknown as ArticleRow]))

test('a row is followed to where the reloaded list has it', () => {
  const place = placeAt(rowsOf('a', 'b', 'c'), 1)
  expect(place).toEqual({ index: 1, id: 'b' })
  expect(indexOf(rowsOf('a', 'b', 'c'), place, 3)).toBe(1)
  expect(indexOf(rowsOf('new', 'newer', 'a', 'b', 'c'), place, 5)).toBe(3)
})

test('a row that is gone, or was never there, leaves its index, within the list', () => {
  const place = placeAt(rowsOf('a', 'b', 'c'), 2)
  expect(indexOf(rowsOf('a', 'b'), place, 2)).toBe(1)
  expect(indexOf(rowsOf(), place, 0)).toBe(0)
  expect(indexOf(rowsOf('x', 'a'), placeAt(rowsOf(), 0), 2)).toBe(0)
})
