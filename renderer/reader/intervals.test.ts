import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIntervals, type Interval, mergeRanges } from './intervals.ts'

const interval = fc
  .tuple(fc.nat(500), fc.integer({ min: 1, max: 80 }), fc.nat())
  .map(([start, length, value]) => ({ start, end: start + length, value }))

const sorted = (list: readonly Interval<number>[]) =>
  [...list].sort((a, b) => a.start - b.start || a.end - b.end || a.value - b.value)

test('a query finds what a look at every interval finds, after adding and removing', () => {
  fc.assert(
    fc.property(
      fc.array(interval, { maxLength: 300 }),
      fc.array(interval, { maxLength: 40 }),
      fc.nat(600),
      fc.nat(100),
      (initial, added, start, length) => {
        const index = createIntervals(initial)
        for (const each of added) index.add(each)
        const removed = initial.filter((_, i) => i % 3 === 0)
        for (const each of removed) index.remove(each)
        const left = [...initial, ...added].filter((each) => !removed.includes(each))
        const end = start + length
        const overlaps = left.filter((each) => each.start < end && each.end > start)
        const touches = left.filter((each) => each.start <= end && each.end >= start)
        expect(index.size).toBe(left.length)
        expect(sorted(index.query(start, end))).toEqual(sorted(overlaps))
        expect(sorted(index.query(start, end, true))).toEqual(sorted(touches))
      },
    ),
  )
})

test('merging unites ranges that overlap or touch and keeps the others apart', () => {
  const ranges = [
    { start: 20, end: 30 },
    { start: 0, end: 5 },
    { start: 5, end: 9 },
    { start: 2, end: 4 },
    { start: 10, end: 12 },
  ]
  expect(mergeRanges(ranges)).toEqual([
    { start: 0, end: 9 },
    { start: 10, end: 12 },
    { start: 20, end: 30 },
  ])
})
