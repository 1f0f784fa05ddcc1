import { expect, test } from 'vitest'
import { setApart } from './apart.ts'

test('what is far enough apart stays where it wants to be', () => {
  expect(setApart([0, 10, 25], 10)).toEqual([0, 10, 25])
  expect(setApart([], 10)).toEqual([])
})

test('what is too near is spread around its middle, and pushes what comes next', () => {
  expect(setApart([10, 10], 10)).toEqual([5, 15])
  expect(setApart([0, 10, 10, 12], 10)).toEqual([-7, 3, 13, 23])
})

test('nothing stands before the least place', () => {
  expect(setApart([0, 0, 40], 10, 0)).toEqual([0, 10, 40])
  expect(setApart([-50, 5], 10, 20)).toEqual([20, 30])
})
