/** The filters of the threads, as rows and as a matrix. */
import { useId } from 'react'
import { compareWords } from '../../app/ledger/caseView.ts'
import { type Amount, amounts, groupings, type LedgerFilter, noFilter } from '../../app/ledger/filter.ts'
import { threadStates } from '../../app/ledger/rows.ts'
import { spanOf } from '../../app/timeline/span.ts'
import { credibilities, kinds, relations, reliabilities } from '../../app/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/store.ts'
import { ActorArticleFilters } from '../views/ActorArticleFilters.tsx'
import type { CaseBook } from '../views/caseBook.ts'
import { voiceChoices } from '../views/choices.ts'
import { PickFilter, SelectFilter, TextFilter } from '../views/ViewHead.tsx'
import { ledgerState, patchLedger } from './ledgerState.ts'

/** The filters that stand behind a button, so that the usual ones are seen at once. */
const rare = [
  'by',
  'label',
  'reliability',
  'credibility',
  'supports',
  'denials',
  'contradictions',
  'sources',
  'from',
  'to',
  'linkedOnly',
] as const satisfies readonly (keyof LedgerFilter)[]

export function LedgerFilters({ book, grouped }: { readonly book: CaseBook; readonly grouped: boolean }) {
  const { filter, grouping, allFilters } = useStore(ledgerState, (state) => state)
  const set = (part: Partial<LedgerFilter>) => patchLedger({ filter: { ...filter, ...part } })
  const id = useId()
  const rareSet = rare.filter((key) => filter[key] !== noFilter[key]).length
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
      <Button
        look="plain"
        aria-expanded={allFilters}
        aria-controls={allFilters ? id : undefined}
        onClick={() => patchLedger({ allFilters: !allFilters })}
      >
        More filters{rareSet === 0 || allFilters ? '' : ` (${rareSet} set)`}
        <Icon name={allFilters ? 'up' : 'down'} size={12} />
      </Button>
      {grouped ? (
        <span className="view-filters-end">
          <SelectFilter
            label="Group by"
            any="nothing"
            value={grouping === 'none' ? null : grouping}
            options={groupings.filter((one) => one !== 'none')}
            onChange={(one) => patchLedger({ grouping: one ?? 'none' })}
          />
        </span>
      ) : null}
      {allFilters ? <RareFilters id={id} book={book} filter={filter} onChange={set} /> : null}
    </>
  )
}

function RareFilters({
  id,
  book,
  filter,
  onChange,
}: {
  readonly id: string
  readonly book: CaseBook
  readonly filter: LedgerFilter
  readonly onChange: (part: Partial<LedgerFilter>) => void
}) {
  const labels = [...new Set(book.rows().flatMap((row) => [...row.labels]))].sort(compareWords)
  const amount = (
    label: string,
    key: 'supports' | 'denials' | 'contradictions' | 'sources',
    options = amounts as readonly Amount[],
  ) => (
    <SelectFilter
      label={label}
      value={filter[key]}
      options={options}
      onChange={(chosen) => onChange({ [key]: chosen })}
    />
  )
  return (
    <fieldset id={id} className="view-filters-more">
      <legend className="visually-hidden">More filters</legend>
      <PickFilter
        label="First by"
        value={filter.by}
        choices={() => voiceChoices(book)}
        onChange={(by) => onChange({ by })}
      />
      <DateFilter label="Since" edge="from" filter={filter} onChange={onChange} />
      <DateFilter label="Until" edge="to" filter={filter} onChange={onChange} />
      {amount('Supports', 'supports')}
      {amount('Denials', 'denials')}
      {amount('Contradictions', 'contradictions')}
      {/* Every statement stands in some source. */}
      {amount('Sources', 'sources', amounts.slice(1))}
      <SelectFilter
        label="Reliability"
        value={filter.reliability}
        options={reliabilities}
        onChange={(reliability) => onChange({ reliability })}
      />
      <SelectFilter
        label="Credibility"
        value={filter.credibility}
        options={credibilities}
        onChange={(credibility) => onChange({ credibility })}
      />
      {labels.length === 0 ? null : (
        <SelectFilter
          label="Label"
          value={filter.label}
          options={labels}
          onChange={(label) => onChange({ label })}
        />
      )}
      <label className="view-check">
        <input
          type="checkbox"
          checked={filter.linkedOnly}
          onChange={(event) => onChange({ linkedOnly: event.currentTarget.checked })}
        />
        Linked only
      </label>
    </fieldset>
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
