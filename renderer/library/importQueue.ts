/**
 * Files on their way into the case: checked here for what can be told at once,
 * sent one after another, so that a refusal concerns one file and the person can
 * stop between two.
 */
import type { ImportOutcome, Input } from '../../app/contract.ts'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import { maxImportBytes } from '../../app/limits.ts'
import type { Client } from '../client/client.ts'
import { createStore, type Store } from '../ui/store.ts'

export type ImportState = {
  /** Files that were asked for since the list was last empty. */
  readonly total: number
  /** What became of them, in order. */
  readonly outcomes: readonly ImportOutcome[]
  /** The name of the file that is being read now; null when the queue is at rest. */
  readonly current: string | null
  readonly cancelled: boolean
}

export type ImportQueue = Store<ImportState> & {
  /** Adds files and works through the queue; resolves when it is empty. `onFirst` hears of the first of them that became an article, at once. */
  add(files: readonly File[], onFirst?: (id: ArticleId) => void): Promise<void>
  /** Imports a text that was pasted. */
  addText(text: string, name: string, onFirst?: (id: ArticleId) => void): Promise<void>
  /** Stops after the file that is being read now. */
  cancel(): void
  /** Clears the list of results. */
  dismiss(): void
}

type Waiting = {
  readonly file: File
  readonly origin: 'file' | 'paste'
  readonly onImported: (id: ArticleId) => void
}

const atRest: ImportState = { total: 0, outcomes: [], current: null, cancelled: false }

export function createImportQueue(client: Client): ImportQueue {
  const store = createStore<ImportState>(atRest)
  const waiting: Waiting[] = []
  let working: Promise<void> | null = null

  const importOne = async ({ file, origin }: Waiting): Promise<ImportOutcome> => {
    if (file.size > maxImportBytes) return tooLarge(file)
    try {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const input: Input<'article.import'> = {
        name: file.name.slice(0, 1024) || 'Unnamed file',
        origin,
        bytes,
      }
      return await client.call('article.import', input)
    } catch (error) {
      return { outcome: 'refused', name: file.name, error: readError(error) }
    }
  }

  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { name } = next.file
      store.set((state) => ({ ...state, current: name }))
      const outcome = await importOne(next)
      store.set((state) => ({ ...state, outcomes: [...state.outcomes, outcome] }))
      if (outcome.outcome === 'imported') next.onImported(outcome.article.id)
    }
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
    message: `This file has ${megabytes(file.size)}; Gainsay takes in files of up to ${megabytes(maxImportBytes)}.`,
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
