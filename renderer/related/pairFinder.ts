/** Asks the worker that compares articles. */
import { GainsayError } from '../../app/errors.ts'
import type { RelatedPassages, ToCompare } from './relatedPassages.ts'
import type { RelatedAnswer, RelatedQuestion } from './relatedWorker.ts'

export type PairFinder = {
  /** Errors: internal, when the comparison broke. */
  find(here: ToCompare, there: ToCompare): Promise<RelatedPassages>
  /** Ends the worker; what is under way is never answered. */
  end(): void
}

type Waiting = { resolve(found: RelatedPassages): void; reject(error: GainsayError): void }

export function createPairFinder(): PairFinder {
  const worker = new Worker(new URL('./relatedWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  worker.onmessage = ({ data: { id, found } }: MessageEvent<RelatedAnswer>) => {
    waiting.get(id)?.resolve(found)
    waiting.delete(id)
  }
  worker.onerror = () => {
    for (const { reject } of waiting.values())
      reject(new GainsayError('internal', 'The two articles could not be compared.'))
    waiting.clear()
  }
  return {
    find: ({ article, revision }, there) =>
      new Promise((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve, reject })
        const question: RelatedQuestion = { id: asked, here: { article, revision }, there }
        worker.postMessage(question)
      }),
    end: () => worker.terminate(),
  }
}
