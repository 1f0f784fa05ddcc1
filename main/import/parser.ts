/**
 * Parses files in worker threads, so that a large one does not hold up the host.
 * Threads are started with the first file, end after a few idle seconds, and do
 * not keep the process alive.
 */
import { Piscina } from 'piscina'
import { GainsayError } from '../../app/errors.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import { getWorkerUrl } from './workerUrl.ts'

/** Longest a file may take, in milliseconds. */
const longest = 30_000

/** Reads files as articles. */
export type Parser = {
  /** @throws GainsayError when the file is no article, takes too long, or the parser was closed. */
  parse(bytes: Uint8Array, name: string): Promise<ParsedFile>
  close(): void
}

/** A parser with its own threads; `timeLimit` in milliseconds. */
export function makeParser(timeLimit: number = longest, workerUrl: URL = getWorkerUrl()): Parser {
  let pool: Piscina<ParseTask, ParseAnswer> | null = null
  let closed = false
  const getPool = () => {
    pool ??= new Piscina<ParseTask, ParseAnswer>({
      filename: workerUrl.href,
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: 5_000,
    })
    return pool
  }
  return {
    async parse(bytes, name) {
      if (closed) throw stopped()
      const abort = new AbortController()
      const timer = setTimeout(() => abort.abort(), timeLimit)
      timer.unref()
      let answer: ParseAnswer
      try {
        answer = await getPool().run({ bytes, name }, { signal: abort.signal })
      } catch (error) {
        if (closed) throw stopped(error)
        if (abort.signal.aborted) throw tooSlow(timeLimit, error)
        throw error
      } finally {
        clearTimeout(timer)
      }
      if (!answer.ok) throw new GainsayError(answer.error.code, answer.error.message)
      return answer.value
    },
    close() {
      closed = true
      // Ending the threads is all that is left to do; nobody waits for it.
      void pool?.destroy()
      pool = null
    },
  }
}

const stopped = (cause?: unknown) =>
  new GainsayError('cancelled', 'Gainsay was closed before the file was read. Nothing was imported.', {
    cause,
  })
const tooSlow = (timeLimit: number, cause: unknown) =>
  new GainsayError(
    'refused',
    `Reading the file took longer than ${Math.round(timeLimit / 1000)} seconds and was stopped. Nothing was imported; split the file and try again.`,
    { cause },
  )
