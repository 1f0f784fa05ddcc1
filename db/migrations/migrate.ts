/**
 * Brings a case file up to the form this Gainsay writes. Migrations are numbered
 * by their place in the list, never altered once released, and each runs in a
 * transaction of its own together with the `user_version` that says it has run.
 */
import type Database from 'better-sqlite3'
import { initial } from './0001Initial.ts'
import { threads } from './0003Threads.ts'

/** SQL of each migration; the first brings an empty file to version 1. */
export const migrations: readonly string[] = [initial, threads]

/** The version of the form that this Gainsay writes. */
export const currentVersion = migrations.length

/** Runs what is missing. @returns whether anything was. */
export function migrate(connection: Database.Database): boolean {
  const from = Number(connection.pragma('user_version', { simple: true }))
  for (let version = from; version < migrations.length; version += 1) {
    const sql = migrations[version]
    if (sql === undefined) continue
    connection.transaction(() => {
      connection.exec(sql)
      connection.pragma(`user_version = ${version + 1}`)
    })()
  }
  return from < migrations.length
}
