/**
 * Reads files in processes of their own, so that a large one does not hold up the host.
 * Processes are started with the first file, end after a few idle seconds, and do
 * not keep the program alive. A file that hangs or eats up the memory takes its
 * process with it; the files that wait go on in another.
 */
import { GainsayError } from '../../app/errors.ts'
import { hostMemory, hostMemoryInUse } from './hostMemory.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import { getProgramUrl } from './programUrl.ts'
import { forkReader, type Reader, ReaderEnded, type ReaderSpace, type StartReader } from './reader.ts'
import type { FileOptions } from './readFile.ts'
import { brokenDown } from './refusal.ts'

const processes = 2
/** How much of the processor's time a file may take, in milliseconds: a base, and more for each megabyte. What other programs take meanwhile is not the file's. */
const mostTime = 30_000
const mostTimeForMegabyte = 1_000
/** By the clock a file may take so many times as much: a parser that sleeps is ended, one on a busy machine is not. */
const patience = 20
/** What the host and its processes may take in all, in megabytes: less than a gigabyte, since a fast grower passes it for a moment before it is seen. */
const mostInAll = 930
/** Heap of a process and all it may take, in megabytes, while others read beside it. */
const sideBySide: Space = { heap: 288, memory: 340 }
/** The heap of one that reads by itself; it may take what the host leaves it, and this much at the least. */
const mostHeapByItself = 448
const leastByItself = 400
/** Files of more bytes want more than a process beside others has, and are read by themselves at once. */
const largeFile = 24 * 1024 * 1024
/** While an article of more text is taken over, in UTF-16 code units, nothing is read: the host grows by up to fifty bytes for each unit meanwhile. */
const longArticle = 2 * 1024 * 1024
/** How long a process waits for more to do, in milliseconds. */
const longestIdle = 5_000
/** Files of up to this many bytes are handed to a process several at a time: each handing over costs as much as reading one. */
const smallFile = 64 * 1024
const mostTogether = 24

export type Parser = {
  /**
   * Reads a file as articles, and answers with what `take` makes of them. Until that has settled
   * the articles count as the host's, and no file begins that wants all the memory there is; none
   * at all where one of them is long.
   * @throws GainsayError when it holds none, takes too long or too much memory, or its signal stops it.
   */
  parse<R>(file: FileToParse, take: (parsed: ParsedFile) => R | Promise<R>): Promise<R>
  close(): void
}

export type FileToParse = {
  readonly bytes: Uint8Array
  readonly name: string
  /** Absent: find out. */
  readonly options?: FileOptions
  readonly signal?: AbortSignal
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
  /** What a process may take beside others, and what one by itself may. */
  readonly beside?: Space
  readonly byItself?: () => Space
  /** Whether there is room for so many processes beside each other. */
  readonly hasRoom?: (count: number) => boolean
}

type Space = Pick<ReaderSpace, 'heap' | 'memory'>

const whatIsLeft = (): Space => ({
  heap: mostHeapByItself,
  memory: Math.max(leastByItself, mostInAll - hostMemoryInUse()),
})

const leavesRoomFor = (count: number) => hostMemory() + count * sideBySide.memory <= mostInAll

/** A parser with processes of its own. */
export function makeParser(options: ParserOptions = {}): Parser {
  const { start = forkReader, program = getProgramUrl('importWorker'), timeLimit = mostTime } = options
  const clockFactor = options.patience ?? patience
  const { beside = sideBySide, byItself = whatIsLeft, hasRoom = leavesRoomFor } = options
  const idle: { readonly reader: Reader; readonly timer: NodeJS.Timeout }[] = []
  const all = new Set<Reader>()
  let closed = false
  let free = processes
  /** How many files' articles are being taken over, and how many of these hold a long one. */
  let taking = 0
  let takingLong = 0
  const waiting: Job[] = []

  const takeReader = (): Reader => {
    const kept = idle.pop()
    if (kept === undefined) return startReader(beside)
    clearTimeout(kept.timer)
    return kept.reader
  }
  const startReader = (space: Space): Reader => {
    const reader = start({ program, ...space })
    all.add(reader)
    return reader
  }
  /** One with all the memory there is; those that wait for work give theirs back. */
  const startByItself = (): Reader => {
    for (const { reader, timer } of idle.splice(0)) {
      clearTimeout(timer)
      drop(reader)
    }
    return startReader(byItself())
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
    const large = isLarge(jobs[0])
    const reader = large ? startByItself() : takeReader()
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
        if (answer === undefined) job.fail(brokenDown(null))
        else job.settle(answer)
      })
      // One that was dropped while its answers were on their way is at its end.
      if (large) drop(reader)
      else if (all.has(reader)) keepIdle(reader)
    } catch (error) {
      drop(reader)
      const want = late ? 'time' : error instanceof ReaderEnded ? error.want : null
      const retries = closed || allStopped() ? null : retryWith(jobs, want)
      if (retries !== null) waiting.unshift(...jobs.map((job) => ({ ...job, ...retries })))
      else for (const job of jobs) job.fail(faultOf(error, job, want, processorTime))
    } finally {
      clearTimeout(timer)
      for (const { signal } of jobs) signal?.removeEventListener('abort', onStop)
    }
  }
  const faultOf = (error: unknown, { signal }: Job, want: Want, limit: number): GainsayError => {
    if (closed) return stopped(error)
    if (signal?.aborted) return cancelled(error)
    if (want === 'time') return tooSlow(limit, error)
    return want === 'memory' ? tooMuch(error) : brokenDown(error)
  }

  // Only what there are processes for is handed over, so that no file's time runs while it waits.
  const pump = () => {
    while (free > 0 && waiting.length > 0 && takingLong === 0) {
      const alone = free === processes
      const large = isLarge(waiting[0])
      // All there is can be given to one only when nothing is read beside it, and the host does not grow meanwhile.
      if (large ? !alone || taking > 0 : !alone && !hasRoom(processes - free + 1)) return
      const takes = large ? processes : 1
      const jobs = takeJobs(waiting, free).filter((job) => {
        if (closed) job.fail(stopped())
        else if (job.signal?.aborted) job.fail(cancelled())
        else return true
        return false
      })
      if (jobs.length === 0) continue
      free -= takes
      void run(jobs).finally(() => {
        free += takes
        pump()
      })
    }
  }

  return {
    async parse({ bytes, name, options = {}, signal }, take) {
      let isLong = false
      const answer = await new Promise<ParseAnswer>((resolve, fail) => {
        // Plain bytes: a Buffer would arrive as one, which not every parser takes.
        const task = {
          bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
          name,
          options,
        }
        const share = bytes.length > largeFile ? 'all' : bytes.length > smallFile ? 'process' : 'task'
        // Counted here already: the next file begins before whoever waits for the answer has it.
        const settle = (answer: ParseAnswer) => {
          if (answer.ok) taking += 1
          isLong = holdsLong(answer)
          if (isLong) takingLong += 1
          resolve(answer)
        }
        waiting.push({ task, signal, settle, fail, share })
        // Files that come in the same breath are handed over together.
        setImmediate(pump)
      })
      if (!answer.ok) throw new GainsayError(answer.error.code, answer.error.message)
      try {
        return await take(answer.value)
      } finally {
        taking -= 1
        if (isLong) takingLong -= 1
        pump()
      }
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

/**
 * A file that waits to be read. Its `share` is a part of a task, together with others; a task and
 * so a process for the time, beside another one; or all there is, with nothing read beside it.
 */
type Job = {
  readonly task: ParseTask
  readonly signal: AbortSignal | undefined
  readonly share: 'task' | 'process' | 'all'
  settle(answer: ParseAnswer): void
  fail(error: GainsayError): void
}

type Want = ReaderEnded['want']

const holdsLong = (answer: ParseAnswer) =>
  answer.ok && answer.value.articles.some(({ text }) => text.length > longArticle)

const isLarge = (job: Job | undefined) => job?.share === 'all'

/** The share with which files are tried again whose process ended; null where that would change nothing. */
function retryWith(jobs: readonly Job[], want: Want): Pick<Job, 'share'> | null {
  // One of them took the process with it; which one, each shows by itself.
  if (jobs.length > 1) return { share: 'process' }
  return want === 'memory' && !isLarge(jobs[0]) ? { share: 'all' } : null
}

/** The next files for one of the free processes: one, or its share of the small ones that wait. */
function takeJobs(waiting: Job[], free: number): Job[] {
  const share = Math.min(mostTogether, Math.ceil(waiting.length / free))
  const other = waiting.findIndex((job) => job.share !== 'task')
  const small = other < 0 ? waiting.length : other
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
    'Reading the file took more memory than there was for it, and was stopped. Nothing was imported; try it again by itself, or split it.',
    { cause },
  )
