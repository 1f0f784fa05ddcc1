/**
 * Files on their way into the case: checked here for what can be told at once, sent
 * a few at a time, so that the host always has the next one to read while it writes.
 * A refusal concerns one file. To stop is to send no more, and to call back those
 * under way by their tickets; what was not read can be taken up again, and what is in
 * already is then told as the duplicate it is.
 */
import type { Input } from '../../app/contract.ts'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import { makeImportWindow, mostUnderWay } from '../../app/importWindow.ts'
import type { OnSimilar } from '../../app/inputForms.ts'
import { maxFileBytes } from '../../app/limits.ts'
import type { ImportOutcome, ImportResult } from '../../app/results.ts'
import type { Client } from '../client/client.ts'
import { createStore, type Store } from '../ui/store.ts'
import { toBase64 } from './base64.ts'

/** One line of the list of results: what became of one article, or of a file that was refused. */
export type ImportLine = {
  readonly key: number
  /** The file it came from, as the queue counts them. */
  readonly file: number
  readonly fileName: string
  readonly outcome: ImportOutcome
  /** How the file was read; null where it was not. */
  readonly read: ImportResult['read']
}

export type ImportState = {
  /** Files that were asked for since the list was last empty. */
  readonly total: number
  /** Files that were dealt with. */
  readonly done: number
  /** What became of their articles, in the order in which files were done. */
  readonly lines: readonly ImportLine[]
  /** The name of a file that was sent, told with the rest and not for each; null when the queue is at rest. */
  readonly current: string | null
  readonly cancelled: boolean
  /** Files that were not read because the person stopped; they can be taken up again. */
  readonly left: number
  /** For how long the queue has been working, in milliseconds. */
  readonly worked: number
}

/** What to do with a later capture that was offered: `leave` takes it off the list. */
export type CaptureChoice = Exclude<OnSimilar, 'offer'> | 'leave'

export type ImportQueue = Store<ImportState> & {
  /** Adds files and works through the queue; resolves when it is empty. `onFirst` hears of the first of them that became an article, at once. */
  add(files: readonly File[], onFirst?: (id: ArticleId) => void): Promise<void>
  /** Imports a text that was pasted. */
  addText(text: string, name: string, onFirst?: (id: ArticleId) => void): Promise<void>
  /** Stops: nothing more is sent, and the files under way are called back. */
  cancel(): void
  /** Takes up what was not read when the person stopped. */
  resume(): Promise<void>
  /** Decides on later captures by their lines; the lines say then what became of them. */
  settle(keys: readonly number[], choice: CaptureChoice): Promise<void>
  /** Clears the list of results. */
  dismiss(): void
}

type Waiting = {
  readonly key: number
  readonly file: File
  readonly origin: 'file' | 'paste'
  /** Of the list that was on the screen when it was given. */
  readonly list: number
  /** Hears once it is dealt with: the first article it became, null for none. */
  readonly onDone: (id: ArticleId | null) => void
}

/** The list is told to the screen at most this often, in milliseconds. */
const tellEvery = 250

const atRest: ImportState = {
  total: 0,
  done: 0,
  lines: [],
  current: null,
  cancelled: false,
  left: 0,
  worked: 0,
}

/** `most` says how many files may be under way at the moment, `casePath` which case is open, `now` is a clock in milliseconds. */
export function createImportQueue(
  client: Client,
  most: () => number = () => mostUnderWay,
  casePath: () => string | null = () => null,
  now = () => performance.now(),
): ImportQueue {
  const store = createStore<ImportState>(atRest)
  const waiting: Waiting[] = []
  let stopped: Waiting[] = []
  let known = new Map<number, Waiting>()
  let lines: ImportLine[] = []
  let done = 0
  /** Rises when the list is cleared; that happens with work under way when another case is opened. */
  let list = 0
  /** How often the person has stopped. */
  let stops = 0
  const tickets = new Set<string>()
  // Another window counts its imports too, and the host knows them by their tickets alone.
  const own = crypto.randomUUID()
  const underWay = makeImportWindow(most)
  let lastTicket = 0
  let lastKey = 0
  let working: Promise<void> | null = null
  let beganAt = 0
  let workedBefore = 0
  let current: string | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null

  const tell = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    toldAt = now()
    const worked = workedBefore + (working === null ? 0 : toldAt - beganAt)
    store.set((state) => ({ ...state, done, current, lines: [...lines], left: stopped.length, worked }))
  }
  const tellSoon = () => {
    if (now() - toldAt >= tellEvery) tell()
    else timer ??= setTimeout(tell, tellEvery)
  }

  const send = async (
    { file, origin }: Waiting,
    more: Pick<Input<'article.import'>, 'onSimilar' | 'places'> = {},
  ): Promise<ImportResult> => {
    if (file.size > maxFileBytes) return refused(file, tooLarge(file))
    const [mine, path] = [list, casePath()]
    lastTicket += 1
    const ticket = `${own} ${lastTicket}`
    tickets.add(ticket)
    try {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      if (mine !== list) return refused(file, tooLate)
      const name = file.name.slice(0, 1024) || 'Unnamed file'
      // Another case may be on its way to be opened.
      const meant = path === null ? {} : { path }
      return await client.call('article.import', { name, origin, bytes, ticket, ...meant, ...more })
    } catch (error) {
      return refused(file, readError(error))
    } finally {
      tickets.delete(ticket)
    }
  }

  const take = (from: Waiting, { outcomes, read }: ImportResult) => {
    for (const outcome of outcomes) {
      lastKey += 1
      lines.push({ key: lastKey, file: from.key, fileName: from.file.name, outcome, read })
      if (outcome.outcome === 'later capture') known.set(from.key, from)
    }
    const first = outcomes.find(({ outcome }) => outcome === 'imported' || outcome === 'revised')
    from.onDone(first !== undefined && 'article' in first ? first.article.id : null)
  }

  const workThrough = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { size } = next.file
      await underWay.enter(size)
      // What was given for a list that is gone must not go into the case that is open now.
      if (next.list === list) {
        if (store.get().cancelled) stopped.push(next)
        else await workOn(next)
      }
      underWay.leave(size)
      tellSoon()
    }
  }

  const workOn = async (next: Waiting) => {
    current = next.file.name
    const stopsBefore = stops
    const result = await send(next)
    if (next.list !== list) return
    // What was called back in time was not dealt with; the person may have gone on since.
    const back = stops > stopsBefore && result.outcomes.some(wasCancelled)
    if (back) (store.get().cancelled ? stopped : waiting).push(next)
    else done += 1
    take(next, back ? { ...result, outcomes: result.outcomes.filter((one) => !wasCancelled(one)) } : result)
  }

  const work = async () => {
    beganAt = now()
    await Promise.all(Array.from({ length: mostUnderWay }, workThrough))
    workedBefore += now() - beganAt
    working = null
    current = null
    tell()
  }

  const start = async (more: readonly Waiting[]) => {
    // One by one here and below: a call takes no hundred thousand arguments, and a folder may hold more files.
    for (const one of more) waiting.push(one)
    current ??= more[0]?.file.name ?? null
    store.set((state) => ({ ...state, cancelled: false, current }))
    working ??= work()
    await working
  }

  const forget = () => {
    lines = []
    stopped = []
    known = new Map()
    done = 0
    list += 1
    workedBefore = 0
    beganAt = now()
    store.set(atRest)
  }

  const enqueue = async (
    files: readonly File[],
    origin: Waiting['origin'],
    onFirst: (id: ArticleId) => void,
  ) => {
    if (files.length === 0) return
    if (working === null) forget()
    const done = firstGiven(onFirst)
    const more = files.map((file, place): Waiting => {
      lastKey += 1
      return { key: lastKey, file, origin, list, onDone: (id) => done(place, id) }
    })
    store.set((state) => ({ ...state, total: state.total + files.length }))
    await start(more)
  }

  /** Takes in the later captures on these lines, all of one file; what else the file holds is left alone. */
  const settleFile = async (chosen: readonly CaptureLine[], choice: OnSimilar) => {
    const from = known.get(chosen[0]?.file ?? -1)
    if (from === undefined) return
    // The host answers in the order of the file; where it stopped before the end, the last answer says so.
    const inOrder = chosen.toSorted((a, b) => a.outcome.place - b.outcome.place)
    const { outcomes, read } = await send(from, {
      onSimilar: choice,
      places: inOrder.map(({ outcome }) => outcome.place),
    })
    const fates = new Map(inOrder.map(({ key }, index) => [key, outcomes[index] ?? outcomes.at(-1)]))
    lines = lines.map((line) => {
      const outcome = fates.get(line.key)
      return outcome === undefined ? line : { ...line, outcome, read }
    })
    tell()
  }

  return {
    ...store,
    add: (files, onFirst = () => {}) => enqueue(files, 'file', onFirst),
    addText: (text, name, onFirst = () => {}) =>
      enqueue([new File([text], name, { type: 'text/plain' })], 'paste', onFirst),
    cancel() {
      stops += 1
      for (const one of waiting.splice(0)) stopped.push(one)
      if (tickets.size > 0) {
        // What cannot be called back any more is done, and says so itself.
        client.call('import.cancel', { tickets: [...tickets] }).catch(() => {})
      }
      store.set((state) => ({ ...state, cancelled: true, left: stopped.length }))
    },
    async resume() {
      const more = stopped
      stopped = []
      if (more.length > 0) await start(more)
    },
    async settle(keys, choice) {
      const chosen = new Set(keys)
      if (choice === 'leave') {
        lines = lines.filter(({ key }) => !chosen.has(key))
        tell()
        return
      }
      const captures = lines.filter(isCapture).filter(({ key }) => chosen.has(key))
      for (const ofFile of Map.groupBy(captures, ({ file }) => file).values())
        await settleFile(ofFile, choice)
    },
    dismiss: forget,
  }
}

type CaptureLine = ImportLine & { readonly outcome: Extract<ImportOutcome, { outcome: 'later capture' }> }

const isCapture = (line: ImportLine): line is CaptureLine => line.outcome.outcome === 'later capture'

const wasCancelled = (outcome: ImportOutcome) =>
  outcome.outcome === 'refused' && outcome.error.code === 'cancelled'

type Refusal = Extract<ImportOutcome, { outcome: 'refused' }>['error']

const refused = ({ name }: File, error: Refusal): ImportResult => ({
  name,
  read: null,
  outcomes: [{ outcome: 'refused', name, error }],
})

function readError(error: unknown): Refusal {
  // A file that vanished or that the system will not give is a DOMException, not an error of the host.
  if (error instanceof DOMException) {
    return {
      code: 'no-permission',
      message: 'This file could not be read; it may have been moved, or you may not be allowed to read it.',
    }
  }
  return toWireError(error)
}

const tooLate: Refusal = {
  code: 'cancelled',
  message: 'Another case was opened before this file was sent. It was not imported.',
}

const tooLarge = (file: File): Refusal => ({
  code: 'too-large',
  message: `This file has ${megabytes(file.size)}; Gainsay takes in files of up to ${megabytes(maxFileBytes)}.`,
})

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`

/**
 * Tells the first article in the order in which the files were given, whichever was read first:
 * as soon as no file before it can still become one.
 */
function firstGiven(onFirst: (id: ArticleId) => void): (place: number, id: ArticleId | null) => void {
  const articles: (ArticleId | null)[] = []
  let told = false
  let next = 0
  return (place, id) => {
    articles[place] = id
    // One that was called back and comes again is before all that is not dealt with yet.
    if (place < next) next = place
    while (!told && articles[next] !== undefined) {
      const article = articles[next] ?? null
      next += 1
      if (article === null) continue
      told = true
      onFirst(article)
    }
  }
}
