import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callHost } from './callHost.ts'
import { openHost } from './host.ts'
import { importText, openTestCase, sampleText, type TestCase } from './testCase.ts'

let open: TestCase
beforeEach(async () => {
  open = openTestCase()
  const { id } = await importText(open.call, sampleText)
  const tag = (kind: 'claim' | 'denial', start: number) =>
    open.call('annotation.create', { articleId: id, kind, segments: [{ start, end: start + 20 }] })
  const claim = await tag('claim', 40)
  const denial = await tag('denial', 100)
  await open.call('link.create', { fromId: denial.id, relation: 'denies', toId: claim.id })
})
afterEach(() => open.close())

/** What the check says after somebody meddled with the file. */
async function problemsAfter(sql: string): Promise<string[]> {
  open.host.close()
  const meddler = new Database(open.path)
  meddler.pragma('foreign_keys = OFF')
  meddler.exec(sql)
  meddler.close()
  const host = openHost({ casePath: open.path, profile: null })
  const { ok, problems } = await callHost(host)('case.check', {})
  host.close()
  expect(ok).toBe(problems.length === 0)
  return problems.map((problem) => problem.what)
}

test('a case that was only ever changed by Gainsay has no problems', async () => {
  expect(await open.call('case.check', {})).toEqual({
    ok: true,
    checked: { articles: 1, annotations: 2, links: 1, steps: 4 },
    problems: [],
  })
})

test.each([
  [
    'the text under a quote',
    "UPDATE revision SET text = replace(text, 'official', 'OFFICIAL')",
    'is not what it quotes',
  ],
  ['the bytes of a source', "UPDATE sourceBytes SET bytes = x'00'", 'do not match their SHA-256'],
  ['the search index', 'DELETE FROM articleSearch', 'the search index does not hold'],
  ['a record behind the journal’s back', "UPDATE annotation SET note = 'x'", 'is not what the journal says'],
  ['a record that the journal still has', 'DELETE FROM link', 'is in the journal but not on disk'],
  ['a step of the journal', 'DELETE FROM journal WHERE seq = 2', 'is not what the journal says'],
  [
    'a step that is there twice',
    'INSERT INTO journal (at, label, undone, size, changes) SELECT at, label, undone, size, changes FROM journal WHERE seq = 2',
    'was made on another state',
  ],
  [
    'a reference',
    "UPDATE link SET toId = 'ann_gonegone'",
    'refers to the table annotation, where nothing answers',
  ],
  ['a relation', "UPDATE link SET relation = 'follows'", '“follows” leads from an event'],
  [
    'a column of a record',
    "UPDATE annotation SET fields = '{\"speak' WHERE kind = 'claim'",
    'cannot be read',
  ],
  ['the form of a record', "UPDATE annotation SET createdAt = 'yesterday'", 'is not of the form'],
])('meddling with %s is found', async (_, sql, what) => {
  const problems = await problemsAfter(sql)
  expect(problems.join('\n')).toContain(what)
})
