import { expect, test } from 'vitest'
import { isDescending, type Orders, sortBy, sortedBy } from './order.ts'

type Row = { readonly name: string; readonly count: number | null }
const orders = {
  name: { of: (row) => row.name },
  count: { of: (row) => row.count, mostFirst: true },
} as const satisfies Orders<Row>
const rows: readonly Row[] = [
  { name: 'b', count: 1 },
  { name: 'C', count: null },
  { name: 'a', count: 3 },
  { name: 'a 10', count: 1 },
  { name: 'a 9', count: 1 },
]
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name)

test('words come as a reader expects them, numbers by size, and each order can be turned over', () => {
  expect(names(sortBy(rows, orders.name, false))).toEqual(['a', 'a 9', 'a 10', 'b', 'C'])
  expect(names(sortBy(rows, orders.name, true))).toEqual(['C', 'b', 'a 10', 'a 9', 'a'])
  expect(names(sortBy(rows, orders.count, false))).toEqual(['a', 'b', 'a 10', 'a 9', 'C'])
})

test('what has nothing to compare comes last either way, and what is equal as the ties say', () => {
  const byName = (a: Row, b: Row) => (a.name < b.name ? -1 : 1)
  expect(names(sortBy(rows, orders.count, true, byName))).toEqual(['a 10', 'a 9', 'b', 'a', 'C'])
})

test('the order that has the most first says that it is descending, until it is turned over', () => {
  expect([isDescending(orders.count, false), isDescending(orders.count, true)]).toEqual([true, false])
  expect(isDescending(orders.name, false)).toBe(false)
})

test('asking for a column sorts by it, asking again turns it over, and what is no column changes nothing', () => {
  const first = { by: 'name', turned: true } as const
  expect(sortedBy(first, orders, 'count')).toEqual({ by: 'count', turned: false })
  expect(sortedBy(first, orders, 'name')).toEqual({ by: 'name', turned: false })
  expect(sortedBy(first, orders, 'elsewhere')).toBe(first)
})
