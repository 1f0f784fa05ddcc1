/** The articles related to one, asked for again as more of the case is read. */
import { useCallback, useEffect, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { RelatedArticles, RelatingProgress } from '../../app/results.ts'
import { useParts } from '../workspace/context.ts'

export type RelatedLookUp = {
  /** Null until the first answer. */
  readonly found: RelatedArticles | null
  readonly progress: RelatingProgress | null
  /** What went wrong; null as a rule. */
  readonly fault: string | null
  stop(): void
  goOn(): void
}

const most = 60
/** How long a list stays as it is while the reading goes on, in milliseconds. */
const renewAfter = 2_000

export function useRelatedArticles(articleId: ArticleId): RelatedLookUp {
  const { client } = useParts()
  const [found, setFound] = useState<RelatedArticles | null>(null)
  const [progress, setProgress] = useState<RelatingProgress | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    let wanted = true
    let asking = false
    /** How much was read when the last answer was given, and when that was. */
    let answered: RelatingProgress | null = null
    let answeredAt = 0
    const ask = () => {
      asking = true
      client.call('article.related', { id: articleId, most }).then(
        (next) => {
          asking = false
          if (!wanted) return
          answered = next
          answeredAt = performance.now()
          setFound(next)
          setProgress(next)
        },
        (error: unknown) => {
          asking = false
          if (wanted) setFault(toWireError(error).message)
        },
      )
    }
    const stop = client.onEvent((message) => {
      if (message.event !== 'relating') return
      const now = message.value
      setProgress(now)
      if (asking || answered === null || answered.read >= now.of || now.stopped) return
      if (now.read === now.of || performance.now() > answeredAt + renewAfter) ask()
    })
    ask()
    return () => {
      wanted = false
      stop()
    }
  }, [client, articleId, round])

  return {
    found,
    progress,
    fault,
    stop: useCallback(() => {
      client.call('article.stopRelating', {}).catch((error: unknown) => setFault(toWireError(error).message))
    }, [client]),
    goOn: useCallback(() => setRound((before) => before + 1), []),
  }
}
