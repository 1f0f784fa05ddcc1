/** Text as it is compared for telling duplicates: what typesetting changes is folded away, words are not. */

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
const doubleQuotes = /[“”„‟«»〝〞＂]/gu
const singleQuotes = /[‘’‚‛‹›`´′＇]/gu
const dashes = /\s*[‐‑‒–—―─−﹘﹣－]+\s*|\s+-+\s+|-{2,}/gu

/**
 * NFKC, lower case, one kind of quotation mark and dash, single spaces, no invisible signs.
 * The result is for comparing only: its offsets are not those of the text.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/…/gu, '...')
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(dashes, '-')
    .replace(/\s{2,}|[^\S ]/gu, ' ')
    .trim()
    .toLowerCase()
}
