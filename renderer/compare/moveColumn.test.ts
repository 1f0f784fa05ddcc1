import { expect, test } from 'vitest'
import { articleId } from '../margin/testPassages.ts'
import { withMoved } from './moveColumn.ts'

const [a, b, c] = [articleId('a'), articleId('b'), articleId('c')]

test('a column goes to its new place, and the others close up', () => {
  expect(withMoved([a, b, c], 0, 1)).toEqual([b, a, c])
  expect(withMoved([a, b, c], 2, 1)).toEqual([a, c, b])
  expect(withMoved([a, b, c], 0, 2)).toEqual([b, c, a])
})

test('beyond the first and the last there is no place', () => {
  expect(withMoved([a, b], 0, -1)).toBeNull()
  expect(withMoved([a, b], 1, 2)).toBeNull()
  expect(withMoved([a, b], 1, 1)).toBeNull()
  expect(withMoved([], 0, 1)).toBeNull()
})
