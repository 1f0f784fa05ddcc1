/**
 * Reads files in processes of their own, so that a large one does not hold up the host.
 * Processes are started with the first file, end after a few idle seconds, and do
 * not keep the program alive. A file that hangs or eats up the memory takes its
 * process with it; the files that wait go on in another.
 */
import { GainsayError } from '../../app/errors.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import { getProgramUrl } from './programUrl.ts'
import { forkReader, type Reader, ReaderEnded, type StartReader } from './reader.ts'
import type { FileOptions } from './readFile.ts'

const processes = 2
/** How much of the processor's time a file may take, in milliseconds: a base, and more for each megabyte. What other programs take meanwhile is not the file's. */
const mostTime = 30_000
const mostTimeForMegabyte = 1_000
/** By the clock a file may take so many times as much: a parser that sleeps is ended, one on a busy machine is not. */
const patience = 20
/** Heap of one process, and all it may take, in megabytes. At their ordinary work two of them and the host stay well under a gigabyte. */
const mostHeap = 320
const mostMemory = 960
/** How long a process waits for more to do, in milliseconds. */
const longestIdle = 5_000
/** Files of up to this many bytes are handed to a process several at a time: each handing over costs as much as reading one. */
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

export type ParserOptions = {
  /** How its processes are started. */
  readonly start?: StartReader
  /** What they run. */
  readonly program?: URL
  /** How much of the processor's time a file may take, in milliseconds. */
  readonly timeLimit?: number
  /** How many times as much it may take by the clock. */
  readonly patience?: number
  /** Heap of a process, and all it may take, in megabytes. */
  readonly heap?: number
  readonly memory?: number
}

/** A parser with processes of its own. */
export function makeParser(options: ParserOptions = {}): Parser {
  const { start = forkReader, program = getProgramUrl('importWorker'), timeLimit = mostTime } = options
  const clockFactor = options.patience ?? patience
  const { heap = mostHeap, memory = mostMemory } = options
  const idle: { readonly reader: Reader; readonly timer: NodeJS.Timeout }[] = []
  const all = new Set<Reader>()
  let closed = false
  let free = processes
  const waiting: Job[] = []

  const takeReader = (): Reader => {
    const kept = idle.pop()
    if (kept !== undefined) {
      clearTimeout(kept.timer)
      return kept.reader
    }
    const reader = start({ program, heap, memory })
    all.add(reader)
    return reader
  }
  const drop = (reader: Reader) => {
    all.delete(reader)
    reader.end()
  }
  const keepIdle = (reader: Reader) => {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.reader === reader),
        1,
      )
      drop(reader)
    }, longestIdle)
    timer.unref()
    idle.push({ reader, timer })
  }

  const run = async (jobs: readonly Job[]): Promise<void> => {
    const size = jobs.reduce((sum, { task }) => sum + task.bytes.length, 0)
    const processorTime = timeLimit + (size / 1024 / 1024) * mostTimeForMegabyte
    const reader = takeReader()
    let late = false
    let timer: NodeJS.Timeout | undefined
    // A process is ended only when nobody waits for any of its files any more.
    const allStopped = () => jobs.every(({ signal }) => signal?.aborted)
    const onStop = () => {
      if (allStopped()) drop(reader)
    }
    for (const { signal } of jobs) signal?.addEventListener('abort', onStop)
    try {
      await reader.ready
      // What a process needs to start is not the file's time.
      timer = setTimeout(() => {
        late = true
        drop(reader)
      }, processorTime * clockFactor)
      timer.unref()
      const answers = await reader.read({ tasks: jobs.map(({ task }) => task), processorTime })
      jobs.forEach((job, index) => {
        const answer = answers[index]
        if (answer === undefined) job.fail(broken(null))
        else job.settle(answer)
      })
      // One that was dropped while its answers were on their way is at its end.
      if (all.has(reader)) keepIdle(reader)
    } catch (error) {
      drop(reader)
      if (!closed && jobs.length > 1 && !allStopped()) retryAlone(jobs)
      else for (const job of jobs) job.fail(faultOf(error, job, late, processorTime))
    } finally {
      clearTimeout(timer)
      for (const { signal } of jobs) signal?.removeEventListener('abort', onStop)
    }
  }
  /** One of them took the process with it; which one, each shows by itself. */
  const retryAlone = (jobs: readonly Job[]) =>
    waiting.unshift(...jobs.map((job) => ({ ...job, alone: true })))
  const faultOf = (error: unknown, { signal }: Job, late: boolean, limit: number): GainsayError => {
    if (closed) return stopped(error)
    if (signal?.aborted) return cancelled(error)
    const want = error instanceof ReaderEnded ? error.want : null
    if (late || want === 'time') return tooSlow(limit, error)
    return want === 'memory' ? tooMuch(error) : broken(error)
  }

  // Only what there are processes for is handed over, so that no file's time runs while it waits.
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
        // Plain bytes: a Buffer would arrive as one, which not every parser takes.
        const task = {
          bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
          name,
          options,
        }
        waiting.push({ task, signal, settle, fail, alone: bytes.length > smallFile })
        // Files that come in the same breath are handed over together.
        setImmediate(pump)
      })
      if (!answer.ok) throw new GainsayError(answer.error.code, answer.error.message)
      return answer.value
    },
    close() {
      closed = true
      for (const { timer } of idle.splice(0)) clearTimeout(timer)
      for (const reader of all) reader.end()
      all.clear()
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

/** The next files for one of the free processes: one, or its share of the small ones that wait. */
function takeJobs(waiting: Job[], free: number): Job[] {
  const share = Math.min(mostTogether, Math.ceil(waiting.length / free))
  const large = waiting.findIndex(({ alone }) => alone)
  const small = large < 0 ? waiting.length : large
  return waiting.splice(0, Math.max(1, Math.min(share, small)))
}

const stopped = (cause?: unknown) =>
  new GainsayError('cancelled', 'Gainsay was closed before the file was read. Nothing was imported.', {
    cause,
  })
const cancelled = (cause?: unknown) =>
  new GainsayError('cancelled', 'The import was stopped before this file was read.', { cause })
const tooSlow = (limit: number, cause: unknown) =>
  new GainsayError(
    'refused',
    `Reading the file took more than ${Math.round(limit / 1000)} seconds of work and was stopped. Nothing was imported; split the file and try again.`,
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
