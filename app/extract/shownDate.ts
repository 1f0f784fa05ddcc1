/**
 * The date that a page shows beside its article where nothing states it: in a line that
 * has a name, a section or a time of day beside it, so that it is no date line by itself.
 * A line counts by where it stands. Right above or below the headline, or in the article's
 * first lines, a date is the article's own; further down it is that of another one, but
 * for a line after the article that says what its date is.
 */

import type { BlockType, FurnitureReason } from '../vocabulary.ts'
import { findDate, readDateLabel } from './dates.ts'
import { endsSentence } from './shape.ts'

/** A block as it stands on the page. */
type Shown = { type: BlockType; text: string; furniture: FurnitureReason | null }

const above = 6
const below = 5
const behind = 4
/** A line with a date in it is short; one of running text tells of what happened then. */
const longestLine = 120

/** The day in EDTF; null where no line near the article has one. `dayFirst` as in `findDate`. */
export function findShownDate(
  blocks: readonly Shown[],
  headlineAt: number,
  dayFirst: boolean | null,
): string | null {
  const first = blocks.findIndex((block) => block.furniture === null)
  if (first < 0) return null
  const last = blocks.findLastIndex((block) => block.furniture === null)
  const anchor = headlineAt < 0 || headlineAt > first + below ? first : headlineAt
  const near = blocks
    .map((block, index) => ({ block, distance: Math.abs(index - anchor), index }))
    .slice(Math.max(0, Math.min(anchor, first) - above), Math.min(last + 1, Math.max(anchor, first) + below))
    .sort((a, b) => a.distance - b.distance)
  for (const { block } of near) {
    const day = isBesideStory(block) ? dayOf(block.text, dayFirst)?.day : undefined
    if (day !== undefined) return day
  }
  for (const block of blocks.slice(last, last + 1 + behind)) {
    const found = block.furniture === 'comments' ? null : dayOf(block.text, dayFirst)
    if (found?.labelled) return found.day
  }
  return null
}

/** A line of the page's own about the article: no list of others, no sentence of the article. */
function isBesideStory({ text, furniture, type }: Shown): boolean {
  if (furniture === 'comments' || furniture === 'related' || type === 'caption') return false
  return furniture !== null || (!endsSentence(text) && text.length <= 80)
}

function dayOf(text: string, dayFirst: boolean | null): { day: string; labelled: boolean } | null {
  if (text.length > longestLine || /[©℗]|copyright/iu.test(text)) return null
  const date = findDate(text, dayFirst)
  if (date?.edtf?.length !== 10) return null
  return { day: date.edtf, labelled: readDateLabel(text.slice(0, date.start)) !== null }
}
