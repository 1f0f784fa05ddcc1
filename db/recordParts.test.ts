import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Link } from '../app/model.ts'
import { asReadDb, transaction } from './connection.ts'
import { listLinks, putLink, removeLink } from './links.ts'
import { migrate } from './migrations/migrate.ts'
import { listRecordParts, readRecordsPart } from './recordParts.ts'

test('the parts together hold every record once, also where some were removed', () => {
  const connection = new Database(':memory:')
  migrate(connection)
  // The annotations that links join are of no concern here.
  connection.pragma('foreign_keys = OFF')
  const db = asReadDb(connection)
  expect(listRecordParts(db)).toEqual([])
  const ids = Array.from({ length: 25 }, (_, at) => `lnk_${at + 100}`)
  transaction(db, (writable) => {
    for (const [at, id] of ids.entries()) {
      const createdAt = `2026-01-01T00:00:${String(59 - at)}Z`
      // Only plain text, hence the cast for the branded ids.
      putLink(writable, {
        id,
        fromId: 'ann_1',
        toId: 'ann_2',
        relation: 'supports',
        note: '',
        createdAt,
      } as Link)
    }
    for (const id of ids.slice(8, 21)) removeLink(writable, id)
  })
  const parts = listRecordParts(db, { annotation: 10, link: 10 })
  expect(parts).toEqual([
    { of: 'link', from: 1, to: 10 },
    { of: 'link', from: 11, to: 20 },
    { of: 'link', from: 21, to: 30 },
  ])
  const read = parts.map((part) => readRecordsPart(db, part))
  expect(read.map(({ links }) => links.length)).toEqual([8, 0, 4])
  expect(read.flatMap(({ annotations }) => annotations)).toEqual([])
  const all = read.flatMap(({ links }) => links)
  expect(all.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))).toEqual(listLinks(db))
})
