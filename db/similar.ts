/** Finding articles that may be the same: by their bytes, words, address, and by the bands of their shingles. */
import { bodyText } from '../app/blocks.ts'
import type { Article, Revision } from '../app/model.ts'
import { type ArticleTableRow, articleColumns, toArticle } from './articleRow.ts'
import { findRow, listRows, type ReadDb, type WriteDb, write } from './connection.ts'
import { fingerprint } from './fingerprint.ts'
import { listChain } from './revisionChain.ts'

/** The article that is the whole of a file of this SHA-256, in whatever revision it stands now; null where there is none. */
export function findArticleBySha256(db: ReadDb, sha256: string): Article | null {
  const sql = `SELECT ${articleColumns}, revision.id AS foundId
    FROM source JOIN revision ON revision.sourceId = source.id JOIN article ON article.id = revision.articleId
    WHERE source.sha256 = ? AND revision.part IS NULL ORDER BY article.importedAt, article.rowKey LIMIT ${mostSame}`
  return firstInForce(db, listRows<FoundRow>(db, sql, sha256))
}

/** The earliest article that passes and one of whose revisions had this body when it was made, or null. */
export function findArticleByBodyHash(
  db: ReadDb,
  bodyHash: string,
  passes: (article: Article) => boolean,
): Article | null {
  const sql = `SELECT ${articleColumns}, revision.id AS foundId
    FROM revision JOIN article ON article.id = revision.articleId
    WHERE revision.bodyHash = ? ORDER BY article.importedAt, article.rowKey LIMIT ${mostSame}`
  return firstInForce(db, listRows<FoundRow>(db, sql, bodyHash), passes)
}

type FoundRow = ArticleTableRow & { foundId: string }
const mostSame = 20

/** A revision may also be one of an undone step, which its article has nothing to do with at present. */
function firstInForce(
  db: ReadDb,
  rows: readonly FoundRow[],
  passes: (article: Article) => boolean = () => true,
): Article | null {
  for (const { foundId, ...row } of rows) {
    const inForce = foundId === row.revisionId || listChain(db, row.revisionId).includes(foundId)
    const article = inForce ? toArticle(row) : null
    if (article !== null && passes(article)) return article
  }
  return null
}

/** The earliest article of this address, see `addressKey`; null where there is none. */
export function findArticleByAddress(db: ReadDb, key: string): Article | null {
  const sql = `SELECT ${articleColumns} FROM article WHERE addressKey = ? ORDER BY importedAt, rowKey LIMIT 1`
  const row = findRow<ArticleTableRow>(db, sql, key)
  return row === null ? null : toArticle(row)
}

/** A text shared by thousands (a notice where an article should be) must not make each import slow. */
const mostInBand = 40
const mostCandidates = 8
const inBand = `SELECT revisionId FROM revisionBand WHERE band = CAST(? AS INTEGER) LIMIT ${mostInBand}`

/** Articles of which a revision shares a band, those that share most first; at most eight. */
export function listBandMates(
  db: ReadDb,
  bands: readonly number[],
): { articleId: string; revisionId: string }[] {
  const counts = new Map<string, number>()
  // One statement: the calls would cost more than the look-ups.
  const sql = bands.map(() => `SELECT * FROM (${inBand})`).join(' UNION ALL ')
  for (const { revisionId } of bands.length === 0
    ? []
    : listRows<{ revisionId: string }>(db, sql, ...bands)) {
    counts.set(revisionId, (counts.get(revisionId) ?? 0) + 1)
  }
  const mates: { articleId: string; revisionId: string }[] = []
  for (const [revisionId] of [...counts].sort((a, b) => b[1] - a[1])) {
    const sql = 'SELECT article.id FROM revision JOIN article ON article.id = articleId WHERE revision.id = ?'
    const row = findRow<{ id: string }>(db, sql, revisionId)
    if (row !== null) mates.push({ articleId: row.id, revisionId })
    if (mates.length === mostCandidates) break
  }
  return mates
}

export function putBands(db: WriteDb, revisionId: string, bands: readonly number[]): void {
  if (bands.length === 0) return
  const rows = bands.map(() => '(CAST(? AS INTEGER), ?)').join(', ')
  const sql = `INSERT OR IGNORE INTO revisionBand (band, revisionId) VALUES ${rows}`
  write(db, sql, ...bands.flatMap((band) => [band, revisionId]))
}

/** The bands follow from the text, so they are found without an index of their own. */
export function dropBands(db: WriteDb, revision: Revision): void {
  const sql = 'DELETE FROM revisionBand WHERE band = CAST(? AS INTEGER) AND revisionId = ?'
  for (const band of fingerprint(bodyText(revision, { flippedBlocks: [] })).bands)
    write(db, sql, band, revision.id)
}
