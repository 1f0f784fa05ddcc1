/**
 * From overlapping passages to properly nested marks.
 *
 * The text of a block is cut at every boundary of a segment. At each cut the
 * marks that end are closed, together with those opened inside them, which are
 * opened again at once; so whatever overlaps, touches or nests comes out as a
 * well-formed tree, and the words between `open` and `close` of a passage,
 * joined, are its words. A segment across blocks is closed with each block and
 * opened again in the next.
 */

import type { Block } from '../model.ts'
import type { ArticleContent } from '../results.ts'
import type { FurnitureReason } from '../vocabulary.ts'
import type { Passage } from './outline.ts'

/** One segment of one passage, as it lies in the text. */
export type Span = {
  readonly passage: Passage
  readonly start: number
  readonly end: number
  /** Spans that overlap have different lanes, from 0, so that their lines can be drawn apart. */
  readonly lane: number
}

export type Piece =
  | { readonly type: 'text'; readonly text: string }
  /** `first` where the segment itself begins, not where its mark is taken up again. */
  | { readonly type: 'open'; readonly span: Span; readonly first: boolean }
  | { readonly type: 'close'; readonly span: Span }

export type MarkedBlock = {
  readonly block: Block
  /** Whether it counts as furniture at present; such a block is here only because a passage lies in it. */
  readonly furniture: boolean
  /** Whether blocks of the article that hold no passage are left out right before it. */
  readonly afterGap: boolean
  readonly pieces: readonly Piece[]
}

/** The text of an article as the report shows it, and what it leaves out. */
export type MarkedText = {
  readonly blocks: readonly MarkedBlock[]
  readonly hidden: readonly { readonly reason: FurnitureReason | null; readonly lines: number }[]
  /** How many blocks of the article are left out because no passage lies in them. */
  readonly left: number
  /** Whether some of these come after the last block that is shown. */
  readonly gapAtEnd: boolean
}

/**
 * Cuts an article's text into marked blocks; furniture is left out unless a passage lies in it,
 * and so is, unless the text is to be whole, any other block.
 */
export function markText(
  { article, revision }: ArticleContent,
  passages: readonly Passage[],
  whole: boolean,
): MarkedText {
  // Offsets of another revision mean nothing in this text.
  const spans = spansOf(passages.filter(({ annotation }) => annotation.revisionId === revision.id))
  const flipped = new Set(article.flippedBlocks)
  const blocks: MarkedBlock[] = []
  const hidden: { reason: FurnitureReason | null; lines: number }[] = []
  const begun = new Set<Span>()
  let open: readonly Span[] = []
  let next = 0
  let left = 0
  let gap = false
  for (const [index, block] of revision.blocks.entries()) {
    const touching = [...open.filter((span) => span.end > block.start)]
    for (let span = spans[next]; span !== undefined && span.start < block.end; span = spans[next]) {
      if (span.end > block.start) touching.push(span)
      next += 1
    }
    open = touching
    const furniture = (block.furniture !== null) !== flipped.has(index)
    if (furniture && touching.length === 0) {
      const lines = revision.text.slice(block.start, block.end).split('\n').length
      hidden.push({ reason: block.furniture, lines })
    } else if (!whole && touching.length === 0) {
      left += 1
      gap = true
    } else {
      const pieces = piecesOf(revision.text, block, touching, begun)
      blocks.push({ block, furniture, afterGap: gap, pieces })
      gap = false
    }
  }
  return { blocks, hidden, left, gapAtEnd: gap }
}

function spansOf(passages: readonly Passage[]): Span[] {
  const bare = passages
    .flatMap((passage) => passage.annotation.segments.map(({ start, end }) => ({ passage, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const laneEnds: number[] = []
  return bare.map((span) => {
    const free = laneEnds.findIndex((end) => end <= span.start)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = span.end
    return { ...span, lane }
  })
}

function piecesOf(text: string, block: Block, spans: readonly Span[], begun: Set<Span>): Piece[] {
  const cuts = new Set([block.start, block.end])
  for (const { start, end } of spans) {
    if (start > block.start) cuts.add(start)
    if (end < block.end) cuts.add(end)
  }
  const positions = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let stack: Span[] = []
  let next = 0
  let covering: Span[] = []
  for (const [index, start] of positions.entries()) {
    const end = positions[index + 1]
    covering = covering.filter((span) => span.end > start)
    if (end !== undefined) {
      for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[next]) {
        if (span.end > start) covering.push(span)
        next += 1
      }
    } else covering = []
    stack = move(pieces, stack, covering, begun)
    if (end !== undefined) pieces.push({ type: 'text', text: text.slice(start, end) })
  }
  return pieces
}

/** Closes and opens what turns one nesting into the other. */
function move(pieces: Piece[], from: readonly Span[], to: readonly Span[], begun: Set<Span>): Span[] {
  let common = 0
  while (common < from.length && from[common] === to[common]) common += 1
  for (const span of from.slice(common).reverse()) pieces.push({ type: 'close', span })
  for (const span of to.slice(common)) {
    pieces.push({ type: 'open', span, first: !begun.has(span) })
    begun.add(span)
  }
  return [...to]
}
