import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { asReadDb, listRows, type ReadDb, transaction, type WriteDb } from './connection.ts'
import { migrate } from './migrations/migrate.ts'
import {
  getSnippet,
  holdsSearchEntry,
  indexable,
  putSearchEntry,
  removeSearchEntry,
  searchEntryOf,
  toSearchQuery,
} from './search.ts'

let db: ReadDb

beforeEach(() => {
  const connection = new Database(':memory:')
  migrate(connection)
  db = asReadDb(connection)
})

const papers = ['The Wire', 'Daily Post', '人民日报'] as const
const entries: readonly (readonly [string, string])[] = [
  ['Islamabad fends off warning', 'Officials denied the Haqqani network’s ties.'],
  ['U.S. military trickles back', 'Panetta said safe havens remain. Café talks.'],
  ['巴基斯坦否认', '官员们说没有证据。'],
]

const put = (writable: WriteDb, key: number, headline: string, body: string, isNew: boolean) =>
  putSearchEntry(writable, key, searchEntryOf({ headline, publisher: null }, body), isNew)

function fill(): void {
  transaction(db, (writable) => {
    for (const [index, [headline, body]] of entries.entries())
      putSearchEntry(
        writable,
        index + 1,
        searchEntryOf({ headline, publisher: papers[index] ?? null }, body),
        true,
      )
  })
}

const find = (typed: string) => {
  const query = toSearchQuery(typed)
  const sql = 'SELECT rowid AS rowKey FROM articleSearch WHERE articleSearch MATCH ? ORDER BY rowid'
  return query && listRows<{ rowKey: number }>(db, sql, query.match).map((row) => row.rowKey)
}

test('a long text without spaces is set off piece by piece, and no character is cut in two between them', () => {
  const gap = '\u200b'
  for (const length of [65_534, 65_535, 65_536, 131_071]) {
    const latin = 'a'.repeat(length)
    expect(indexable(`${latin}𠀀京b`).replace(`${gap}${gap}`, gap)).toBe(`${latin}${gap}𠀀${gap}京${gap}b`)
  }
  expect(indexable('京 京京京b')).toBe(`${gap}京${gap} ${gap}京${gap}京${gap}京${gap}b`)
  expect(indexable('')).toBe('')
})

test('an entry is held whether one space or two part its characters, as in cases of before', () => {
  const entry = (body: string) => ({ headline: '京', publisher: '', body })
  const [gap, body] = ['\u200b', indexable('a 京都 b')]
  const former = body.replaceAll(gap, gap + gap)
  transaction(db, (writable) => {
    putSearchEntry(writable, 1, entry(body), true)
    putSearchEntry(writable, 2, entry(former), true)
  })
  expect(find('京都')).toEqual([1, 2])
  for (const key of [1, 2]) {
    expect(holdsSearchEntry(db, key, entry(body))).toBe(true)
    expect(holdsSearchEntry(db, key, entry(indexable('a 都京 b')))).toBe(false)
  }
  expect(holdsSearchEntry(db, 3, entry(body))).toBe(false)
})

test('words and phrases must all occur, and the last word may be a beginning', () => {
  fill()
  expect(find('haqqani islamabad')).toEqual([1])
  expect(find('haqqani panetta')).toEqual([])
  expect(find('offic')).toEqual([1])
  expect(find('offic denied')).toEqual([])
  expect(find('"safe havens"')).toEqual([2])
  expect(find('"havens safe"')).toEqual([])
  expect(find('“safe havens” panetta')).toEqual([2])
  expect(find('"safe hav')).toEqual([2])
})

test('the publisher is found, alone and with words of the text', () => {
  fill()
  expect(find('wire')).toEqual([1])
  expect(find('daily panetta')).toEqual([2])
  expect(find('daily haqqani')).toEqual([])
  expect(find('"daily post"')).toEqual([2])
  expect(find('人民')).toEqual([3])
  expect(getSnippet(db, 1, toSearchQuery('wire')!)?.text).toContain('Officials denied')
})

test('case and accents do not count', () => {
  fill()
  expect(find('cafe PANETTA')).toEqual([2])
})

test('abbreviations with points and words with apostrophes are found as they are written', () => {
  fill()
  expect(find('U.S. ')).toEqual([2])
  expect(find('network’s ties')).toEqual([1])
})

test('scripts without spaces are found from any character on', () => {
  fill()
  expect(find('基斯坦')).toEqual([3])
  expect(find('坦基')).toEqual([])
  expect(getSnippet(db, 3, toSearchQuery('没有')!)).toEqual({
    text: '官员们说没有证据。',
    marks: [{ start: 4, end: 6 }],
  })
})

test('a snippet is of the article asked for and marks the words that match', () => {
  fill()
  const query = toSearchQuery('the OR officials')!
  expect(query.match).toBe('"the" AND "OR" AND "officials"*')
  const snippet = getSnippet(db, 1, toSearchQuery('denied')!)
  expect(snippet).toEqual({
    text: 'Officials denied the Haqqani network’s ties.',
    marks: [{ start: 10, end: 16 }],
  })
  expect(getSnippet(db, 2, toSearchQuery('cafe pan')!)).toEqual({
    text: 'Panetta said safe havens remain. Café talks.',
    marks: [
      { start: 0, end: 7 },
      { start: 33, end: 37 },
    ],
  })
  expect(getSnippet(db, 4, query)).toBe(null)
})

test('an entry put again takes the place of the former, and a removed one is gone', () => {
  fill()
  transaction(db, (writable) => put(writable, 2, 'Other', 'words', false))
  expect(find('panetta')).toEqual([])
  expect(find('words')).toEqual([2])
  transaction(db, (writable) => removeSearchEntry(writable, 2))
  expect(find('words')).toEqual([])
  expect(find('haqqani')).toEqual([1])
})

test('signs alone are no query', () => {
  expect(['', '  ', '"', '***', '() AND', '-'].map((typed) => toSearchQuery(typed)?.match ?? null)).toEqual([
    null,
    null,
    null,
    null,
    '"AND"*',
    null,
  ])
})

test('nothing that can be typed is a syntax error', () => {
  fill()
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '*',
      'NEAR(',
      ')',
      'AND',
      'OR NOT',
      '^',
      'headline:',
      '{',
      '-',
      '+',
      '\0',
      "'",
      '𞤀',
      '🙂',
      '巴',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      find(pieces.join(' '))
      find(pieces.join(''))
    }),
    { seed: 7, numRuns: 400 },
  )
})

test('entries go into the index with the end of the transaction, the last word on each counting', () => {
  transaction(db, (writable) => {
    put(writable, 1, 'First', 'one', true)
    put(writable, 2, 'Second', 'two', true)
    put(writable, 1, 'First again', 'three', false)
    expect(find('First')).toEqual([])
    removeSearchEntry(writable, 2)
  })
  expect([find('one'), find('three'), find('two')]).toEqual([[], [1], []])
  expect(() =>
    transaction(db, (writable) => {
      put(writable, 3, 'Third', 'four', true)
      throw new Error('The disk is full.')
    }),
  ).toThrow('The disk is full.')
  transaction(db, () => {})
  expect(find('four')).toEqual([])
})
