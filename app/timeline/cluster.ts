/**
 * One lane on the screen: who gets a line of its own, and where a stretch is so dense
 * that only a count has room. Entries come by their start, those in the window first; each takes
 * the first row where it is free and its label has room too, else the first that is free. Where not all find a
 * row, the last row is for counts: those that find none gather there, and gatherings that
 * touch are one. What room is left in a row goes to the labels: in the mark where it is
 * whole there, else behind it, else before it, so far from what stands there that nobody
 * takes it for that one's; else cut where most of it fits. Nothing ever overlaps.
 *
 * All of the lane is laid out, also what lies beside the window: whoever moves the window
 * finds rows and labels as they were. The window only says where labels are to be seen whole.
 */
import type { TimelineEntry } from './lanes.ts'

/** The stretch of time that is seen, and how wide it is drawn, in pixels. */
export type Window = { readonly from: number; readonly to: number; readonly width: number }

export type Mark = {
  readonly entry: TimelineEntry
  /** Left edge from that of the window, and width of the span, in pixels; not cut at the edges. */
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
const mostLabel = 440
const gap = 6
/** Between a mark's edge and its label, and least between a label before its mark and what stands before it. Pixels. */
const padding = 5
const apart = 16
const gatherWidth = 34

/** The pixel of a moment. */
export const pixelOf = (window: Window, moment: number): number =>
  ((moment - window.from) / (window.to - window.from)) * window.width

/** An entry as it would be drawn, from the left edge of the window. */
export type Box = { readonly entry: TimelineEntry; readonly x: number; readonly width: number }

/** The boxes of entries, which come by their start. */
export function boxesOf(entries: readonly TimelineEntry[], window: Window): Box[] {
  return entries.map((entry) => {
    const x = pixelOf(window, entry.span.earliest)
    return { entry, x, width: Math.max(leastMark, pixelOf(window, entry.span.latest) - x) }
  })
}

/** Whether any of it is in a window of the width. */
export const isSeen = (
  { x, width }: { readonly x: number; readonly width: number },
  window: number,
): boolean => x < window && x + width > 0

/** Lays out one lane of at most so many rows; `width` is that of the window. */
export function placeLane(boxes: readonly Box[], width: number, rows: number, measure: Measure): PlacedLane {
  const placed = arrange(boxes, width, rows, measure)
  return { ...placed, marks: giveLabels(placed.marks, width, measure) }
}

/** The lane without labels, in at most so many rows; with `measure` rows are taken where labels have room. */
export function arrange(
  boxes: readonly Box[],
  width: number,
  rows: number,
  measure: Measure | null,
): PlacedLane {
  const open = placeIn(boxes, width, rows, measure)
  // Counts need a row of their own, so that they stand in nobody's way.
  return open.gatherings.length === 0 || open.marks.length === 0
    ? open
    : placeIn(boxes, width, Math.max(0, rows - 1), measure)
}

/** How many rows a lane fills as it was placed: those of its marks, and one for its counts. */
export function rowsFilled({ marks, gatherings }: PlacedLane): number {
  return marks.reduce((rows, mark) => Math.max(rows, mark.row + 1), 0) + (gatherings.length > 0 ? 1 : 0)
}

/** How many rows the lane would fill if it had as many as it likes, up to `most`. */
export function rowsWanted(boxes: readonly Box[], width: number, most: number): number {
  if (findDense(boxes, most).includes(1)) return most
  const placed = placeIn(boxes, width, most, null)
  return placed.gatherings.length > 0 ? most : Math.max(1, rowsFilled(placed))
}

/** What a row has so far: the right edges of its last mark and of that mark's label if it stands behind; and where the room ends. */
type Row = { edge: number; label: number; until: number }

function placeIn(boxes: readonly Box[], width: number, rows: number, measure: Measure | null): PlacedLane {
  const dense = findDense(boxes, rows)
  const marks: Mark[] = []
  const gathered: Box[] = []
  const free = (until: number): Row => ({
    edge: Number.NEGATIVE_INFINITY,
    label: Number.NEGATIVE_INFINITY,
    until,
  })
  const place = (isMeant: (box: Box) => boolean, lines: readonly Row[]) => {
    boxes.forEach((box, index) => {
      if (!isMeant(box)) return
      const end = box.x + box.width
      const first = dense[index]
        ? -1
        : lines.findIndex(({ edge, until }) => edge + gap <= box.x && end + gap <= until)
      if (first === -1) {
        gathered.push(box)
        return
      }
      const wanted = measure === null ? 0 : Math.min(measure(box.entry.label), mostLabel)
      const good =
        measure === null ? first : lines.findIndex((line) => labelEdge(box, line, wanted, width) !== null)
      const row = good === -1 ? first : good
      const line = lines[row]
      if (line === undefined) return
      marks.push({ ...box, row, label: null })
      line.label = labelEdge(box, line, wanted, width) ?? end
      line.edge = end
    })
  }
  // What is in the window first, so that it stands in the first rows; then what lies before it and after it.
  const lines = Array.from({ length: rows }, () => free(Number.POSITIVE_INFINITY))
  place((box) => isSeen(box, width), lines)
  const starts = lines.map((_, row) => marks.find((mark) => mark.row === row)?.x ?? Number.POSITIVE_INFINITY)
  const before = starts.map(free)
  place((box) => box.x + box.width <= 0, before)
  before.forEach(({ edge }, row) => {
    const line = lines[row]
    if (line !== undefined) line.edge = Math.max(line.edge, edge)
  })
  place((box) => box.x >= width, lines)
  return { marks: marks.sort((one, other) => one.x - other.x), gatherings: gather(gathered, width) }
}

/** How far to the right the row is taken when the mark stands in it with all of its label; null where there is no room for both. */
function labelEdge(box: Box, { edge, label, until }: Row, wanted: number, width: number): number | null {
  const end = box.x + box.width
  if (Math.max(edge, label) + gap > box.x || end + gap > until) return null
  if (wanted <= insideOf(box, width)) return end
  const behind = end + padding + wanted
  if (behind <= Math.min(farEdge(box, width), until - gap)) return behind
  const from = Math.max(edge, label) + apart
  return box.x - padding - wanted >= Math.max(from, nearEdge(box, width)) ? end : null
}

/** The room for a label in a mark; of one that the window cuts, in what is seen of it. */
function insideOf({ x, width }: Box, window: number): number {
  const seen = isSeen({ x, width }, window) ? Math.min(x + width, window) - Math.max(x, 0) : width
  return seen - padding * 2
}

/** How far to either side the label of a mark may reach: to the edges of the window if the mark is in it. */
const farEdge = (box: Box, window: number) => (isSeen(box, window) ? window - gap : Number.POSITIVE_INFINITY)
const nearEdge = (box: Box, window: number) => (isSeen(box, window) ? 0 : Number.NEGATIVE_INFINITY)

/** A 1 for each box of a stretch where more begin than there are rows, so that a count tells more than the few that fit. */
function findDense(boxes: readonly Box[], rows: number): Uint8Array {
  const dense = new Uint8Array(boxes.length)
  let from = 0
  while (from < boxes.length) {
    const first = boxes[from]
    if (first === undefined) break
    let to = from
    while ((boxes[to]?.x ?? Number.POSITIVE_INFINITY) < first.x + gatherWidth) to += 1
    if (to - from > rows) {
      dense.fill(1, from, to)
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
    let free = Number.NEGATIVE_INFINITY
    row.forEach((mark, index) => {
      const next = row[index + 1]?.x ?? Number.POSITIVE_INFINITY
      const behind = Math.min(next - gap, farEdge(mark, width)) - (mark.x + mark.width + padding)
      const before = mark.x - padding - Math.max(free, nearEdge(mark, width))
      const wanted = Math.min(measure(mark.entry.label), mostLabel)
      const label = placeLabel(mark, wanted, insideOf(mark, width), behind, before)
      free = mark.x + Math.max(mark.width, label === null ? 0 : label.x + label.width) + apart
      if (label !== null) labels.set(mark, label)
    })
  }
  return marks.map((mark) => ({ ...mark, label: labels.get(mark) ?? null }))
}

/** `inside` is the room in the mark, `behind` and `before` that beside it; pixels. */
function placeLabel(
  { width }: Mark,
  wanted: number,
  inside: number,
  behind: number,
  before: number,
): Label | null {
  const places = [
    { room: inside, x: () => padding },
    { room: behind, x: () => width + padding },
    { room: before, x: (taken: number) => -padding - taken },
  ]
  const whole = places.find(({ room }) => room >= wanted)
  const place = whole ?? places.reduce((best, one) => (one.room > best.room ? one : best))
  const taken = Math.min(wanted, place.room)
  return whole === undefined && taken < leastLabel ? null : { x: place.x(taken), width: taken }
}

/**
 * The mark as it is seen in a window that was moved by so many pixels: cut at the edges; its label
 * keeps its side, and in the mark stays where it is read. Null when nothing of it is seen.
 */
export function seenMark(mark: Mark, moved: number, window: number, measure: Measure): Mark | null {
  const { label } = mark
  const at = mark.x - moved
  const [left, right] = [
    Math.min(0, label?.x ?? 0),
    Math.max(mark.width, (label?.x ?? 0) + (label?.width ?? 0)),
  ]
  if (at + left >= window || at + right <= 0) return null
  // What is cut off at the left is no more than leaves the least of a mark.
  const cut = Math.min(Math.max(0, -at), mark.width - leastMark)
  const x = at + cut
  const width = Math.max(leastMark, Math.min(window, at + mark.width) - x)
  if (label === null || label.x < 0 || label.x >= mark.width)
    return { ...mark, x, width, label: label && { ...label, x: label.x - cut } }
  const room = Math.min(measure(mark.entry.label), mostLabel, width - padding * 2)
  return {
    ...mark,
    x,
    width,
    label: room < Math.min(leastLabel, label.width) ? null : { x: padding, width: room },
  }
}

function gather(list: readonly Box[], width: number): Gathering[] {
  const groups: { x: number; end: number; entries: TimelineEntry[] }[] = []
  for (const { entry, x: start } of list.toSorted((a, b) => a.x - b.x)) {
    const x = start < width ? Math.min(start, width - gatherWidth) : start
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
