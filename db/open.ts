/**
 * Opens and makes case files.
 *
 * A file that is not a case, is newer, or is damaged stays byte for byte as it
 * was: its head is read before SQLite touches it, and a write-ahead log that a
 * crash left behind is looked through by a read-only connection first, because
 * closing a writing one would already move it into the file.
 *
 * The lock is SQLite's exclusive lock on the file, held by the kernel for the
 * process and gone with it; there is no lock file that could go stale. Such locks
 * are lost when the process closes ANY descriptor of the file, so a file that is
 * open here is known by device and inode and never opened a second time, and the
 * descriptor the head was read through stays open as long as the case.
 *
 * SQLite would go on writing into a file that was moved or removed, and leave what
 * came last in a log beside the former place. So nothing is written once the file
 * is not where it was opened.
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { GainsayError } from '../app/errors.ts'
import { makeCheckpoints } from './checkpoint.ts'
import { asReadDb, type ReadDb } from './connection.ts'
import { describeFault, faultCode } from './faults.ts'
import { currentVersion, migrate } from './migrations/migrate.ts'

/** SQLite's application_id of a case: "GSAY". */
export const applicationId = 0x47534159

/** Files up to this size are checked page by page when opened; larger ones by their length, schema and head of each table. */
export const fullCheckBytes = 64 * 1024 * 1024

/** An open case file. */
export type CaseFile = {
  /** Absolute path. */
  readonly path: string
  readonly db: ReadDb
  /** Whether a path leads to this file, whatever links lie between; false once it is closed. */
  isAt(path: string): boolean
  close(): void
}

const openHere = new Set<string>()
const identity = (stats: Stats) => `${stats.dev}:${stats.ino}`

/** Whether two paths lead to the same file, whatever links lie between; false where one is not there. */
export function samePlace(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && identity(one) === identity(other)
}

/**
 * Opens a case. `fullCheckUpTo` is the size in bytes up to which every page is checked.
 * @throws GainsayError with a code and sentence for each way in which it cannot be had.
 */
export function openCaseFile(casePath: string, fullCheckUpTo: number = fullCheckBytes): CaseFile {
  const path = resolve(casePath)
  return inWords(path, () => open(path, fullCheckUpTo))
}

/** Makes an empty case and opens it; a file that is there already is refused and left alone. */
export function createCaseFile(casePath: string): CaseFile {
  const path = resolve(casePath)
  return inWords(path, () => {
    if (existsSync(path)) {
      throw new GainsayError('refused', `There is already a file ${path}. Choose another name.`)
    }
    create(path)
    return open(path, fullCheckBytes)
  })
}

function inWords<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw describeFault(error, `The case ${path}`) ?? error
  }
}

/** Built under another name and then put in place, so that a crash leaves no half case. */
function create(path: string): void {
  const folder = dirname(path)
  // Without the name of the case, which may be as long as a name can be.
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.gainsay.new`)
  try {
    // better-sqlite3 speaks of a missing folder without a code.
    statSync(folder)
    closeSync(openSync(temporary, 'wx'))
    const connection = new Database(temporary)
    try {
      connection.pragma(`application_id = ${applicationId}`)
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      migrate(connection)
    } finally {
      connection.close()
    }
    putInPlace(temporary, path)
    syncFolder(folder)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true })
  }
}

function putInPlace(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    // Some file systems have no second names for a file; renaming cannot notice a file made in this instant.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(faultCode(error) ?? '')) throw error
    renameSync(temporary, path)
  }
}

function syncFolder(folder: string): void {
  // Folders cannot be opened on Windows, and need no syncing there.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function open(path: string, fullCheckUpTo: number): CaseFile {
  const stats = statSync(path)
  if (stats.isDirectory()) throw new GainsayError('not-a-case', `${path} is a folder, not a Gainsay case.`)
  if (!stats.isFile()) throw new GainsayError('not-a-case', `${path} is not a file.`)
  const key = identity(stats)
  if (openHere.has(key)) {
    throw new GainsayError(
      'case-open-elsewhere',
      `The case ${path} is open already. Work there, or close it first.`,
    )
  }
  accessSync(path, constants.R_OK | constants.W_OK)
  accessSync(dirname(path), constants.W_OK | constants.X_OK)
  const descriptor = openSync(path, 'r')
  let connection: Database.Database | null = null
  try {
    const size = fstatSync(descriptor).size
    // SQLite keeps its log beside the file itself, not beside a link to it.
    const leftLog = (statSync(`${realpathSync(path)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    checkHead(descriptor, path, size, leftLog)
    const allPages = size <= fullCheckUpTo
    if (leftLog) inspectReadOnly(path, allPages)
    connection = new Database(path, { fileMustExist: true, timeout: 0 })
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('synchronous = FULL')
    // The first read takes the lock and keeps it.
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (!leftLog) inspect(connection, path, allPages)
    if (migrate(connection)) connection.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    connection?.close()
    closeSync(descriptor)
    throw error
  }
  openHere.add(key)
  return openedFile(path, key, connection, descriptor)
}

function openedFile(path: string, key: string, connection: Database.Database, descriptor: number): CaseFile {
  const checkpoints = makeCheckpoints(connection)
  let closed = false
  const isAt = (other: string) => {
    const stats = closed ? undefined : statSync(other, { throwIfNoEntry: false })
    return stats !== undefined && identity(stats) === identity(fstatSync(descriptor))
  }
  const beforeBegin = () => {
    if (closed || isAt(path)) return
    // The log keeps the former name; without it the file lacks what was committed last.
    checkpoints.moveAll()
    throw gone(path)
  }
  return {
    path,
    db: asReadDb(connection, { beforeBegin, afterCommit: checkpoints.afterCommit }),
    isAt,
    close() {
      if (closed) return
      closed = true
      checkpoints.moveAll()
      try {
        connection.close()
      } finally {
        closeSync(descriptor)
        openHere.delete(key)
      }
    },
  }
}

const gone = (path: string) =>
  new GainsayError(
    'not-found',
    `The case file is not at ${path} any more: it was moved, renamed, replaced or removed while it was open. What was saved before went with it, and this change was not made. Put the file back, or open it where it is now.`,
  )
const notACase = (path: string) =>
  new GainsayError('not-a-case', `${path} is not a Gainsay case. It was left as it is.`)
const damaged = (path: string, what: string, cause?: unknown) =>
  new GainsayError(
    'case-damaged',
    `The case ${path} is damaged (${what}). It was left as it is; go back to a backup, or keep a copy for repair.`,
    { cause },
  )
const newer = (path: string) =>
  new GainsayError(
    'case-newer',
    `The case ${path} was written by a newer Gainsay. It was left as it is; open it with that version.`,
  )

/** Reads the hundred bytes of the SQLite header (file format, section 1.3). */
function checkHead(descriptor: number, path: string, size: number, leftLog: boolean): void {
  const head = Buffer.alloc(100)
  const read = readSync(descriptor, head, 0, head.length, 0)
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notACase(path)
  if (read < head.length) throw damaged(path, 'the file is cut off')
  if (head.readUInt32BE(68) !== applicationId) throw notACase(path)
  if (head.readUInt32BE(60) > currentVersion) throw newer(path)
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const pages = head.readUInt32BE(28)
  // While a log is left, the file may rightly be shorter than its head says.
  if (!leftLog && size < pages * pageSize) throw damaged(path, 'the file is cut off')
}

function inspectReadOnly(path: string, allPages: boolean): void {
  const index = `${realpathSync(path)}-shm`
  const hadIndex = existsSync(index)
  const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 })
  try {
    inspect(connection, path, allPages)
  } finally {
    connection.close()
    if (!hadIndex) rmSync(index, { force: true })
  }
}

/** Looks for damage. The version is asked again, since the log may know a later one than the head. */
function inspect(connection: Database.Database, path: string, allPages: boolean): void {
  try {
    if (Number(connection.pragma('user_version', { simple: true })) > currentVersion) throw newer(path)
    if (allPages) {
      const found = connection.pragma('quick_check(1)', { simple: true })
      if (found !== 'ok') throw damaged(path, 'its pages do not fit together', found)
    } else {
      probe(connection)
    }
    connection.prepare('SELECT counter FROM caseState').get()
  } catch (error) {
    // A table that is missing is damage too; SQLite calls it SQLITE_ERROR.
    if (faultCode(error) === 'SQLITE_ERROR') throw damaged(path, 'a table is missing')
    throw error
  }
}

function probe(connection: Database.Database): void {
  for (const table of ['source', 'revision', 'article', 'annotation', 'link', 'actor', 'journal']) {
    connection.prepare(`SELECT rowid FROM ${table} ORDER BY rowid LIMIT 1`).get()
    connection.prepare(`SELECT rowid FROM ${table} ORDER BY rowid DESC LIMIT 1`).get()
  }
}
