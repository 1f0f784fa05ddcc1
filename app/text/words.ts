/** The word around a place in a text of any script, by the segmenter of the platform (Unicode UAX 29). */
import type { Range } from '../model.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const reach = 400

/**
 * The word at an offset, or, where the offset stands behind a word's last letter, that word.
 * Null where no word touches the offset. Offsets are UTF-16 code units.
 */
export function wordAround(text: string, offset: number): Range | null {
  // The window begins at a space, so that it cuts no word; without one near, at its edge.
  const edge = Math.max(0, offset - reach)
  const space = edge === 0 ? -1 : text.slice(edge, offset).search(/\s/u)
  const from = space < 0 ? edge : edge + space
  let before: Range | null = null
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, offset + reach))) {
    const start = from + index
    const end = start + segment.length
    if (start > offset) break
    if (!isWordLike) continue
    if (offset < end) return { start, end }
    if (offset === end) before = { start, end }
  }
  return before
}
