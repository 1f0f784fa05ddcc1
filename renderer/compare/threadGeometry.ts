/**
 * The shapes of the threads between columns. A thread leaves the text of the
 * left column at the height of its mark and enters that of the right one. An end
 * that has scrolled away rests at the edge of its column, where a number says how
 * many do; until its passage is chosen, only a stub at the other end tells of it. A
 * thread with both ends away is not drawn. Ends that nearly meet are
 * spread apart, in the order of their other ends, so that threads side by side
 * do not cross. Links inside one column are brackets at its side; threads that skip a
 * column pass behind its text.
 *
 * All measures are CSS pixels in the coordinates of the overlay.
 */
import { bundledPaths, type Strand } from './threadBundles.ts'
import { behindOf, type Crossing, crossingsOf, gatesOf } from './threadCrossings.ts'

/** The stretch of a column in which its text is seen: sides of the text, top and bottom of the window. */
export type ColumnFrame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type ThreadEnd = {
  readonly column: number
  /** Height of the mark; infinite, with its sign, where only the direction is known. */
  readonly y: number
  /** The passage. */
  readonly id: string
  /** Its place among the linked passages of its column. */
  readonly order: number
}

export type ThreadInput = { readonly id: string; readonly from: ThreadEnd; readonly to: ThreadEnd }

export type ThreadPoint = Pick<ThreadEnd, 'column' | 'y'> & {
  readonly x: number
  /** Where the mark has scrolled to; null while it is seen. */
  readonly away: 'above' | 'below' | null
}

export type ThreadShape = {
  readonly id: string
  /** Path data for SVG. */
  readonly path: string
  /** A short hook at the end that is seen, towards the other; null where both are. */
  readonly stub: string | null
  readonly from: ThreadPoint
  readonly to: ThreadPoint
  /** Path data of the gates at the columns it passes, and of its stretches behind them; empty where it passes none. */
  readonly gates: string
  readonly behind: string
  /** Where a label stands. */
  readonly middle: { readonly x: number; readonly y: number }
  /** How wide the gap is in which it stands; 0 beside a bracket, which goes down along a text. */
  readonly room: number
}

/** How many threads rest at one edge of a column. */
export type ThreadCount = {
  readonly column: number
  readonly away: 'above' | 'below'
  readonly side: 'left' | 'right'
  readonly x: number
  readonly y: number
  readonly count: number
  /** The passage nearest to the edge. */
  readonly nearest: string
}

/** Space between two ends that would meet, and between two brackets. */
const step = 5
/** How far from the column's top and bottom an end rests. */
const inset = 10

type End = {
  x: number
  y: number
  readonly input: ThreadEnd
  readonly away: 'above' | 'below' | null
  readonly side: 'left' | 'right'
  other: number
}
type Pair = { readonly input: ThreadInput; readonly from: End; readonly to: End }

/** The shapes of all threads of which at least one end is seen, and the counts at the edges. */
export function threadShapes(
  columns: readonly ColumnFrame[],
  threads: readonly ThreadInput[],
): { shapes: ThreadShape[]; counts: ThreadCount[] } {
  const pairs: Pair[] = []
  for (const input of threads) {
    const from = endOf(columns, input.from, input.to)
    const to = endOf(columns, input.to, input.from)
    if (from === null || to === null || (from.away !== null && to.away !== null)) continue
    from.other = to.y
    to.other = from.y
    pairs.push({ input, from, to })
  }
  spread(pairs.flatMap(({ from, to }) => [from, to]))
  return { shapes: shapesOf(pairs, columns), counts: countsOf(pairs) }
}

function endOf(columns: readonly ColumnFrame[], end: ThreadEnd, other: ThreadEnd): End | null {
  const frame = columns[end.column]
  if (frame === undefined) return null
  const side = end.column < other.column || end.column === other.column ? 'right' : 'left'
  const away = end.y < frame.top ? 'above' : end.y > frame.bottom ? 'below' : null
  const y = Math.max(frame.top + inset, Math.min(frame.bottom - inset, end.y))
  return { x: side === 'right' ? frame.right : frame.left, y, input: end, away, side, other: 0 }
}

/** Moves seen ends of one side of a column apart; those that rest at an edge share its place. */
function spread(ends: readonly End[]): void {
  const groups = Map.groupBy(
    ends.filter((end) => end.away === null),
    (end) => `${end.input.column} ${end.side}`,
  )
  for (const group of groups.values()) {
    group.sort((a, b) => a.y - b.y || a.other - b.other)
    let bundle: End[] = []
    const settle = () => {
      const middle = bundle.reduce((sum, end) => sum + end.y, 0) / bundle.length
      bundle.forEach((end, index) => {
        end.y = middle + (index - (bundle.length - 1) / 2) * step
      })
    }
    for (const end of group) {
      const first = bundle[0]
      if (first !== undefined && end.y - first.y >= step) {
        settle()
        bundle = []
      }
      bundle.push(end)
      // Inside a bundle the order is that of the other ends, whatever the pixel of its own.
      bundle.sort((a, b) => a.other - b.other)
    }
    if (bundle.length > 0) settle()
  }
}

function shapesOf(pairs: readonly Pair[], columns: readonly ColumnFrame[]): ThreadShape[] {
  const lanes = bracketLanes(pairs.filter(isBracket).map(spanOf))
  const bundled = bundledPaths(pairs.flatMap(strandOf))
  const crossings = crossingsOf(columns, pairs.filter(skipsColumns).map(skipOf))
  return pairs.map((pair) => {
    const { input, from, to } = pair
    const lane = lanes.get(input.id)
    const bulge = from.x + 10 + (lane ?? 0) * step
    const passed = crossings.get(input.id) ?? []
    // A label stands in a gap between columns, not on the text of one that is passed.
    const next = passed[0] === undefined ? to : { x: passed[0].enter, y: passed[0].y }
    const middle =
      lane === undefined
        ? { x: (from.x + next.x) / 2, y: (from.y + next.y) / 2 }
        : { x: bulge, y: (from.y + to.y) / 2 }
    const path =
      lane === undefined ? (bundled.get(input.id) ?? curves(from, passed, to)) : bracket(from, to, bulge)
    return {
      id: input.id,
      path,
      stub: stubOf(pair),
      gates: gatesOf(passed),
      behind: behindOf(passed),
      from: pointOf(from),
      to: pointOf(to),
      middle,
      room: lane === undefined ? Math.abs(next.x - from.x) : 0,
    }
  })
}

const skipsColumns = ({ input }: Pair) => Math.abs(input.from.column - input.to.column) > 1
const skipOf = ({ input, from, to }: Pair) => ({
  id: input.id,
  from: { column: input.from.column, y: from.y },
  to: { column: input.to.column, y: to.y },
})

/** A thread that may run with others: between neighbouring columns, both ends seen. */
function strandOf({ input, from, to }: Pair): Strand[] {
  if (from.away !== null || to.away !== null || Math.abs(input.from.column - input.to.column) !== 1) return []
  const [left, right] = from.x < to.x ? [from, to] : [to, from]
  const between = `${left.input.column} ${right.input.column}`
  return [{ id: input.id, between, left, right }]
}

/** How far a stub reaches out and turns. */
const stubReach = 12

function stubOf({ from, to }: Pair): string | null {
  const [seen, away] = from.away === null ? [from, to.away] : [to, from.away]
  if (away === null) return null
  const x = seen.x + (seen.side === 'right' ? stubReach : -stubReach)
  const y = seen.y + (away === 'above' ? -stubReach : stubReach)
  return `M${round(seen.x)} ${round(seen.y)}Q${round(x)} ${round(seen.y)} ${round(x)} ${round(y)}`
}

const spanOf = ({ input, from, to }: Pair): BracketSpan => ({
  id: input.id,
  column: input.from.column,
  top: Math.min(from.y, to.y),
  bottom: Math.max(from.y, to.y),
})

const isBracket = ({ input }: Pair) => input.from.column === input.to.column
const pointOf = (end: End): ThreadPoint => ({ column: end.input.column, x: end.x, y: end.y, away: end.away })
const round = (value: number) => Math.round(value * 10) / 10

type Spot = { readonly x: number; readonly y: number }

/** Curves that leave and enter level, from gap to gap. */
function curves(from: End, passed: readonly Crossing[], to: End): string {
  const spots: Spot[] = [
    from,
    ...passed.flatMap(({ enter, leave, y }) => [
      { x: enter, y },
      { x: leave, y },
    ]),
    to,
  ]
  return spots.flatMap((spot, at) => (at % 2 === 0 ? [curve(spot, spots[at + 1] ?? spot)] : [])).join('')
}

function curve(from: Spot, to: Spot): string {
  const bend = (to.x - from.x) / 2
  return `M${round(from.x)} ${round(from.y)}C${round(from.x + bend)} ${round(from.y)} ${round(to.x - bend)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`
}

function bracket(from: End, to: End, x: number): string {
  return `M${round(from.x)} ${round(from.y)}H${round(x)}V${round(to.y)}H${round(to.x)}`
}

/** A bracket beside the text of a column, from one height to another. */
export type BracketSpan = {
  readonly id: string
  readonly column: number
  readonly top: number
  readonly bottom: number
}

/** Brackets that pass each other get different lanes, the short ones nearest to the text; the lane of each, by its id. */
export function bracketLanes(brackets: readonly BracketSpan[]): Map<string, number> {
  const lanes = new Map<string, number>()
  const taken: (BracketSpan & { readonly lane: number })[] = []
  for (const span of brackets.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const meets = (lane: number) =>
      taken.some(
        (t) => t.column === span.column && t.lane === lane && t.top <= span.bottom && t.bottom >= span.top,
      )
    let lane = 0
    while (meets(lane)) lane++
    taken.push({ ...span, lane })
    lanes.set(span.id, lane)
  }
  return lanes
}

function countsOf(pairs: readonly Pair[]): ThreadCount[] {
  const counts = new Map<string, ThreadCount & { readonly order: number }>()
  for (const end of pairs.flatMap(({ from, to }) => [from, to])) {
    const { away, side, x, y, input } = end
    if (away === null) continue
    const key = `${input.column} ${side} ${away}`
    const before = counts.get(key)
    const nearer =
      before === undefined || (away === 'above' ? input.order > before.order : input.order < before.order)
    const { id: nearest, order } = nearer ? input : { id: before.nearest, order: before.order }
    counts.set(key, {
      column: input.column,
      away,
      side,
      x,
      y,
      count: (before?.count ?? 0) + 1,
      nearest,
      order,
    })
  }
  return [...counts.values()].map(({ order: _order, ...count }) => count)
}
