/**
 * Where the articles of files go into the case. Files are taken in turn, so that the
 * steps of one follow each other and are undone as one. The writer is held for a few
 * milliseconds at a time (`slice`); between two slices the host answers whoever waits.
 * What several files have ready goes into one transaction: a commit waits for the
 * disk, whatever it holds. Where one fails, its articles are written again one by one,
 * so that only what cannot be written is refused.
 */
import type { Committed } from '../../app/changes.ts'
import { transaction, type WriteDb } from '../../db/connection.ts'
import { now } from '../clock.ts'
import type { CommitTarget } from '../commit.ts'

export type ImportDesk = {
  /**
   * Begins an import: its moment, later than that of every import before it, so that articles
   * are listed as their files were given whichever is read first; and the signal to stop it.
   */
  open(ticket: string | undefined): { readonly signal: AbortSignal; readonly moment: string }
  close(ticket: string | undefined): void
  /** Whether imports are under way, and what was imported at this moment came in with them. */
  isUnderWay(moment: string): boolean
  /** Does the work once every earlier work on the same bytes is done, so that the first of two is the one that goes in. */
  oneAtATime<R>(sha256: string, work: () => Promise<R>): Promise<R>
  /** @returns how many imports of these tickets were under way. */
  cancel(tickets: readonly string[]): number
  cancelAll(): void
  /** Writes a file's articles when its turn has come. Rejects with what broke the writing; whole articles are in. */
  enter<R>(target: CommitTarget, writer: SliceWriter<R>): Promise<R>
}

/** A file whose articles are to be written. */
export type SliceWriter<R> = {
  /** Called before each transaction. @throws GainsayError where the file has no place to go to any more. */
  begin(): void
  /** Writes the next article and tells what was committed, null where it made no change; with the last one comes the result. */
  next(db: WriteDb): { readonly committed: Committed | null; readonly result?: R }
  /** Called after each transaction: what was written in it is on disk or, where it failed, is to be written again. */
  written(kept: boolean): void
  /** Goes on without the next article, which could not be written by itself either. @throws the error, where it is not the article's alone. */
  passOver(error: unknown): void
}

/**
 * A transaction of many articles costs the disk and the search index little more than one of few,
 * but nobody is answered meanwhile. So it grows by a few articles as long as it took less than
 * `wanted` milliseconds, its commit included, and is halved when it took more than twice that.
 */
const wanted = 25
const fewest = 5
const most = 20
const growth = 2
/** Longest a slice goes on taking articles, in milliseconds. */
const slice = 20
/** How long what is ready waits for the other imports under way, in milliseconds: the disk takes longer for each commit. */
const gathering = 20

type Waiting = {
  readonly target: CommitTarget
  readonly writer: SliceWriter<unknown>
  /** Whether some of its articles are written. */
  begun: boolean
  settle(result: unknown): void
  fail(error: unknown): void
}

/** A desk for one host. */
export function makeImportDesk(passed: () => number = () => performance.now()): ImportDesk {
  const tickets = new Map<string, AbortController>()
  const queue: Waiting[] = []
  const sameBytes = new Map<string, Promise<void>>()
  let working = false
  let lastMoment = 0
  let underWay = 0
  /** The moment of the first of the imports that are under way, one after the other. */
  let begunAt = ''
  let gatherer: NodeJS.Timeout | null = null
  let mostInSlice = fewest
  /** How many transactions are to take one article only, after one of so many failed. */
  let oneByOne = 0

  const learn = (took: number) => {
    if (took < wanted) mostInSlice = Math.min(most, mostInSlice + growth)
    else if (took > 2 * wanted) mostInSlice = Math.max(fewest, Math.floor(mostInSlice / 2))
  }

  /** One transaction, for as many files as have something ready. */
  const work = () => {
    const [first] = queue
    if (first === undefined) return
    const { target } = first
    const touched = new Set<Waiting>()
    const results: unknown[] = []
    const published: Committed[] = []
    const room = oneByOne > 0 ? 1 : mostInSlice
    const begun = passed()
    let tried = 0
    try {
      first.writer.begin()
      transaction(target.db, (db) => {
        while (tried < room && (tried === 0 || passed() < begun + slice)) {
          const current = queue[results.length]
          if (current === undefined || current.target.db !== target.db) return
          tried += 1
          touched.add(current)
          current.begun = true
          const step = current.writer.next(db)
          if (step.committed !== null) published.push(step.committed)
          if ('result' in step) results.push(step.result)
        }
      })
    } catch (error) {
      // The transaction is gone as a whole, and with it what its files believe to have written.
      for (const one of touched) one.writer.written(false)
      if (tried > 1) oneByOne = tried
      else if (tried === 1) passOver(first, error)
      else failFirst(error)
      return
    }
    if (oneByOne > 0) oneByOne -= 1
    else learn(passed() - begun)
    for (const one of touched) one.writer.written(true)
    for (const committed of published) target.publish({ event: 'committed', value: committed })
    for (const result of results) queue.shift()?.settle(result)
  }

  const passOver = (one: Waiting, error: unknown) => {
    try {
      one.writer.passOver(error)
    } catch (reason) {
      failFirst(reason)
    }
  }
  const failFirst = (reason: unknown) => queue.shift()?.fail(reason)

  const turn = () => {
    work()
    working = false
    const [next] = queue
    // Whoever was cut off goes on at once; those who came meanwhile may wait for each other again.
    if (next?.begun) begin()
    else if (next !== undefined) schedule()
  }

  const begin = () => {
    if (gatherer !== null) clearTimeout(gatherer)
    gatherer = null
    working = true
    setImmediate(turn)
  }
  const schedule = () => {
    if (working) return
    if (queue.length >= Math.min(mostInSlice, underWay)) begin()
    else gatherer ??= setTimeout(begin, gathering)
  }

  return {
    open(ticket) {
      const controller = new AbortController()
      if (ticket !== undefined) tickets.set(ticket, controller)
      lastMoment = Math.max(Date.parse(now()), lastMoment + 1)
      const moment = new Date(lastMoment).toISOString()
      if (underWay === 0) begunAt = moment
      underWay += 1
      return { signal: controller.signal, moment }
    },
    close(ticket) {
      underWay -= 1
      if (ticket !== undefined) tickets.delete(ticket)
    },
    isUnderWay: (moment) => underWay > 0 && moment >= begunAt,
    async oneAtATime(sha256, work) {
      const before = sameBytes.get(sha256)
      const mine = before === undefined ? work() : before.then(work)
      // Whoever waits only waits; what went wrong is told to the one it went wrong for.
      const over = mine.then(
        () => {},
        () => {},
      )
      sameBytes.set(sha256, over)
      try {
        return await mine
      } finally {
        if (sameBytes.get(sha256) === over) sameBytes.delete(sha256)
      }
    },
    cancel(wanted) {
      const found = wanted.flatMap((ticket) => tickets.get(ticket) ?? [])
      for (const controller of found) controller.abort()
      return found.length
    },
    cancelAll() {
      for (const controller of tickets.values()) controller.abort()
    },
    enter<R>(target: CommitTarget, writer: SliceWriter<R>) {
      return new Promise<R>((resolve, reject) => {
        // Each writer's result goes to its own promise.
        const settle = (result: unknown) => resolve(result as R)
        queue.push({ target, writer, begun: false, settle, fail: reject })
        schedule()
      })
    },
  }
}
