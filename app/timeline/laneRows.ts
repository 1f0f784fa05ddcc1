/** The lanes on the screen together: who of them gets how many of the rows that they share. Pure. */
import {
  arrange,
  boxesOf,
  isSeen,
  type Measure,
  type PlacedLane,
  placeLane,
  rowsFilled,
  rowsWanted,
  type Window,
} from './cluster.ts'
import type { TimelineEntry } from './lanes.ts'

/** Of more dates than these, those far beside the window are not laid out: zooming would take too long. */
const fewEnough = 1_000

/** How far beside the window dates are laid out, in widths of it. */
export const reachOf = (dates: number): number => (dates <= fewEnough ? Number.POSITIVE_INFINITY : 1)

/**
 * Lays out lanes that share so many rows: each gets what its dates in the window need, as
 * far as there are; what is left goes to those that lack room for labels, or for dates
 * beside the window, as far as `reachOf` says.
 */
export function placeLanes(
  lanes: readonly (readonly TimelineEntry[])[],
  window: Window,
  rows: number,
  measure: Measure,
): PlacedLane[] {
  const { width } = window
  const reach = width * reachOf(lanes.reduce((sum, { length }) => sum + length, 0))
  const boxes = lanes.map((entries) =>
    boxesOf(entries, window).filter((box) => box.x < width + reach && box.x + box.width > -reach),
  )
  const seen = boxes.map((lane) => lane.filter((box) => isSeen(box, width)))
  const dealt = dealRows(
    seen.map((lane) => rowsWanted(lane, width, rows)),
    rows,
  )
  const bare = seen.map((lane, at) => arrange(lane, width, dealt[at] ?? 2, null))
  const least = bare.map((lane) => Math.max(2, rowsFilled(lane)))
  const spare = rows - least.reduce((sum, count) => sum + count, 0)
  const wanted = boxes.map((lane, at) => {
    const own = least[at] ?? 2
    // Where all is gathered there are no labels.
    if (spare <= 0 || (bare[at]?.marks.length === 0 && lane.length === seen[at]?.length)) return own
    return Math.max(own, rowsFilled(arrange(lane, width, own + spare, measure)))
  })
  const given = dealRows(wanted, rows, least)
  return boxes.map((lane, at) => placeLane(lane, width, given[at] ?? 2, measure))
}

/**
 * Deals rows out to lanes: to each its least, which is two; then all that it wants to whoever
 * wants least, as long as there are enough, because a lane that lacks one row gathers as one that
 * lacks many; the rest one by one to whoever lacks most.
 */
export function dealRows(wanted: readonly number[], all: number, least = wanted.map(() => 2)): number[] {
  const dealt = [...least]
  let left = all - least.reduce((sum, rows) => sum + rows, 0)
  const modest = wanted
    .map((rows, lane) => ({ lane, more: Math.max(0, rows - (least[lane] ?? 0)) }))
    .sort((a, b) => a.more - b.more)
  for (const { lane, more } of modest) {
    if (more > left) break
    dealt[lane] = (dealt[lane] ?? 0) + more
    left -= more
  }
  for (; left > 0; left -= 1) {
    const lacks = wanted.map((rows, lane) => rows - (dealt[lane] ?? 0))
    const lane = lacks.indexOf(Math.max(...lacks))
    dealt[lane] = (dealt[lane] ?? 0) + 1
  }
  return dealt
}
