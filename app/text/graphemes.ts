/** Boundaries between user-perceived characters (grapheme clusters, Unicode UAX 29), in UTF-16 code units. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Clusters longer than this occur only in text that was made to break programs. */
const reach = 256

/** A place near `offset` where a cluster surely begins or ends: the line's start, or a space between words. */
function safeStart(text: string, offset: number): number {
  const from = Math.max(0, offset - reach)
  const window = text.slice(from, offset)
  // A line feed always is a boundary on both sides, unless it follows a carriage return.
  const line = window.lastIndexOf('\n')
  if (line >= 0) return from + line
  return from > 0 && isInsidePair(text, from) ? from - 1 : from
}

function isInsidePair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
}

/** The first boundary after an offset; the text's length at its end. */
export function nextGrapheme(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const from = safeStart(text, Math.max(0, offset))
  for (const { segment, index } of segmenter.segment(text.slice(from, offset + reach))) {
    const end = from + index + segment.length
    if (end > offset) return end
  }
  return text.length
}

/** The last boundary before an offset; 0 at the text's start. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0
  const end = Math.min(offset, text.length)
  const from = safeStart(text, end - 1)
  let last = from
  for (const { index } of segmenter.segment(text.slice(from, end + reach))) {
    if (from + index >= end) break
    last = from + index
  }
  return last
}
