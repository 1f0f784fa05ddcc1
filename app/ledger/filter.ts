/** Sorting, filtering and grouping of the ledger's rows. */
import { compareDates, spanOf } from '../timeline/span.ts'
import { type Relation, relations } from '../vocabulary.ts'
import { type Row, type RowState, rowStates } from './rows.ts'

/** What a row must have to be shown; a part that is left out asks nothing. */
export type RowFilter = {
  /** All words must stand in the statement or in the name of somebody who speaks in the row. */
  readonly text?: string
  readonly kinds?: readonly Row['kind'][]
  readonly states?: readonly RowState[]
  /** One of these speaks in it. */
  readonly actorIds?: readonly string[]
  readonly articleIds?: readonly string[]
  readonly relations?: readonly Relation[]
  readonly threadKeys?: readonly string[]
  /** First said within these, EDTF, both ends included; null is open. */
  readonly said?: { readonly from: string | null; readonly to: string | null }
  readonly leastSources?: number
}

/** A person's name by id; null where there is none. */
export type ActorName = (id: string) => string | null

/** The rows that have all that is asked for, in their order. */
export function filterRows(rows: readonly Row[], filter: RowFilter, actorName: ActorName): Row[] {
  const words = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const threads = filter.threadKeys === undefined ? null : new Set(filter.threadKeys)
  const from = limit(filter.said?.from, 'earliest')
  const to = limit(filter.said?.to, 'latest')
  return rows.filter(
    (row) =>
      (filter.kinds?.includes(row.kind) ?? true) &&
      (filter.states?.includes(row.state) ?? true) &&
      (threads?.has(row.threadKey) ?? true) &&
      row.sources >= (filter.leastSources ?? 0) &&
      (filter.actorIds?.some((id) => row.actorIds.includes(id)) ?? true) &&
      (filter.articleIds?.some((id) => row.articleIds.includes(id)) ?? true) &&
      (filter.relations?.some((relation) => row.relations.includes(relation)) ?? true) &&
      (words.length === 0 || holdsAll(row, words, actorName)) &&
      isWithin(row, from, to),
  )
}

/** Whether each word stands in the statement or in a name. */
function holdsAll(row: Row, words: readonly string[], actorName: ActorName): boolean {
  const statement = row.statement.toLowerCase()
  const missing = words.filter((word) => !statement.includes(word))
  if (missing.length === 0) return true
  const names = row.actorIds.map((id) => actorName(id)?.toLowerCase() ?? '')
  return missing.every((word) => names.some((name) => name.includes(word)))
}

function limit(date: string | null | undefined, end: 'earliest' | 'latest'): number | null {
  return date === null || date === undefined ? null : (spanOf(date)?.[end] ?? null)
}

/** A row without a date is shown only where no date is asked for. */
function isWithin(row: Row, from: number | null, to: number | null): boolean {
  if (from === null && to === null) return true
  const when = row.accounts[0]?.when
  const span = when === null || when === undefined ? null : spanOf(when)
  if (span === null) return false
  return (
    span.latest >= (from ?? Number.NEGATIVE_INFINITY) && span.earliest <= (to ?? Number.POSITIVE_INFINITY)
  )
}

export const rowOrders = [
  'first said',
  'statement',
  'speaker',
  'sources',
  'supports',
  'denials',
  'contradictions',
  'reliability',
  'credibility',
  'state',
] as const
export type RowOrder = (typeof rowOrders)[number]

/** Sorts rows; what has nothing in the sorted column comes last either way, and equals keep their order. */
export function sortRows(
  rows: readonly Row[],
  order: RowOrder,
  direction: 'up' | 'down',
  actorName: ActorName,
): Row[] {
  const sign = direction === 'up' ? 1 : -1
  if (order === 'first said') return [...rows].sort((a, b) => byFirstSaid(a, b, sign))
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order, actorName) }))
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
      return sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
    })
    .map(({ row }) => row)
}

function byFirstSaid(a: Row, b: Row, sign: number): number {
  const one = a.accounts[0]?.when ?? null
  const other = b.accounts[0]?.when ?? null
  const order = compareDates(one, other)
  return one === null || other === null ? order : sign * order
}

function keyOf(row: Row, order: RowOrder, actorName: ActorName): string | number | null {
  const speaker = row.accounts[0]?.actorId ?? null
  switch (order) {
    case 'statement':
      return row.statement.toLowerCase()
    case 'speaker':
      return speaker === null ? null : (actorName(speaker)?.toLowerCase() ?? null)
    case 'sources':
      return row.sources
    case 'supports':
      return row.supports.length
    case 'denials':
      return row.denials.length
    case 'contradictions':
      return row.contradictions.length
    case 'reliability':
      return row.reliability
    case 'credibility':
      return row.credibility
    case 'state':
      return rowStates.indexOf(row.state)
    case 'first said':
      return null
  }
}

/** Rows under one heading. */
export type RowGroup = {
  /** Id of the actor or article, or the relation; null for rows that have none. */
  readonly key: string | null
  readonly rows: readonly Row[]
}

/** Groups rows; a row stands in every group that it belongs to. Largest group first, rows without one last. */
export function groupRows(rows: readonly Row[], by: 'actor' | 'article' | 'relation'): RowGroup[] {
  const groups = new Map<string | null, Row[]>()
  for (const row of rows) {
    const keys: readonly (string | null)[] = keysOf(row, by)
    for (const key of keys.length === 0 ? [null] : keys) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  }
  return [...groups]
    .map(([key, members]) => ({ key, rows: members }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1
      return b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1)
    })
}

function keysOf(row: Row, by: 'actor' | 'article' | 'relation'): readonly string[] {
  if (by === 'actor') return row.actorIds
  if (by === 'article') return row.articleIds
  return relations.filter((relation) => row.relations.includes(relation))
}
