/** Threads, rows and open items of a case in one value, made anew after every change set: it takes tens of milliseconds. */
import type { Link } from '../model.ts'
import { linksToRecheck, type OpenItem, openItemsOf } from './openItems.ts'
import { type LedgerRecords, type Row, rowsOf } from './rows.ts'
import type { ThreadRecord } from './threadRecord.ts'
import { type Threads, threadsOf } from './threads.ts'

export type Ledger = {
  readonly threads: Threads
  readonly rows: readonly Row[]
  readonly openItems: readonly OpenItem[]
}

/** `recheck` are links that wait for the analyst besides those that can be told from revisions. */
export function ledgerOf(
  records: LedgerRecords & { readonly threads: readonly ThreadRecord[] },
  recheck: readonly Link[] = [],
): Ledger {
  const { annotations, links, articles } = records
  const threads = threadsOf(annotations, links, records.threads)
  const rows = rowsOf(records, threads)
  const stale = new Set([...recheck, ...linksToRecheck(annotations, links, articles)])
  return { threads, rows, openItems: openItemsOf(annotations, links, rows, [...stale]) }
}
