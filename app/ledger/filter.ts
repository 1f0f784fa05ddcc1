/** Choosing, ordering and grouping the ledger's rows. Pure; each gives a new array. */
import type { ActorId, ArticleId } from '../ids.ts'
import type { Credibility, Kind, Relation, Reliability } from '../vocabulary.ts'
import { compareWords } from './caseView.ts'
import { type Orders, type Sorting, sortBy } from './order.ts'
import { type ThreadRow, type ThreadState, threadStates } from './rows.ts'

/** How many there must be. */
export const amounts = ['none', 'one', 'one or more', 'two or more', 'three or more'] as const
export type Amount = (typeof amounts)[number]

const isAmount: { readonly [A in Amount]: (count: number) => boolean } = {
  none: (count) => count === 0,
  one: (count) => count === 1,
  'one or more': (count) => count > 0,
  'two or more': (count) => count > 1,
  'three or more': (count) => count > 2,
}

/** What a row must have; what is null does not matter. */
export type LedgerFilter = {
  /** Words that must all be in it somewhere. */
  readonly text: string
  readonly kind: Kind | null
  readonly state: ThreadState | null
  readonly actorId: ActorId | null
  /** Who said it first, as the row has it. */
  readonly by: string | null
  readonly articleId: ArticleId | null
  readonly relation: Relation | null
  readonly label: string | null
  readonly reliability: Reliability | null
  readonly credibility: Credibility | null
  readonly supports: Amount | null
  readonly denials: Amount | null
  readonly contradictions: Amount | null
  readonly sources: Amount | null
  /** The start of the row's date must lie in `[from, to)`, milliseconds since 1970. */
  readonly from: number | null
  readonly to: number | null
  /** Whether only threads of more than one passage are shown. */
  readonly linkedOnly: boolean
}

/** Lets everything through. */
export const noFilter: LedgerFilter = {
  text: '',
  kind: null,
  state: null,
  actorId: null,
  by: null,
  articleId: null,
  relation: null,
  label: null,
  reliability: null,
  credibility: null,
  supports: null,
  denials: null,
  contradictions: null,
  sources: null,
  from: null,
  to: null,
  linkedOnly: false,
}

/** Whether the filter holds anything back. */
export const isFiltering = (filter: LedgerFilter): boolean =>
  (Object.keys(noFilter) as (keyof LedgerFilter)[]).some((key) => filter[key] !== noFilter[key]) // the keys of the value are those of its type

/** The rows that the filter lets through, in their order. */
export function filterRows(rows: readonly ThreadRow[], filter: LedgerFilter): ThreadRow[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(
    (row) =>
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.state === null || row.states.includes(filter.state)) &&
      (filter.actorId === null || row.actorIds.has(filter.actorId)) &&
      (filter.by === null || row.by === filter.by) &&
      (filter.articleId === null || row.articleIds.has(filter.articleId)) &&
      (filter.relation === null || row.relations.has(filter.relation)) &&
      (filter.label === null || row.labels.has(filter.label)) &&
      (filter.reliability === null || row.reliability === filter.reliability) &&
      (filter.credibility === null || row.credibility === filter.credibility) &&
      (filter.supports === null || isAmount[filter.supports](row.supports.length)) &&
      (filter.denials === null || isAmount[filter.denials](row.denials.length)) &&
      (filter.contradictions === null || isAmount[filter.contradictions](row.contradictions.length)) &&
      (filter.sources === null || isAmount[filter.sources](row.sources)) &&
      (filter.from === null || (row.start !== null && row.start >= filter.from)) &&
      (filter.to === null || (row.start !== null && row.start < filter.to)) &&
      (!filter.linkedOnly || row.thread.members.length > 1) &&
      words.every((word) => row.words.includes(word)),
  )
}

const stateRank = new Map(threadStates.map((state, rank) => [state, rank]))

export const ledgerOrders = {
  title: { of: (row) => row.title },
  by: { of: (row) => (row.by === '' ? null : row.by) },
  when: { of: (row) => row.start },
  supports: { of: (row) => row.supports.length, mostFirst: true },
  denials: { of: (row) => row.denials.length, mostFirst: true },
  contradictions: { of: (row) => row.contradictions.length, mostFirst: true },
  sources: { of: (row) => row.sources, mostFirst: true },
  reliability: { of: (row) => row.reliability },
  credibility: { of: (row) => row.credibility },
  state: { of: (row) => stateRank.get(row.states[0] ?? 'no claim') ?? null },
} as const satisfies Orders<ThreadRow>
export type LedgerSort = keyof typeof ledgerOrders

const last = Number.MAX_SAFE_INTEGER

/** The rows in order; what is equal comes by date, then in the order given. */
export const sortRows = (rows: readonly ThreadRow[], { by, turned }: Sorting<LedgerSort>): ThreadRow[] =>
  sortBy(rows, ledgerOrders[by], turned, (a, b) => (a.start ?? last) - (b.start ?? last))

export const groupings = ['none', 'actor', 'article', 'relation'] as const
export type Grouping = (typeof groupings)[number]

/** Rows under a heading; a row stands in every group it belongs to. */
export type RowGroup = { readonly key: string; readonly heading: string; readonly rows: readonly ThreadRow[] }

/** The rows by what they have in common, groups in the order of their headings, what has none at the end. */
export function groupRows(
  rows: readonly ThreadRow[],
  by: Grouping,
  nameOf: { actor(id: ActorId): string; article(id: ArticleId): string },
): RowGroup[] {
  if (by === 'none') return [{ key: '', heading: '', rows }]
  const keysOf = (row: ThreadRow): readonly string[] =>
    by === 'actor' ? [...row.actorIds] : by === 'article' ? [...row.articleIds] : [...row.relations]
  const headingOf = (key: string): string =>
    // the keys of a group are ids of what the rows are grouped by
    by === 'actor' ? nameOf.actor(key as ActorId) : by === 'article' ? nameOf.article(key as ArticleId) : key
  const groups = new Map<string, ThreadRow[]>()
  for (const row of rows) {
    const keys = keysOf(row)
    for (const key of keys.length === 0 ? [''] : keys) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  }
  const none = { actor: 'Nobody named', article: 'No article', relation: 'Not linked' }[by]
  return [...groups]
    .map(([key, group]) => ({ key, heading: key === '' ? none : headingOf(key), rows: group }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareWords(a.heading, b.heading))
}
