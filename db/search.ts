/**
 * Full-text search over headline, publisher and body without furniture (SQLite FTS5).
 *
 * The index takes whole words. Scripts written without spaces have none, so each of
 * their characters is set off by invisible spaces (U+200B), here and in queries,
 * and a run of them is searched as a phrase. One space parts two of them: a text
 * of megabytes lies in memory several times over while it goes into the index.
 * A query is words and "phrases", all of which must occur; the last word may be
 * the beginning of one. Nothing a person types is a syntax error.
 *
 * Row keys are cast to integers: numbers are bound as floating point, and FTS5
 * passes over a rowid that is not an integer as if there were no condition.
 *
 * Entries are written at the end of a transaction, one after the other: FTS5 gathers
 * what is inserted, but each statement that needs a savepoint of its own (any with a
 * foreign key) makes it write out what it has, as a segment that is merged again later.
 */
import type { Article } from '../app/model.ts'
import { beforeCommit, findRow, type ReadDb, type WriteDb, write } from './connection.ts'
import { listWords, makeSnippet, type Snippet, spaceless, type Term } from './snippet.ts'

const wordGap = '\u200b'
const spacelessCharacter = new RegExp(spaceless, 'gu')
const endOfRun = new RegExp(`${spaceless}(?!${wordGap})`, 'gu')

/** Entries of older cases, and two pieces of a long text, have two of the spaces where one would do. */
const wordGaps = new RegExp(`${wordGap}+`, 'gu')

/** How much of a text is set off at a time, in UTF-16 code units: each character found takes many times its size meanwhile. */
const pieceLength = 64 * 1024

/** The text as the index takes it. */
export function indexable(text: string): string {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const before = text.charCodeAt(start + pieceLength - 1)
    const end = start + pieceLength - (before >= 0xd800 && before < 0xdc00 ? 1 : 0)
    pieces.push(
      text.slice(start, end).replace(spacelessCharacter, `${wordGap}$&`).replace(endOfRun, `$&${wordGap}`),
    )
    start = end
  }
  return pieces.join('')
}

/** What of an article is searched. */
export type SearchEntry = { readonly headline: string; readonly publisher: string; readonly body: string }

/** The entry of an article with that body, as it lies in the index. */
export const searchEntryOf = (
  article: Pick<Article, 'headline' | 'publisher'>,
  body: string,
): SearchEntry => ({
  headline: indexable(article.headline),
  publisher: indexable(article.publisher ?? ''),
  body: indexable(body),
})

/** Writes an article's entry with the end of the transaction; `isNew` where it has none so far. */
export function putSearchEntry(db: WriteDb, rowKey: number, entry: SearchEntry, isNew: boolean): void {
  const replaces = !isNew || db.last.has(keyOf(rowKey))
  beforeCommit(db, keyOf(rowKey), (late) => {
    if (replaces) dropEntry(late, rowKey)
    addEntry(late, rowKey, entry)
  })
}

/** Removes an article's entry with the end of the transaction. */
export function removeSearchEntry(db: WriteDb, rowKey: number): void {
  beforeCommit(db, keyOf(rowKey), (late) => dropEntry(late, rowKey))
}

const keyOf = (rowKey: number) => `search ${rowKey}`

function addEntry(db: WriteDb, rowKey: number, { headline, publisher, body }: SearchEntry): void {
  const sql =
    'INSERT INTO articleSearch (rowid, headline, publisher, body) VALUES (CAST(? AS INTEGER), ?, ?, ?)'
  write(db, sql, rowKey, headline, publisher, body)
}

function dropEntry(db: WriteDb, rowKey: number): void {
  write(db, 'DELETE FROM articleSearch WHERE rowid = CAST(? AS INTEGER)', rowKey)
}

/** The entry of an article as it lies in the index, or null. */
function findSearchEntry(db: ReadDb, rowKey: number): SearchEntry | null {
  return findRow(
    db,
    'SELECT headline, publisher, body FROM articleSearch WHERE rowid = CAST(? AS INTEGER)',
    rowKey,
  )
}

/** Whether the index holds the same words for an article as the entry has. */
export function holdsSearchEntry(
  db: ReadDb,
  rowKey: number,
  { headline, publisher, body }: SearchEntry,
): boolean {
  const held = findSearchEntry(db, rowKey)
  return (
    held !== null &&
    sameWords(held.headline, headline) &&
    sameWords(held.publisher, publisher) &&
    sameWords(held.body, body)
  )
}

const sameWords = (a: string, b: string) =>
  a === b || a.replace(wordGaps, wordGap) === b.replace(wordGaps, wordGap)

/** What a person searches for: the query for the index, and the terms for the snippet. */
export type SearchQuery = { readonly match: string; readonly terms: readonly Term[] }

/**
 * The person's words as a query; null where they hold no word at all.
 * Everything is quoted, so that no sign has a meaning of its own.
 */
export function toSearchQuery(typed: string): SearchQuery | null {
  const clean = typed
    .toWellFormed()
    .replace(/[“”„«»]/gu, '"')
    .replaceAll('\0', ' ')
  const matches: string[] = []
  const terms: Term[] = []
  for (const found of clean.matchAll(/"([^"]*)("?)|([^\s"]+)/gu)) {
    const text = found[1] ?? found[3] ?? ''
    const words = listWords(text).map((word) => word.folded)
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const isLast = found.index + found[0].length === clean.length
    const open = found[3] !== undefined || found[2] === ''
    // One letter begins so many words that finding them all helps nobody, and takes long.
    const begins = isLast && open && text.length > 1
    matches.push(`"${indexable(text)}"${begins ? '*' : ''}`)
    terms.push({ words, begins })
  }
  return matches.length === 0 ? null : { match: matches.join(' AND '), terms }
}

/** The best piece of an article's body for the query; its beginning where only headline or publisher match. */
export function getSnippet(db: ReadDb, rowKey: number, query: SearchQuery): Snippet | null {
  const entry = findSearchEntry(db, rowKey)
  return entry === null ? null : makeSnippet(entry.body.replaceAll(wordGap, ''), query.terms)
}
