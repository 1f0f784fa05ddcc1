/**
 * The library's list: filter, order, page and counts in SQL, so that a page of a
 * case of 100,000 articles costs no more than its rows.
 */
import type { ArticleRow, KindCounts } from '../app/results.ts'
import type { Kind } from '../app/vocabulary.ts'
import { type ArticleTableRow, articleColumns, toArticle } from './articleRow.ts'
import { findRow, listRows, type ReadDb, type SqlValue } from './connection.ts'
import { getSnippet, type SearchQuery, toSearchQuery } from './search.ts'

export type ArticleSort = 'imported' | 'published' | 'headline' | 'publisher'
/** Which articles, and in which order. */
type LibraryOrder = {
  /** Null for articles without a publisher. */
  readonly publisher?: string | null
  /** Without it, a search comes best match first and the rest by import. */
  readonly sort?: ArticleSort
  readonly descending?: boolean
}
export type LibraryFilter = LibraryOrder & {
  readonly search?: string
  readonly offset: number
  readonly limit: number
}

/** Beyond so many matches the best are no longer sought out; the latest come first. */
const mostRanked = 5_000

const orders: { readonly [S in ArticleSort]: { readonly up: string; readonly down: string } } = {
  imported: { up: 'importedAt, article.rowKey', down: 'importedAt DESC, article.rowKey DESC' },
  published: {
    up: 'published NULLS LAST, article.rowKey',
    down: 'published DESC, article.rowKey DESC',
  },
  headline: {
    up: 'article.headline COLLATE NOCASE, article.rowKey',
    down: 'article.headline COLLATE NOCASE DESC, article.rowKey DESC',
  },
  publisher: { up: 'publisher NULLS LAST, article.rowKey', down: 'publisher DESC, article.rowKey DESC' },
}

/** A page of the library and how many articles the filter lets through. */
export function listLibrary(db: ReadDb, filter: LibraryFilter): { total: number; rows: ArticleRow[] } {
  const query = filter.search === undefined ? null : toSearchQuery(filter.search)
  // A search for nothing but signs finds nothing; an empty one is no search.
  if (query === null && (filter.search ?? '').trim() !== '') return { total: 0, rows: [] }
  const { where, values } = publisherIs(filter)
  if (query !== null) {
    where.unshift('articleSearch MATCH ?')
    values.unshift(query.match)
  }
  const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`
  const needsArticle = query === null || filter.publisher !== undefined
  const joined = 'articleSearch CROSS JOIN article ON article.rowKey = articleSearch.rowid'
  const from = query === null ? 'article' : needsArticle ? joined : 'articleSearch'
  const total =
    findRow<{ n: number }>(db, `SELECT count(*) AS n FROM ${from} ${condition}`, ...values)?.n ?? 0
  if (filter.offset >= total) return { total, rows: [] }
  const order = orderOf(filter, query !== null && total <= mostRanked)
  // Ranking needs nothing of the article table; joining it only for the page spares a look-up per match.
  const source =
    query !== null && filter.sort === undefined && !needsArticle
      ? 'articleSearch'
      : query === null
        ? 'article'
        : joined
  const key = source === 'articleSearch' ? 'articleSearch.rowid' : 'article.rowKey'
  const sql = `SELECT ${key} AS rowKey FROM ${source} ${condition} ORDER BY ${order} LIMIT ? OFFSET ?`
  const keys = listRows<{ rowKey: number }>(db, sql, ...values, filter.limit, filter.offset)
  return {
    total,
    rows: toRows(
      db,
      keys.map((row) => row.rowKey),
      query,
    ),
  }
}

function orderOf(filter: LibraryOrder & { readonly search?: string }, ranked: boolean): string {
  const searching = filter.search !== undefined && filter.search.trim() !== ''
  if (searching && filter.sort === undefined) {
    return ranked ? 'bm25(articleSearch, 8.0, 4.0, 1.0), articleSearch.rowid' : 'articleSearch.rowid DESC'
  }
  const order = orders[filter.sort ?? 'imported']
  return filter.descending === true ? order.down : order.up
}

/** The index of an article in the list that is not searched; null where the filter leaves it out. */
export function findPlace(db: ReadDb, id: string, filter: LibraryOrder): number | null {
  const { where, values } = publisherIs(filter)
  const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`
  const numbered = `SELECT id, row_number() OVER (ORDER BY ${orderOf(filter, false)}) AS place FROM article ${condition}`
  const found = findRow<{ place: number }>(db, `SELECT place FROM (${numbered}) WHERE id = ?`, ...values, id)
  return found === null ? null : found.place - 1
}

function publisherIs({ publisher }: LibraryOrder): { where: string[]; values: SqlValue[] } {
  if (publisher === undefined) return { where: [], values: [] }
  return publisher === null
    ? { where: ['article.publisher IS NULL'], values: [] }
    : { where: ['article.publisher = ?'], values: [publisher] }
}

type SourceColumns = { sourceFormat: string; sourceOrigin: ArticleRow['source']['origin'] }
const pageRow = `SELECT ${articleColumns}, source.format AS sourceFormat, source.origin AS sourceOrigin
  FROM article JOIN source ON source.id = article.sourceId WHERE rowKey = ?`

function toRows(db: ReadDb, keys: readonly number[], query: SearchQuery | null): ArticleRow[] {
  return keys.map((key) => {
    const row = findRow<ArticleTableRow & SourceColumns>(db, pageRow, key)
    if (row === null) throw new Error(`The search index names article row ${key}, which is not there.`)
    const { sourceFormat: format, sourceOrigin: origin, ...article } = row
    return {
      article: toArticle(article),
      source: { format, origin },
      sharing: countSharing(db, row.reprintOf ?? row.id),
      counts: countKinds(db, row.id),
      review: countReview(db, row.id, row.revisionId),
      snippet: query === null ? null : getSnippet(db, key, query),
    }
  })
}

/** How many annotations of each kind an article has. */
export function countKinds(db: ReadDb, articleId: string): KindCounts {
  const counts: Record<Kind, number> = { claim: 0, denial: 0, event: 0 }
  const sql = 'SELECT kind, count(*) AS n FROM annotation WHERE articleId = ? GROUP BY kind'
  for (const row of listRows<{ kind: Kind; n: number }>(db, sql, articleId)) counts[row.kind] = row.n
  return counts
}

/** How many annotations of an article wait on an older revision. */
function countReview(db: ReadDb, articleId: string, revisionId: string): number {
  const sql = 'SELECT count(*) AS n FROM annotation WHERE articleId = ? AND revisionId <> ? AND detached = 0'
  return findRow<{ n: number }>(db, sql, articleId, revisionId)?.n ?? 0
}

/** How many articles are reprints of the first of their group: as many as share the text with any one of them. */
function countSharing(db: ReadDb, firstId: string): number {
  return findRow<{ n: number }>(db, 'SELECT count(*) AS n FROM article WHERE reprintOf = ?', firstId)?.n ?? 0
}

/** The publishers of the case with the number of their articles, most first. */
export function listPublishers(db: ReadDb): { publisher: string | null; count: number }[] {
  const sql =
    'SELECT publisher, count(*) AS count FROM article GROUP BY publisher ORDER BY count DESC, publisher NULLS LAST'
  return listRows(db, sql)
}
