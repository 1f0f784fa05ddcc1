/** What the host and the thread that knows all articles say to each other. */
import type { RelatedTo } from '../../app/relate/relatedArticles.ts'
import type { ArticleToRelate } from '../../db/related.ts'

/** To the thread; taken in the order sent. Every `put` is answered once it is in the index, every `ask` once it is known. */
export type ToRelater =
  | { readonly say: 'put'; readonly articles: readonly ArticleToRelate[] }
  | { readonly say: 'remove'; readonly ids: readonly string[] }
  | { readonly say: 'ask'; readonly id: number; readonly articleId: string; readonly most: number }

export type FromRelater =
  | { readonly say: 'taken' }
  | { readonly say: 'related'; readonly id: number; readonly found: readonly RelatedTo[] }
