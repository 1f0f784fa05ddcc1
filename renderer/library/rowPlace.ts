/**
 * Which row of the library is meant, told by its article: the list is fetched anew
 * whenever articles come, go or change, and the keys must stay on the row they were on.
 */
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleRow } from '../../app/results.ts'

type Rows = ReadonlyMap<number, ArticleRow>

/** A row, and the index it had; `id` is null where the row was not there yet, and the index counts. */
export type RowPlace = { readonly index: number; readonly id: ArticleId | null }

export const placeAt = (rows: Rows, index: number): RowPlace => ({
  index,
  id: rows.get(index)?.article.id ?? null,
})

/** Where the row stands now; where it is gone, or not among the rows that are here, the index it had, within `total`. */
export function indexOf(rows: Rows, { index, id }: RowPlace, total: number): number {
  if (id !== null && rows.get(index)?.article.id !== id) {
    for (const [at, row] of rows) if (row.article.id === id) return at
  }
  return Math.max(0, Math.min(total - 1, index))
}
