/**
 * How well a text agrees with the expected one: precision, recall and F1 of their
 * words as multisets, as is usual for the extraction of main content. Signs of
 * Chinese and Japanese count as words, since spaces do not part them.
 */

/** Precision, recall and F1, each 0 to 1. Two texts without words agree. */
export type WordScore = { precision: number; recall: number; f1: number }

/** The words of a text, in order, as they are printed. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
}

/** Compares the words of `found` with those of `expected`. */
export function scoreWords(found: string, expected: string): WordScore {
  const own = wordsOf(found)
  const wanted = wordsOf(expected)
  if (own.length === 0 && wanted.length === 0) return { precision: 1, recall: 1, f1: 1 }
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of own) {
    const more = left.get(word) ?? 0
    if (more > 0) {
      common += 1
      left.set(word, more - 1)
    }
  }
  return {
    precision: own.length === 0 ? 0 : common / own.length,
    recall: wanted.length === 0 ? 0 : common / wanted.length,
    f1: (2 * common) / (own.length + wanted.length),
  }
}

/** The value below which the given share of the values lies, between neighbours by interpolation. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** The mean; NaN for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
