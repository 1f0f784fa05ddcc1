/** When it happened, was said and was published: one picture, and the same as a table. */
import { useCallback, useMemo, useRef } from 'react'
import {
  filterEntries,
  noTimelineFilter,
  type TimelineEntry,
  type TimelineFilter,
} from '../../app/timeline/lanes.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { counted } from '../frame/counted.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useStore } from '../ui/store.ts'
import { ActorArticleFilters } from '../views/ActorArticleFilters.tsx'
import { threadChoices } from '../views/choices.ts'
import { type Column, DataTable, tableRows } from '../views/DataTable.tsx'
import { pictureOf } from '../views/exportPicture.ts'
import { NothingTagged } from '../views/NothingTagged.tsx'
import { shortDate } from '../views/shortDate.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { PickFilter, TextFilter, useExports, ViewHead } from '../views/ViewHead.tsx'
import { useParts, useRecords } from '../workspace/context.ts'
import { TimelinePicture } from './TimelinePicture.tsx'
import { patchTimeline, timelineState } from './timelineState.ts'
import '../views/views.css'
import './timeline.css'

export function TimelineView() {
  const passages = useRecords((records) => records.annotations().size)
  return passages === 0 ? <NothingTagged where="on the timeline" /> : <Timeline />
}

function Timeline() {
  const parts = useParts()
  const book = useCaseBook()
  const { filter, chosenKey } = useStore(timelineState, (state) => state)
  const { entries: all, undated } = book.timeline()
  const entries = useMemo(
    () => filterEntries(book.view, all, filter, (key) => book.rowOf(key)?.thread.members ?? []),
    [book, all, filter],
  )
  const picture = useRef<SVGSVGElement>(null)
  const set = (part: Partial<TimelineFilter>) =>
    patchTimeline({ filter: { ...filter, ...part }, range: null })
  useExports(
    useMemo(
      () => ({
        name: 'Timeline',
        table: () => tableRows(columns, entries),
        picture: () => pictureOf(picture.current),
      }),
      [entries],
    ),
  )
  const open = useCallback(
    (entry: TimelineEntry) => {
      patchTimeline({ chosenKey: entry.key })
      if (entry.annotationId === null) openArticle(parts, entry.articleId)
      else goToPassage(parts, entry.annotationId)
    },
    [parts],
  )
  const clear = () => patchTimeline({ filter: noTimelineFilter, range: null })
  const lines = useMemo(() => entries.map((row) => ({ key: row.key, row })), [entries])
  return (
    <section className="view timeline" aria-label="Timeline">
      <ViewHead
        title="Timeline"
        hasPicture
        clear={filter === noTimelineFilter ? null : clear}
        status={
          <>
            {entries.length === all.length
              ? counted(all.length, 'date')
              : `${entries.length.toLocaleString('en')} of ${counted(all.length, 'date')}`}
            {undated === 0 ? '' : ` · ${counted(undated, 'passage')} undated`}
          </>
        }
      >
        <TextFilter label="Filter by words" value={filter.text} onChange={(text) => set({ text })} />
        <PickFilter
          label="Thread"
          value={filter.threadKey === null ? null : (book.rowOf(filter.threadKey)?.title ?? 'gone')}
          choices={() => threadChoices(book)}
          onChange={(threadKey) => set({ threadKey })}
        />
        <ActorArticleFilters book={book} filter={filter} onChange={set} />
      </ViewHead>
      {entries.length === 0 ? (
        <EmptyState
          title={all.length === 0 ? 'Nothing has a date yet' : 'Nothing is like that'}
          actions={all.length === 0 ? undefined : <Button onClick={clear}>Clear filters</Button>}
        >
          {all.length === 0
            ? 'Give an event its date, a claim the day it was said, or an article the day it was published: open its card and fill in the field.'
            : `The filters let none of the ${counted(all.length, 'date')} through.`}
        </EmptyState>
      ) : (
        <div className="view-split picture-split">
          <TimelinePicture entries={entries} picture={picture} onOpen={open} />
          <DataTable
            label="Dates"
            columns={columns}
            lines={lines}
            chosenKey={chosenKey}
            besidePicture
            onChoose={(key) => patchTimeline({ chosenKey: key })}
            onOpen={open}
            rowHeight={40}
          />
        </div>
      )}
    </section>
  )
}

const laneNames = { happened: 'happened', said: 'said', published: 'published' } as const

const columns: readonly Column<TimelineEntry>[] = [
  {
    key: 'date',
    title: 'Date',
    track: 'minmax(110px, 0.9fr)',
    text: (entry) => entry.date,
    render: (entry) => <span className="two-lines">{shortDate(entry.date)}</span>,
  },
  {
    key: 'lane',
    title: 'What',
    track: '92px',
    text: (entry) => laneNames[entry.lane],
    render: (entry) => laneNames[entry.lane],
  },
  {
    key: 'label',
    title: 'Passage or article',
    track: 'minmax(160px, 2fr)',
    text: (entry) => entry.label,
    render: (entry) => (
      <span className="statement">
        {entry.kind === null ? null : <KindMark kind={entry.kind} />}
        <span className="two-lines" dir="auto" title={entry.label}>
          {entry.label}
        </span>
      </span>
    ),
  },
  {
    key: 'who',
    title: 'By',
    track: 'minmax(90px, 1fr)',
    text: (entry) => entry.who,
    render: (entry) => (
      <span className="two-lines" dir="auto" title={entry.who}>
        {entry.who}
      </span>
    ),
  },
]
