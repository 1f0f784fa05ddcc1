import { expect, test } from 'vitest'
import { panRange, revealIn, zoomRange } from './timelineRange.ts'
import { rangeText } from './timeText.ts'

const hour = 3_600_000
const range = { from: 0, to: 100 * hour }

test('zooming keeps the moment under the pointer where it is', () => {
  expect(zoomRange(range, 0.5, 50 * hour)).toEqual({ from: 25 * hour, to: 75 * hour })
  expect(zoomRange(range, 0.5, 0)).toEqual({ from: 0, to: 50 * hour })
})

test('it ends at an hour', () => {
  expect(zoomRange(range, 0.0001, 0)).toEqual({ from: 0, to: hour })
})

test('panning moves by a share of what is seen', () => {
  expect(panRange(range, 0.1)).toEqual({ from: 10 * hour, to: 110 * hour })
})

test('a range of ten thousand years is zoomed out too, not in', () => {
  const year = 365 * 24 * hour
  const wide = { from: -8000 * year, to: 2000 * year }
  const zoomed = zoomRange(wide, 1.5, 0)
  expect(zoomed.to - zoomed.from).toBe(15_000 * year)
})

test('whoever goes on in one direction comes to where there are no more dates, and stays there', () => {
  for (const share of [1, -1]) {
    let far = zoomRange(range, 1e9, 0)
    for (let step = 0; step < 100; step += 1) far = panRange(far, share)
    expect(panRange(far, share)).toEqual(far)
    expect(rangeText(far)).toMatch(/^\d.* – \d/)
    expect(panRange(far, -share)).not.toEqual(far)
  }
})

test('what is seen already moves nothing, what is not is brought in', () => {
  expect(revealIn(range, { from: 50 * hour, to: 60 * hour })).toBe(range)
  const moved = revealIn(range, { from: 300 * hour, to: 310 * hour })
  expect(moved.from < 300 * hour && moved.to > 300 * hour && moved.to - moved.from === 100 * hour).toBe(true)
})
