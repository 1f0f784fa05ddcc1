/** Putting rows in order by one column, and turning that order over. Pure. */
import { compareWords } from './caseView.ts'

/** What a column puts in order. */
export type Order<T> = {
  /** What is compared, numbers or words; null where the row has nothing there, which comes last either way. */
  readonly of: (row: T) => string | number | null
  /** Whether the most comes first until the order is turned over. */
  readonly mostFirst?: boolean
}

/** The orders of a table, by the keys of its columns. */
export type Orders<T, S extends string = string> = { readonly [K in S]: Order<T> }

/** By which column a table is sorted, and whether its order is turned over. */
export type Sorting<S extends string> = { readonly by: S; readonly turned: boolean }

/** Whether the greatest, the latest or the last of the alphabet stands at the top. */
export const isDescending = <T>(order: Order<T>, turned: boolean): boolean =>
  (order.mostFirst ?? false) !== turned

/** The rows in order; what is equal comes as `ties` says, then in the order given. */
export function sortBy<T>(
  rows: readonly T[],
  order: Order<T>,
  turned: boolean,
  ties: (a: T, b: T) => number = () => 0,
): T[] {
  const sign = isDescending(order, turned) ? -1 : 1
  return rows
    .map((row) => ({ row, value: order.of(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || ties(a.row, b.row)
      return sign * compareValues(a.value, b.value) || ties(a.row, b.row)
    })
    .map(({ row }) => row)
}

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareWords(String(a), String(b))

/** The sorting after a column was asked for: by that column, or turned over where it was so already. */
export function sortedBy<S extends string>(
  sorting: Sorting<S>,
  orders: Orders<never, S>,
  key: string,
): Sorting<S> {
  if (!(key in orders)) return sorting
  const by = key as S // it is one of the keys of the orders
  return { by, turned: by === sorting.by && !sorting.turned }
}
