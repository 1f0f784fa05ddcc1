/** `gainsay import`: files as they are named, folders with what they hold. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Call } from '../../app/contract.ts'
import { GainsayError, toWireError, type WireError } from '../../app/errors.ts'
import { makeImportWindow, mostUnderWay } from '../../app/importWindow.ts'
import { maxFileBytes } from '../../app/limits.ts'
import type { CarriedCounts, ImportOutcome } from '../../app/results.ts'
import { samePlace } from '../../db/open.ts'
import { guessWide } from '../import/wideText.ts'
import { type Outcome, oneLine } from './output.ts'
import type { Session } from './session.ts'

/** A file to import, or why a path leads to none. */
export type Found =
  | { readonly path: string; readonly found: 'file' }
  /** A file in a folder that holds no text. */
  | { readonly path: string; readonly found: 'no text' }
  | { readonly path: string; readonly found: 'trouble'; readonly error: WireError }

/** What became of one article, as `--json` tells it; `name` only where the file holds several. */
type Fate = { readonly path: string; readonly name?: string } & (
  | {
      readonly outcome: 'imported'
      readonly id: string
      readonly headline: string
      readonly reprintOf: string | null
    }
  | { readonly outcome: 'duplicate'; readonly of: string; readonly headline: string }
  | {
      readonly outcome: 'later capture'
      readonly of: string
      readonly headline: string
      readonly score: number
    }
  | {
      readonly outcome: 'revised'
      readonly id: string
      readonly headline: string
      readonly carried: CarriedCounts
    }
  | { readonly outcome: 'refused'; readonly error: WireError }
  | { readonly outcome: 'passed over' }
)

/** What the person settled for all files. */
export type ImportOptions = {
  readonly captures?: Captures
  readonly format?: string
  readonly encoding?: string
}
/** What to do with later captures. */
export const captureChoices = ['skip', 'revision', 'separate'] as const
export type Captures = (typeof captureChoices)[number]

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
    return { path, found: !isOfCase(path, casePath) && mayHoldArticles(path) ? 'file' : 'no text' }
  } catch (error) {
    return { path, found: 'trouble', error: readError(error) }
  }
}

/** Kinds of file that hold articles although they have NUL bytes. */
const packed = /\.(?:pdf|docx|odt|zip|mht|mhtml|eml|mbox|rtf)$/iu

/** Text has no NUL bytes in its first 4 KB, unless it is UTF-16. */
function mayHoldArticles(path: string): boolean {
  if (packed.test(path)) return true
  const start = Buffer.alloc(4096)
  const file = openSync(path, 'r')
  try {
    const head = start.subarray(0, readSync(file, start))
    const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    const begins = head.toString('latin1', 0, 4)
    const wide = marked || guessWide(head.subarray(0, head.length & ~1)) !== null
    return wide || begins === '%PDF' || begins === 'PK\x03\x04' || !head.includes(0)
  } finally {
    closeSync(file)
  }
}

/**
 * Imports what was found, a few files side by side; one that is refused keeps none of the
 * others back. A line is said for each article as soon as the files before its own are
 * done. A case that fails (a full disk) ends it: what is in stays in.
 */
export async function importFiles(
  { call, say }: Session,
  found: readonly Found[],
  options: ImportOptions = {},
): Promise<Outcome> {
  const fates: (readonly Fate[])[] = []
  let told = 0
  const underWay = makeImportWindow()
  let next = 0
  let failure: string | null = null
  const tell = () => {
    for (let ready = fates[told]; ready !== undefined; ready = fates[told]) {
      for (const fate of ready) say(fateLine(fate))
      told += 1
    }
  }
  const work = async () => {
    while (next < found.length && failure === null) {
      const index = next
      next += 1
      const one = found[index]
      if (one === undefined) return
      const size = sizeOf(one)
      await underWay.enter(size)
      try {
        if (failure === null) fates[index] = await fatesOf(call, one, options)
      } catch (error) {
        failure ??= `The import ended at ${one.path}: ${toWireError(error).message}`
      } finally {
        underWay.leave(size)
      }
      tell()
    }
  }
  await Promise.all(Array.from({ length: mostUnderWay }, work))
  const all = fates.flat()
  const tried = all.filter(({ outcome }) => outcome !== 'passed over')
  if (failure === null && tried.every(({ outcome }) => outcome === 'refused'))
    failure = nothingImported(tried.length)
  // Where a failure left a gap, the lines behind it are still owed.
  const owed = fates.slice(told).flatMap((some) => some ?? [])
  return { json: { outcomes: all }, lines: owed.map(fateLine), failure }
}

/** The sentence where no file became an article or was one already. */
export function nothingImported(refused: number): string {
  if (refused === 0) return 'Nothing was imported: no file with text was found.'
  return refused === 1
    ? 'Nothing was imported: the file was refused.'
    : `Nothing was imported: all ${refused} files were refused.`
}

async function fatesOf(call: Call, found: Found, options: ImportOptions): Promise<readonly Fate[]> {
  const { path } = found
  if (found.found === 'no text') return [{ path, outcome: 'passed over' }]
  if (found.found === 'trouble') return [{ path, outcome: 'refused', error: found.error }]
  let bytes: string
  try {
    bytes = readBytes(path)
  } catch (error) {
    return [{ path, outcome: 'refused', error: readError(error) }]
  }
  const { format, encoding, captures = 'skip' } = options
  const { outcomes } = await call('article.import', {
    name: basename(path),
    origin: 'file',
    bytes,
    onSimilar: captures === 'skip' ? 'offer' : captures,
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
  })
  return outcomes.map((outcome) => fateOf(path, outcome, outcomes.length > 1))
}

function fateOf(path: string, result: ImportOutcome, several: boolean): Fate {
  const place = several ? { path, name: result.name } : { path }
  switch (result.outcome) {
    case 'imported': {
      const { id, headline, reprintOf } = result.article
      return { ...place, outcome: 'imported', id, headline, reprintOf }
    }
    case 'duplicate':
      return { ...place, outcome: 'duplicate', of: result.of.id, headline: result.of.headline }
    case 'later capture': {
      const { of, score } = result
      return { ...place, outcome: 'later capture', of: of.id, headline: of.headline, score }
    }
    case 'revised': {
      const { article, carried } = result
      return { ...place, outcome: 'revised', id: article.id, headline: article.headline, carried }
    }
    case 'refused':
      return { ...place, outcome: 'refused', error: result.error }
  }
}

/** In bytes; 0 for a path that will be refused for what it is. */
function sizeOf({ found, path }: Found): number {
  try {
    return found === 'file' ? statSync(path).size : 0
  } catch {
    // Reading it will say what is wrong with it.
    return 0
  }
}

/** The file's bytes, base64; one that is too large is not read at all. */
function readBytes(path: string): string {
  const stat = statSync(path)
  if (!stat.isFile()) throw new GainsayError('unreadable', 'It is not a file.')
  if (stat.size > maxFileBytes) {
    throw new GainsayError('too-large', `It is larger than ${maxFileBytes / 1024 / 1024} MB.`)
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

function fateLine(fate: Fate): string {
  const path = oneLine(fate.path)
  const name = fate.name === undefined || fate.name === fate.path ? '' : ` (${oneLine(fate.name)})`
  return `${path}${name}  ${words(fate)}`
}

function words(fate: Fate): string {
  switch (fate.outcome) {
    case 'imported': {
      const shared = fate.reprintOf === null ? '' : ` (shares its text with ${fate.reprintOf})`
      return `imported ${fate.id} ${oneLine(fate.headline)}${shared}`
    }
    case 'duplicate':
      return `duplicate of ${fate.of} ${oneLine(fate.headline)}`
    case 'later capture':
      return `later capture of ${fate.of} ${oneLine(fate.headline)}, ${Math.round(fate.score * 100)} % the same, not imported (use --captures revision or --captures separate)`
    case 'revised': {
      const { kept, moved, review } = fate.carried
      return `new revision of ${fate.id} ${oneLine(fate.headline)}: ${kept} passages kept, ${moved} moved, ${review} to review`
    }
    case 'refused':
      return `refused because: ${oneLine(fate.error.message)}`
    case 'passed over':
      return 'passed over: no text in it'
  }
}
