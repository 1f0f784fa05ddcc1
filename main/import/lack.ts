/**
 * What a text lacks to be an article: words. Signs, figures and single letters are
 * none; nor is a file of signs among which a few words stray, such as bytes of
 * something else that happen to read as text. Figures count for nothing either way,
 * since a table of them with its few heads is worth keeping. One sentence is enough,
 * whatever stands around it: it may be the one that matters.
 */
import { countMatches } from './counting.ts'

/** As many words make an article, however they stand. */
const enoughWords = 50
/** Words in a row, as in a sentence; in scripts without spaces so many letters. Bounded, so that it is looked for once from each place. */
const sentence = /(?:[\p{L}\p{M}'’-]{1,40}[,;:]?\s{1,9}){4}[\p{L}\p{M}]|\p{Lo}{8}/u
/** So many signs to a letter are no writing: code has two letters to a sign, a table drawn with lines about as many of both. */
const mostSigns = 10

/**
 * Words of two letters or more; in scripts without capitals each letter may be one. Bounded, since letters
 * without end overflow the stack of the pattern: such a run counts as several words.
 */
const word = /\p{L}\p{M}{0,100}\p{L}[\p{L}\p{M}]{0,1000}|\p{Lo}/gu
const letter = /[\p{L}\p{M}]/gu
/** Neither blank nor letter nor figure; controls and unassigned code points too. */
const sign = /[^\s\p{L}\p{M}\p{N}]/gu

/** What a text lacks to be an article, as the rest of a sentence that begins with it; null where it is one. */
export function findLack(text: string): string | null {
  const words = countMatches(text, word, enoughWords)
  if (words === 0) return 'holds no words that could be an article.'
  if (words >= enoughWords || sentence.test(text)) return null
  const signs = countMatches(text, sign)
  if (signs < mostSigns * countMatches(text, letter)) return null
  const few = words === 1 ? '1 word' : `${words} words`
  return `is almost all signs: ${few} among ${signs.toLocaleString('en')} of them are no article.`
}
