/**
 * Reads files in worker threads, so that a large one does not hold up the host.
 * Threads are started with the first file, end after a few idle seconds, and do
 * not keep the process alive. A file that hangs or eats up the memory takes its
 * thread with it; the files that wait go on in another.
 */
import { Piscina } from 'piscina'
import { GainsayError } from '../../app/errors.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import type { FileOptions } from './readFile.ts'
import { getWorkerUrl } from './workerUrl.ts'

const threads = 2
/** Longest a file may take, in milliseconds: a base, and more for each megabyte. */
const longest = 30_000
const longestForMegabyte = 1_000
/** Heap of one thread, in megabytes. Two of them and the host stay under a gigabyte. */
const mostHeap = 320

export type Parser = {
  /**
   * Reads a file as articles.
   * @throws GainsayError when it holds none, takes too long or too much memory, or `signal` stops it.
   */
  parse(bytes: Uint8Array, name: string, options?: FileOptions, signal?: AbortSignal): Promise<ParsedFile>
  close(): void
}

/** A parser with its own threads; `timeLimit` in milliseconds, `heap` in megabytes for a thread. */
export function makeParser(
  timeLimit: number = longest,
  workerUrl: URL = getWorkerUrl(),
  heap: number = mostHeap,
): Parser {
  let pool: Piscina<ParseTask, ParseAnswer> | null = null
  let closed = false
  const getPool = () => {
    pool ??= new Piscina<ParseTask, ParseAnswer>({
      filename: workerUrl.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 5_000,
      // With a large young generation V8 can run out between two of its own checks, and takes the process along.
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 16 },
    })
    return pool
  }
  // Only as many files as there are threads are handed over, so that no file's time runs while it waits.
  const slots = makeSlots(threads)

  const run = async (task: ParseTask, signal: AbortSignal | undefined): Promise<ParseAnswer> => {
    const limit = timeLimit + (task.bytes.length / 1024 / 1024) * longestForMegabyte
    const abort = new AbortController()
    const stop = () => abort.abort()
    let late = false
    const timer = setTimeout(() => {
      late = true
      stop()
    }, limit)
    timer.unref()
    signal?.addEventListener('abort', stop)
    try {
      return await getPool().run(task, { signal: abort.signal })
    } catch (error) {
      if (closed) throw stopped(error)
      if (signal?.aborted) throw cancelled(error)
      if (late) throw tooSlow(limit, error)
      if (hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) throw tooMuch(error)
      throw broken(error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
  }

  return {
    async parse(bytes, name, options = {}, signal) {
      await slots.take()
      let answer: ParseAnswer
      try {
        if (closed) throw stopped()
        if (signal?.aborted) throw cancelled()
        answer = await run({ bytes, name, options }, signal)
      } finally {
        slots.give()
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

function makeSlots(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return {
    take(): Promise<void> {
      if (free > 0) {
        free -= 1
        return Promise.resolve()
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    give(): void {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    },
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

const stopped = (cause?: unknown) =>
  new GainsayError('cancelled', 'Gainsay was closed before the file was read. Nothing was imported.', {
    cause,
  })
const cancelled = (cause?: unknown) =>
  new GainsayError('cancelled', 'The import was stopped before this file was read.', { cause })
const tooSlow = (limit: number, cause: unknown) =>
  new GainsayError(
    'refused',
    `Reading the file took longer than ${Math.round(limit / 1000)} seconds and was stopped. Nothing was imported; split the file and try again.`,
    { cause },
  )
const tooMuch = (cause: unknown) =>
  new GainsayError(
    'too-large',
    'Reading the file took more memory than Gainsay gives one file, and was stopped. Nothing was imported; split the file and try again.',
    { cause },
  )
const broken = (cause: unknown) =>
  new GainsayError(
    'unreadable',
    'The program that reads this format broke down over the file. Nothing of it was imported; the other files went on.',
    { cause },
  )
