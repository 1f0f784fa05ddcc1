import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GainsayError } from '../app/errors.ts'
import { listRows, transaction, write } from './connection.ts'
import { currentVersion } from './migrations/migrate.ts'
import { applicationId, createCaseFile, openCaseFile, samePlace } from './open.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-open-'))
  path = join(folder, 'a.gainsay')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function errorOf(work: () => unknown): GainsayError {
  try {
    work()
  } catch (error) {
    if (error instanceof GainsayError) return error
    throw error
  }
  throw new Error('It succeeded.')
}

/** Opens the file, which must be refused, and proves that nothing in the folder has changed. */
function expectRefused(code: string): void {
  const look = () =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
  const before = look()
  const error = errorOf(() => openCaseFile(path))
  expect(error.code).toBe(code)
  expect(error.message).toContain(path)
  expect(error.message).toMatch(/^[A-Z/].*\.$/)
  expect(look()).toEqual(before)
}

/** Fills a case and closes it. */
function makeCase(): void {
  const file = createCaseFile(path)
  transaction(file.db, (db) => {
    for (let index = 0; index < 400; index += 1) {
      const sql = 'INSERT INTO actor (id, name, type, aliases, note) VALUES (?, ?, NULL, ?, ?)'
      write(db, sql, `act_${index}00000`, `Actor ${index}`, '[]', 'x'.repeat(500))
    }
  })
  file.close()
}

test('a new case is a SQLite file with the application id and the current version, alone in its folder', () => {
  createCaseFile(path).close()
  expect(readdirSync(folder)).toEqual(['a.gainsay'])
  const head = readFileSync(path)
  expect(head.toString('latin1', 0, 16)).toBe('SQLite format 3\0')
  expect(head.readUInt32BE(68)).toBe(applicationId)
  expect(head.readUInt32BE(60)).toBe(currentVersion)
})

test('a case is opened with write-ahead log, full syncing, foreign keys and an untrusted schema', () => {
  const file = createCaseFile(path)
  const pragma = (name: string) => file.db.connection.pragma(name, { simple: true })
  expect([
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('trusted_schema'),
    pragma('locking_mode'),
  ]).toEqual(['wal', 2, 1, 0, 'exclusive'])
  file.close()
})

test('a case may have as long a name as the system allows, and a longer one is refused as such', () => {
  // 240 bytes, which leave room for the endings of what SQLite puts beside it.
  const named = (letters: number) => join(folder, `${'外'.repeat(letters)}.gainsay`)
  createCaseFile(named(77)).close()
  openCaseFile(named(77)).close()
  expect(errorOf(() => createCaseFile(named(300)))).toMatchObject({
    code: 'refused',
    message: expect.stringContaining('longer name than this system allows'),
  })
})

test('making a case never replaces a file that is there', () => {
  writeFileSync(path, 'precious')
  expect(errorOf(() => createCaseFile(path)).code).toBe('refused')
  expect(readFileSync(path, 'utf8')).toBe('precious')
  expect(readdirSync(folder)).toEqual(['a.gainsay'])
})

test('a file that is no SQLite file, an empty one, and another program’s database are refused untouched', () => {
  writeFileSync(path, 'Dear diary, '.repeat(1000))
  expectRefused('not-a-case')
  writeFileSync(path, '')
  expectRefused('not-a-case')
  rmSync(path)
  const other = new Database(path)
  other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  other.close()
  expectRefused('not-a-case')
})

test('a case of a newer Gainsay is refused untouched', () => {
  makeCase()
  const other = new Database(path)
  other.pragma(`user_version = ${currentVersion + 1}`)
  other.close()
  expectRefused('case-newer')
})

test('a case that is cut off is refused untouched, wherever it was cut', () => {
  makeCase()
  const whole = readFileSync(path)
  for (const length of [50, 100, 4096, 10_000, whole.length - 4096, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length))
    expectRefused('case-damaged')
  }
})

test('a case with rubbish in a page is refused untouched', () => {
  makeCase()
  const whole = readFileSync(path)
  const damagedPages = [1, Math.floor(whole.length / 4096 / 2)]
  for (const page of damagedPages) {
    const spoilt = Buffer.from(whole)
    spoilt.fill(0xa5, page * 4096, (page + 1) * 4096)
    writeFileSync(path, spoilt)
    expectRefused('case-damaged')
  }
})

test('a case too large to be checked page by page is refused when its ends are damaged, and opened when whole', () => {
  makeCase()
  openCaseFile(path, 0).close()
  const whole = readFileSync(path)
  const spoilt = Buffer.from(whole)
  spoilt.fill(0xa5, 4096)
  writeFileSync(path, spoilt)
  expect(errorOf(() => openCaseFile(path, 0)).code).toBe('case-damaged')
  expect(readFileSync(path).equals(spoilt)).toBe(true)
  writeFileSync(path, whole.subarray(0, -4096))
  expect(errorOf(() => openCaseFile(path, 0)).code).toBe('case-damaged')
})

test('a case with a table missing is refused untouched', () => {
  makeCase()
  const other = new Database(path)
  other.exec('DROP TABLE caseState')
  other.close()
  expectRefused('case-damaged')
})

test('a damaged case with a log left by a crash is refused untouched, log and all', () => {
  makeCase()
  const file = openCaseFile(path)
  transaction(file.db, (db) => write(db, "UPDATE actor SET note = 'later'"))
  const log = readFileSync(`${path}-wal`)
  file.close()
  const spoilt = readFileSync(path)
  for (let page = 1; page < spoilt.length / 4096; page += 1)
    spoilt.fill(0xa5, page * 4096, page * 4096 + 2048)
  writeFileSync(path, spoilt)
  writeFileSync(`${path}-wal`, log.subarray(0, 32 + 4120))
  expectRefused('case-damaged')
})

test('what a crash left in the log is there when the case is opened again', () => {
  makeCase()
  const kept = readFileSync(path)
  const file = openCaseFile(path)
  transaction(file.db, (db) => write(db, "UPDATE actor SET note = 'later'"))
  const log = readFileSync(`${path}-wal`)
  file.close()
  writeFileSync(path, kept)
  writeFileSync(`${path}-wal`, log)
  const alias = join(folder, 'sub', 'alias.gainsay')
  mkdirSync(join(folder, 'sub'))
  symlinkSync(path, alias)
  const again = openCaseFile(alias)
  expect(listRows(again.db, 'SELECT DISTINCT note FROM actor')).toEqual([{ note: 'later' }])
  again.close()
  expect(readdirSync(folder)).toEqual(['a.gainsay', 'sub'])
})

test('a missing file, a missing folder and a folder in place of a file each get their own code', () => {
  expect(errorOf(() => openCaseFile(path)).code).toBe('not-found')
  expect(errorOf(() => createCaseFile(join(folder, 'none', 'b.gainsay'))).code).toBe('not-found')
  mkdirSync(path)
  expect(errorOf(() => openCaseFile(path)).code).toBe('not-a-case')
  expect(readdirSync(folder)).toEqual(['a.gainsay'])
})

test('a second opening in the same process is refused, by whatever path, and does not loosen the lock', () => {
  const file = createCaseFile(path)
  const alias = join(folder, 'b.gainsay')
  symlinkSync(path, alias)
  expect(samePlace(path, alias)).toBe(true)
  expect(errorOf(() => openCaseFile(path)).code).toBe('case-open-elsewhere')
  expect(errorOf(() => openCaseFile(alias)).code).toBe('case-open-elsewhere')
  transaction(file.db, (db) => write(db, 'UPDATE caseState SET counter = 7'))
  file.close()
  const again = openCaseFile(path)
  expect(listRows(again.db, 'SELECT counter FROM caseState')).toEqual([{ counter: 7 }])
  again.close()
})

test('a case that is renamed while it is open takes nothing more, and has all that was written before', () => {
  const file = createCaseFile(path)
  const moved = join(folder, 'b.gainsay')
  const setTo = (counter: number) =>
    transaction(file.db, (db) => write(db, 'UPDATE caseState SET counter = ?', counter))
  setTo(7)
  renameSync(path, moved)
  expect(errorOf(() => setTo(8))).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining(`not at ${path} any more`),
  })
  // Whatever happens to the process from here on, the file is whole.
  const copy = join(folder, 'copy.gainsay')
  copyFileSync(moved, copy)
  const whole = openCaseFile(copy)
  expect(listRows(whole.db, 'SELECT counter FROM caseState')).toEqual([{ counter: 7 }])
  whole.close()
  renameSync(moved, path)
  setTo(9)
  renameSync(path, moved)
  file.close()
  const again = openCaseFile(moved)
  expect(listRows(again.db, 'SELECT counter FROM caseState')).toEqual([{ counter: 9 }])
  again.close()
})

test('a case that was removed or replaced while it is open says so instead of writing into nothing', () => {
  const file = createCaseFile(path)
  const raise = () => transaction(file.db, (db) => write(db, 'UPDATE caseState SET counter = counter + 1'))
  rmSync(path)
  expect(errorOf(raise).code).toBe('not-found')
  writeFileSync(path, 'precious')
  expect(errorOf(raise).code).toBe('not-found')
  file.close()
  expect(readFileSync(path, 'utf8')).toBe('precious')
})

test('closing twice does no harm, and leaves neither log nor index behind', () => {
  const file = createCaseFile(path)
  file.close()
  file.close()
  expect(readdirSync(folder)).toEqual(['a.gainsay'])
  expect(statSync(path).size).toBeGreaterThan(0)
})
