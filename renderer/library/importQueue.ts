/**
 * Files on their way into the case: checked here for what can be told at once, sent
 * a few at a time, so that the host always has the next one to read while it writes.
 * A refusal concerns one file. To stop is to send no more, and to call back those
 * under way by their tickets.
 */
import type { ImportOutcome, Input } from '../../app/contract.ts'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import { makeImportWindow, mostUnderWay } from '../../app/importWindow.ts'
import { maxFileBytes } from '../../app/limits.ts'
import type { Client } from '../client/client.ts'
import { createStore, type Store } from '../ui/store.ts'

export type ImportState = {
  /** Files that were asked for since the list was last empty. */
  readonly total: number
  /** Files that were dealt with. */
  readonly done: number
  /** What became of their articles, in the order in which files were done. */
  readonly outcomes: readonly ImportOutcome[]
  /** The name of the file that was sent last; null when the queue is at rest. */
  readonly current: string | null
  readonly cancelled: boolean
}

export type ImportQueue = Store<ImportState> & {
  /** Adds files and works through the queue; resolves when it is empty. `onFirst` hears of the first of them that became an article, at once. */
  add(files: readonly File[], onFirst?: (id: ArticleId) => void): Promise<void>
  /** Imports a text that was pasted. */
  addText(text: string, name: string, onFirst?: (id: ArticleId) => void): Promise<void>
  /** Stops: nothing more is sent, and the files under way are called back. */
  cancel(): void
  /** Clears the list of results. */
  dismiss(): void
}

type Waiting = {
  readonly file: File
  readonly origin: 'file' | 'paste'
  readonly onImported: (id: ArticleId) => void
}

const atRest: ImportState = { total: 0, done: 0, outcomes: [], current: null, cancelled: false }

export function createImportQueue(client: Client): ImportQueue {
  const store = createStore<ImportState>(atRest)
  const waiting: Waiting[] = []
  const tickets = new Set<string>()
  const underWay = makeImportWindow()
  let lastTicket = 0
  let cancels = 0
  let working: Promise<void> | null = null

  /** Null where the queue was stopped before the file could be sent. */
  const importOne = async (next: Waiting): Promise<readonly ImportOutcome[] | null> => {
    const { size } = next.file
    if (size > maxFileBytes) return [tooLarge(next.file)]
    const before = cancels
    await underWay.enter(size)
    try {
      return before === cancels ? await send(next) : null
    } finally {
      underWay.leave(size)
    }
  }

  const send = async ({ file, origin }: Waiting): Promise<readonly ImportOutcome[]> => {
    lastTicket += 1
    const ticket = `import-${lastTicket}`
    tickets.add(ticket)
    try {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const input: Input<'article.import'> = {
        name: file.name.slice(0, 1024) || 'Unnamed file',
        origin,
        bytes,
        ticket,
      }
      return (await client.call('article.import', input)).outcomes
    } catch (error) {
      return [{ outcome: 'refused', name: file.name, error: readError(error) }]
    } finally {
      tickets.delete(ticket)
    }
  }

  const workThrough = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { name } = next.file
      store.set((state) => ({ ...state, current: name }))
      const outcomes = await importOne(next)
      if (outcomes === null) continue
      store.set((state) => ({
        ...state,
        done: state.done + 1,
        outcomes: [...state.outcomes, ...outcomes],
      }))
      for (const outcome of outcomes) {
        if (outcome.outcome === 'imported' || outcome.outcome === 'revised')
          next.onImported(outcome.article.id)
      }
    }
  }

  const work = async () => {
    await Promise.all(Array.from({ length: mostUnderWay }, workThrough))
    store.set((state) => ({ ...state, current: null }))
    working = null
  }

  const enqueue = async (
    files: readonly File[],
    origin: Waiting['origin'],
    onFirst: (id: ArticleId) => void,
  ) => {
    if (files.length === 0) return
    if (working === null) store.set(atRest)
    let first = true
    const onImported = (id: ArticleId) => {
      if (first) onFirst(id)
      first = false
    }
    waiting.push(...files.map((file) => ({ file, origin, onImported })))
    store.set((state) => ({ ...state, total: state.total + files.length, cancelled: false }))
    working ??= work()
    await working
  }

  return {
    ...store,
    add: (files, onFirst = () => {}) => enqueue(files, 'file', onFirst),
    addText: (text, name, onFirst = () => {}) =>
      enqueue([new File([text], name, { type: 'text/plain' })], 'paste', onFirst),
    cancel() {
      waiting.length = 0
      cancels += 1
      if (tickets.size > 0) {
        // What cannot be called back any more is done, and says so itself.
        client.call('import.cancel', { tickets: [...tickets] }).catch(() => {})
      }
      store.set((state) => ({ ...state, cancelled: true }))
    },
    dismiss: () => store.set(atRest),
  }
}

function readError(error: unknown) {
  // A file that vanished or that the system will not give is a DOMException, not an error of the host.
  if (error instanceof DOMException) {
    return {
      code: 'no-permission' as const,
      message: 'This file could not be read; it may have been moved, or you may not be allowed to read it.',
    }
  }
  return toWireError(error)
}

const tooLarge = (file: File): ImportOutcome => ({
  outcome: 'refused',
  name: file.name,
  error: {
    code: 'too-large',
    message: `This file has ${megabytes(file.size)}; Gainsay takes in files of up to ${megabytes(maxFileBytes)}.`,
  },
})

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`

/** Bytes as base64, in pieces, because a call cannot take a million arguments. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(binary)
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
