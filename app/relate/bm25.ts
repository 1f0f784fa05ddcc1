/**
 * BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
 * Beyond, 2009): a rare word shared tells more than a common one, the third
 * repetition less than the second, a hit in a short passage more than in a long one.
 */

/** How soon repetition stops to count (`k1`), and how much length is held against a passage (`b`, 0–1). */
export type Saturation = { readonly k1: number; readonly b: number }

/** The usual values, for whole documents. */
export const usualSaturation: Saturation = { k1: 1.2, b: 0.75 }

/** For sentences: they rarely repeat a word, and a long one tells more, not vaguer. */
export const sentenceSaturation: Saturation = { k1: 0.6, b: 0.4 }

/** How much a term tells that stands in `holders` of `count` passages; never below zero. */
export function rarity(count: number, holders: number): number {
  return Math.log(1 + (count - holders + 0.5) / (holders + 0.5))
}

/** What a term counts that stands `times` in a passage of `length` terms, of `usual` length on average. */
export function saturate(times: number, length: number, usual: number, { k1, b }: Saturation): number {
  return (times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / (usual || 1)))
}

/** Plain BM25 over a fixed list of passages, each given as its words. */
export type Bm25 = {
  /** The score of each passage for a query, in the order of the list. */
  readonly score: (query: readonly string[]) => Float64Array
}

/** Indexes passages for plain BM25. */
export function createBm25(passages: readonly (readonly string[])[], saturation = usualSaturation): Bm25 {
  const postings = new Map<string, Map<number, number>>()
  passages.forEach((words, passage) => {
    for (const word of words) {
      let holders = postings.get(word)
      if (holders === undefined) {
        holders = new Map()
        postings.set(word, holders)
      }
      holders.set(passage, (holders.get(passage) ?? 0) + 1)
    }
  })
  const usual = passages.reduce((sum, words) => sum + words.length, 0) / (passages.length || 1)
  return {
    score: (query) => {
      const scores = new Float64Array(passages.length)
      for (const word of new Set(query)) {
        const holders = postings.get(word) ?? new Map<number, number>()
        const weight = rarity(passages.length, holders.size)
        for (const [passage, times] of holders)
          scores[passage] =
            (scores[passage] ?? 0) +
            weight * saturate(times, passages[passage]?.length ?? 0, usual, saturation)
      }
      return scores
    },
  }
}
