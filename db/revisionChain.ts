/** How an article's revisions follow each other. */
import { listRows, type ReadDb } from './connection.ts'

/** Ids of a revision and of those it came from, latest first; revisions of undone steps are not among them. */
export function listChain(db: ReadDb, revisionId: string): string[] {
  const sql = `WITH RECURSIVE chain (id, baseId, step) AS (
      SELECT id, baseId, 0 FROM revision WHERE id = ?
      UNION ALL SELECT revision.id, revision.baseId, step + 1 FROM revision JOIN chain ON revision.id = chain.baseId
    ) SELECT id FROM chain ORDER BY step`
  return listRows<{ id: string }>(db, sql, revisionId).map((row) => row.id)
}
