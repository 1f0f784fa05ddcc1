/**
 * Threads: annotations joined by links, and by what the analyst settled by hand.
 *
 * Two annotations are in one thread when a chain of links joins them (disjoint sets,
 * Galler and Fischer 1964). `follows` does not join: it orders events that are not one,
 * and would make one thread of a whole case. A record of the analyst holds its members together, and
 * where it sets them apart, no link between a member and anything else joins; of two records that
 * say otherwise the later one holds. A title
 * goes with the record's members: when threads merge, the oldest title leads and the
 * others are kept beside it; when one splits, the title stays where the members are.
 */
import type { AnnotationId } from '../ids.ts'
import type { Annotation, Link, ThreadRecord } from '../model.ts'
import { spanOf } from '../timeline/span.ts'
import { type CaseView, compareInCase, dateOf, gistOf, startOf } from './caseView.ts'

export type Thread = {
  /** The oldest record's id, else the leading statement's: the same as long as these are. */
  readonly key: string
  /** The statement that the others turn on. */
  readonly leadId: AnnotationId
  readonly title: string
  /** Other titles the analyst gave to parts of it, oldest first. */
  readonly otherTitles: readonly string[]
  /** The lead first, then by date, undated last. */
  readonly members: readonly Annotation[]
  /** The member that comes first in the case; threads are listed by it. */
  readonly first: Annotation
  /** The links within it, as their passages come in the case. */
  readonly links: readonly Link[]
  /** What the analyst settled about it, oldest first. */
  readonly records: readonly ThreadRecord[]
}

/**
 * The threads in the order of the case; an annotation without links is one by itself. `some`:
 * only the threads of these passages, none of which is in a thread with a passage left out.
 */
export function makeThreads(view: CaseView, some: ReadonlySet<AnnotationId> | null = null): Thread[] {
  const whole = some === null
  const annotations = whole
    ? view.annotations.values()
    : [...some].flatMap((id) => view.annotations.get(id) ?? [])
  const links = whole ? view.links : linksAmong(view, some)
  const sets = makeSets(view, links, (id) => (whole ? view.annotations.has(id) : some.has(id)))
  const parts = new Map<AnnotationId, Parts>()
  for (const annotation of annotations) {
    const root = sets.find(annotation.id)
    const part = parts.get(root)
    if (part === undefined) parts.set(root, { members: [annotation], links: [], records: [] })
    else part.members.push(annotation)
  }
  for (const link of links) {
    const root = sets.find(link.fromId)
    if (root === sets.find(link.toId)) parts.get(root)?.links.push(link)
  }
  for (const record of view.threads) {
    const member = record.memberIds.find((id) => view.annotations.has(id))
    if (member !== undefined) parts.get(sets.find(member))?.records.push(record)
  }
  return [...parts.values()]
    .map((part) => finish(view, part))
    .sort((a, b) => compareInCase(view, a.first, b.first))
}

type Parts = { members: Annotation[]; links: Link[]; records: ThreadRecord[] }

function linksAmong(view: CaseView, some: ReadonlySet<AnnotationId>): Set<Link> {
  const links = new Set<Link>()
  for (const id of some) {
    for (const link of view.linksOf(id)) if (some.has(link.fromId) && some.has(link.toId)) links.add(link)
  }
  return links
}

/** What of a link joins: its note and its own id do not. */
export type Joint = Pick<Link, 'fromId' | 'toId' | 'relation'>

/** How many threads so many annotations are, with these links among them; nothing but ids is looked at. */
export function countThreads(
  annotations: number,
  links: Iterable<Joint>,
  threads: readonly ThreadRecord[],
  isHere: (id: AnnotationId) => boolean,
): number {
  return annotations - makeSets({ threads }, links, isHere).joined()
}

type Sets = {
  find(id: AnnotationId): AnnotationId
  join(a: AnnotationId, b: AnnotationId): void
  /** How often two sets have become one. */
  joined(): number
}

function makeSets(
  view: Pick<CaseView, 'threads'>,
  links: Iterable<Joint>,
  isHere: (id: AnnotationId) => boolean,
): Sets {
  let joined = 0
  const parents = new Map<AnnotationId, AnnotationId>()
  const find = (id: AnnotationId): AnnotationId => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    let at = id
    while (at !== root) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  const join = (a: AnnotationId, b: AnnotationId) => {
    const [from, to] = [find(a), find(b)]
    if (from === to) return
    parents.set(from, to)
    joined++
  }
  /** The place of the record that sets a passage apart. */
  const apart = new Map<AnnotationId, number>()
  view.threads.forEach((record, place) => {
    if (record.apart) for (const id of record.memberIds) apart.set(id, place)
  })
  view.threads.forEach((record, place) => {
    const firsts = new Map<number, AnnotationId>()
    for (const id of record.memberIds) {
      if (!isHere(id)) continue
      // What is set apart leaves what held it before; what holds it since then was decided later.
      const side = Math.max(place, apart.get(id) ?? 0)
      const first = firsts.get(side)
      if (first === undefined) firsts.set(side, id)
      else join(first, id)
    }
  })
  for (const link of links) {
    if (link.relation !== 'follows' && apart.get(link.fromId) === apart.get(link.toId))
      join(link.fromId, link.toId)
  }
  return { find, join, joined: () => joined }
}

function finish(view: CaseView, part: Parts): Thread {
  const { records } = part
  const members = part.members.sort((a, b) => compareInCase(view, a, b))
  const links = part.links.length < 2 ? part.links : inOrderOf(members, part.links)
  const [first] = members
  if (first === undefined) throw new Error('A thread has at least one member.')
  const lead = leadOf(view, members, links)
  const titles = [...new Set(records.map((record) => record.title).filter((title) => title !== ''))]
  const rest = members.length === 1 ? [] : members.filter((member) => member !== lead)
  return {
    key: records[0]?.id ?? lead.id,
    leadId: lead.id,
    title: titles[0] ?? gistOf(lead),
    otherTitles: titles.slice(1),
    members: [lead, ...byDate(view, rest)],
    first,
    links,
    records,
  }
}

function inOrderOf(members: readonly Annotation[], links: readonly Link[]): Link[] {
  const places = new Map(members.map((member, place) => [member.id, place]))
  const place = (id: AnnotationId) => places.get(id) ?? members.length
  return links.toSorted(
    (a, b) =>
      place(a.fromId) - place(b.fromId) ||
      place(a.toId) - place(b.toId) ||
      (a.relation < b.relation ? -1 : 1),
  )
}

const kindRank = { claim: 0, event: 1, denial: 2 } as const

/** The claim that most is said about, else the event dated best, else the denial; of equals the first in the order given. */
function leadOf(view: CaseView, members: readonly Annotation[], links: readonly Link[]): Annotation {
  const [first, ...rest] = members
  if (first === undefined) throw new Error('A thread has at least one member.')
  if (rest.length === 0) return first
  const weight = new Map<AnnotationId, number>()
  const add = (id: AnnotationId, by: number) => weight.set(id, (weight.get(id) ?? 0) + by)
  for (const { fromId, toId, relation } of links) {
    add(toId, relation === 'denies' || relation === 'contradicts' ? 3 : 2)
    if (relation === 'contradicts') add(fromId, 3)
    else if (relation === 'same claim' || relation === 'same event') add(fromId, 2)
  }
  const better = (a: Annotation, b: Annotation) =>
    kindRank[a.kind] - kindRank[b.kind] ||
    (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) ||
    (a.kind === 'event' ? lengthOf(a) - lengthOf(b) : 0) ||
    startOf(view, a) - startOf(view, b)
  return rest.reduce((best, member) => (better(member, best) < 0 ? member : best), first)
}

/** How much time the date of an event leaves open: the less, the better it is dated. */
export function lengthOf(annotation: Annotation): number {
  const date = dateOf(annotation)
  const span = date === null ? null : spanOf(date)
  return span === null ? Number.MAX_SAFE_INTEGER : span.latest - span.earliest
}

function byDate(view: CaseView, members: readonly Annotation[]): Annotation[] {
  if (members.length < 2) return [...members]
  return members
    .map((member) => ({ member, start: startOf(view, member) }))
    .sort((a, b) => a.start - b.start)
    .map(({ member }) => member)
}
