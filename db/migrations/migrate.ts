/**
 * Brings a case file up to the form this Gainsay writes. Migrations are numbered
 * by their place in the list, never altered once released, and each runs in a
 * transaction of its own together with the `user_version` that says it has run.
 */
import type Database from 'better-sqlite3'
import { initial } from './0001Initial.ts'
import { captures } from './0002Captures.ts'
import { threads } from './0003Threads.ts'
import { layout } from './0004Layout.ts'
import { publisherSearch } from './0005PublisherSearch.ts'

/** Each migration; the first brings an empty file to version 1. */
export const migrations: readonly ((connection: Database.Database) => void)[] = [
  (connection) => connection.exec(initial),
  captures,
  (connection) => connection.exec(threads),
  (connection) => connection.exec(layout),
  publisherSearch,
]

/** The version of the form that this Gainsay writes. */
export const currentVersion = migrations.length

/** Runs what is missing. @returns whether anything was. */
export function migrate(connection: Database.Database): boolean {
  const from = Number(connection.pragma('user_version', { simple: true }))
  for (let version = from; version < migrations.length; version += 1) {
    const run = migrations[version]
    if (run === undefined) continue
    connection.transaction(() => {
      run(connection)
      connection.pragma(`user_version = ${version + 1}`)
    })()
  }
  return from < migrations.length
}
