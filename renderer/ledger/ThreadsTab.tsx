/** The threads as rows, filtered, sorted and grouped, with the chosen one beside them in full. */
import { useMemo } from 'react'
import { filterRows, groupRows, isFiltering, ledgerOrders, sortRows } from '../../app/ledger/filter.ts'
import { sortedBy } from '../../app/ledger/order.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import { counted } from '../frame/counted.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { DataTable, tableRows } from '../views/DataTable.tsx'
import type { TableLine } from '../views/tableLines.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useChosenLine } from '../views/useChosenLine.ts'
import { useExports, ViewHead } from '../views/ViewHead.tsx'
import { useParts } from '../workspace/context.ts'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerTabs } from './LedgerTabs.tsx'
import { clearFilters, ledgerState, patchLedger } from './ledgerState.ts'
import { ThreadPane } from './ThreadPane.tsx'
import { mergeThread, openThread, showInGraph, showOnTimeline } from './threadActions.ts'
import { usePointAt } from './threadAtHand.ts'
import { threadColumns } from './threadColumns.tsx'

export function ThreadsTab() {
  const parts = useParts()
  const { records, workspace } = parts
  const book = useCaseBook()
  const { filter, sorting, grouping, threadKey } = useStore(ledgerState, (state) => state)
  const rows = useMemo(() => sortRows(filterRows(book.rows(), filter), sorting), [book, filter, sorting])
  const lines = useMemo(() => {
    const groups = groupRows(rows, grouping, {
      actor: (id) => records.actor(id)?.name ?? '',
      article: (id) => records.article(id)?.headline ?? '',
    })
    return groups.flatMap((group): TableLine<ThreadRow>[] => [
      ...(grouping === 'none' ? [] : [{ heading: group.heading, count: group.rows.length }]),
      // A row may stand under several headings.
      ...group.rows.map((row) => ({ key: grouping === 'none' ? row.key : `${row.key} ${group.key}`, row })),
    ])
  }, [rows, grouping, records])
  useExports(
    useMemo(() => ({ name: 'Ledger', table: () => tableRows(threadColumns, rows), picture: null }), [rows]),
  )
  const { key: chosenKey, row: chosen } = useChosenLine(lines, lineOf(lines, threadKey))
  const all = book.rows().length
  usePointAt(chosen?.leadId ?? null)

  const onKey = (key: string, row: ThreadRow) => {
    switch (key) {
      case 'F2':
      case 'n':
        workspace.patch({ dialog: { dialog: 'threadTitle', threadKey: row.key } })
        return true
      case 'm':
        mergeThread(parts, row)
        return true
      case 's':
        workspace.patch({ dialog: { dialog: 'splitThread', threadKey: row.key } })
        return true
      case 'g':
        showInGraph(parts, row)
        return true
      case 't':
        showOnTimeline(parts, row)
        return true
      default:
        return false
    }
  }
  return (
    <section className="view ledger" aria-label="Ledger">
      <ViewHead
        title="Ledger"
        hasPicture={false}
        clear={isFiltering(filter) ? clearFilters : null}
        tabs={<LedgerTabs counts={{ threads: all, open: book.openItems().length }} />}
        status={
          rows.length === all
            ? counted(all, 'thread')
            : `${rows.length.toLocaleString('en')} of ${counted(all, 'thread')}`
        }
      >
        <LedgerFilters book={book} grouped />
      </ViewHead>
      {rows.length === 0 ? (
        <EmptyState
          title="No thread is like that"
          actions={<Button onClick={clearFilters}>Clear filters</Button>}
        >
          The filters let none of the {counted(all, 'thread')} through.
        </EmptyState>
      ) : (
        <div className="view-split">
          <DataTable
            label="Threads"
            columns={threadColumns}
            lines={lines}
            chosenKey={chosenKey}
            onChoose={(key) => patchLedger({ threadKey: key })}
            onOpen={(row) => openThread(parts, row)}
            onKey={onKey}
            sorting={{
              orders: ledgerOrders,
              now: sorting,
              onSort: (key) => patchLedger({ sorting: sortedBy(sorting, ledgerOrders, key) }),
            }}
            rowHeight={54}
            takesFocus
          />
          {chosen === null ? null : <ThreadPane row={chosen} />}
        </div>
      )}
    </section>
  )
}

/** The line of this key, else the first of its thread: grouping gives lines keys of their own. */
function lineOf(lines: readonly TableLine<ThreadRow>[], key: string | null): string | null {
  if (key === null || lines.some((line) => 'key' in line && line.key === key)) return key
  const [threadKey] = key.split(' ')
  const line = lines.find((other) => 'row' in other && other.row.key === threadKey)
  return line !== undefined && 'key' in line ? line.key : key
}
