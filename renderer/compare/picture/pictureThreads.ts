/**
 * The threads of the picture. Each leaves the side of its card, runs through its own
 * label in the gutter, so that no label lies over another, and enters the card at its
 * other end. A thread to a column further on passes between two cards of each column
 * that lies on its way. Two cards of one column are joined by a bow beside it.
 *
 * All measures are pixels of the picture.
 */

import { setApart } from '../apart.ts'
import { bracketLanes } from '../threadGeometry.ts'
import { type CardBox, type ColumnBox, columnWidth, endGap, laneGap } from './pictureCards.ts'
import type { PictureThread } from './pictureContent.ts'
import { type Measure, textSorts } from './pictureText.ts'

/** A thread with the columns it joins, the left one first. */
export type Joined = {
  readonly thread: PictureThread
  readonly left: number
  readonly right: number
  readonly leftCard: string
  readonly rightCard: string
}

export type ThreadPath = {
  readonly thread: PictureThread
  readonly path: string
  /** Middle of the label, and the width of its words. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number }
  /** The head of an arrow at the end it leads to; null where it reads from both. */
  readonly head: string | null
  readonly dots: readonly Point[]
  /** How far down it reaches. */
  readonly lowest: number
}

export type Point = { readonly x: number; readonly y: number }

/** A gutter right of a column: first room for the bows of the column, then for threads to others. */
export type Gutter = { readonly bows: number; readonly threads: number }

const labelHeight: number = textSorts.label.line
/** What a thread needs beside its label to bend. */
const bend = 46
/** Between two bows of a column, and how many stand beside each other; more share their places. */
const bowGap = 12
const mostBows = 8

/** Which columns each thread joins, by the places of its cards. */
export function joinColumns(
  threads: readonly PictureThread[],
  columnOf: ReadonlyMap<string, number>,
): Joined[] {
  return threads.flatMap((thread): Joined[] => {
    const [from, to] = [columnOf.get(thread.from), columnOf.get(thread.to)]
    if (from === undefined || to === undefined) return []
    return from <= to
      ? [{ thread, left: from, right: to, leftCard: thread.from, rightCard: thread.to }]
      : [{ thread, left: to, right: from, leftCard: thread.to, rightCard: thread.from }]
  })
}

const isBow = ({ left, right }: Joined) => left === right

/** The room each gutter needs. */
export function guttersFor(count: number, joined: readonly Joined[], measure: Measure): Gutter[] {
  return Array.from({ length: count }, (_, column) => {
    const own = joined.filter(({ left }) => left === column)
    const widest = (some: readonly Joined[]) =>
      Math.max(0, ...some.map(({ thread }) => measure(thread.label, 'label')))
    const bows = own.filter(isBow)
    const crossed = joined.some(({ left, right }) => left <= column && column < right)
    return {
      bows: bows.length === 0 ? 0 : bowGap * (Math.min(bows.length, mostBows) + 2) + widest(bows),
      threads: crossed ? 2 * bend + widest(own.filter((one) => !isBow(one))) : 0,
    }
  })
}

/** How many ends each card has on the side where it has more. */
export function endsOf(joined: readonly Joined[]): Map<string, number> {
  const sides = new Map<string, { left: number; right: number }>()
  const add = (card: string, side: 'left' | 'right') => {
    const own = sides.get(card) ?? { left: 0, right: 0 }
    own[side] += 1
    sides.set(card, own)
  }
  for (const one of joined) {
    add(one.leftCard, 'right')
    add(one.rightCard, isBow(one) ? 'right' : 'left')
  }
  return new Map([...sides].map(([card, { left, right }]) => [card, Math.max(left, right)]))
}

const middleOf = ({ y, height }: CardBox) => y + height / 2

/** Through which gap of each column on its way a thread passes: the one nearest to the straight line. */
export function gapsPassed(one: Joined, columns: readonly ColumnBox[], cards: ReadonlyMap<string, CardBox>) {
  const [from, to] = [cards.get(one.leftCard), cards.get(one.rightCard)]
  if (from === undefined || to === undefined) return []
  const passed: { column: number; gap: number; wanted: number }[] = []
  for (let column = one.left + 1; column < one.right; column += 1) {
    const share = (column - one.left) / (one.right - one.left)
    const wanted = middleOf(from) + share * (middleOf(to) - middleOf(from))
    const gaps = columns[column]?.gaps ?? []
    const far = ({ top, bottom }: { top: number; bottom: number }) =>
      wanted < top ? top - wanted : wanted > bottom ? wanted - bottom : 0
    let gap = 0
    gaps.forEach((here, index) => {
      const best = gaps[gap]
      if (best !== undefined && far(here) < far(best)) gap = index
    })
    passed.push({ column, gap, wanted })
  }
  return passed
}

/** How many threads pass through each gap of each column. */
export function passingCounts(
  joined: readonly Joined[],
  columns: readonly ColumnBox[],
  cards: ReadonlyMap<string, CardBox>,
): number[][] {
  const counts = columns.map(({ gaps }) => gaps.map(() => 0))
  for (const one of joined)
    for (const { column, gap } of gapsPassed(one, columns, cards)) {
      const own = counts[column]
      if (own !== undefined) own[gap] = (own[gap] ?? 0) + 1
    }
  return counts
}

/** The paths of all threads. */
export function threadPaths(
  joined: readonly Joined[],
  columns: readonly ColumnBox[],
  gutters: readonly Gutter[],
  measure: Measure,
): ThreadPath[] {
  const cards = new Map(columns.flatMap((column) => column.cards.map((box) => [box.card.id, box] as const)))
  const ends = placeEnds(joined, cards)
  const lanes = passLanes(joined, columns, cards)
  const bows = bracketLanes(
    joined.flatMap((one, index) => {
      const [a, b] = [ends.get(`${index} left`), ends.get(`${index} right`)]
      if (!isBow(one) || a === undefined || b === undefined) return []
      return [{ id: String(index), column: one.left, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) }]
    }),
  )
  const ways = joined.flatMap((one, index) => {
    const [start, end] = [ends.get(`${index} left`), ends.get(`${index} right`)]
    if (start === undefined || end === undefined) return []
    const through = lanes.get(index) ?? []
    return [{ one, index, start, end, through, wanted: (start.y + (through[0] ?? end).y) / 2 }]
  })
  const labels = placeLabels(ways)
  return ways.map(({ one, index, start, end, through, wanted }) => {
    const gutter = gutters[one.left] ?? { bows: 0, threads: 0 }
    const width = measure(one.thread.label, 'label')
    const side = (columns[one.left]?.x ?? 0) + columnWidth
    const y = labels.get(index) ?? wanted
    const lane = (bows.get(String(index)) ?? 0) % mostBows
    const x = isBow(one) ? side + bowGap * (lane + 2) : side + gutter.bows + gutter.threads / 2
    // Beside a near bow there is no room for half a label before the card.
    const labelX = isBow(one) ? Math.max(x, side + bowGap / 2 + width / 2) : x
    const toRight = one.thread.to === one.rightCard
    return {
      thread: one.thread,
      path: isBow(one) ? bowPath(start, { x, y }, end) : pathThrough(start, { x, y }, width, through, end),
      label: { x: labelX, y, width },
      head: one.thread.directed ? arrow(toRight ? end : start, isBow(one) || !toRight ? 1 : -1) : null,
      dots: one.thread.directed ? [toRight ? start : end] : [start, end],
      lowest: Math.max(y, start.y, end.y, ...through.map((point) => point.y)) + labelHeight / 2,
    }
  })
}

/** Where on the sides of the cards the ends are, in the order of what lies at the other ends. */
function placeEnds(joined: readonly Joined[], cards: ReadonlyMap<string, CardBox>): Map<string, Point> {
  const sides = new Map<string, { key: string; other: number; box: CardBox; x: number }[]>()
  joined.forEach((one, index) => {
    const [left, right] = [cards.get(one.leftCard), cards.get(one.rightCard)]
    if (left === undefined || right === undefined) return
    const add = (end: 'left' | 'right', box: CardBox, other: CardBox) => {
      const side = end === 'left' || isBow(one) ? 'right' : 'left'
      const key = `${box.card.id} ${side}`
      const x = side === 'right' ? box.x + columnWidth : box.x
      sides.set(key, [...(sides.get(key) ?? []), { key: `${index} ${end}`, other: middleOf(other), box, x }])
    }
    add('left', left, right)
    add('right', right, left)
  })
  const places = new Map<string, Point>()
  for (const side of sides.values()) {
    side.sort((a, b) => a.other - b.other)
    side.forEach(({ key, box, x }, index) => {
      places.set(key, { x, y: middleOf(box) + (index - (side.length - 1) / 2) * endGap })
    })
  }
  return places
}

/** Where each thread passes the columns on its way: no two of them at one height. */
function passLanes(
  joined: readonly Joined[],
  columns: readonly ColumnBox[],
  cards: ReadonlyMap<string, CardBox>,
): Map<number, Point[]> {
  const passing = joined.flatMap((one, index) =>
    gapsPassed(one, columns, cards).map((passed) => ({ ...passed, index })),
  )
  const lanes = new Map<number, Point[]>()
  for (const group of Map.groupBy(passing, ({ column, gap }) => `${column} ${gap}`).values()) {
    group.sort((a, b) => a.wanted - b.wanted)
    const [first] = group
    const box = first === undefined ? undefined : columns[first.column]
    const gap = first === undefined ? undefined : box?.gaps[first.gap]
    if (box === undefined || gap === undefined) continue
    const open = gap.bottom === Number.POSITIVE_INFINITY
    const middle = (gap.top + gap.bottom) / 2
    const heights = setApart(
      group.map(({ wanted }) => (open ? Math.max(wanted, gap.top + 2 * laneGap) : middle)),
      laneGap,
    )
    group.forEach(({ index, column }, place) => {
      const own = lanes.get(index) ?? []
      own.push({ x: columns[column]?.x ?? 0, y: heights[place] ?? middle })
      lanes.set(index, own)
    })
  }
  for (const own of lanes.values()) own.sort((a, b) => a.x - b.x)
  return lanes
}

type Way = { readonly one: Joined; readonly index: number; readonly wanted: number }

/** The height of each label: those of a gutter stand in one row, bows in another. */
function placeLabels(ways: readonly Way[]): Map<number, number> {
  const heights = new Map<number, number>()
  for (const group of Map.groupBy(ways, ({ one }) => `${one.left} ${isBow(one)}`).values()) {
    group.sort((a, b) => a.wanted - b.wanted)
    const placed = setApart(
      group.map(({ wanted }) => wanted),
      labelHeight,
      labelHeight,
    )
    group.forEach(({ index, wanted }, place) => {
      heights.set(index, placed[place] ?? wanted)
    })
  }
  return heights
}

const round = (value: number) => Math.round(value * 10) / 10
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`

/** A curve that leaves and enters level. */
const level = (from: Point, to: Point) => {
  const half = (to.x - from.x) / 2
  return `C${at({ x: from.x + half, y: from.y })} ${at({ x: to.x - half, y: to.y })} ${at(to)}`
}

function pathThrough(
  start: Point,
  label: Point,
  width: number,
  through: readonly Point[],
  end: Point,
): string {
  const [before, after] = [
    { x: label.x - width / 2 - 4, y: label.y },
    { x: label.x + width / 2 + 4, y: label.y },
  ]
  let path = `M${at(start)}${level(start, before)}L${at(after)}`
  let last: Point = after
  for (const point of through) {
    path += `${level(last, point)}L${at({ x: point.x + columnWidth, y: point.y })}`
    last = { x: point.x + columnWidth, y: point.y }
  }
  return path + level(last, end)
}

function bowPath(start: Point, label: Point, end: Point): string {
  const out = label.x - start.x
  const half = (from: Point, to: Point) => (to.y - from.y) * 0.4
  return [
    `M${at(start)}`,
    `C${at({ x: start.x + out, y: start.y })} ${at({ x: label.x, y: label.y - half(start, label) })} ${at(label)}`,
    `C${at({ x: label.x, y: label.y + half(label, end) })} ${at({ x: end.x + out, y: end.y })} ${at(end)}`,
  ].join('')
}

/** The head of an arrow whose point is at the card; `way` is 1 where it comes from the right. */
const arrow = ({ x, y }: Point, way: 1 | -1) => `M${at({ x, y })}l${way * 8} -4v8z`
