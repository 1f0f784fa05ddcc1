/** What is still to be looked at, worked through by key: an item that is done is gone, and the next one is chosen. */
import { useMemo, useRef } from 'react'
import { gistOf } from '../../app/ledger/caseView.ts'
import { type OpenItem, type OpenItemSort, openItemSorts } from '../../app/ledger/openItems.ts'
import { whoOf } from '../../app/ledger/rows.ts'
import { counted } from '../frame/counted.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { articleFacts } from '../margin/passageWords.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useStore } from '../ui/store.ts'
import { useKeepFocus } from '../ui/useKeepFocus.ts'
import type { CaseBook } from '../views/caseBook.ts'
import { type Column, DataTable, tableRows } from '../views/DataTable.tsx'
import { shortDate } from '../views/shortDate.ts'
import type { TableLine } from '../views/tableLines.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useChosenLine } from '../views/useChosenLine.ts'
import { SelectFilter, useExports, ViewHead } from '../views/ViewHead.tsx'
import { useParts } from '../workspace/context.ts'
import { LedgerTabs } from './LedgerTabs.tsx'
import { ledgerState, patchLedger } from './ledgerState.ts'
import { settle } from './threadActions.ts'
import { usePointAt } from './threadAtHand.ts'

const headings: { readonly [S in OpenItemSort]: string } = {
  contradiction: 'Contradictions',
  'link to re-check': 'Links to re-check',
  'denial without its claim': 'Denials without their claim',
  'unanswered claim': 'Unanswered claims',
  'event with one source': 'Events with one source',
  'no speaker': 'No speaker',
}

/** What is the matter with each of them. */
const advice: { readonly [S in OpenItemSort]: string } = {
  contradiction: 'two claims cannot both be true',
  'link to re-check': 'the words were not found in the newer text',
  'denial without its claim': 'what it denies is not linked',
  'unanswered claim': 'nothing supports, denies or answers it',
  'event with one source': 'nobody else tells of it',
  'no speaker': 'who says it is not named',
}

export function OpenItemsTab() {
  const parts = useParts()
  const { workspace } = parts
  const part = useRef<HTMLElement>(null)
  // The table goes with its last item.
  const keepFocus = useKeepFocus(part)
  const book = useCaseBook()
  const { itemSort, itemKey } = useStore(ledgerState, (state) => state)
  const all = book.openItems()
  const items = useMemo(
    () => all.filter((item) => itemSort === null || item.sort === itemSort),
    [all, itemSort],
  )
  const columns = useMemo(() => makeColumns(book), [book])
  const lines = useMemo(() => linesOf(items), [items])
  useExports(
    useMemo(
      () => ({ name: 'Open items', table: () => tableRows([sortColumn, ...columns], items), picture: null }),
      [columns, items],
    ),
  )
  const { key: chosenKey, row: chosen } = useChosenLine(lines, itemKey)
  usePointAt(chosen?.annotationId ?? null)
  const link = (item: OpenItem) =>
    workspace.patch({ dialog: { dialog: 'link', fromId: item.annotationId, toId: null } })
  return (
    <section ref={part} tabIndex={-1} className="view ledger" aria-label="Open items" {...keepFocus}>
      <ViewHead
        title="Open items"
        hasPicture={false}
        tabs={<LedgerTabs counts={{ threads: book.rows().length, open: all.length }} />}
        status={
          items.length === all.length
            ? counted(all.length, 'open item')
            : `${items.length} of ${counted(all.length, 'open item')}`
        }
      >
        <SelectFilter
          label="Show"
          any="all"
          value={itemSort}
          options={openItemSorts}
          onChange={(sort) => patchLedger({ itemSort: sort })}
        />
        {chosen === null ? null : (
          <span className="view-hints">
            <Button onClick={() => goToPassage(parts, chosen.annotationId)}>
              Read <kbd>Enter</kbd>
            </Button>
            <Button onClick={() => link(chosen)}>
              Link … <kbd>L</kbd>
            </Button>
            <Button onClick={() => void settle(parts, chosen.annotationId)}>
              Settle <kbd>S</kbd>
            </Button>
          </span>
        )}
      </ViewHead>
      {items.length === 0 ? (
        <EmptyState title="Nothing is open">
          {all.length === 0
            ? 'Every claim is answered, every denial has its claim, every event is told by more than one source, or it was settled.'
            : 'There is no open item of this sort. Choose “all” to see the others.'}
        </EmptyState>
      ) : (
        <DataTable
          label="Open items"
          columns={columns}
          lines={lines}
          chosenKey={chosenKey}
          onChoose={(key) => patchLedger({ itemKey: key })}
          onOpen={(item) => {
            patchLedger({ itemKey: item.key })
            goToPassage(parts, item.annotationId)
          }}
          onKey={(key, item) => {
            if (key === 'l') link(item)
            else if (key === 's') void settle(parts, item.annotationId)
            else return false
            return true
          }}
          takesFocus
        />
      )}
    </section>
  )
}

/** The items under a heading for each sort, as they come: sort by sort. */
function linesOf(items: readonly OpenItem[]): TableLine<OpenItem>[] {
  return [...Map.groupBy(items, (item) => item.sort)].flatMap(([sort, group]) => [
    { heading: headings[sort], count: group.length, note: advice[sort] },
    ...group.map((item) => ({ key: item.key, row: item })),
  ])
}

/** Only files have it as a column: on the screen it is the heading. */
const sortColumn: Column<OpenItem> = {
  key: 'sort',
  title: 'Open',
  track: '0',
  text: (item) => item.sort,
  render: (item) => item.sort,
}

function makeColumns({ view }: CaseBook): readonly Column<OpenItem>[] {
  const passage = (item: OpenItem) => view.annotations.get(item.annotationId) ?? null
  const partner = (item: OpenItem) =>
    item.partnerId === null ? null : (view.annotations.get(item.partnerId) ?? null)
  const gist = (one: ReturnType<typeof passage>) => (one === null ? '' : gistOf(one))
  const source = (item: OpenItem) => {
    const article = view.article(passage(item)?.articleId ?? ('' as never)) // no article has an empty id
    return article === null ? [] : articleFacts(article, shortDate)
  }
  const who = (item: OpenItem) => {
    const one = passage(item)
    return one === null ? '' : whoOf(view, one)
  }
  const two = (text: string) => (
    <span className="two-lines" dir="auto" title={text}>
      {text}
    </span>
  )
  return [
    {
      key: 'passage',
      title: 'Passage',
      track: 'minmax(220px, 2.4fr)',
      text: (item) => gist(passage(item)),
      render(item) {
        const one = passage(item)
        return one === null ? null : (
          <span className="statement">
            <KindMark kind={one.kind} />
            {/* The heading is no line to stop at, so each line says it. */}
            <span className="visually-hidden">{item.sort}: </span>
            {two(gistOf(one))}
          </span>
        )
      },
    },
    { key: 'who', title: 'By', track: 'minmax(100px, 1fr)', text: who, render: (item) => two(who(item)) },
    {
      key: 'partner',
      title: 'Against',
      track: 'minmax(120px, 1.4fr)',
      text: (item) => gist(partner(item)),
      render: (item) => two(gist(partner(item))),
    },
    {
      key: 'source',
      title: 'Source',
      track: 'minmax(150px, 1.2fr)',
      text: (item) => source(item).join(' · '),
      render: (item) => (
        <span className="two-lines" title={source(item).join(' · ')}>
          <Facts facts={source(item)} />
        </span>
      ),
    },
  ]
}
