import { expect, test } from 'vitest'
import { behindOf, crossingsOf, gatesOf } from './threadCrossings.ts'

const frames = [0, 500, 1000, 1500].map((left) => ({ left, right: left + 400, top: 0, bottom: 600 }))
const skip = (id: string, from: number, fromY: number, to: number, toY: number) => ({
  id,
  from: { column: from, y: fromY },
  to: { column: to, y: toY },
})

test('a thread passes each column between its ends at the height of the straight way', () => {
  const found = crossingsOf(frames, [skip('a', 0, 100, 3, 400)])
  expect(found.get('a')).toEqual([
    { column: 1, enter: 500, leave: 900, y: 200 },
    { column: 2, enter: 1000, leave: 1400, y: 300 },
  ])
})

test('one that leads to the left comes in at the right side', () => {
  const crossings = crossingsOf(frames, [skip('a', 2, 100, 0, 200)]).get('a') ?? []
  expect(crossings).toEqual([{ column: 1, enter: 900, leave: 500, y: 150 }])
  expect(gatesOf(crossings)).toBe('M900 146v8M500 146v8')
  expect(behindOf(crossings)).toBe('M900 150H500')
})

test('no two pass a column at one height, and all keep inside its window', () => {
  const found = crossingsOf(frames, [
    skip('a', 0, 100, 2, 200),
    skip('b', 2, 100, 0, 200),
    skip('c', 0, -900, 2, -900),
    skip('d', 0, 100, 1, 200),
  ])
  expect([...found].map(([id, crossings]) => [id, crossings.map(({ y }) => y)])).toEqual([
    ['a', [147]],
    ['b', [153]],
    ['c', [10]],
    ['d', []],
  ])
})
