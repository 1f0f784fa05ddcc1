/** `gainsay export`, `backup` and `check`: what leaves the case, and whether the case is whole. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ReportFormat } from '../../app/contract.ts'
import { type ErrorCode, GainsayError } from '../../app/errors.ts'
import { bytesWords, counted } from '../../app/report/words.ts'
import { backUpCase } from '../../db/backup.ts'
import { openCaseFile, samePlace } from '../../db/open.ts'
import { findArticleIds } from './lookUp.ts'
import { columns, type Outcome, oneLine } from './output.ts'
import type { Session } from './session.ts'

export type ExportOptions = { readonly format: ReportFormat; readonly out: string }

/** Writes the report of the articles named, or of all; what stood at the path is replaced whole or not at all. */
export async function exportReport(
  { call, casePath }: Session,
  given: readonly string[],
  { format, out }: ExportOptions,
): Promise<Outcome> {
  const path = resolve(out)
  refuseCaseFiles(path, casePath)
  const articleIds = given.length === 0 ? null : await findArticleIds(call, given)
  const { text } = await call('report.render', { format, articleIds })
  const bytes = Buffer.from(text, 'utf8')
  writeWhole(path, bytes)
  return {
    json: { out: path, format, bytes: bytes.length },
    lines: [`Wrote ${oneLine(path)} (${bytesWords(bytes.length)})`],
  }
}

/** No report may ever take the place of the case, or of the files SQLite keeps beside it. */
export function refuseCaseFiles(path: string, casePath: string): void {
  const real = (file: string) => {
    try {
      return realpathSync(file)
    } catch {
      // What does not exist has no other name than its own.
      return join(realFolder(dirname(file)), basename(file))
    }
  }
  const own = ['', '-wal', '-shm', '-journal'].map((ending) => real(casePath) + ending)
  if (own.includes(real(path)) || samePlace(path, casePath)) {
    throw new GainsayError('refused', 'That is the case itself; please give the report another path.')
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    // The folder is missing too; writing will say so.
    return folder
  }
}

/** Writes a file under another name first, so that a full disk or a crash leaves what was there. @throws GainsayError */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.part`)
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new GainsayError('refused', `${path} is a folder; please give the path of a file.`)
    }
    const file = openSync(draft, 'wx')
    try {
      writeFileSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error instanceof GainsayError ? error : writeError(path, error)
  }
}

const writeCodes: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'its folder does not exist'],
  ENOTDIR: ['not-found', 'its folder does not exist'],
  EACCES: ['no-permission', 'you are not allowed to write there'],
  EPERM: ['no-permission', 'you are not allowed to write there'],
  EROFS: ['no-permission', 'the disk is read-only'],
  ENOSPC: ['disk-full', 'the disk is full'],
  ENAMETOOLONG: ['bad-input', 'its name is too long'],
}

function writeError(path: string, error: unknown): GainsayError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [ours, why] = writeCodes[code] ?? ['io', 'the disk reported an error']
  return new GainsayError(ours, `${path} could not be written: ${why}. What was there is unchanged.`, {
    cause: error,
  })
}

/** Writes a whole copy of the case, to a path where nothing is yet. */
export function backUp(casePath: string, out: string): Outcome {
  if (!existsSync(casePath)) throw new GainsayError('not-found', `There is no case at ${casePath}.`)
  const path = resolve(out)
  const file = openCaseFile(casePath)
  try {
    backUpCase(file.db, path)
  } finally {
    file.close()
  }
  const { size } = statSync(path)
  return { json: { out: path, bytes: size }, lines: [`Wrote ${oneLine(path)} (${bytesWords(size)})`] }
}

/** Checks the case; a case with problems is a failure. */
export async function checkCase({ call }: Session): Promise<Outcome> {
  const result = await call('case.check', {})
  const { articles, annotations, links, steps } = result.checked
  const checked = [
    counted(articles, 'article'),
    counted(annotations, 'annotation'),
    counted(links, 'link'),
    counted(steps, 'step of history', 'steps of history'),
  ].join(', ')
  return {
    json: result,
    lines: [
      `Checked ${checked}.`,
      ...columns(result.problems.map(({ where, what }) => [oneLine(where), oneLine(what)])),
      ...(result.ok ? ['The case is whole.'] : []),
    ],
    failure: result.ok ? null : `The case has ${counted(result.problems.length, 'problem')}.`,
  }
}
