import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from './migrate.ts'

const moment = '2026-01-01T00:00:00.000Z'
const article = {
  id: 'art_000001',
  revisionId: 'rev_000001',
  sourceId: 'src_000001',
  importedAt: moment,
  headline: 'H',
  url: 'http://www.example.org/a?utm_source=x',
}
const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')

function openFirstForm() {
  const connection = new Database(':memory:')
  migrations[0]!(connection)
  connection.pragma('user_version = 1')
  const run = (sql: string, ...values: unknown[]) => connection.prepare(sql).run(...values)
  run(
    "INSERT INTO source VALUES ('src_000001', 'a.txt', 'file', 'text/plain', 3, 'abc', 'utf-8', ?, x'010203')",
    moment,
  )
  const blocks = JSON.stringify([
    { type: 'paragraph', start: 0, end: text.length, level: null, furniture: null },
  ])
  run(
    "INSERT INTO revision VALUES ('rev_000001', 'art_000001', 'src_000001', ?, 'old hash', ?, ?)",
    moment,
    blocks,
    text,
  )
  run(
    `INSERT INTO article (id, revisionId, sourceId, importedAt, headline, headlineProposed, authors, credits, url, flippedBlocks)
      VALUES (?, ?, ?, ?, ?, 0, '[]', '[]', ?, '[]')`,
    ...Object.values(article),
  )
  const steps = [
    { type: 'article', id: article.id, before: null, after: article },
    { type: 'annotation', id: 'ann_000001', before: null, after: { id: 'ann_000001' } },
    { type: 'actor', id: 'act_000001', before: null, after: { id: 'act_000001' } },
  ]
  run(
    'INSERT INTO journal (at, label, undone, size, changes) VALUES (?, ?, 0, 3, ?)',
    moment,
    'Import',
    JSON.stringify(steps),
  )
  return connection
}

test('migration 2 keeps the bytes by their SHA-256 and gives sources and revisions their new fields', () => {
  const connection = openFirstForm()
  expect(migrate(connection)).toBe(true)
  expect(connection.prepare('SELECT sha256, bytes FROM sourceBytes').all()).toEqual([
    { sha256: 'abc', bytes: Buffer.from([1, 2, 3]) },
  ])
  expect(connection.prepare('SELECT encodingSure, format, mapping FROM source').all()).toEqual([
    { encodingSure: 1, format: 'text', mapping: null },
  ])
  expect(connection.prepare('SELECT origin, baseId, part, warnings, proposed FROM revision').all()).toEqual([
    { origin: 'import', baseId: null, part: null, warnings: '[]', proposed: null },
  ])
})

test('migration 2 works out by what older articles are found again', () => {
  const connection = openFirstForm()
  migrate(connection)
  expect(connection.prepare('SELECT count(*) FROM revisionBand').pluck().get()).toBe(16)
  expect(connection.prepare('SELECT bodyHash FROM revision').pluck().get()).toMatch(/^[0-9a-f]{64}$/)
  expect(connection.prepare('SELECT addressKey, reprintOf FROM article').all()).toEqual([
    { addressKey: 'example.org/a', reprintOf: null },
  ])
})

test('migration 2 brings the records in the journal to their new form, so that its steps can still be undone', () => {
  const connection = openFirstForm()
  migrate(connection)
  const changes = JSON.parse(String(connection.prepare('SELECT changes FROM journal').pluck().get()))
  expect(changes.map(({ before, after }: { before: unknown; after: unknown }) => [before, after])).toEqual([
    [null, { ...article, reprintOf: null }],
    [null, { id: 'ann_000001', detached: false }],
    [null, { id: 'act_000001' }],
  ])
})

test('migration 5 takes the publishers into the search index and keeps what it held', () => {
  const connection = openFirstForm()
  for (const run of migrations.slice(1, 4)) run(connection)
  connection.pragma('user_version = 4')
  connection.prepare("UPDATE article SET publisher = 'The Wire'").run()
  connection.prepare("INSERT INTO articleSearch (rowid, headline, body) VALUES (1, 'H', ?)").run(text)
  expect(migrate(connection)).toBe(true)
  const find = (words: string) =>
    connection.prepare('SELECT rowid FROM articleSearch WHERE articleSearch MATCH ?').pluck().all(words)
  expect([find('wire'), find('word7 AND wire'), find('word7 AND post')]).toEqual([[1], [1], []])
})
