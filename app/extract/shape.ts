/**
 * What can be told of a line by its shape alone: is it prose, is it like a
 * title, does it end a sentence. Every test looks at a bounded part of the
 * line, so that a line of many megabytes costs no more than a short one.
 */

const sentenceEnd = /[.!?…。！？؟۔।]["'”’“»«›)\]」』】）*]*$/u
const lineGoesOn = /[,;:،؛，、；：\-–—―]$/u
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu
const letter = /\p{L}/u

/** The longest line that can be a title, a label or another thing than prose. */
export const longestTitle = 200

/** True where the line ends as a sentence ends, closing quotes and brackets included. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-8))
}

/** True where the line ends with a comma, a colon or a dash: it introduces or goes on. */
export function goesOn(text: string): boolean {
  return lineGoesOn.test(text.slice(-1))
}

/** Length in letters of an alphabet: a Chinese character tells as much as two and a half of them. */
export function weight(text: string): number {
  const found = text.slice(0, 400).match(dense)
  return text.length + (found === null ? 0 : found.length * 1.5)
}

/** Number of words; in scripts without spaces two characters count as one word. Counts no further than 400. */
export function wordCount(text: string): number {
  const head = text.slice(0, 2400)
  const found = head.match(dense)
  const spaced = head.split(' ').length
  return Math.min(400, found === null ? spaced : spaced + Math.ceil(found.length / 2))
}

/** True where the line has a letter of any script. */
export function hasLetters(text: string): boolean {
  return letter.test(text.slice(0, 400))
}

/** A paragraph of running text: a whole sentence of some length, or simply long. */
export function isProse(text: string): boolean {
  const size = weight(text)
  if (size >= 260) return true
  return (endsSentence(text) || isSignedOff(text)) && (size >= 80 || wordCount(text) >= 12)
}

/** True where the last sentence is followed by an agency's name, as in `… on Monday.—AFP`. */
function isSignedOff(text: string): boolean {
  return /[.!?]["”’]?\s?[-–—]{1,2}\s?\p{Lu}[\p{L}. ]{1,20}$/u.test(text.slice(-40))
}

/** A short line that does not end as a sentence does: a title, a teaser's heading, a menu entry. No row of a table. */
export function isTitleLike(text: string): boolean {
  if (text.length > longestTitle || !hasLetters(text) || text.includes('\t')) return false
  if (/^[\p{Ll}"“«„'‘\-–—]/u.test(text)) return false
  return !goesOn(text) && !/[.…。۔।]["'”’»)]*$/u.test(text.slice(-8)) && wordCount(text) <= 22
}

/** True where most words of four letters or more begin with a capital, as English headlines do. */
export function isTitleCase(text: string): boolean {
  const long = text.split(/\s+/).filter((word) => word.replace(/[^\p{L}]/gu, '').length >= 4)
  const capital = long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word))
  return long.length >= 2 && capital.length / long.length >= 0.8
}

/** The line as it is compared with others for repetition: case, quotes, dashes and spaces folded. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚`´]/gu, "'")
    .replace(/[‐‑‒–—―─]/gu, '-')
    .replace(/\s{2,}|[^\S ]/gu, ' ')
    .trim()
}
