/**
 * Which articles tell of what one tells, and which print its very text. Likeness says
 * who is near, reuse says who took whose words; a reprint comes first whatever else
 * the two have in common, then those that are most alike.
 */
import { Collection, type ComparedArticle } from './collection.ts'
import { createLikeness, type LikeArticle, type Likeness } from './likeness.ts'
import { type PassageQuery, type RankedPassage, rankPassages, textOf } from './passages.ts'
import { createReuseIndex, isReprint, type Reuse, type ReuseIndex } from './reuse.ts'

/** An article that tells of the same. */
export type RelatedTo = {
  readonly articleId: string
  /** How alike the two are in their rare words and in the company they keep, 0–1; of a reprint, how much of the shorter text stands in the other. */
  readonly score: number
  /** The words the likeness rests on, as printed, heaviest first. */
  readonly words: readonly string[]
  /** Runs of eight words or more that stand in both; null where there is none. */
  readonly shared: {
    readonly runs: number
    /** In all runs together, as the asked article has them. */
    readonly words: number
    /** Share of the asked article's words that stand in the other, 0–1. */
    readonly share: number
    /** Share of the other's words that stand in the asked one, 0–1. */
    readonly shareThere: number
  } | null
  /** Whether one of the two prints the text of the other, whole or cut. */
  readonly reprint: boolean
}

/** A passage that says what another one says, with its words as printed. */
export type LikePassage = Omit<RankedPassage, 'index'> & { readonly text: string }

/** Everything that has to be known of all articles to tell. */
export type ArticleIndex = {
  readonly size: () => number
  /** Adds an article, or replaces the one of the same id. */
  readonly put: (article: ComparedArticle) => void
  readonly remove: (articleId: string) => void
  /** The articles related to this one, best first, at most `most`; empty for an id that is not there. */
  readonly relatedTo: (articleId: string, most: number) => RelatedTo[]
  /** The passages of other articles that say what this one says, best first, at most `most`. */
  readonly passagesLike: (query: PassageQuery, most: number) => LikePassage[]
}

/** Makes an empty index. */
export function createArticleIndex(): ArticleIndex {
  const collection = new Collection()
  const likeness = createLikeness(collection)
  const reuse = createReuseIndex()
  return {
    size: () => collection.articles.size,
    put(article) {
      collection.put(article)
      reuse.put(article)
    },
    remove(articleId) {
      collection.remove(articleId)
      reuse.remove(articleId)
    },
    relatedTo: (articleId, most) => relatedTo(likeness, reuse, articleId, most),
    passagesLike: (query, most) =>
      rankPassages(collection, likeness, query, { most })
        .filter(({ score }) => score >= leastOfPassage)
        .map(({ index: _, ...passage }) => ({ ...passage, text: textOf(collection, passage) })),
  }
}

/** Below this score two passages have a name or a word of their trade in common, and tell of other things. */
const leastOfPassage = 0.2
/** Below this likeness two articles have no more than the words of their trade in common. */
const leastLikeness = 0.06
/** Below this likeness they must keep the same company as well. */
const plainLikeness = 0.25
/** An article of another affair keeps company that is neither like nor unlike, or unlike. */
const ownCompany = 0.55
/** Fewer words in common, rare as they may be in a small case, are chance. */
const fewestWords = 3
const mostWords = 8

function relatedTo(likeness: Likeness, index: ReuseIndex, articleId: string, most: number): RelatedTo[] {
  const reuses = new Map(index.reuseOf(articleId).map((reuse) => [reuse.articleId, reuse]))
  const near = likeness.nearest(articleId)
  const known = new Set(near.map((like) => like.articleId))
  const copies = [...reuses.values()].filter((reuse) => !known.has(reuse.articleId))
  return [
    ...near.filter((like) => tellsOfTheSame(like) || reuses.has(like.articleId)),
    ...copies.map((reuse): LikeArticle => ({ articleId: reuse.articleId, cosine: 0, company: 0 })),
  ]
    .map((like) => ({ like, reuse: reuses.get(like.articleId) ?? null }))
    .sort((a, b) => rank(b) - rank(a))
    .map((found) => describe(likeness, articleId, found))
    .filter(({ words, shared }) => shared !== null || words.length >= fewestWords)
    .slice(0, most)
}

const tellsOfTheSame = ({ cosine, company }: LikeArticle) =>
  cosine >= plainLikeness || (cosine >= leastLikeness && company >= ownCompany)

type Found = { readonly like: LikeArticle; readonly reuse: Reuse | null }

const printed = (reuse: Reuse) => Math.max(reuse.share, reuse.shareThere)

const isPrint = (reuse: Reuse | null) => reuse !== null && isReprint(reuse)

/** Likeness of words and of company, in equal parts; what was copied counts where it is more. */
const scoreOf = ({ like, reuse }: Found) =>
  reuse !== null && isPrint(reuse)
    ? printed(reuse)
    : Math.max((like.cosine + like.company) / 2, reuse === null ? 0 : printed(reuse))

/** Prints of one text before all else. */
const rank = (found: Found) => scoreOf(found) + (isPrint(found.reuse) ? 1 : 0)

function describe(likeness: Likeness, articleId: string, found: Found): RelatedTo {
  const { like, reuse } = found
  return {
    articleId: like.articleId,
    score: scoreOf(found),
    words: likeness.sharedWords(articleId, like.articleId, mostWords),
    shared:
      reuse === null
        ? null
        : {
            runs: reuse.runs.length,
            words: reuse.runs.reduce((sum, run) => sum + run.words, 0),
            share: reuse.share,
            shareThere: reuse.shareThere,
          },
    reprint: isPrint(reuse),
  }
}
