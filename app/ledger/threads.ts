/**
 * Threads: what links join. A thread is known by the record that names it, else by its
 * leading statement, which is its oldest claim (failing that event, failing that
 * denial): whatever is added to a thread, its key stays, and a view that shows it is
 * not thrown back. No name is ever lost: of several names in one thread the oldest is
 * the title and the others are kept beside it; names whose statements are all gone are
 * listed apart.
 */
import type { Annotation, Link } from '../model.ts'
import { inKindOrder, statementOf } from './statements.ts'
import type { ThreadRecord } from './threadRecord.ts'
import { UnionFind } from './unionFind.ts'

/** Annotations joined by links, or one that stands alone. */
export type Thread = {
  /** Id of the thread record that names it, else of its leading statement. */
  readonly key: string
  readonly title: string
  /** Whether the analyst wrote the title. */
  readonly named: boolean
  /** Titles of other records whose anchors stand in this thread, oldest first. */
  readonly otherTitles: readonly string[]
  readonly recordIds: readonly string[]
  readonly leadingId: string
  /** Oldest first. */
  readonly memberIds: readonly string[]
}

export type Threads = {
  /** By their oldest statement. */
  readonly threads: readonly Thread[]
  /** The place in `threads` of each annotation's thread. */
  readonly placeOf: ReadonlyMap<string, number>
  /** Records none of whose anchors is there any more. */
  readonly loose: readonly ThreadRecord[]
}

/** Joins annotations into threads. Links with an end that is not given join nothing. */
export function threadsOf(
  annotations: readonly Annotation[],
  links: readonly Link[],
  records: readonly ThreadRecord[],
): Threads {
  const ordered = [...annotations].sort(byAge)
  const places = new Map<string, number>()
  ordered.forEach((annotation, place) => {
    places.set(annotation.id, place)
  })
  const sets = new UnionFind(ordered.length)
  const cut = new Set<string>(records.flatMap((record) => record.cutLinkIds))
  for (const link of links) if (!cut.has(link.id)) join(sets, places.get(link.fromId), places.get(link.toId))
  for (const { anchorIds } of records) {
    const there = anchorIds.flatMap((id) => places.get(id) ?? [])
    for (const place of there) join(sets, there[0], place)
  }
  const members = new Map<number, Annotation[]>()
  ordered.forEach((annotation, place) => {
    const root = sets.find(place)
    const list = members.get(root)
    if (list === undefined) members.set(root, [annotation])
    else list.push(annotation)
  })
  const { byRoot, loose } = recordsByRoot(records, places, sets)
  const threads = [...members].map(([root, list]) => threadFrom(list, byRoot.get(root) ?? []))
  const placeOf = new Map<string, number>()
  threads.forEach((thread, place) => {
    for (const id of thread.memberIds) placeOf.set(id, place)
  })
  return { threads, placeOf, loose }
}

/** Older records first; those of one moment by id. */
export const byAge = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

function join(sets: UnionFind, a: number | undefined, b: number | undefined): void {
  if (a !== undefined && b !== undefined) sets.union(a, b)
}

function recordsByRoot(
  records: readonly ThreadRecord[],
  places: ReadonlyMap<string, number>,
  sets: UnionFind,
) {
  const byRoot = new Map<number, ThreadRecord[]>()
  const loose: ThreadRecord[] = []
  for (const record of [...records].sort(byAge)) {
    const anchor = record.anchorIds.flatMap((id) => places.get(id) ?? [])[0]
    if (anchor === undefined) loose.push(record)
    else {
      const root = sets.find(anchor)
      byRoot.set(root, [...(byRoot.get(root) ?? []), record])
    }
  }
  return { byRoot, loose }
}

function threadFrom(members: readonly Annotation[], records: readonly ThreadRecord[]): Thread {
  const leading = members.reduce((best, next) => (inKindOrder(next) < inKindOrder(best) ? next : best))
  const titled = records.flatMap((record) =>
    record.title === null ? [] : [{ id: record.id, title: record.title }],
  )
  const [first, ...others] = titled
  return {
    key: first?.id ?? leading.id,
    title: first?.title ?? statementOf(leading),
    named: first !== undefined,
    otherTitles: others.map(({ title }) => title),
    recordIds: records.map(({ id }) => id),
    leadingId: leading.id,
    memberIds: members.map(({ id }) => id),
  }
}
