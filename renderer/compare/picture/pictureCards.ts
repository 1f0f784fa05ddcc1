/**
 * The columns of the picture: heads and, under them, cards with all of their words. Where
 * threads pass between two cards, on their way to a column further on, these stand wider
 * apart. All measures are pixels of the picture.
 */
import type { PictureCard, PictureColumn } from './pictureContent.ts'
import { type Measure, setText, type TextLine, textSorts } from './pictureText.ts'

export const columnWidth = 320
/** Between two cards that nothing passes. */
const cardGap = 14
/** From one passing thread to the next. */
export const laneGap = 7
/** Between two ends of threads at the side of a card. */
export const endGap = 8
const inset = 12
const markSize = 10

export type CardBox = {
  readonly card: PictureCard
  readonly column: number
  readonly x: number
  readonly y: number
  readonly height: number
  readonly mark: { readonly x: number; readonly y: number; readonly size: number } | null
  readonly lines: readonly TextLine[]
}

export type ColumnBox = {
  readonly x: number
  readonly head: readonly TextLine[]
  /** Where the head ends. */
  readonly headBottom: number
  readonly cards: readonly CardBox[]
  /** The gaps before each card and after the last: where threads pass. */
  readonly gaps: readonly { readonly top: number; readonly bottom: number }[]
}

/** What a column is made with. */
export type ColumnPlan = {
  readonly column: PictureColumn
  readonly index: number
  readonly x: number
  readonly top: number
  /** Where the first card may begin: heads of all columns end above it. */
  readonly cardsTop: number
  /** How many ends of threads a card has on the side where it has more, by its id. */
  readonly ends: ReadonlyMap<string, number>
  /** How many threads pass through each gap. */
  readonly passing: readonly number[]
}

/** Said in a column without a card. */
const noCards = 'No passage of this text is tagged.'

/** Sets the head of a column. */
export function setHead(
  { headline, source }: PictureColumn,
  x: number,
  top: number,
  measure: Measure,
): { lines: TextLine[]; bottom: number } {
  const box = { x, width: columnWidth }
  const title = setText(headline, 'headline', { ...box, top }, measure)
  const under = setText(source, 'source', { ...box, top: title.bottom + 4 }, measure)
  return { lines: [...title.lines, ...under.lines], bottom: under.bottom }
}

/** Sets a column with its head and cards. */
export function setColumn(plan: ColumnPlan, measure: Measure): ColumnBox {
  const { column, index, x, cardsTop, ends, passing } = plan
  const head = setHead(column, x, plan.top, measure)
  const gapOf = (place: number) => cardGap + (passing[place] ?? 0) * laneGap
  const gaps = [{ top: cardsTop, bottom: cardsTop + gapOf(0) }]
  let top = cardsTop + gapOf(0)
  const cards = column.cards.map((card, place) => {
    const box = setCard(card, index, x, top, ends.get(card.id) ?? 0, measure)
    const bottom = top + box.height
    top = bottom + gapOf(place + 1)
    gaps.push({ top: bottom, bottom: place === column.cards.length - 1 ? Number.POSITIVE_INFINITY : top })
    return box
  })
  const lines =
    cards.length > 0
      ? head.lines
      : [...head.lines, ...setText(noCards, 'source', { x, width: columnWidth, top }, measure).lines]
  return {
    x,
    head: lines,
    headBottom: head.bottom,
    cards,
    gaps: cards.length > 0 ? gaps : [{ top: cardsTop + 2 * cardGap, bottom: Number.POSITIVE_INFINITY }],
  }
}

function setCard(
  card: PictureCard,
  column: number,
  x: number,
  y: number,
  ends: number,
  measure: Measure,
): CardBox {
  const box = { x: x + inset, width: columnWidth - 2 * inset }
  const markRoom = card.kind === null ? 0 : markSize + 6
  const sort = setText(
    card.sort,
    'kind',
    { x: box.x + markRoom, width: box.width - markRoom, top: y + inset - 4 },
    measure,
  )
  const title = setText(card.title, 'title', { ...box, top: sort.bottom }, measure)
  const quote = setText(card.quote, 'quote', { ...box, top: title.bottom + 3 }, measure)
  const details = setText(card.details, 'details', { ...box, top: quote.bottom + 3 }, measure)
  const height = Math.max(details.bottom + inset - 4 - y, ends * endGap + 2 * inset)
  return {
    card,
    column,
    x,
    y,
    height,
    mark:
      card.kind === null
        ? null
        : { x: box.x, y: y + inset - 4 + (textSorts.kind.line - markSize) / 2, size: markSize },
    lines: [...sort.lines, ...title.lines, ...quote.lines, ...details.lines],
  }
}
