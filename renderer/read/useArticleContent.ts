/**
 * An article with its text, fetched once per revision. What of the record can
 * change without a new text (folds, headline, dates) comes from the record cache.
 */
import { useEffect, useMemo, useState } from 'react'
import { type GainsayError, toWireError } from '../../app/errors.ts'
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { useParts, useRecords } from '../workspace/context.ts'

export type LoadedArticle =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string; retry(): void }
  | { readonly state: 'ready'; readonly content: ArticleContent }

/** `older` is the revision to read in place of the current one. */
export function useArticleContent(articleId: ArticleId, older: RevisionId | null = null): LoadedArticle {
  const { client, records } = useParts()
  const record = useRecords((store) => store.article(articleId))
  const [fetched, setFetched] = useState<ArticleContent | null>(null)
  const [failure, setFailure] = useState<{ id: ArticleId; why: string } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const revisionId = older ?? record?.revisionId ?? null
  const here =
    fetched?.article.id === articleId && (revisionId === null || fetched.revision.id === revisionId)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same article again; so does another revision, since the answer under way may be the one before it
  useEffect(() => {
    if (here) return
    let current = true
    client.call('article.get', { id: articleId, ...(older === null ? {} : { revisionId: older }) }).then(
      (content) => {
        if (!current) return
        records.rememberArticles([content.article])
        setFailure(null)
        setFetched(content)
      },
      (error: GainsayError) => {
        if (current) setFailure({ id: articleId, why: toWireError(error).message })
      },
    )
    return () => {
      current = false
    }
  }, [client, records, articleId, older, revisionId, here, attempt])

  return useMemo(() => {
    if (here && fetched !== null) {
      return { state: 'ready', content: withRecord(fetched, record) }
    }
    if (failure?.id === articleId) {
      return { state: 'failed', why: failure.why, retry: () => setAttempt((n) => n + 1) }
    }
    // Until the text of another revision is here, the former stays on the screen.
    if (fetched?.article.id === articleId) return { state: 'ready', content: fetched }
    return { state: 'loading' }
  }, [here, fetched, record, failure, articleId])
}

/** What the cache has of the article, which may be newer. Its folds are those of the current revision and of no other. */
function withRecord(fetched: ArticleContent, record: Article | null): ArticleContent {
  const article = record ?? fetched.article
  if (article.revisionId !== fetched.revision.id) {
    return { ...fetched, article: { ...article, flippedBlocks: [] } }
  }
  return article === fetched.article ? fetched : { ...fetched, article }
}
