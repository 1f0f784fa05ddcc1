/**
 * Articles on disk. Whatever changes what can be found of an article (headline,
 * revision, furniture) rewrites its entry in the search index in the same breath.
 */
import { bodyText } from '../app/blocks.ts'
import type { Article } from '../app/model.ts'
import { findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'
import { getRevision } from './material.ts'
import { putSearchEntry, removeSearchEntry } from './search.ts'

export type ArticleTableRow = {
  rowKey: number
  id: string
  revisionId: string
  sourceId: string
  importedAt: string
  headline: string
  headlineProposed: number
  publisher: string | null
  authors: string
  credits: string
  dateline: string | null
  datelineDate: string | null
  published: string | null
  url: string | null
  language: string | null
  correction: string | null
  flippedBlocks: string
}

const names = [
  'id',
  'revisionId',
  'sourceId',
  'importedAt',
  'headline',
  'headlineProposed',
  'publisher',
  'authors',
  'credits',
  'dateline',
  'datelineDate',
  'published',
  'url',
  'language',
  'correction',
  'flippedBlocks',
]
/** The columns of an article, with the key its search entry goes by. */
export const articleColumns = ['rowKey', ...names].map((name) => `article.${name}`).join(', ')

export function toArticle({ rowKey: _, ...row }: ArticleTableRow): Article {
  return {
    ...row,
    headlineProposed: row.headlineProposed === 1,
    authors: fromJson(row.authors),
    credits: fromJson(row.credits),
    correction: row.correction === null ? null : fromJson(row.correction),
    flippedBlocks: fromJson(row.flippedBlocks),
  } as Article // written by putArticle below
}

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

/** The article imported from bytes of this SHA-256, or null. */
export function findArticleBySha256(db: ReadDb, sha256: string): Article | null {
  const sql = `SELECT ${articleColumns} FROM source JOIN article ON article.sourceId = source.id
    WHERE source.sha256 = ? ORDER BY article.rowKey LIMIT 1`
  const row = findRow<ArticleTableRow>(db, sql, sha256)
  return row === null ? null : toArticle(row)
}

/** The article whose body was the same when it was imported, or null. */
export function findArticleByBodyHash(db: ReadDb, bodyHash: string): Article | null {
  const sql = `SELECT ${articleColumns} FROM revision JOIN article ON article.revisionId = revision.id
    WHERE revision.bodyHash = ? ORDER BY article.rowKey LIMIT 1`
  const row = findRow<ArticleTableRow>(db, sql, bodyHash)
  return row === null ? null : toArticle(row)
}

export function putArticle(db: WriteDb, article: Article): void {
  const before = find(db, article.id)
  const sql = `INSERT INTO article (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${names
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
  )
  const found =
    before !== null &&
    before.headline === article.headline &&
    before.revisionId === article.revisionId &&
    before.flippedBlocks === flippedBlocks
  if (!found) indexArticle(db, article)
}

function indexArticle(db: WriteDb, article: Article): void {
  const row = find(db, article.id)
  if (row === null) return
  const body = bodyText(getRevision(db, article.revisionId), article)
  putSearchEntry(db, row.rowKey, article.headline, body)
}

export function removeArticle(db: WriteDb, id: string): void {
  const row = find(db, id)
  if (row === null) return
  removeSearchEntry(db, row.rowKey)
  write(db, 'DELETE FROM article WHERE id = ?', id)
}
