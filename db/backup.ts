/** Copies of a case while it is open. */
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { GainsayError } from '../app/errors.ts'
import type { ReadDb } from './connection.ts'
import { describeFault } from './faults.ts'

/**
 * Writes a whole, tidied copy of the case to a new file (SQLite's VACUUM INTO).
 * @throws GainsayError `refused` when there is a file already; `disk-full`, `no-permission`, `io`.
 */
export function backUpCase(db: ReadDb, target: string): void {
  const path = resolve(target)
  if (existsSync(path)) {
    throw new GainsayError('refused', `There is already a file ${path}. Choose another name for the copy.`)
  }
  try {
    db.connection.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw describeFault(error, `The copy ${path}`) ?? error
  }
}
