/**
 * Articles on disk. Whatever changes what can be found of an article (headline,
 * revision, furniture) rewrites its entry in the search index in the same breath.
 */
import { bodyText } from '../app/blocks.ts'
import type { Article } from '../app/model.ts'
import { addressKey } from '../app/similar/address.ts'
import { type ArticleTableRow, articleColumns, articleFields, toArticle } from './articleRow.ts'
import { findRow, listRows, type ReadDb, type WriteDb, write } from './connection.ts'
import { getRevision } from './material.ts'
import { putSearchEntry, removeSearchEntry, searchEntryOf } from './search.ts'

const find = (db: ReadDb, id: string) =>
  findRow<ArticleTableRow>(db, `SELECT ${articleColumns} FROM article WHERE id = ?`, id)

export function findArticle(db: ReadDb, id: string): Article | null {
  const row = find(db, id)
  return row === null ? null : toArticle(row)
}

/** All articles in the order of their import. */
export function listArticles(db: ReadDb): Article[] {
  return listRows<ArticleTableRow>(
    db,
    `SELECT ${articleColumns} FROM article ORDER BY importedAt, rowKey`,
  ).map(toArticle)
}

/** The articles that have annotations and, along `reprintOf`, those whose text they share, in the order of their import. */
export function listAnnotatedArticles(db: ReadDb): Article[] {
  const sql = `WITH RECURSIVE wanted (id) AS (
      SELECT articleId FROM annotation
      UNION SELECT reprintOf FROM article JOIN wanted USING (id) WHERE reprintOf IS NOT NULL)
    SELECT ${articleColumns} FROM article WHERE id IN wanted ORDER BY importedAt, rowKey`
  return listRows<ArticleTableRow>(db, sql).map(toArticle)
}

/** The articles marked as sharing the text of this one, in the order of their import. */
export function listReprintsOf(db: ReadDb, id: string): Article[] {
  const sql = `SELECT ${articleColumns} FROM article WHERE reprintOf = ? ORDER BY importedAt, rowKey`
  return listRows<ArticleTableRow>(db, sql, id).map(toArticle)
}

/** `addressKey` holds nothing of its own; it finds captures of the same page. */
const written = [...articleFields, 'addressKey']

export function putArticle(db: WriteDb, article: Article): void {
  const before = find(db, article.id)
  const sql = `INSERT INTO article (${written.join(', ')}) VALUES (${written.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${written
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`
  const flippedBlocks = JSON.stringify(article.flippedBlocks)
  write(
    db,
    sql,
    article.id,
    article.revisionId,
    article.sourceId,
    article.importedAt,
    article.headline,
    article.headlineProposed ? 1 : 0,
    article.publisher,
    JSON.stringify(article.authors),
    JSON.stringify(article.credits),
    article.dateline,
    article.datelineDate,
    article.published,
    article.url,
    article.language,
    article.correction === null ? null : JSON.stringify(article.correction),
    flippedBlocks,
    article.reprintOf,
    addressKey(article.url),
  )
  const found =
    before !== null &&
    before.headline === article.headline &&
    before.publisher === article.publisher &&
    before.revisionId === article.revisionId &&
    before.flippedBlocks === flippedBlocks
  if (!found) indexArticle(db, article, before === null)
}

function indexArticle(db: WriteDb, article: Article, isNew: boolean): void {
  const row = find(db, article.id)
  if (row === null) return
  const body = bodyText(getRevision(db, article.revisionId), article)
  putSearchEntry(db, row.rowKey, searchEntryOf(article, body), isNew)
}

export function removeArticle(db: WriteDb, id: string): void {
  const row = find(db, id)
  if (row === null) return
  removeSearchEntry(db, row.rowKey)
  write(db, 'DELETE FROM article WHERE id = ?', id)
}
