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
const youngHeap = 16
/** Files of up to this many bytes are handed to a thread several at a time: each handing over costs as much as reading one. */
const smallFile = 64 * 1024
const mostTogether = 24

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
  let pool: Piscina<readonly ParseTask[], ParseAnswer[]> | null = null
  let closed = false
  let free = threads
  const waiting: Job[] = []
  const getPool = () => {
    pool ??= new Piscina<readonly ParseTask[], ParseAnswer[]>({
      filename: workerUrl.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 5_000,
      // With a large young generation V8 can run out between two of its own checks, and takes the process along.
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: youngHeap },
    })
    return pool
  }

  const run = async (jobs: readonly Job[]): Promise<void> => {
    const size = jobs.reduce((sum, { task }) => sum + task.bytes.length, 0)
    const limit = timeLimit + (size / 1024 / 1024) * longestForMegabyte
    const abort = new AbortController()
    let late = false
    const timer = setTimeout(() => {
      late = true
      abort.abort()
    }, limit)
    timer.unref()
    // A thread is ended only when nobody waits for any of its files any more.
    const allStopped = () => jobs.every(({ signal }) => signal?.aborted)
    const onStop = () => {
      if (allStopped()) abort.abort()
    }
    for (const { signal } of jobs) signal?.addEventListener('abort', onStop)
    try {
      const answers = await getPool().run(
        jobs.map(({ task }) => task),
        { signal: abort.signal },
      )
      jobs.forEach((job, index) => {
        const answer = answers[index]
        if (answer === undefined) job.fail(broken(null))
        else job.settle(answer)
      })
    } catch (error) {
      if (!closed && jobs.length > 1 && !allStopped()) retryAlone(jobs)
      else for (const job of jobs) job.fail(faultOf(error, job, late ? limit : null))
    } finally {
      clearTimeout(timer)
      for (const { signal } of jobs) signal?.removeEventListener('abort', onStop)
    }
  }
  /** One of them took the thread with it; which one, each shows by itself. */
  const retryAlone = (jobs: readonly Job[]) =>
    waiting.unshift(...jobs.map((job) => ({ ...job, alone: true })))
  const faultOf = (error: unknown, { signal }: Job, late: number | null): GainsayError => {
    if (closed) return stopped(error)
    if (signal?.aborted) return cancelled(error)
    if (late !== null) return tooSlow(late, error)
    return hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY') ? tooMuch(error) : broken(error)
  }

  // Only what there are threads for is handed over, so that no file's time runs while it waits.
  const pump = () => {
    while (free > 0 && waiting.length > 0) {
      const jobs = takeJobs(waiting, free).filter((job) => {
        if (closed) job.fail(stopped())
        else if (job.signal?.aborted) job.fail(cancelled())
        else return true
        return false
      })
      if (jobs.length === 0) continue
      free -= 1
      void run(jobs).finally(() => {
        free += 1
        pump()
      })
    }
  }

  return {
    async parse(bytes, name, options = {}, signal) {
      const answer = await new Promise<ParseAnswer>((settle, fail) => {
        const task = { bytes, name, options }
        waiting.push({ task, signal, settle, fail, alone: bytes.length > smallFile })
        // Files that come in the same breath are handed over together.
        setImmediate(pump)
      })
      if (!answer.ok) throw new GainsayError(answer.error.code, answer.error.message)
      return answer.value
    },
    close() {
      closed = true
      // Ending the threads is all that is left to do; nobody waits for it.
      void pool?.destroy()
      pool = null
      pump()
    },
  }
}

/** A file that waits to be read; one that is `alone` shares its task with no other. */
type Job = {
  readonly task: ParseTask
  readonly signal: AbortSignal | undefined
  readonly alone: boolean
  settle(answer: ParseAnswer): void
  fail(error: GainsayError): void
}

/** The next files for one of the free threads: one, or its share of the small ones that wait. */
function takeJobs(waiting: Job[], free: number): Job[] {
  const share = Math.min(mostTogether, Math.ceil(waiting.length / free))
  const large = waiting.findIndex(({ alone }) => alone)
  const small = large < 0 ? waiting.length : large
  return waiting.splice(0, Math.max(1, Math.min(share, small)))
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
