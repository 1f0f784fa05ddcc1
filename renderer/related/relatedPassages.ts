/** What two articles have in common and what only one of them has, as ranges of their texts. Pure; run in a worker. */

import type { Range } from '../../app/model.ts'
import { type ComparedArticle, comparedArticle } from '../../app/relate/collection.ts'
import { type DetailedPassage, type Difference, differences } from '../../app/relate/details.ts'
import { comparePair, type PassagePair } from '../../app/relate/pairs.ts'
import { createReuseIndex } from '../../app/relate/reuse.ts'
import type { ArticleContent } from '../../app/results.ts'

/** What is looked at of an article. */
export type ToCompare = {
  readonly article: Pick<ArticleContent['article'], 'id' | 'language' | 'published' | 'flippedBlocks'>
  readonly revision: Pick<ArticleContent['revision'], 'text' | 'blocks'>
}

/** Two passages that say the same, with where they differ in detail; ranges in the text of each article. */
export type RelatedPair = Pick<PassagePair, 'sort' | 'score' | 'words'> & {
  readonly here: Range
  readonly there: Range
  readonly differences: readonly Difference[]
}

export type RelatedPassages = {
  /** In the order of the left article. */
  readonly pairs: readonly RelatedPair[]
  /** Passages that nothing in the other article says, in text order. */
  readonly onlyHere: readonly Range[]
  readonly onlyThere: readonly Range[]
}

/** Compares two articles passage by passage; takes some 50 ms for two of fifty sentences. */
export function relatedPassages(left: ToCompare, right: ToCompare): RelatedPassages {
  const here = comparedArticle(left.article, left.revision)
  const there = comparedArticle(right.article, right.revision)
  const index = createReuseIndex()
  index.put(here)
  index.put(there)
  const reuse = index.reuseOf(here.id).find(({ articleId }) => articleId === there.id) ?? null
  const { pairs, onlyHere, onlyThere } = comparePair(here, there, reuse)
  return {
    pairs: pairs.flatMap(({ sort, score, words, ...pair }): RelatedPair[] => {
      const mine = here.passages[pair.here]
      const theirs = there.passages[pair.there]
      if (mine === undefined || theirs === undefined) return []
      const details = differences(detailed(here, mine), detailed(there, theirs))
      return [{ sort, score, words, here: mine, there: theirs, differences: details }]
    }),
    onlyHere: rangesAt(here, onlyHere),
    onlyThere: rangesAt(there, onlyThere),
  }
}

const detailed = ({ text, language, published }: ComparedArticle, range: Range): DetailedPassage => ({
  text,
  range,
  language,
  published,
})

const rangesAt = ({ passages }: ComparedArticle, places: readonly number[]): Range[] =>
  places.flatMap((place) => passages[place] ?? [])
