/** What stands on the timeline: when it happened, when it was said, when it was published. Pure. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import { actorsIn, type CaseView, compareInCase, dateOf, gistOf } from '../ledger/caseView.ts'
import type { Annotation, Article } from '../model.ts'
import type { Kind } from '../vocabulary.ts'
import { type Span, spanOf } from './span.ts'

export const lanes = ['happened', 'said', 'published'] as const
export type Lane = (typeof lanes)[number]

export type TimelineEntry = {
  readonly key: string
  readonly lane: Lane
  /** What it was made of. */
  readonly of: Annotation | Article
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
  /** What a search looks in, in lower case. */
  readonly words: string
}

/** What has a date, by its start; and how many passages have none. */
export type Timeline = { readonly entries: readonly TimelineEntry[]; readonly undated: number }

/**
 * The timeline of a case: every dated passage, and the articles that have passages. `former` is
 * one of the same case before; what is still as it was is taken over in its order.
 */
export function makeTimeline(view: CaseView, former: Timeline | null = null): Timeline {
  const current = new Map<string, Annotation | Article>(view.annotations)
  const articles = new Set<ArticleId>()
  for (const { articleId } of view.annotations.values()) articles.add(articleId)
  for (const id of articles) {
    const article = view.article(id)
    if (article !== null) current.set(id, article)
  }
  const entries = (former?.entries ?? []).filter((entry) => current.get(entry.key) === entry.of)
  for (const { key } of entries) current.delete(key)
  let undated = 0
  for (const record of current.values()) {
    const entry = 'kind' in record ? passageEntry(view, record) : articleEntry(record)
    if (entry !== null) entries.push(entry)
    else if ('kind' in record) undated += 1
  }
  const inCase = (a: TimelineEntry, b: TimelineEntry) =>
    'kind' in a.of && 'kind' in b.of ? compareInCase(view, a.of, b.of) : 0
  entries.sort((a, b) => byStart(a, b) || inCase(a, b))
  return { entries, undated }
}

function passageEntry(view: CaseView, annotation: Annotation): TimelineEntry | null {
  const date = dateOf(annotation)
  const span = date === null ? null : spanOf(date)
  if (date === null || span === null) return null
  let words: string | null = null
  return {
    key: annotation.id,
    of: annotation,
    lane: annotation.kind === 'event' ? 'happened' : 'said',
    annotationId: annotation.id,
    articleId: annotation.articleId,
    kind: annotation.kind,
    // Words are asked of the few entries that are seen.
    get label() {
      return gistOf(annotation)
    },
    get who() {
      return actorsIn(annotation)
        .flatMap((id) => view.actor(id)?.name ?? [])
        .join(', ')
    },
    date,
    span,
    get words() {
      words ??= `${this.label}\n${this.who}`.toLowerCase()
      return words
    },
  }
}

function articleEntry(article: Article): TimelineEntry | null {
  const span = article.published === null ? null : spanOf(article.published)
  if (article.published === null || span === null) return null
  return {
    key: article.id,
    of: article,
    lane: 'published',
    annotationId: null,
    articleId: article.id,
    kind: null,
    label: article.headline,
    who: article.publisher ?? '',
    date: article.published,
    span,
    words: `${article.headline}\n${article.publisher ?? ''}`.toLowerCase(),
  }
}

const byStart = (a: TimelineEntry, b: TimelineEntry) =>
  a.span.earliest - b.span.earliest || a.span.latest - b.span.latest

export type TimelineFilter = {
  readonly text: string
  readonly actorId: ActorId | null
  readonly articleId: ArticleId | null
  readonly threadKey: string | null
}
export const noTimelineFilter: TimelineFilter = { text: '', actorId: null, articleId: null, threadKey: null }

/**
 * The entries that the filter lets through, in their order. An article is there when one of its
 * passages is. `membersOf` tells the passages of a thread by its key.
 */
export function filterEntries(
  view: CaseView,
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
  membersOf: (threadKey: string) => readonly Annotation[],
): TimelineEntry[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const wanted = passagesOf(view, filter, membersOf)
  return entries.filter(
    (entry) =>
      (filter.articleId === null || entry.articleId === filter.articleId) &&
      (wanted === null || wanted.has(entry.annotationId ?? entry.articleId)) &&
      words.every((word) => entry.words.includes(word)),
  )
}

/** The passages of an actor and a thread with their articles; null where all are wanted. */
function passagesOf(
  view: CaseView,
  { actorId, threadKey }: TimelineFilter,
  membersOf: (threadKey: string) => readonly Annotation[],
): Set<string> | null {
  if (actorId === null && threadKey === null) return null
  const among = threadKey === null ? view.annotations.values() : membersOf(threadKey)
  const wanted = new Set<string>()
  for (const annotation of among) {
    if (actorId !== null && !actorsIn(annotation).includes(actorId)) continue
    wanted.add(annotation.id)
    wanted.add(annotation.articleId)
  }
  return wanted
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
