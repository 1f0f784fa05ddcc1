/**
 * What the ledger, the timeline and the graph show, made from the records when it is
 * first asked for after a change, and kept until the next. One book for each record
 * store, so that going from view to view makes nothing twice. Threads, rows and open
 * items follow the changes: what a change does not touch is not made again.
 */
import { byAge } from '../../app/byAge.ts'
import type { Change } from '../../app/changes.ts'
import { type Graph, makeGraph } from '../../app/graph/graph.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { CaseView } from '../../app/ledger/caseView.ts'
import { type OpenItem, openItemsOf, sortItems } from '../../app/ledger/openItems.ts'
import { makeRow, type ThreadRow } from '../../app/ledger/rows.ts'
import { createThreadIndex, type ThreadIndex } from '../../app/ledger/threadIndex.ts'
import type { Thread } from '../../app/ledger/threads.ts'
import { sourceRoot } from '../../app/revisions.ts'
import { makeTimeline, type Timeline } from '../../app/timeline/lanes.ts'
import type { RecordStore } from '../records/recordStore.ts'

export type CaseBook = {
  readonly view: CaseView
  threads(): readonly Thread[]
  rows(): readonly ThreadRow[]
  /** Null where no thread has the key. */
  rowOf(key: string): ThreadRow | null
  /** The row of the thread that the passage is in; null for a passage that is gone. */
  rowWith(id: AnnotationId): ThreadRow | null
  openItems(): readonly OpenItem[]
  /** Makes rows and open items beforehand as long as `goesOn`; false once all are made. */
  prepareSome(goesOn: () => boolean): boolean
  timeline(): Timeline
  graph(): Graph
}

/** What is carried on from book to book. */
type Kept = {
  readonly index: ThreadIndex
  /** The version of the records that the index shows. */
  version: number
  readonly rows: WeakMap<Thread, ThreadRow>
  readonly items: WeakMap<Thread, readonly OpenItem[]>
  timeline: Timeline | null
}

type Shelf = { version: number; book: CaseBook; kept: Kept | null }
const shelves = new WeakMap<RecordStore, Shelf>()

/** The book of the records as they are now; the same one until they change. */
export function caseBookOf(records: RecordStore): CaseBook {
  const version = records.version()
  const known = shelves.get(records)
  if (known?.version === version) return known.book
  const shelf: Shelf = {
    version,
    book: makeBook(records, () => keptOf(records, shelf)),
    kept: known?.kept ?? null,
  }
  shelves.set(records, shelf)
  return shelf.book
}

function makeBook(records: RecordStore, kept: () => Kept): CaseBook {
  const view = viewOf(records)
  const threads = once(() => kept().index.threads())
  const rowOf = (thread: Thread) => keep(kept().rows, thread, () => makeRow(view, thread))
  const itemsOf = (thread: Thread) => keep(kept().items, thread, () => openItemsOf(view, thread))
  let prepared = 0
  const rows = once(() => threads().map(rowOf))
  const rowsByKey = once(() => new Map(rows().map((row) => [row.key, row])))
  return {
    view,
    threads,
    rows,
    rowOf: (key) => rowsByKey().get(key) ?? null,
    rowWith(id) {
      const thread = kept().index.threadOf(id)
      return thread === null ? null : rowOf(thread)
    },
    openItems: once(() => sortItems(threads().flatMap(itemsOf))),
    prepareSome(goesOn) {
      for (; prepared < threads().length; prepared++) {
        const thread = threads()[prepared]
        if (!goesOn()) return true
        if (thread === undefined) break
        rowOf(thread)
        itemsOf(thread)
      }
      return false
    },
    timeline: once(() => {
      const at = kept()
      at.timeline = makeTimeline(view, at.timeline)
      return at.timeline
    }),
    graph: once(() => makeGraph(view)),
  }
}

function viewOf(records: RecordStore): CaseView {
  const article = (id: string) => records.article(id as ArticleId) // what is not found is null, so any text may be asked for
  return {
    annotations: records.annotations(),
    links: [...records.links().values()],
    linksOf: (id) => records.linksOf(id),
    threads: [...records.threads().values()].sort(byAge),
    actor: (id) => records.actor(id),
    article,
    sourceOf: (id) => sourceRoot(id, article),
  }
}

/** The threads and what was made of them, brought up to the records as they are. */
function keptOf(records: RecordStore, shelf: Shelf): Kept {
  const { kept } = shelf
  if (kept !== null && kept.version === shelf.version) return kept
  const changes = kept === null ? null : records.changesSince(kept.version)
  if (kept !== null && changes !== null && !changes.some((change) => reachesFar(records, change))) {
    kept.index.follow(shelf.book.view, changes)
    kept.version = shelf.version
    return kept
  }
  const index = createThreadIndex(shelf.book.view)
  shelf.kept = { index, version: shelf.version, rows: new WeakMap(), items: new WeakMap(), timeline: null }
  return shelf.kept
}

/** Whether a change shows in threads that it does not name: another name of an actor, another date of an article. */
function reachesFar(records: RecordStore, { type, id, before, after }: Change): boolean {
  if (type === 'actor') return before !== null
  if (type !== 'article') return false
  return before !== null || after === null || records.annotationsOf(id).length > 0
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function keep<K extends object, V extends object>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
