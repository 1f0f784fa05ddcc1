import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { transaction, write } from './connection.ts'
import { type CaseFile, createCaseFile, openCaseFile } from './open.ts'

const complaints = vi.spyOn(console, 'error')
let folder: string
let file: CaseFile

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-checkpoint-'))
  file = createCaseFile(join(folder, 'a.gainsay'))
})
afterEach(async () => {
  file.close()
  // Whatever still waits for its turn would find the case closed, and say so.
  await setTimeout(5)
  expect(complaints).not.toHaveBeenCalled()
  rmSync(folder, { recursive: true, force: true })
})

/** Writes so many megabytes in one transaction. */
function fill(megabytes: number): void {
  transaction(file.db, (db) => {
    write(
      db,
      'INSERT INTO sourceBytes (sha256, bytes) VALUES (?, zeroblob(?))',
      String(Math.random()),
      megabytes * 1024 * 1024,
    )
  })
}

/** Pages of the log that are not in the file yet. */
function waiting(): number {
  const rows = file.db.connection.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[] // SQLite's answer
  return rows.reduce((sum, { log, checkpointed }) => sum + log - checkpointed, 0)
}

describe('the log of a case', () => {
  it('is moved into the file in a turn of its own after the commit that made it long', async () => {
    fill(6)
    expect(waiting()).toBeGreaterThan(1_000)
    await setTimeout(5)
    expect(waiting()).toBe(0)
  })

  it('is left alone while it is short', async () => {
    fill(1)
    const before = waiting()
    await setTimeout(5)
    expect([before, waiting()]).toEqual([before, before])
    expect(before).toBeGreaterThan(0)
  })

  it('is moved at once where transactions follow each other without a turn between them', () => {
    let longest = 0
    for (let count = 0; count < 30; count += 1) {
      fill(6)
      longest = Math.max(longest, waiting())
    }
    expect(longest).toBeLessThan(20_000)
    expect(statSync(join(folder, 'a.gainsay-wal')).size).toBeLessThan(90 * 1024 * 1024)
  })

  it('is all in the file once the case is closed, also where its turn had not come', async () => {
    fill(6)
    file.close()
    await setTimeout(5)
    expect(readFileSync(join(folder, 'a.gainsay')).length).toBeGreaterThan(6 * 1024 * 1024)
    file = openCaseFile(join(folder, 'a.gainsay'))
    expect(file.db.connection.prepare('SELECT count(*) FROM sourceBytes').pluck().get()).toBe(1)
  })
})
