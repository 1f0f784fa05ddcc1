/** The stretch of time that is seen, and how it is moved and narrowed. Pure. Milliseconds since 1970. */
import type { Lens } from '../views/usePictureGestures.ts'

export type Range = { readonly from: number; readonly to: number }

/** From an hour to all years of four digits, before and after the beginning of our era, with room at their sides. */
const leastLength = 3_600_000
const mostLength = 25_000 * 365 * 86_400_000

/** The range with its length multiplied, so that the moment stays where it is. */
export function zoomRange({ from, to }: Range, factor: number, around: number): Range {
  const length = Math.min(mostLength, Math.max(leastLength, (to - from) * factor))
  const share = (around - from) / (to - from)
  const start = around - share * length
  return held({ from: start, to: start + length })
}

/** No further away than the longest range: far beyond it there are no dates at all, and nothing could tell them. */
function held({ from, to }: Range): Range {
  const by = Math.max(0, -mostLength - from) + Math.min(0, mostLength - to)
  return { from: from + by, to: to + by }
}

/** The range moved by a share of its length. */
export function panRange({ from, to }: Range, share: number): Range {
  const by = (to - from) * share
  return held({ from: from + by, to: to + by })
}

/** The range moved as little as it must be so that the stretch can be seen, with room at its sides. */
export function revealIn(range: Range, stretch: Range): Range {
  const length = range.to - range.from
  const room = length * 0.08
  if (stretch.from >= range.from + room && stretch.from <= range.to - room) return range
  const from = stretch.from - length / 3
  return { from, to: from + length }
}

/** How wheel and fingers change the range. */
export const rangeLens: Lens<Range> = {
  move: (range, { x }, width) => panRange(range, -x / width),
  grow: (range, factor, { x }, width) =>
    zoomRange(range, 1 / factor, range.from + (x / width) * (range.to - range.from)),
}
