/**
 * What an analyst still has to look at, found in the records themselves: an item goes
 * when its cause does, or when the passage carries the label `settled`, which says
 * that it was looked at and stands as it is.
 */
import type { AnnotationId } from '../ids.ts'
import type { Annotation, Link } from '../model.ts'
import { needsReview } from '../revisions.ts'
import { type CaseView, speakerIdOf } from './caseView.ts'
import { makeThreads, type Thread } from './threads.ts'

/** The sorts of open item, in the order they are worked through. */
export const openItemSorts = [
  'contradiction',
  'link to re-check',
  'denial without its claim',
  'unanswered claim',
  'event with one source',
  'no speaker',
] as const
export type OpenItemSort = (typeof openItemSorts)[number]

/** The label that closes the open items of a passage. */
export const settledLabel = 'settled'

export type OpenItem = {
  readonly key: string
  readonly sort: OpenItemSort
  readonly annotationId: AnnotationId
  /** The other passage it is about; null where there is none. */
  readonly partnerId: AnnotationId | null
}

const isSettled = (annotation: Annotation) => annotation.labels.includes(settledLabel)

/** Whether its words are not in the newest text: it waits for review, or was left on an older revision. */
function isLeftBehind(view: CaseView, annotation: Annotation): boolean {
  const article = view.article(annotation.articleId)
  return annotation.detached || (article !== null && needsReview(annotation, article))
}

/** All open items, sort by sort, in each as the threads come. */
export function findOpenItems(view: CaseView, threads: readonly Thread[] = makeThreads(view)): OpenItem[] {
  return sortItems(threads.flatMap((thread) => openItemsOf(view, thread)))
}

/** The items of many threads sort by sort, in each in the order given. */
export function sortItems(items: readonly OpenItem[]): OpenItem[] {
  const bySort = Map.groupBy(items, (item) => item.sort)
  return openItemSorts.flatMap((sort) => bySort.get(sort) ?? [])
}

/** The open items of one thread. */
export function openItemsOf(view: CaseView, thread: Thread): OpenItem[] {
  const items: OpenItem[] = []
  lookAt(view, thread, (sort, annotation, partner = null) => {
    if (isSettled(annotation) || (partner !== null && isSettled(partner))) return
    const key = `${sort} ${annotation.id}${partner === null ? '' : ` ${partner.id}`}`
    items.push({ key, sort, annotationId: annotation.id, partnerId: partner?.id ?? null })
  })
  return items
}

type Add = (sort: OpenItemSort, annotation: Annotation, partner?: Annotation | null) => void

function lookAt(view: CaseView, { members, links }: Thread, add: Add): void {
  const byId = new Map(members.map((member) => [member.id, member]))
  const answered = new Set<AnnotationId>()
  const answers = new Set<AnnotationId>()
  for (const link of links) {
    const [from, to] = [byId.get(link.fromId), byId.get(link.toId)]
    if (from === undefined || to === undefined) continue
    markAnswers(link, answered, answers)
    if (link.relation === 'contradicts') add('contradiction', from, to)
    if (isLeftBehind(view, from)) add('link to re-check', from, to)
    else if (isLeftBehind(view, to)) add('link to re-check', to, from)
  }
  for (const member of members) {
    if (member.kind === 'claim' && !answered.has(member.id)) add('unanswered claim', member)
    if (member.kind === 'denial' && !answers.has(member.id)) add('denial without its claim', member)
    if (member.kind !== 'event' && speakerIdOf(member) === null) add('no speaker', member)
  }
  lookAtEvents(view, members, links, add)
}

/** A claim is answered by any link to it, and by a link from it that answers another; it is not by what it merely supports. */
function markAnswers(
  { fromId, toId, relation }: Link,
  answered: Set<AnnotationId>,
  answers: Set<AnnotationId>,
) {
  answered.add(toId)
  if (relation === 'denies' || relation === 'responds to') answers.add(fromId)
  if (relation === 'contradicts' || relation === 'same claim') answered.add(fromId)
}

function lookAtEvents(
  view: CaseView,
  members: readonly Annotation[],
  links: readonly Link[],
  add: Add,
): void {
  const events = members.filter((member) => member.kind === 'event')
  if (events.length === 0) return
  const told = new Map<AnnotationId, Set<string>>(
    events.map((event) => [event.id, new Set([view.sourceOf(event.articleId)])]),
  )
  // Accounts of one event share one set of sources.
  for (const { relation, fromId, toId } of links) {
    if (relation !== 'same event') continue
    const [a, b] = [told.get(fromId), told.get(toId)]
    if (a === undefined || b === undefined || a === b) continue
    for (const source of b) a.add(source)
    for (const [id, sources] of told) if (sources === b) told.set(id, a)
  }
  for (const event of events) if ((told.get(event.id)?.size ?? 0) < 2) add('event with one source', event)
}
