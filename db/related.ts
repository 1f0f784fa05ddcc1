/** What is read of articles to tell which of them are related. */
import type { ReadDb } from './connection.ts'
import { listRows } from './connection.ts'
import { toSearchQuery } from './search.ts'

/** An article as it lies on disk, its JSON unread: that is left to the thread that compares. */
export type ArticleToRelate = {
  readonly id: string
  /** BCP 47; null where not known. */
  readonly language: string | null
  /** EDTF; null where not known. */
  readonly published: string | null
  /** JSON. */
  readonly flippedBlocks: string
  readonly text: string
  /** JSON. */
  readonly blocks: string
}

/** The ids of all articles, the latest first. */
export function listArticleIds(db: ReadDb): string[] {
  return listRows<{ id: string }>(db, 'SELECT id FROM article ORDER BY rowKey DESC').map(({ id }) => id)
}

/** These articles with their texts, in any order; those that are not there are left out. */
export function listToRelate(db: ReadDb, ids: readonly string[]): ArticleToRelate[] {
  const sql = `SELECT article.id, language, published, flippedBlocks, text, blocks
    FROM article JOIN revision ON revision.id = article.revisionId
    WHERE article.id IN (SELECT value FROM json_each(?))`
  return listRows<ArticleToRelate>(db, sql, JSON.stringify(ids))
}

/** Articles that hold some of the words, those that hold the rarest and most of them first; empty without a word to look for. */
export function listWithSomeOf(db: ReadDb, words: readonly string[], most: number): string[] {
  const matches = words.flatMap((word) => toSearchQuery(`"${word}"`)?.match ?? [])
  if (matches.length === 0) return []
  const sql = `SELECT article.id FROM articleSearch JOIN article ON article.rowKey = articleSearch.rowid
    WHERE articleSearch MATCH ? ORDER BY rank LIMIT CAST(? AS INTEGER)`
  return listRows<{ id: string }>(db, sql, `{headline body} : (${matches.join(' OR ')})`, most).map(
    ({ id }) => id,
  )
}
