/** The actors: who speaks and acts, under which names, and where. */
import { useMemo } from 'react'
import { type ActorRow, actorOrders, makeActorRows, sortActors } from '../../app/ledger/actorRows.ts'
import { noFilter } from '../../app/ledger/filter.ts'
import { sortedBy } from '../../app/ledger/order.ts'
import type { Actor } from '../../app/model.ts'
import type { Kind } from '../../app/vocabulary.ts'
import { counted } from '../frame/counted.ts'
import { attempt } from '../margin/passageActions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { fold } from '../ui/matching.ts'
import { useStore } from '../ui/store.ts'
import { actorChoices } from '../views/choices.ts'
import { type Column, DataTable, tableRows } from '../views/DataTable.tsx'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useChosenLine } from '../views/useChosenLine.ts'
import { TextFilter, useExports, ViewHead } from '../views/ViewHead.tsx'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import { LedgerTabs } from './LedgerTabs.tsx'
import { ledgerState, patchLedger } from './ledgerState.ts'
import { MemberButton } from './MemberButton.tsx'

export function ActorsTab() {
  const parts = useParts()
  const { records, workspace } = parts
  const book = useCaseBook()
  const { actorId, actorSorting, actorText } = useStore(ledgerState, (state) => state)
  const all = useMemo(() => makeActorRows(book.view, records.actors()), [book, records])
  const rows = useMemo(() => {
    const wanted = fold(actorText.trim())
    const found = all.filter(({ actor }) => fold([actor.name, ...actor.aliases].join('\n')).includes(wanted))
    return sortActors(found, actorSorting)
  }, [all, actorText, actorSorting])
  useExports(
    useMemo(() => ({ name: 'Actors', table: () => tableRows(columns, rows), picture: null }), [rows]),
  )
  const lines = useMemo(() => rows.map((row) => ({ key: row.actor.id, row })), [rows])
  const { key: chosenKey, row: chosen } = useChosenLine(lines, actorId)
  const clear = () => patchLedger({ actorText: '' })
  const edit = (row: ActorRow) => workspace.patch({ dialog: { dialog: 'editActor', actorId: row.actor.id } })
  const split = (row: ActorRow) =>
    workspace.patch({ dialog: { dialog: 'splitActor', actorId: row.actor.id } })
  return (
    <section className="view ledger" aria-label="Actors">
      <ViewHead
        title="Actors"
        hasPicture={false}
        clear={actorText === '' ? null : clear}
        tabs={<LedgerTabs counts={{ threads: book.rows().length, open: book.openItems().length }} />}
        status={
          rows.length === all.length
            ? counted(all.length, 'actor')
            : `${rows.length} of ${counted(all.length, 'actor')}`
        }
      >
        <TextFilter
          label="Filter by name or alias"
          value={actorText}
          onChange={(text) => patchLedger({ actorText: text })}
        />
      </ViewHead>
      {rows.length === 0 ? (
        <EmptyState
          title={all.length === 0 ? 'Nobody has spoken yet' : 'Nobody is called so'}
          actions={all.length === 0 ? undefined : <Button onClick={clear}>Clear filters</Button>}
        >
          {all.length === 0
            ? 'Name the speaker of a claim or denial, or who took part in an event, and they stand here.'
            : 'No name or alias has these letters.'}
        </EmptyState>
      ) : (
        <div className="view-split">
          <DataTable
            label="Actors"
            columns={columns}
            lines={lines}
            chosenKey={chosenKey}
            onChoose={(_, row) => patchLedger({ actorId: row.actor.id })}
            onOpen={edit}
            onKey={(key, row) => {
              if (key === 'm') mergeActor(parts, row.actor)
              else if (key === 's') split(row)
              else if (key === 't') showThreads(row)
              else if (key === 'F2') edit(row)
              else return false
              return true
            }}
            sorting={{
              orders: actorOrders,
              now: actorSorting,
              onSort: (key) => patchLedger({ actorSorting: sortedBy(actorSorting, actorOrders, key) }),
            }}
            takesFocus
          />
          {chosen === null ? null : (
            <ActorPane
              key={chosen.actor.id}
              row={chosen}
              onEdit={() => edit(chosen)}
              onSplit={() => split(chosen)}
              onThreads={() => showThreads(chosen)}
            />
          )}
        </div>
      )}
    </section>
  )
}

/** A number; nothing where there is none, so that the others are seen. */
const number = (key: string, title: string, of: (row: ActorRow) => number): Column<ActorRow> => ({
  key,
  title,
  track: '90px',
  numeric: true,
  text: of,
  render: (row) => (of(row) === 0 ? <span className="nothing">–</span> : of(row).toLocaleString('en')),
})
const ofKind = (kind: Kind) => (row: ActorRow) => row.counts[kind]

const columns: readonly Column<ActorRow>[] = [
  {
    key: 'name',
    title: 'Name',
    track: 'minmax(160px, 1.6fr)',
    text: (row) => row.actor.name,
    render: (row) => (
      <span className="two-lines" dir="auto">
        <b>{row.actor.name}</b>
      </span>
    ),
  },
  {
    key: 'type',
    title: 'Type',
    track: '96px',
    text: (row) => row.actor.type ?? '',
    render: (row) => row.actor.type ?? <span className="nothing">–</span>,
  },
  {
    key: 'aliases',
    title: 'Also called',
    track: 'minmax(140px, 2fr)',
    text: (row) => row.actor.aliases.join('; '),
    render: (row) =>
      row.actor.aliases.length === 0 ? (
        <span className="nothing">–</span>
      ) : (
        <span className="two-lines" dir="auto">
          {row.actor.aliases.join(', ')}
        </span>
      ),
  },
  number('claims', 'Claims', ofKind('claim')),
  number('denials', 'Denials', ofKind('denial')),
  number('events', 'Events', ofKind('event')),
  number('passages', 'Passages', (row) => row.passages.length),
  number('articles', 'Articles', (row) => row.articles),
]

const firstShown = 60

function ActorPane({
  row,
  onEdit,
  onSplit,
  onThreads,
}: {
  readonly row: ActorRow
  readonly onEdit: () => void
  readonly onSplit: () => void
  readonly onThreads: () => void
}) {
  const parts = useParts()
  const printing = useWorkspace((state) => state.printing)
  if (printing) return null
  return (
    <aside className="view-pane" aria-label="The chosen actor">
      <div className="pane-head">
        <h3 dir="auto">{row.actor.name}</h3>
        {row.actor.note === '' ? null : <p dir="auto">{row.actor.note}</p>}
        <p className="pane-facts">Speaks or acts in {counted(row.passages.length, 'passage')}</p>
        <div className="pane-actions">
          <Button onClick={onEdit}>
            Edit … <kbd>F2</kbd>
          </Button>
          <Button onClick={() => mergeActor(parts, row.actor)}>
            Merge … <kbd>M</kbd>
          </Button>
          <Button
            onClick={onSplit}
            unavailable={row.passages.length === 0 ? 'No passage names this actor.' : null}
          >
            Split … <kbd>S</kbd>
          </Button>
          <Button
            onClick={onThreads}
            unavailable={row.passages.length === 0 ? 'No passage names this actor.' : null}
          >
            Threads <kbd>T</kbd>
          </Button>
        </div>
      </div>
      <ol className="pane-list">
        {row.passages.slice(0, firstShown).map((passage) => (
          <li key={passage.id}>
            <MemberButton annotation={passage} role={passage.kind} />
          </li>
        ))}
      </ol>
      {row.passages.length > firstShown ? (
        <p className="pane-facts">
          The first {firstShown} of {row.passages.length}; <kbd>T</kbd> shows the threads of all.
        </p>
      ) : null}
    </aside>
  )
}

/** Shows the threads in which the actor speaks or acts. */
const showThreads = ({ actor }: ActorRow): void =>
  patchLedger({ tab: 'threads', filter: { ...noFilter, actorId: actor.id }, threadKey: null })

/** Asks which actor this one is, and makes the two one. */
function mergeActor(parts: Parts, actor: Actor): void {
  const { client, records, workspace } = parts
  workspace.patch({
    dialog: {
      dialog: 'choose',
      chooser: {
        title: `${actor.name} is the same as …`,
        label: 'The actor whose name is kept',
        choices: () => actorChoices(records).filter((choice) => choice.key !== actor.id),
        onChoose(key) {
          const into = records.actors().find((other) => other.id === key)
          if (into === undefined) return
          void attempt(parts, () => client.call('actor.merge', { from: actor.id, into: into.id })).then(
            (done) => {
              if (!done) return
              patchLedger({ actorId: into.id })
              workspace.notify('done', `${actor.name} is ${into.name} now; the name is kept as an alias.`)
            },
          )
        },
      },
    },
  })
}
