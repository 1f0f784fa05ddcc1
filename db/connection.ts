/**
 * The connection to a case file. Reading takes a `ReadDb`, writing a `WriteDb`,
 * and only `transaction` hands out a `WriteDb`: what writes outside a transaction
 * does not compile. Statements are prepared once per connection.
 */
import type Database from 'better-sqlite3'
import { GainsayError } from '../app/errors.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that may be read from. */
export type ReadDb = {
  readonly [readable]: true
  readonly connection: Database.Database
  readonly statements: Map<string, Database.Statement>
  /** What the transaction does last, see `beforeCommit`; empty outside one. */
  readonly last: Map<string, (db: WriteDb) => void>
  readonly hooks: TransactionHooks
}
/** What happens around each transaction. */
export type TransactionHooks = {
  /** Called before it begins. @throws where nothing may be written. */
  beforeBegin(): void
  /** Hears of its commit, and must not throw: what was committed is committed. */
  afterCommit(): void
}
/** A connection inside a transaction. */
export type WriteDb = ReadDb & { readonly [writable]: true }

/** What SQLite takes and gives. */
export type SqlValue = string | number | null | Uint8Array

const noHooks: TransactionHooks = { beforeBegin() {}, afterCommit() {} }

/** Wraps an open connection. */
export function asReadDb(connection: Database.Database, hooks: TransactionHooks = noHooks): ReadDb {
  return { connection, statements: new Map(), last: new Map(), hooks } as unknown as ReadDb // the brand exists only as a type
}

function prepared(db: ReadDb, sql: string): Database.Statement {
  let statement = db.statements.get(sql)
  if (statement === undefined) {
    statement = db.connection.prepare(sql)
    db.statements.set(sql, statement)
  }
  return statement
}

/** The first row, or null. */
export function findRow<Row>(db: ReadDb, sql: string, ...values: SqlValue[]): Row | null {
  return (prepared(db, sql).get(...values) as Row | undefined) ?? null // the caller names the columns it selects
}

/** All rows. */
export function listRows<Row>(db: ReadDb, sql: string, ...values: SqlValue[]): Row[] {
  return prepared(db, sql).all(...values) as Row[] // the caller names the columns it selects
}

/** The rows one by one; the connection can do nothing else meanwhile. */
export function eachRow<Row>(db: ReadDb, sql: string, ...values: SqlValue[]): IterableIterator<Row> {
  return prepared(db, sql).iterate(...values) as IterableIterator<Row> // the caller names the columns it selects
}

/** A JSON column as it was written. @throws GainsayError `case-damaged` when it is no JSON any more. */
export function fromJson<T>(text: string): T {
  try {
    return JSON.parse(text) as T // the caller names what the column was written from
  } catch (error) {
    throw new GainsayError(
      'case-damaged',
      'A record of the case is damaged and cannot be read. Nothing was changed; check the case, or go back to a backup.',
      { cause: error },
    )
  }
}

/** Runs a statement that writes. */
export function write(db: WriteDb, sql: string, ...values: SqlValue[]): void {
  prepared(db, sql).run(...values)
}

/** Does all of `work` or, when it throws, nothing of it. */
export function transaction<T>(db: ReadDb, work: (db: WriteDb) => T): T {
  db.hooks.beforeBegin()
  const result = allOrNothing(db, work)
  db.hooks.afterCommit()
  return result
}

function allOrNothing<T>(db: ReadDb, work: (db: WriteDb) => T): T {
  db.connection.exec('BEGIN IMMEDIATE')
  try {
    const writable = db as WriteDb // from here to COMMIT the connection is in a transaction
    const result = work(writable)
    for (const finish of db.last.values()) finish(writable)
    db.connection.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.connection.inTransaction) db.connection.exec('ROLLBACK')
    throw error
  } finally {
    db.last.clear()
  }
}

/** Has `work` done at the end of the transaction; of several under one key, only the last. */
export function beforeCommit(db: WriteDb, key: string, work: (db: WriteDb) => void): void {
  db.last.delete(key)
  db.last.set(key, work)
}
