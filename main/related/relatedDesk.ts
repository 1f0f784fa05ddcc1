/**
 * Knows which articles of the open case are related, by a worker thread that keeps an
 * index of all of them. The thread is started with the first question and fed by the
 * host a few articles at a time, those first that are likely to be answers, so that a
 * first answer is there long before everything is read. From then on it hears of every
 * change set: what was imported, corrected, removed, undone or redone is put in or
 * taken out before the next answer.
 *
 * The index lives in memory alone. It ends with the case, and after a while without
 * questions; the next one starts it anew.
 */
import { Worker } from 'node:worker_threads'
import type { Committed } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { PassageQuery } from '../../app/relate/passages.ts'
import type { LikePassage, RelatedTo } from '../../app/relate/relatedArticles.ts'
import { termsOf } from '../../app/relate/terms.ts'
import type { RelatingProgress } from '../../app/results.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listArticleIds, listToRelate, listWithSomeOf } from '../../db/related.ts'
import { getProgramUrl } from '../import/programUrl.ts'
import type { FromRelater, RelatedQuestion, ToRelater } from './messages.ts'

export type RelatedDesk = {
  /**
   * The articles related to one, and how much of the case was looked at; waits for the likely ones,
   * not for all. Errors: too-large, internal, cancelled.
   */
  ask(db: ReadDb, articleId: string, most: number): Promise<RelatedAnswer>
  /** The same for the passages of other articles that say what one passage says. */
  askPassages(db: ReadDb, query: PassageQuery, most: number): Promise<PassagesAnswer>
  /** Goes on reading no further articles until the next question. */
  stop(): void
  /** Takes up what a change set did to articles. */
  follow(committed: Committed): void
  /** Forgets the case; whoever waits for an answer is told so. */
  reset(): void
}

/** What was found, and how far the reading is. */
export type RelatedAnswer = { readonly found: readonly RelatedTo[] } & RelatingProgress
export type PassagesAnswer = { readonly found: readonly LikePassage[] } & RelatingProgress

type Options = {
  /** Hears how far the reading is, a few times a second and at its end. */
  readonly onProgress: (progress: RelatingProgress) => void
  readonly workerUrl?: URL
  /** Milliseconds after which the index is given up when nobody asked. */
  readonly idle?: number
}

/** Beyond so many articles the index would take more than a gigabyte: the latest are looked at, and the likely ones. */
export const mostIndexed = 25_000
const mostHeap = 1_536
const idleTime = 15 * 60_000
/** How many articles are handed over at once; a question waits for at most two such handfuls. */
const handful = 12
const mostUnderWay = 2
/** How many likely articles a first answer waits for, and how long at most, in milliseconds. */
const mostLikely = 120
const patience = 700
const tellEvery = 250

type Answer = Exclude<FromRelater, { readonly say: 'taken' }>
type Asking = { resolve(answer: Answer): void; reject(error: GainsayError): void }

/** Everything of one case: what is known to the thread and what is still to be handed over. */
type Session = {
  readonly db: ReadDb
  readonly worker: Worker
  readonly asking: Map<number, Asking>
  /** To be handed over before all others: likely answers, and what was changed. */
  readonly urgent: Set<string>
  /** To be handed over for the first time. */
  readonly waiting: Set<string>
  /** What was handed over once, as it is now or was before. */
  readonly given: Set<string>
  /** The handfuls that the thread has not taken yet, in order. */
  readonly underWay: (readonly string[])[]
  stopped: boolean
  /** Why it ended; null while it lasts. */
  fault: GainsayError | null
  toldAt: number
  /** Called whenever the thread took a handful. */
  readonly takers: Set<() => void>
}

/** A desk for one host. */
export function makeRelatedDesk({ onProgress, workerUrl, idle = idleTime }: Options): RelatedDesk {
  let session: Session | null = null
  let lastId = 0
  let idler: NodeJS.Timeout | null = null

  const end = (mine: Session, error: GainsayError) => {
    if (session === mine) session = null
    mine.fault = error
    if (idler !== null) clearTimeout(idler)
    for (const { reject } of mine.asking.values()) reject(error)
    mine.asking.clear()
    mine.stopped = true
    for (const taken of [...mine.takers]) taken()
    // Ending the thread is all that is left to do; nobody waits for it.
    void mine.worker.terminate()
  }
  const give = () => {
    if (session !== null) end(session, closed())
  }
  const begin = (db: ReadDb): Session => {
    const worker = new Worker(workerUrl ?? getProgramUrl('relatedWorker', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    })
    worker.unref()
    const ids = listArticleIds(db)
    const mine: Session = {
      db,
      worker,
      asking: new Map(),
      urgent: new Set(),
      waiting: new Set(ids.slice(0, mostIndexed)),
      given: new Set(),
      underWay: [],
      stopped: false,
      fault: null,
      toldAt: 0,
      takers: new Set(),
    }
    worker.on('message', (message: FromRelater) => take(mine, message))
    worker.on('error', (error) => end(mine, faultOf(error)))
    return mine
  }
  const take = (mine: Session, message: FromRelater) => {
    if (message.say !== 'taken') {
      mine.asking.get(message.id)?.resolve(message)
      mine.asking.delete(message.id)
      return
    }
    mine.underWay.shift()
    feed(mine)
    for (const taken of [...mine.takers]) taken()
    const over = mine.underWay.length === 0
    if (!over && performance.now() < mine.toldAt + tellEvery) return
    mine.toldAt = performance.now()
    onProgress(progressOf(mine))
  }
  /** Hands over as much as may be under way; each handful is a few milliseconds of the host. */
  const feed = (mine: Session) => {
    while (session === mine && !mine.stopped && mine.underWay.length < mostUnderWay) {
      const ids = takeHandful(mine)
      if (ids.length === 0) return
      mine.underWay.push(ids)
      send(mine, { say: 'put', articles: listToRelate(mine.db, ids) })
    }
  }
  const rest = () => {
    if (idler !== null) clearTimeout(idler)
    idler = setTimeout(give, idle)
    idler.unref()
  }

  /** Asks the thread once the likely articles are with it. */
  const question = async (db: ReadDb, likely: readonly string[], asked: RelatedQuestion) => {
    if (session?.db !== db) {
      give()
      session = begin(db)
    }
    const mine = session
    mine.stopped = false
    rest()
    const wanted = putFirst(mine, likely)
    feed(mine)
    await untilTaken(mine, wanted)
    if (mine.fault !== null) throw mine.fault
    const answer = await new Promise<Answer>((resolve, reject) => {
      lastId += 1
      mine.asking.set(lastId, { resolve, reject })
      send(mine, { ...asked, id: lastId })
    })
    return { answer, progress: progressOf(mine) }
  }

  return {
    async ask(db, articleId, most) {
      const likely = likelyOf(db, articleId, '')
      const { answer, progress } = await question(db, likely, { say: 'ask', articleId, most })
      if (answer.say !== 'related') throw mistaken(answer)
      return { found: answer.found, ...progress }
    },
    async askPassages(db, query, most) {
      const likely = query.articleId === null ? [] : likelyOf(db, query.articleId, query.text)
      const { answer, progress } = await question(db, likely, { say: 'askPassages', query, most })
      if (answer.say !== 'passages') throw mistaken(answer)
      return { found: answer.found, ...progress }
    },
    stop() {
      if (session === null) return
      session.stopped = true
      onProgress(progressOf(session))
    },
    follow({ changes }) {
      if (session === null) return
      const mine = session
      const gone: string[] = []
      for (const change of changes) {
        if (change.type !== 'article') continue
        if (change.after === null) {
          mine.waiting.delete(change.id)
          mine.urgent.delete(change.id)
          if (mine.given.delete(change.id)) gone.push(change.id)
        } else if (change.before === null || differs(change.before, change.after)) mine.urgent.add(change.id)
      }
      if (gone.length > 0) send(mine, { say: 'remove', ids: gone })
      feed(mine)
    },
    reset: give,
  }
}

const send = (mine: Session, message: ToRelater) => mine.worker.postMessage(message)

function progressOf({ given, urgent, waiting, stopped }: Session): RelatingProgress {
  const open = waiting.size + [...urgent].filter((id) => !given.has(id) && !waiting.has(id)).length
  return { read: given.size, of: given.size + open, stopped: stopped && open > 0 }
}

/** The next to be handed over. */
function takeHandful({ urgent, waiting, given }: Session): string[] {
  const ids: string[] = []
  for (const from of [urgent, waiting]) {
    for (const id of from) {
      if (ids.length === handful) break
      ids.push(id)
      urgent.delete(id)
      waiting.delete(id)
      given.add(id)
    }
  }
  return ids
}

/** Whether an article says something else than before, or in another language, or at another time. */
function differs(before: ArticleFacts, after: ArticleFacts): boolean {
  return (
    before.revisionId !== after.revisionId ||
    before.language !== after.language ||
    before.published !== after.published ||
    JSON.stringify(before.flippedBlocks) !== JSON.stringify(after.flippedBlocks)
  )
}
type ArticleFacts = {
  readonly revisionId: string
  readonly language: string | null
  readonly published: string | null
  readonly flippedBlocks: readonly number[]
}

/** The article itself and those that hold the names of the passage that is asked for, if one is, and of its beginning. */
function likelyOf(db: ReadDb, articleId: string, passage: string): string[] {
  const [own] = listToRelate(db, [articleId])
  if (own === undefined) return []
  const start = `${passage}\n${own.text}`.slice(0, mostOfStart)
  const terms = termsOf(start, own.language)
  const names = terms.filter(({ kind }) => kind === 'name')
  const words = new Set(
    (names.length > 2 ? names : terms).map((term) => start.slice(term.start, term.end).toLowerCase()),
  )
  return [articleId, ...listWithSomeOf(db, [...words].slice(0, mostNames), mostLikely)]
}
const mostOfStart = 1_200
const mostNames = 16

/** Moves what of these was never handed over to the front. @returns what a first answer needs. */
function putFirst({ given, urgent }: Session, ids: readonly string[]): readonly string[] {
  for (const id of ids) if (!given.has(id)) urgent.add(id)
  return [...new Set([...ids, ...urgent])]
}

/** Waits until the thread has taken these, for as long as patience lasts; or until the reading is stopped. */
function untilTaken(mine: Session, ids: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(over, patience)
    function over() {
      clearTimeout(timer)
      mine.takers.delete(look)
      resolve()
    }
    function look() {
      const underWay = new Set(mine.underWay.flat())
      if (mine.stopped || !ids.some((id) => mine.urgent.has(id) || underWay.has(id))) over()
    }
    mine.takers.add(look)
    look()
  })
}

const mistaken = ({ say }: Answer) =>
  new GainsayError(
    'internal',
    `The articles could not be compared: the answer was to another question (${say}).`,
  )

const closed = () => new GainsayError('cancelled', 'The case was closed before the articles were compared.')

function faultOf(error: Error & { readonly code?: unknown }): GainsayError {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new GainsayError(
        'too-large',
        'Comparing all articles of this case takes more memory than Gainsay gives it. Nothing was changed.',
        { cause: error },
      )
    : new GainsayError('internal', 'The articles could not be compared. Nothing was changed.', {
        cause: error,
      })
}
