/**
 * The search index holds the publisher too. A column cannot be added to a table of
 * FTS5, so the index is written anew from what it held.
 */
import type Database from 'better-sqlite3'
import { indexable } from '../search.ts'

const next = `
CREATE VIRTUAL TABLE articleSearchNext USING fts5 (
  headline, publisher, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO articleSearchNext (rowid, headline, publisher, body)
  SELECT former.rowid, former.headline, indexable(coalesce(article.publisher, '')), former.body
  FROM articleSearch AS former JOIN article ON article.rowKey = former.rowid ORDER BY former.rowid;
DROP TABLE articleSearch;
ALTER TABLE articleSearchNext RENAME TO articleSearch;
`

export function publisherSearch(connection: Database.Database): void {
  connection.function('indexable', { deterministic: true }, (text) => indexable(String(text)))
  connection.exec(next)
}
