/** What all articles have to be read for, asked again as more of the case is read. */
import { useCallback, useEffect, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { RelatingProgress } from '../../app/results.ts'
import { useParts } from '../workspace/context.ts'

export type LookUp<Found extends RelatingProgress> = {
  /** Null until the first answer. */
  readonly found: Found | null
  readonly progress: RelatingProgress | null
  /** What went wrong; null as a rule. */
  readonly fault: string | null
  stop(): void
  goOn(): void
}

/** How long a list stays as it is while the reading goes on, in milliseconds. */
const renewAfter = 2_000

/** Asks once, and again while the case is being read. Keep the question's identity while it asks the same. */
export function useRelating<Found extends RelatingProgress>(question: () => Promise<Found>): LookUp<Found> {
  const { client } = useParts()
  const [found, setFound] = useState<Found | null>(null)
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
      question().then(
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
  }, [client, question, round])

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
