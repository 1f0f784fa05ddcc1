/** `gainsay import`: files as they are named, folders with what they hold. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Call } from '../../app/contract.ts'
import { GainsayError, toWireError, type WireError } from '../../app/errors.ts'
import { maxImportBytes } from '../../app/limits.ts'
import { samePlace } from '../../db/open.ts'
import { columns, type Outcome, oneLine } from './output.ts'
import type { Session } from './session.ts'

/** A file to import, or why a path leads to none. */
export type Found =
  | { readonly path: string; readonly found: 'file' }
  /** A file in a folder that holds no text. */
  | { readonly path: string; readonly found: 'no text' }
  | { readonly path: string; readonly found: 'trouble'; readonly error: WireError }

/** One file's fate, as `--json` tells it. */
type Fate =
  | { readonly path: string; readonly outcome: 'imported'; readonly id: string; readonly headline: string }
  | { readonly path: string; readonly outcome: 'duplicate'; readonly of: string; readonly headline: string }
  | { readonly path: string; readonly outcome: 'refused'; readonly error: WireError }
  | { readonly path: string; readonly outcome: 'passed over' }

/**
 * Follows paths to files: those named as they are, those in folders, at any depth, in order of name.
 * The case's own files are never opened: closing them again would give up the lock on the case.
 */
export function findFiles(paths: readonly string[], casePath: string): Found[] {
  return paths.flatMap((path): Found[] => {
    try {
      if (statSync(path).isDirectory()) return filesIn(path, casePath)
      if (isOfCase(path, casePath)) throw new GainsayError('refused', 'It is the case itself.')
      return [{ path, found: 'file' }]
    } catch (error) {
      return [{ path, found: 'trouble', error: readError(error) }]
    }
  })
}

const isOfCase = (path: string, casePath: string) =>
  ['', '-wal', '-shm', '-journal'].some((ending) => samePlace(path, casePath + ending))

/** Hidden files, links and whatever is no plain file are not looked at: a folder is searched for articles only. */
function filesIn(folder: string, casePath: string): Found[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry): Found[] => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? filesIn(path, casePath) : [inFolder(path, casePath)]
      })
  } catch (error) {
    return [{ path: folder, found: 'trouble', error: readError(error) }]
  }
}

function inFolder(path: string, casePath: string): Found {
  try {
    return { path, found: !isOfCase(path, casePath) && holdsText(path) ? 'file' : 'no text' }
  } catch (error) {
    return { path, found: 'trouble', error: readError(error) }
  }
}

/** Text has no NUL bytes in its first 4 KB, unless it is UTF-16 and says so. */
function holdsText(path: string): boolean {
  const start = Buffer.alloc(4096)
  const file = openSync(path, 'r')
  try {
    const head = start.subarray(0, readSync(file, start))
    const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    return utf16 || !head.includes(0)
  } finally {
    closeSync(file)
  }
}

/**
 * Imports what was found, one file after the other; one that is refused keeps none
 * of the others back. A case that fails (a full disk) ends it: what is in stays in.
 */
export async function importFiles({ call }: Session, found: readonly Found[]): Promise<Outcome> {
  const fates: Fate[] = []
  let failure: string | null = null
  for (const one of found) {
    try {
      fates.push(await fateOf(call, one))
    } catch (error) {
      failure = `The import ended at ${one.path}: ${toWireError(error).message}`
      break
    }
  }
  const tried = fates.filter(({ outcome }) => outcome !== 'passed over')
  if (failure === null && tried.every(({ outcome }) => outcome === 'refused'))
    failure = nothingImported(tried.length)
  return { json: { outcomes: fates }, lines: columns(fates.map(fateCells)), failure }
}

/** The sentence where no file became an article or was one already. */
export function nothingImported(refused: number): string {
  if (refused === 0) return 'Nothing was imported: no file with text was found.'
  return refused === 1
    ? 'Nothing was imported: the file was refused.'
    : `Nothing was imported: all ${refused} files were refused.`
}

async function fateOf(call: Call, found: Found): Promise<Fate> {
  const { path } = found
  if (found.found === 'no text') return { path, outcome: 'passed over' }
  if (found.found === 'trouble') return { path, outcome: 'refused', error: found.error }
  let bytes: string
  try {
    bytes = readBytes(path)
  } catch (error) {
    return { path, outcome: 'refused', error: readError(error) }
  }
  const result = await call('article.import', { name: basename(path), origin: 'file', bytes })
  switch (result.outcome) {
    case 'imported':
      return { path, outcome: 'imported', id: result.article.id, headline: result.article.headline }
    case 'duplicate':
      return { path, outcome: 'duplicate', of: result.of.id, headline: result.of.headline }
    case 'refused':
      return { path, outcome: 'refused', error: result.error }
  }
}

/** The file's bytes, base64; one that is too large is not read at all. */
function readBytes(path: string): string {
  const stat = statSync(path)
  if (!stat.isFile()) throw new GainsayError('unreadable', 'It is not a file.')
  if (stat.size > maxImportBytes) {
    throw new GainsayError('too-large', `It is larger than ${maxImportBytes / 1024 / 1024} MB.`)
  }
  return readFileSync(path).toString('base64')
}

const readSentences: Readonly<Record<string, WireError>> = {
  ENOENT: { code: 'not-found', message: 'There is no such file.' },
  ENOTDIR: { code: 'not-found', message: 'There is no such file.' },
  EACCES: { code: 'no-permission', message: 'You are not allowed to read it.' },
  EPERM: { code: 'no-permission', message: 'You are not allowed to read it.' },
}

function readError(error: unknown): WireError {
  if (error instanceof GainsayError) return toWireError(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return readSentences[code] ?? { code: 'io', message: 'It could not be read.' }
}

function fateCells(fate: Fate): string[] {
  const path = oneLine(fate.path)
  switch (fate.outcome) {
    case 'imported':
      return [path, `imported ${fate.id} ${oneLine(fate.headline)}`]
    case 'duplicate':
      return [path, `duplicate of ${fate.of} ${oneLine(fate.headline)}`]
    case 'refused':
      return [path, `refused because: ${oneLine(fate.error.message)}`]
    case 'passed over':
      return [path, 'passed over: no text in it']
  }
}
