/**
 * From what is selected on the screen to the ranges of a passage.
 *
 * A selection grows to whole characters as people see them, loses the white
 * space at its ends, and leaves out furniture; what is left is one range, or
 * several where furniture stood in between.
 */
import type { Range } from '../../app/model.ts'
import { nextGrapheme, previousGrapheme } from '../../app/text/graphemes.ts'
import { withoutBlocks } from './folds.ts'

/** Ranges of the canonical text, in order, and the words in them. */
export type ReaderSelection = { ranges: Range[]; text: string }

// Between two plain letters lies always a boundary; this is nearly every case.
const isPlain = (text: string, offset: number) =>
  offset <= 0 ||
  offset >= text.length ||
  (text.charCodeAt(offset) < 0x300 && text.charCodeAt(offset - 1) < 0x300 && text[offset] !== '\n')

/** The range grown to whole grapheme clusters at both ends. */
export function wholeGraphemes(text: string, { start, end }: Range): Range {
  return {
    start: isPlain(text, start) ? start : Math.min(start, previousGrapheme(text, start + 1)),
    end: isPlain(text, end) ? end : Math.max(end, nextGrapheme(text, end - 1)),
  }
}

const blank = /\s/

/** The range without white space at its ends; null if nothing else is in it. */
export function trimmed(text: string, { start, end }: Range): Range | null {
  let from = start
  let to = end
  while (from < to && blank.test(text.charAt(from))) from++
  while (to > from && blank.test(text.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : null
}

/**
 * What the range `[start, end)` of the canonical text selects; null if no word is in it.
 * Furniture is left out, but a selection that lies wholly in furniture that is
 * shown selects it. What is hidden is never selected.
 */
export function selectionOf(
  text: string,
  blocks: readonly Range[],
  range: Range,
  furniture: readonly boolean[],
  hidden: (block: number) => boolean,
): ReaderSelection | null {
  const whole = wholeGraphemes(text, range)
  const take = (skip: (index: number) => boolean) =>
    withoutBlocks(whole, blocks, skip)
      .map((part) => trimmed(text, part))
      .filter((part) => part !== null)
  let ranges = take((index) => furniture[index] === true)
  if (ranges.length === 0) ranges = take(hidden)
  if (ranges.length === 0) return null
  return { ranges, text: ranges.map(({ start, end }) => text.slice(start, end)).join('\n\n') }
}
