/** What the host and the thread that knows all articles say to each other. */
import type { PassageQuery } from '../../app/relate/passages.ts'
import type { LikePassage, RelatedTo } from '../../app/relate/relatedArticles.ts'
import type { ArticleToRelate } from '../../db/related.ts'

/** What the thread is asked for: articles like one, or passages like one; at most `most`. */
export type RelatedQuestion =
  | { readonly say: 'ask'; readonly articleId: string; readonly most: number }
  | { readonly say: 'askPassages'; readonly query: PassageQuery; readonly most: number }

/** To the thread; taken in the order sent. Every `put` is answered once it is in the index, every question once it is known. */
export type ToRelater =
  | { readonly say: 'put'; readonly articles: readonly ArticleToRelate[] }
  | { readonly say: 'remove'; readonly ids: readonly string[] }
  | (RelatedQuestion & { readonly id: number })

export type FromRelater =
  | { readonly say: 'taken' }
  | { readonly say: 'related'; readonly id: number; readonly found: readonly RelatedTo[] }
  | { readonly say: 'passages'; readonly id: number; readonly found: readonly LikePassage[] }
