/** The articles that are one source with an article, asked for anew when one of them comes, goes or changes. */
import { useEffect, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import { useParts } from '../workspace/context.ts'

/** The first of them first, the article itself among them; null until they are here. `firstId` is the first as far as it is known. */
export function useSharing(id: ArticleId, firstId: ArticleId): readonly Article[] | null {
  const { client, records, workspace } = useParts()
  const [found, setFound] = useState<readonly Article[] | null>(null)
  useEffect(() => {
    let wanted = true
    const ask = () =>
      client.call('article.sharing', { id }).then(
        (group) => {
          if (!wanted) return
          records.rememberArticles(group)
          setFound(group)
        },
        (error: unknown) => {
          const { code, message } = toWireError(error)
          // An article that was removed meanwhile shares nothing; the view says so.
          if (wanted && code !== 'not-found') workspace.notify('refused', message)
        },
      )
    const isOne = (article: Article | null) => article?.id === firstId || article?.reprintOf === firstId
    const stop = records.onCommitted(({ changes }) => {
      if (
        changes.some((change) => change.type === 'article' && (isOne(change.before) || isOne(change.after)))
      )
        void ask()
    })
    void ask()
    return () => {
      wanted = false
      stop()
    }
  }, [client, records, workspace, id, firstId])
  return found
}
