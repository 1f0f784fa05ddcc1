import { expect, test } from 'vitest'
import { reachOf } from './threadReach.ts'

const shape = (from: number, middle: number, to: number) => ({
  from: { column: 0, x: from, y: 0, away: null },
  to: { column: 1, x: to, y: 0, away: null },
  middle: { x: middle, y: 0 },
})

test('the reach of threads holds their ends and the labels between them', () => {
  expect(reachOf([shape(500, 560, 620), shape(620.5, 561, 499.5)], null)).toEqual({ left: 443, right: 677 })
})

test('a bracket beside a text reaches as far as it bulges', () => {
  expect(reachOf([shape(500, 540, 500)], null)).toEqual({ left: 444, right: 596 })
})

test('a reach only grows, and is the same value while nothing reaches beyond it', () => {
  const before = { left: 400, right: 700 }
  expect(reachOf([shape(500, 560, 620)], before)).toBe(before)
  expect(reachOf([shape(500, 560, 900)], before)).toEqual({ left: 400, right: 956 })
})

test('no threads reach nowhere', () => {
  expect(reachOf([], null)).toBeNull()
})
