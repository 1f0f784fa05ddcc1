/** How the compare view was left, on disk. It is neither record nor material, and no step of the history. */
import { type Layout, layoutSchema } from '../app/layout.ts'
import { findRow, fromJson, type ReadDb, type WriteDb, write } from './connection.ts'

/** Null where it was never kept, or in a form that is not known any more. */
export function findLayout(db: ReadDb): Layout | null {
  const row = findRow<{ value: string }>(db, 'SELECT value FROM layout WHERE id = 1')
  return row === null ? null : (layoutSchema.safeParse(fromJson(row.value)).data ?? null)
}

export function putLayout(db: WriteDb, layout: Layout): void {
  const sql =
    'INSERT INTO layout (id, value) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value'
  write(db, sql, JSON.stringify(layout))
}
