/**
 * Full-text search over headline and body without furniture (SQLite FTS5).
 *
 * The index takes whole words. Scripts written without spaces have none, so each of
 * their characters is followed by an invisible space (U+200B), here and in queries,
 * and a run of them is searched as a phrase.
 * A query is words and "phrases", all of which must occur; the last word may be
 * the beginning of one. Nothing a person types is a syntax error.
 *
 * Row keys are cast to integers: numbers are bound as floating point, and FTS5
 * passes over a rowid that is not an integer as if there were no condition.
 */
import { findRow, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const wordGap = '\u200b'
/** Stand around a match in a snippet; both are taken out of what is indexed. */
const markStart = '\u0002'
const markEnd = '\u0003'

const indexable = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are the marks, which no text may bring along
    .replace(/[\u0002\u0003]/g, ' ')
    .replace(spaceless, (character) => character + wordGap)

/** The text of the entry as it lies in the index; for the check. */
export const searchEntry = (headline: string, body: string) => ({
  headline: indexable(headline),
  body: indexable(body),
})

export function putSearchEntry(db: WriteDb, rowKey: number, headline: string, body: string): void {
  removeSearchEntry(db, rowKey)
  const entry = searchEntry(headline, body)
  const sql = 'INSERT INTO articleSearch (rowid, headline, body) VALUES (CAST(? AS INTEGER), ?, ?)'
  write(db, sql, rowKey, entry.headline, entry.body)
}

export function removeSearchEntry(db: WriteDb, rowKey: number): void {
  write(db, 'DELETE FROM articleSearch WHERE rowid = CAST(? AS INTEGER)', rowKey)
}

/** The entry of an article as it lies in the index, or null. */
export function findSearchEntry(db: ReadDb, rowKey: number): { headline: string; body: string } | null {
  return findRow(db, 'SELECT headline, body FROM articleSearch WHERE rowid = CAST(? AS INTEGER)', rowKey)
}

/**
 * The person's words as an FTS5 query; null where they hold no word at all.
 * Everything is quoted, so that no sign has a meaning of its own.
 */
export function toSearchQuery(typed: string): string | null {
  const clean = typed.toWellFormed().replace(/[“”„«»]/gu, '"')
  const terms: string[] = []
  for (const match of clean.matchAll(/"([^"]*)("?)|([^\s"]+)/gu)) {
    const words = indexable(match[1] ?? match[3] ?? '').replaceAll('\0', ' ')
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    const isLast = match.index + match[0].length === clean.length
    const open = match[3] !== undefined || match[2] === ''
    // One letter begins so many words that finding them all helps nobody, and takes long.
    const begins = isLast && open && words.length > 1
    terms.push(`"${words}"${begins ? '*' : ''}`)
  }
  return terms.length === 0 ? null : terms.join(' AND ')
}

/** A piece of text around the matches; `marks` are ranges in it. */
export type Snippet = { readonly text: string; readonly marks: readonly { start: number; end: number }[] }

/** The best piece of an article for a query made by `toSearchQuery`. */
export function getSnippet(db: ReadDb, rowKey: number, query: string): Snippet | null {
  const sql = `SELECT snippet(articleSearch, -1, ?, ?, '…', 24) AS text
    FROM articleSearch WHERE articleSearch MATCH ? AND rowid = CAST(? AS INTEGER)`
  const row = findRow<{ text: string }>(db, sql, markStart, markEnd, query, rowKey)
  return row === null ? null : readMarks(row.text)
}

function readMarks(marked: string): Snippet {
  let text = ''
  const marks: { start: number; end: number }[] = []
  for (const character of marked) {
    if (character === markStart) marks.push({ start: text.length, end: text.length })
    else if (character === markEnd) {
      const last = marks.at(-1)
      if (last !== undefined) last.end = text.length
    } else if (character === '\n') text += ' '
    else if (character !== wordGap) text += character
  }
  return { text, marks: marks.filter((mark) => mark.end > mark.start) }
}

/** How many articles match. */
export function countMatches(db: ReadDb, query: string): number {
  const sql = 'SELECT count(*) AS n FROM articleSearch WHERE articleSearch MATCH ?'
  return findRow<{ n: number }>(db, sql, query)?.n ?? 0
}

/** Rows of all matches in the index, for tests and the check. */
export function listMatches(db: ReadDb, query: string): number[] {
  const sql = 'SELECT rowid AS rowKey FROM articleSearch WHERE articleSearch MATCH ? ORDER BY rowid'
  return listRows<{ rowKey: number }>(db, sql, query).map((row) => row.rowKey)
}
