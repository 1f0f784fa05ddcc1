/** What stands on the timeline: when it happened, when it was said, when it was published. */
import type { Annotation, Article } from '../model.ts'
import type { Kind } from '../vocabulary.ts'
import { type Span, spanOf } from './span.ts'

export const lanes = ['happened', 'said', 'published'] as const
export type Lane = (typeof lanes)[number]

/** One mark on a lane. */
export type LaneItem = {
  readonly lane: Lane
  /** The annotation's id, or on the lane `published` the article's. */
  readonly id: string
  readonly articleId: string
  /** Null for an article. */
  readonly kind: Kind | null
  /** Actors whose filter shows it: the speaker, or the event's participants. */
  readonly actorIds: readonly string[]
  /** As the record has it, EDTF. */
  readonly date: string
  readonly span: Span
}

/** The marks of all lanes by when they begin, and what has no date that can be drawn. */
export type Lanes = {
  readonly items: readonly LaneItem[]
  /** Events without a date, by annotation id: they happened, but nobody knows when. */
  readonly undated: readonly string[]
}

/** Lays records on the lanes. A statement without a date of its own was said, as far as is known, when it was published. */
export function laneItems(annotations: readonly Annotation[], articles: readonly Article[]): Lanes {
  const byId = new Map<string, Article>(articles.map((article) => [article.id, article]))
  const items: LaneItem[] = []
  const undated: string[] = []
  for (const annotation of annotations) {
    const date = dateOf(annotation, byId.get(annotation.articleId) ?? null)
    const span = date === null ? null : spanOf(date)
    if (date === null || span === null) {
      if (annotation.kind === 'event') undated.push(annotation.id)
      continue
    }
    const lane = annotation.kind === 'event' ? 'happened' : 'said'
    const { id, articleId, kind } = annotation
    items.push({ lane, id, articleId, kind, actorIds: actorsOf(annotation), date, span })
  }
  for (const { id, published } of articles) {
    const span = published === null ? null : spanOf(published)
    if (published !== null && span !== null)
      items.push({ lane: 'published', id, articleId: id, kind: null, actorIds: [], date: published, span })
  }
  items.sort((a, b) => order(a.span.earliest, b.span.earliest) || order(a.span.latest, b.span.latest))
  return { items, undated }
}

const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)

function dateOf(annotation: Annotation, article: Article | null): string | null {
  return annotation.kind === 'event'
    ? annotation.fields.when
    : (annotation.fields.said ?? article?.published ?? null)
}

function actorsOf(annotation: Annotation): readonly string[] {
  if (annotation.kind === 'event') return annotation.fields.participantIds
  return annotation.fields.speakerId === null ? [] : [annotation.fields.speakerId]
}

/** The stretch from the first to the last bounded end; null where there is none. */
export function extentOf(items: readonly LaneItem[]): { from: number; to: number } | null {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const { span } of items) {
    for (const end of [span.earliest, span.latest]) {
      if (!Number.isFinite(end)) continue
      from = Math.min(from, end)
      to = Math.max(to, end)
    }
  }
  return from <= to ? { from, to } : null
}
