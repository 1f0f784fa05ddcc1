/** What stands on the timeline: when it happened, when it was said, when it was published. Pure. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import { actorsIn, type CaseView, dateOf, gistOf, speakerOf } from '../ledger/caseView.ts'
import type { Thread } from '../ledger/threads.ts'
import type { Article } from '../model.ts'
import type { Kind } from '../vocabulary.ts'
import { type Span, spanOf } from './span.ts'

export const lanes = ['happened', 'said', 'published'] as const
export type Lane = (typeof lanes)[number]

export type TimelineEntry = {
  readonly key: string
  readonly lane: Lane
  /** Null for an article. */
  readonly annotationId: AnnotationId | null
  readonly articleId: ArticleId
  readonly kind: Kind | null
  readonly label: string
  /** Who speaks or takes part, or the publisher; may be empty. */
  readonly who: string
  /** The date as written, EDTF. */
  readonly date: string
  readonly span: Span
  readonly actorIds: readonly ActorId[]
  /** Keys of the threads it belongs to. */
  readonly threadKeys: readonly string[]
}

/** What has a date, by its start; and how many passages have none. */
export type Timeline = { readonly entries: readonly TimelineEntry[]; readonly undated: number }

/** The timeline of a case: every dated passage, and the articles that have passages. */
export function makeTimeline(view: CaseView, threads: readonly Thread[]): Timeline {
  const threadOf = new Map<AnnotationId, string>()
  for (const thread of threads) for (const { id } of thread.members) threadOf.set(id, thread.key)
  const entries: TimelineEntry[] = []
  const articles = new Map<ArticleId, { actors: Set<ActorId>; threads: Set<string> }>()
  let undated = 0
  for (const annotation of view.annotations.values()) {
    const actorIds = actorsIn(annotation)
    const threadKey = threadOf.get(annotation.id) ?? ''
    const article = articles.get(annotation.articleId) ?? { actors: new Set(), threads: new Set() }
    articles.set(annotation.articleId, article)
    for (const id of actorIds) article.actors.add(id)
    article.threads.add(threadKey)
    const date = dateOf(annotation)
    const span = date === null ? null : spanOf(date)
    if (date === null || span === null) {
      undated += 1
      continue
    }
    entries.push({
      key: annotation.id,
      lane: annotation.kind === 'event' ? 'happened' : 'said',
      annotationId: annotation.id,
      articleId: annotation.articleId,
      kind: annotation.kind,
      label: gistOf(annotation),
      who:
        annotation.kind === 'event'
          ? actorIds.flatMap((id) => view.actor(id)?.name ?? []).join(', ')
          : speakerOf(view, annotation),
      date,
      span,
      actorIds,
      threadKeys: [threadKey],
    })
  }
  for (const [id, { actors, threads: keys }] of articles) {
    const article = view.article(id)
    const entry = article === null ? null : articleEntry(article, [...actors], [...keys])
    if (entry !== null) entries.push(entry)
  }
  entries.sort(byStart)
  return { entries, undated }
}

function articleEntry(article: Article, actorIds: ActorId[], threadKeys: string[]): TimelineEntry | null {
  const span = article.published === null ? null : spanOf(article.published)
  if (article.published === null || span === null) return null
  return {
    key: article.id,
    lane: 'published',
    annotationId: null,
    articleId: article.id,
    kind: null,
    label: article.headline,
    who: article.publisher ?? '',
    date: article.published,
    span,
    actorIds,
    threadKeys,
  }
}

const byStart = (a: TimelineEntry, b: TimelineEntry) =>
  a.span.earliest - b.span.earliest || a.span.latest - b.span.latest || (a.key < b.key ? -1 : 1)

export type TimelineFilter = {
  readonly text: string
  readonly actorId: ActorId | null
  readonly articleId: ArticleId | null
  readonly threadKey: string | null
}
export const noTimelineFilter: TimelineFilter = { text: '', actorId: null, articleId: null, threadKey: null }

/** The entries that the filter lets through, in their order. */
export function filterEntries(entries: readonly TimelineEntry[], filter: TimelineFilter): TimelineEntry[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return entries.filter(
    (entry) =>
      (filter.actorId === null || entry.actorIds.includes(filter.actorId)) &&
      (filter.articleId === null || entry.articleId === filter.articleId) &&
      (filter.threadKey === null || entry.threadKeys.includes(filter.threadKey)) &&
      words.every((word) => `${entry.label}\n${entry.who}`.toLowerCase().includes(word)),
  )
}

/** From the first start to the last end, with a little room; null when there is nothing. */
export function extentOf(
  entries: readonly TimelineEntry[],
): { readonly from: number; readonly to: number } | null {
  if (entries.length === 0) return null
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { span } of entries) {
    if (span.earliest < from) from = span.earliest
    if (span.latest > to) to = span.latest
  }
  const room = Math.max((to - from) * 0.04, 3_600_000)
  return { from: from - room, to: to + room }
}
