/** The filters of the threads, as rows and as a matrix. */

import { groupings, isFiltering, type LedgerFilter, noFilter } from '../../app/ledger/filter.ts'
import { threadStates } from '../../app/ledger/rows.ts'
import { spanOf } from '../../app/timeline/span.ts'
import { credibilities, kinds, relations, reliabilities } from '../../app/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { ActorArticleFilters } from '../views/ActorArticleFilters.tsx'
import type { CaseBook } from '../views/caseBook.ts'
import { SelectFilter, TextFilter } from '../views/ViewHead.tsx'
import { ledgerState, patchLedger } from './ledgerState.ts'

export function LedgerFilters({ book, grouped }: { readonly book: CaseBook; readonly grouped: boolean }) {
  const filter = useStore(ledgerState, (state) => state.filter)
  const grouping = useStore(ledgerState, (state) => state.grouping)
  const set = (part: Partial<LedgerFilter>) => patchLedger({ filter: { ...filter, ...part } })
  const labels = [...new Set(book.rows().flatMap((row) => [...row.labels]))].sort()
  return (
    <>
      <TextFilter label="Filter by words" value={filter.text} onChange={(text) => set({ text })} />
      <SelectFilter label="Kind" value={filter.kind} options={kinds} onChange={(kind) => set({ kind })} />
      <SelectFilter
        label="State"
        value={filter.state}
        options={threadStates}
        onChange={(state) => set({ state })}
      />
      <ActorArticleFilters book={book} filter={filter} onChange={set} />
      <SelectFilter
        label="Relation"
        value={filter.relation}
        options={relations}
        onChange={(relation) => set({ relation })}
      />
      {labels.length === 0 ? null : (
        <SelectFilter
          label="Label"
          value={filter.label}
          options={labels}
          onChange={(label) => set({ label })}
        />
      )}
      <SelectFilter
        label="Reliability"
        value={filter.reliability}
        options={reliabilities}
        onChange={(reliability) => set({ reliability })}
      />
      <SelectFilter
        label="Credibility"
        value={filter.credibility}
        options={credibilities}
        onChange={(credibility) => set({ credibility })}
      />
      <DateFilter label="Since" edge="from" filter={filter} onChange={set} />
      <DateFilter label="Until" edge="to" filter={filter} onChange={set} />
      <label className="view-check">
        <input
          type="checkbox"
          checked={filter.linkedOnly}
          onChange={(event) => set({ linkedOnly: event.currentTarget.checked })}
        />
        Linked only
      </label>
      {grouped ? (
        <SelectFilter
          label="Group by"
          any="nothing"
          value={grouping === 'none' ? null : grouping}
          options={groupings.filter((one) => one !== 'none')}
          onChange={(one) => patchLedger({ grouping: one ?? 'none' })}
        />
      ) : null}
      {!isFiltering(filter) ? null : (
        <Button look="plain" onClick={() => patchLedger({ filter: noFilter })}>
          Clear filters
        </Button>
      )}
    </>
  )
}

/** A date typed in EDTF; what is not one (yet) does not filter. */
function DateFilter({
  label,
  edge,
  filter,
  onChange,
}: {
  readonly label: string
  readonly edge: 'from' | 'to'
  readonly filter: LedgerFilter
  readonly onChange: (part: Partial<LedgerFilter>) => void
}) {
  const set = filter[edge] !== null
  return (
    <label className={set ? 'view-select set' : 'view-select'}>
      <span>{label}</span>
      <input
        key={set ? 'set' : 'free'}
        type="text"
        size={9}
        placeholder="2011-05"
        spellCheck={false}
        autoComplete="off"
        defaultValue={
          filter[edge] === null
            ? ''
            : new Date(filter[edge] - (edge === 'to' ? 1 : 0)).toISOString().slice(0, 10)
        }
        onBlur={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value)
        }}
      />
    </label>
  )

  function take(text: string) {
    const span = spanOf(text.trim())
    const moment = span === null ? null : edge === 'from' ? span.earliest : span.latest
    if (moment !== filter[edge]) onChange(edge === 'from' ? { from: moment } : { to: moment })
  }
}
