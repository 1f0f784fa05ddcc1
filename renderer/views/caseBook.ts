/**
 * What the ledger, the timeline and the graph show, made from the records when it is
 * first asked for after a change, and kept until the next. One book for each record
 * store, so that going from view to view makes nothing twice.
 */

import { type Graph, makeGraph } from '../../app/graph/graph.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { CaseView } from '../../app/ledger/caseView.ts'
import { findOpenItems, type OpenItem } from '../../app/ledger/openItems.ts'
import { makeRows, type ThreadRow } from '../../app/ledger/rows.ts'
import { makeThreads, type Thread } from '../../app/ledger/threads.ts'
import { makeTimeline, type Timeline } from '../../app/timeline/lanes.ts'
import type { RecordStore } from '../records/recordStore.ts'

export type CaseBook = {
  readonly view: CaseView
  threads(): readonly Thread[]
  rows(): readonly ThreadRow[]
  rowOf(key: string): ThreadRow | null
  openItems(): readonly OpenItem[]
  timeline(): Timeline
  graph(): Graph
}

const books = new WeakMap<RecordStore, { version: number; book: CaseBook }>()

/** The book of the records as they are now; the same one until they change. */
export function caseBookOf(records: RecordStore): CaseBook {
  const known = books.get(records)
  const version = records.version()
  if (known?.version === version) return known.book
  const book = makeBook(records)
  books.set(records, { version, book })
  return book
}

/** Fetches the articles that have passages, as far as they are not here. */
export function fetchArticles(records: RecordStore): void {
  const ids = new Set<ArticleId>()
  for (const annotation of records.annotations().values()) ids.add(annotation.articleId)
  records.needArticles([...ids])
}

function makeBook(records: RecordStore): CaseBook {
  const view: CaseView = {
    annotations: records.annotations(),
    links: [...records.links().values()],
    threads: [...records.threads().values()].sort(byAge),
    actor: (id) => records.actor(id),
    article: (id) => records.article(id),
    sourceOf: (id) => id,
  }
  const threads = once(() => makeThreads(view))
  const rows = once(() => makeRows(view, threads()))
  const rowsByKey = once(() => new Map(rows().map((row) => [row.key, row])))
  return {
    view,
    threads,
    rows,
    rowOf: (key) => rowsByKey().get(key) ?? null,
    openItems: once(() => findOpenItems(view, threads())),
    timeline: once(() => makeTimeline(view, threads())),
    graph: once(() => makeGraph(view)),
  }
}

const byAge = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
