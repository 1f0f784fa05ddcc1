/** Where everything in the picture of a comparison stands. Pure. All measures are pixels of the picture. */
import { type ColumnBox, columnWidth, setColumn, setHead } from './pictureCards.ts'
import type { PictureContent } from './pictureContent.ts'
import type { Measure } from './pictureText.ts'
import {
  endsOf,
  type Gutter,
  guttersFor,
  joinColumns,
  passingCounts,
  type ThreadPath,
  threadPaths,
} from './pictureThreads.ts'

export type PictureLayout = {
  readonly width: number
  readonly height: number
  readonly columns: readonly ColumnBox[]
  readonly threads: readonly ThreadPath[]
}

const margin = 28
/** Between two columns that no thread joins. */
const least = 36
/** From the heads to the first cards. */
const underHeads = 10

export function layoutPicture({ columns, threads }: PictureContent, measure: Measure): PictureLayout {
  const columnOf = new Map(columns.flatMap(({ cards }, index) => cards.map(({ id }) => [id, index] as const)))
  const joined = joinColumns(threads, columnOf)
  const gutters = guttersFor(columns.length, joined, measure)
  const ends = endsOf(joined)
  const xs = columnSides(gutters)
  const heads = columns.map((column) => setHead(column, 0, margin, measure).bottom)
  const cardsTop = Math.max(margin, ...heads) + underHeads
  const place = (passing: readonly (readonly number[])[]) =>
    columns.map((column, index) =>
      setColumn(
        { column, index, x: xs[index] ?? 0, top: margin, cardsTop, ends, passing: passing[index] ?? [] },
        measure,
      ),
    )
  // Set once as if nothing passed: where threads pass is judged by that, and then given room.
  const first = place([])
  const boxes = place(passingCounts(joined, first, cardsById(first)))
  const paths = threadPaths(joined, boxes, gutters, measure)
  return { ...sizeOf(boxes, gutters, paths), columns: boxes, threads: paths }
}

export const cardsById = (columns: readonly ColumnBox[]) =>
  new Map(columns.flatMap(({ cards }) => cards.map((box) => [box.card.id, box] as const)))

/** The left sides of the columns. */
function columnSides(gutters: readonly Gutter[]): number[] {
  let x = margin
  return gutters.map(({ bows, threads }) => {
    const side = x
    x += columnWidth + Math.max(least, bows + threads)
    return side
  })
}

function sizeOf(columns: readonly ColumnBox[], gutters: readonly Gutter[], paths: readonly ThreadPath[]) {
  const bottoms = columns.flatMap(({ head, headBottom, cards }) => [
    headBottom,
    ...head.map(({ baseline }) => baseline),
    ...cards.map(({ y, height }) => y + height),
  ])
  const right = (columns.at(-1)?.x ?? 0) + columnWidth + (gutters.at(-1)?.bows ?? 0)
  const labels = paths.map(({ lowest }) => lowest)
  return { width: Math.ceil(right + margin), height: Math.ceil(Math.max(0, ...bottoms, ...labels) + margin) }
}
