/**
 * One lane on the screen: who gets a line of its own, and where a stretch is so dense
 * that only a count has room. Entries come by their start; each takes the first row that
 * is free there. Where not all find a row, the last row is for counts: those that find
 * none gather there, and gatherings that touch are one. What room is left in a row goes
 * to the labels: in the mark where it is whole there, else behind it, else before it, so
 * far from what stands there that nobody takes it for that one's; else cut where most of it
 * fits. Nothing ever overlaps.
 */
import type { TimelineEntry } from './lanes.ts'

/** The stretch of time that is seen, and how wide it is drawn, in pixels. */
export type Window = { readonly from: number; readonly to: number; readonly width: number }

export type Mark = {
  readonly entry: TimelineEntry
  /** Left edge and width of the span in pixels; cut at the edges of the window. */
  readonly x: number
  readonly width: number
  readonly row: number
  /** Null where there is no room for one. */
  readonly label: Label | null
}
/** Where a label stands: its left edge from that of the mark, and the pixels it has. */
export type Label = { readonly x: number; readonly width: number }

/** The width of a label in pixels. */
export type Measure = (label: string) => number

export type Gathering = {
  readonly key: string
  readonly x: number
  readonly width: number
  readonly entries: readonly TimelineEntry[]
}
export type PlacedLane = { readonly marks: readonly Mark[]; readonly gatherings: readonly Gathering[] }

/** Least width of a mark, of a label worth drawing, and between two neighbours; most width of a label. Pixels. */
const leastMark = 8
const leastLabel = 40
const mostLabel = 320
const gap = 6
/** Between a mark's edge and its label, and least between a label before its mark and what stands before it. Pixels. */
const padding = 5
const apart = 16
const gatherWidth = 34

/** The pixel of a moment. */
export const pixelOf = (window: Window, moment: number): number =>
  ((moment - window.from) / (window.to - window.from)) * window.width

/** What of a lane is in the window, as it would be drawn, from left to right. */
export type Box = { readonly entry: TimelineEntry; readonly x: number; readonly width: number }

/** The boxes of entries, which come by their start. */
export function boxesOf(entries: readonly TimelineEntry[], window: Window): Box[] {
  const boxes: Box[] = []
  for (const entry of entries) {
    const { earliest, latest } = entry.span
    if (latest <= window.from || earliest >= window.to) continue
    const x = Math.max(0, pixelOf(window, earliest))
    const end = Math.min(window.width, pixelOf(window, latest))
    boxes.push({ entry, x, width: Math.max(leastMark, end - x) })
  }
  return boxes
}

/** Lays out one lane of at most so many rows; `width` is that of the window. */
export function placeLane(boxes: readonly Box[], width: number, rows: number, measure: Measure): PlacedLane {
  const open = placeIn(boxes, width, rows)
  // Counts need a row of their own, so that they stand in nobody's way.
  const placed = open.gatherings.length === 0 ? open : placeIn(boxes, width, Math.max(0, rows - 1))
  return { ...placed, marks: giveLabels(placed.marks, width, measure) }
}

/** How many rows a lane fills as it was placed: those of its marks, and one for its counts. */
export function rowsFilled({ marks, gatherings }: PlacedLane): number {
  return marks.reduce((rows, mark) => Math.max(rows, mark.row + 1), 0) + (gatherings.length > 0 ? 1 : 0)
}

/** How many rows the lane would fill if it had as many as it likes, up to `most`. */
export function rowsWanted(boxes: readonly Box[], width: number, most: number): number {
  if (findDense(boxes, most).size > 0) return most
  const placed = placeIn(boxes, width, most)
  return placed.gatherings.length > 0 ? most : Math.max(1, rowsFilled(placed))
}

/**
 * Deals rows out to lanes: two to each; then all that it wants to whoever wants least, as long as
 * there are enough, because a lane that lacks one row gathers as one that lacks many; the rest one
 * by one to whoever lacks most.
 */
export function dealRows(wanted: readonly number[], all: number): number[] {
  const dealt = wanted.map(() => 2)
  let left = all - 2 * wanted.length
  const modest = wanted
    .map((rows, lane) => ({ lane, more: Math.max(0, rows - 2) }))
    .sort((a, b) => a.more - b.more)
  for (const { lane, more } of modest) {
    if (more > left) break
    dealt[lane] = 2 + more
    left -= more
  }
  for (; left > 0; left -= 1) {
    const lacks = wanted.map((rows, lane) => rows - (dealt[lane] ?? 0))
    const lane = lacks.indexOf(Math.max(...lacks))
    dealt[lane] = (dealt[lane] ?? 0) + 1
  }
  return dealt
}

function placeIn(boxes: readonly Box[], width: number, rows: number): PlacedLane {
  const dense = findDense(boxes, rows)
  const marks: Mark[] = []
  const gathered: { entry: TimelineEntry; x: number }[] = []
  /** The right edge of what stands in each row, and what stands there last. */
  const ends: { edge: number; last: number }[] = Array.from({ length: rows }, () => ({
    edge: Number.NEGATIVE_INFINITY,
    last: -1,
  }))
  boxes.forEach((box, index) => {
    if (dense.has(index)) {
      gathered.push({ entry: box.entry, x: box.x })
      return
    }
    const row = ends.findIndex(({ edge }) => edge + gap <= box.x)
    const there = row === -1 ? undefined : ends[row]
    if (there === undefined) {
      gathered.push({ entry: box.entry, x: box.x })
      return
    }
    marks.push({ ...box, row, label: null })
    there.edge = box.x + box.width
    there.last = marks.length - 1
  })
  return { marks, gatherings: gather(gathered, width) }
}

/** The boxes of stretches where more begin than there are rows, so that a count tells more than the few that fit. */
function findDense(boxes: readonly Box[], rows: number): Set<number> {
  const dense = new Set<number>()
  let from = 0
  while (from < boxes.length) {
    const first = boxes[from]
    if (first === undefined) break
    let to = from
    while ((boxes[to]?.x ?? Number.POSITIVE_INFINITY) < first.x + gatherWidth) to += 1
    if (to - from > rows) {
      for (let at = from; at < to; at += 1) dense.add(at)
      from = to
    } else from += 1
  }
  return dense
}

/** The marks come by their left edges, row for row each after the other. */
function giveLabels(marks: readonly Mark[], width: number, measure: Measure): Mark[] {
  const rows = Map.groupBy(marks, (mark) => mark.row)
  const labels = new Map<Mark, Label>()
  for (const row of rows.values()) {
    /** Where the room before the next mark begins. */
    let free = 0
    row.forEach((mark, index) => {
      const behind = (row[index + 1]?.x ?? width) - gap - (mark.x + mark.width + padding)
      const before = mark.x - padding - free
      const label = placeLabel(mark, Math.min(measure(mark.entry.label), mostLabel), behind, before)
      free = Math.max(mark.x + mark.width, label === null ? 0 : mark.x + label.x + label.width) + apart
      if (label !== null) labels.set(mark, label)
    })
  }
  return marks.map((mark) => ({ ...mark, label: labels.get(mark) ?? null }))
}

/** `behind` and `before` are the pixels of room outside of the mark. */
function placeLabel({ width }: Mark, wanted: number, behind: number, before: number): Label | null {
  const places = [
    { room: width - padding * 2, x: () => padding },
    { room: behind, x: () => width + padding },
    { room: before, x: (taken: number) => -padding - taken },
  ]
  const whole = places.find(({ room }) => room >= wanted)
  const place = whole ?? places.reduce((best, one) => (one.room > best.room ? one : best))
  const taken = Math.min(wanted, place.room)
  return whole === undefined && taken < leastLabel ? null : { x: place.x(taken), width: taken }
}

function gather(list: readonly { entry: TimelineEntry; x: number }[], width: number): Gathering[] {
  const groups: { x: number; end: number; entries: TimelineEntry[] }[] = []
  for (const { entry, x: start } of list.toSorted((a, b) => a.x - b.x)) {
    const x = Math.min(start, width - gatherWidth)
    const last = groups.at(-1)
    if (last !== undefined && x < last.x + gatherWidth) {
      last.entries.push(entry)
      last.end = Math.max(last.end, x)
    } else groups.push({ x, end: x, entries: [entry] })
  }
  return groups.map(({ x, entries }) => ({
    key: `gathering ${entries[0]?.key ?? ''}`,
    x,
    width: gatherWidth - 4,
    entries,
  }))
}
