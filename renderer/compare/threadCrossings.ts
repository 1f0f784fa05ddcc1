/**
 * The way of a thread past the columns between its ends: behind their texts, level, so
 * that the words stay free and the eye finds it again at the same height. Where it goes
 * in and comes out stands a gate, a short bar, lest it seem to end there.
 *
 * All measures are CSS pixels in the coordinates of the overlay.
 */
import { setApart } from './apart.ts'

/** Sides of a column's text, and top and bottom of its window. */
type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A thread that skips columns, by the columns and heights of its ends. */
export type Skip = {
  readonly id: string
  readonly from: { readonly column: number; readonly y: number }
  readonly to: { readonly column: number; readonly y: number }
}

/** Where a thread passes behind a column: from the side it meets first to the other. */
export type Crossing = {
  readonly column: number
  readonly enter: number
  readonly leave: number
  readonly y: number
}

/** Between two threads that pass the same column. */
const apart = 6
/** How far from the top and bottom of the window they keep. */
const inset = 10
/** Half the height of a gate. */
const gate = 4

/** The crossings of each thread in the order of its way, by its id. */
export function crossingsOf(frames: readonly Frame[], skips: readonly Skip[]): Map<string, Crossing[]> {
  const wanted = skips.flatMap(({ id, from, to }) => {
    const step = Math.sign(to.column - from.column)
    const count = Math.abs(to.column - from.column)
    return Array.from({ length: Math.max(0, count - 1) }, (_, index) => ({
      id,
      column: from.column + step * (index + 1),
      onwards: step > 0,
      y: from.y + ((index + 1) / count) * (to.y - from.y),
    }))
  })
  const found = new Map<string, Crossing[]>(skips.map(({ id }) => [id, []]))
  for (const [column, group] of Map.groupBy(wanted, (one) => one.column)) {
    const frame = frames[column]
    if (frame === undefined) continue
    const within = (y: number) => Math.max(frame.top + inset, Math.min(frame.bottom - inset, y))
    const ordered = group.map((one) => ({ ...one, y: within(one.y) })).sort((a, b) => a.y - b.y)
    const heights = setApart(
      ordered.map(({ y }) => y),
      apart,
      frame.top + inset,
    )
    ordered.forEach(({ id, onwards, y }, index) => {
      const [enter, leave] = onwards ? [frame.left, frame.right] : [frame.right, frame.left]
      found.get(id)?.push({ column, enter, leave, y: heights[index] ?? y })
    })
  }
  for (const { id, from, to } of skips) {
    const way = Math.sign(to.column - from.column)
    found.get(id)?.sort((a, b) => way * (a.column - b.column))
  }
  return found
}

const round = (value: number) => Math.round(value * 10) / 10

/** The bars where a thread goes behind a column and comes out, as path data. */
export const gatesOf = (crossings: readonly Crossing[]): string =>
  crossings
    .flatMap(({ enter, leave, y }) =>
      [enter, leave].map((x) => `M${round(x)} ${round(y - gate)}v${2 * gate}`),
    )
    .join('')

/** The stretches behind the columns, as path data. */
export const behindOf = (crossings: readonly Crossing[]): string =>
  crossings.map(({ enter, leave, y }) => `M${round(enter)} ${round(y)}H${round(leave)}`).join('')
