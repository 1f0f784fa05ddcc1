import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { currentVersion, migrate, migrations } from './migrate.ts'

const tables = (connection: Database.Database) =>
  connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search_%' ORDER BY name",
    )
    .pluck()
    .all()

test('an empty file is brought to the current version', () => {
  const connection = new Database(':memory:')
  expect(migrate(connection)).toBe(true)
  expect(connection.pragma('user_version', { simple: true })).toBe(currentVersion)
  expect(tables(connection)).toEqual([
    'actor',
    'actorName',
    'annotation',
    'annotationActor',
    'article',
    'articleSearch',
    'caseState',
    'journal',
    'layout',
    'link',
    'revision',
    'revisionBand',
    'source',
    'sourceBytes',
    'sqlite_sequence',
    'thread',
    'threadMember',
  ])
})

test('a file of the current version is left alone', () => {
  const connection = new Database(':memory:')
  migrate(connection)
  expect(migrate(connection)).toBe(false)
})

test('migration 1 makes strict tables that start with counter 0', () => {
  const connection = new Database(':memory:')
  migrations[0]!(connection)
  expect(connection.prepare('SELECT id, counter FROM caseState').all()).toEqual([{ id: 1, counter: 0 }])
  const loose = connection
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  expect(() => connection.exec('UPDATE caseState SET counter = NULL')).toThrow()
})

test('references between records are checked at the end of a transaction, whatever their order within', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys = ON')
  migrate(connection)
  const link = "INSERT INTO link VALUES ('lnk_1', 'ann_1', 'ann_2', 'denies', '', '2026-01-01T00:00:00Z')"
  expect(() => connection.transaction(() => connection.exec(link))()).toThrow('FOREIGN KEY')
  expect(connection.prepare('SELECT count(*) FROM link').pluck().get()).toBe(0)
})
