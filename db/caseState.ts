/** What the case counts of itself: the revision counter, and how much it holds. */
import type { KindCounts } from '../app/results.ts'
import type { Kind } from '../app/vocabulary.ts'
import { findRow, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

/** The revision counter: rises by one with each commit. */
export function getCounter(db: ReadDb): number {
  return findRow<{ counter: number }>(db, 'SELECT counter FROM caseState WHERE id = 1')?.counter ?? 0
}

/** Raises the counter by one and returns it. */
export function raiseCounter(db: WriteDb): number {
  write(db, 'UPDATE caseState SET counter = counter + 1 WHERE id = 1')
  return getCounter(db)
}

/** How many annotations of each kind the case holds. */
export function countAnnotations(db: ReadDb): KindCounts {
  const counts: Record<Kind, number> = { claim: 0, denial: 0, event: 0 }
  const rows = listRows<{ kind: Kind; n: number }>(
    db,
    'SELECT kind, count(*) AS n FROM annotation GROUP BY kind',
  )
  for (const row of rows) counts[row.kind] = row.n
  return counts
}

export function countArticles(db: ReadDb): number {
  return findRow<{ n: number }>(db, 'SELECT count(*) AS n FROM article')?.n ?? 0
}
