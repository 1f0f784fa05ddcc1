/** Words that two passages have in common letter for letter and in the same order. */
import { shortestRun } from './fingerprints.ts'
import { latinDigits } from './numbers.ts'
import { wordsOf } from './terms.ts'

/** A word without what papers print in their own way: case, the sort of apostrophe, the script of digits. */
export const plainlyPrinted = (word: string): string =>
  latinDigits(word.normalize('NFKC').toLowerCase().replace(/’/gu, "'"))

/** The words of a text as `verbatimShare` compares them. */
export const plainWordsOf = (text: string): string[] => wordsOf(text).map((word) => plainlyPrinted(word.text))

/** Share of the shorter passage that its longest common run makes up, 0–1; 0 where that has fewer than `shortestRun` words. */
export function verbatimShare(a: readonly string[], b: readonly string[]): number {
  const run = longestRun(a, b)
  return run < shortestRun ? 0 : run / Math.min(a.length, b.length)
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0
  /** How long the run is that ends with each word of `b` and the last one of `a` so far. */
  const lengths = new Uint16Array(b.length + 1)
  for (const word of a) {
    // From the end, so that each length is still that of the word before.
    for (let place = b.length; place > 0; place -= 1) {
      const length = b[place - 1] === word ? (lengths[place - 1] ?? 0) + 1 : 0
      lengths[place] = length
      if (length > longest) longest = length
    }
  }
  return longest
}
