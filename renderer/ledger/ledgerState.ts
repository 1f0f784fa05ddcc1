/** What the ledger shows and how; kept while other views are open. */
import type { ActorId } from '../../app/ids.ts'
import type { ActorSort } from '../../app/ledger/actorRows.ts'
import { type Grouping, type LedgerFilter, type LedgerSort, noFilter } from '../../app/ledger/filter.ts'
import type { OpenItemSort } from '../../app/ledger/openItems.ts'
import type { Sorting } from '../../app/ledger/order.ts'
import { createStore, type Store } from '../ui/store.ts'

export const ledgerTabs = ['threads', 'matrix', 'open', 'actors'] as const
export type LedgerTab = (typeof ledgerTabs)[number]

export type LedgerState = {
  readonly tab: LedgerTab
  readonly filter: LedgerFilter
  /** Whether the filters that are used less are shown. */
  readonly allFilters: boolean
  readonly sorting: Sorting<LedgerSort>
  readonly grouping: Grouping
  /** The chosen line of each tab, by its key. */
  readonly threadKey: string | null
  readonly itemKey: string | null
  readonly itemSort: OpenItemSort | null
  readonly actorId: ActorId | null
  /** The letters of a name or alias that actors are filtered by; those of threads are words of statements. */
  readonly actorText: string
  readonly actorSorting: Sorting<ActorSort>
  /** The chosen cell of the matrix: actor and thread. */
  readonly cell: { readonly row: number; readonly column: number }
}

export const initialLedger: LedgerState = {
  tab: 'threads',
  filter: noFilter,
  allFilters: false,
  sorting: { by: 'state', turned: false },
  grouping: 'none',
  threadKey: null,
  itemKey: null,
  itemSort: null,
  actorId: null,
  actorText: '',
  actorSorting: { by: 'passages', turned: false },
  cell: { row: 0, column: 0 },
}

export const ledgerState: Store<LedgerState> = createStore(initialLedger)
/** Changes some of it and leaves the rest. */
export const patchLedger = (part: Partial<LedgerState>): void =>
  ledgerState.set((state) => ({ ...state, ...part }))
export const clearFilters = (): void => patchLedger({ filter: noFilter })
