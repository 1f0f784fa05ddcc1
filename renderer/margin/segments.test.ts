import { expect, test } from 'vitest'
import { withoutRange, withRange } from './segments.ts'

const range = (start: number, end: number) => ({ start, end })

test('a range that is added stands in text order, and joins what it meets', () => {
  expect(withRange([range(10, 20)], range(0, 5))).toEqual([range(0, 5), range(10, 20)])
  expect(withRange([range(10, 20), range(30, 40)], range(15, 30))).toEqual([range(10, 40)])
  expect(withRange([range(10, 20)], range(12, 14))).toEqual([range(10, 20)])
})

test('a range that is taken out leaves what lies on both sides', () => {
  expect(withoutRange([range(10, 20)], range(12, 14))).toEqual([range(10, 12), range(14, 20)])
  expect(withoutRange([range(10, 20), range(30, 40)], range(15, 35))).toEqual([range(10, 15), range(35, 40)])
  expect(withoutRange([range(10, 20)], range(0, 30))).toEqual([])
  expect(withoutRange([range(10, 20)], range(20, 30))).toEqual([range(10, 20)])
})
