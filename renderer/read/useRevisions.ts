/** The revisions of an article, asked for anew when it goes on to another one. */
import { useEffect, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { RevisionInfo } from '../../app/results.ts'
import { useParts, useRecords } from '../workspace/context.ts'

/** Null until they are here. Oldest first. */
export function useRevisions(articleId: ArticleId): readonly RevisionInfo[] | null {
  const { client, workspace } = useParts()
  const current = useRecords((records) => records.article(articleId)?.revisionId ?? null)
  const [found, setFound] = useState<readonly RevisionInfo[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current revision means another list
  useEffect(() => {
    let wanted = true
    client.call('article.revisions', { id: articleId }).then(
      (list) => {
        if (wanted) setFound(list)
      },
      (error: unknown) => {
        const { code, message } = toWireError(error)
        // An article that was removed meanwhile has none; the view says so.
        if (wanted && code !== 'not-found') workspace.notify('refused', message)
      },
    )
    return () => {
      wanted = false
    }
  }, [client, workspace, articleId, current])
  return found
}
