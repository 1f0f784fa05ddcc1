/** Files that leave the case for good: reports, tables, pictures. */
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ErrorCode, GainsayError } from '../app/errors.ts'
import { samePlace } from '../db/open.ts'
import { writeFileAtomic } from './profile.ts'

/** Writes a file that somebody asked for whole or not at all, and never over the case that is open. @throws GainsayError */
export function writeOut(path: string, bytes: Uint8Array, casePath: string): void {
  refuseCaseFiles(path, casePath)
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new GainsayError('refused', `${path} is a folder; please give the path of a file.`)
    }
    writeFileAtomic(path, bytes)
  } catch (error) {
    throw error instanceof GainsayError ? error : writeError(path, error)
  }
}

/** Nothing may ever take the place of the case, or of the files SQLite keeps beside it. */
function refuseCaseFiles(path: string, casePath: string): void {
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
    throw new GainsayError('refused', 'That is the case itself; please choose another path.')
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
