/** What the ledger, the timeline and the graph are made of: the records of a case, read only. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../model.ts'
import { spanOf } from '../timeline/span.ts'

export type CaseView = {
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>
  readonly links: Iterable<Link>
  /** Links that begin or end at the passage. */
  linksOf(id: AnnotationId): readonly Link[]
  /** Oldest first. */
  readonly threads: readonly ThreadRecord[]
  /** Null where the actor is not known. */
  actor(id: ActorId): Actor | null
  /** Null where the article is not at hand yet. */
  article(id: ArticleId): Article | null
  /** What counts as one source: an article, or a group of articles that print the same text. */
  sourceOf(id: ArticleId): string
}

/** What stands between the segments of a quote. */
const segmentJoint = ' … '

/** The tagged words on one line, segments joined by an ellipsis. */
export const quoteOf = (annotation: Annotation): string =>
  annotation.segments.map((segment) => segment.exact.replace(/\s+/g, ' ').trim()).join(segmentJoint)

/** What the passage says, shortly: what a claim is about, the title of an event, else the words. */
export function gistOf(annotation: Annotation): string {
  const given =
    annotation.kind === 'claim'
      ? annotation.fields.about
      : annotation.kind === 'event'
        ? annotation.fields.title
        : ''
  return given.trim() === '' ? quoteOf(annotation) : given.trim()
}

/** Who speaks; null for events and where nobody is named. */
export const speakerIdOf = (annotation: Annotation): ActorId | null =>
  annotation.kind === 'event' ? null : annotation.fields.speakerId

/** The speaker's name; empty where there is none. */
export function speakerOf(view: CaseView, annotation: Annotation): string {
  const id = speakerIdOf(annotation)
  return id === null ? '' : (view.actor(id)?.name ?? '')
}

/** The actors a passage names, each once. */
export function actorsIn(annotation: Annotation): readonly ActorId[] {
  if (annotation.kind === 'event') {
    const { participantIds } = annotation.fields
    return participantIds.length < 2 ? participantIds : [...new Set(participantIds)]
  }
  return annotation.fields.speakerId === null ? [] : [annotation.fields.speakerId]
}

const namedIn = new WeakMap<CaseView, ReadonlyMap<ActorId, readonly Annotation[]>>()

/** The passages that name each known actor; actors that nobody names are not in it. A view is indexed once. */
export function passagesByActor(view: CaseView): ReadonlyMap<ActorId, readonly Annotation[]> {
  const known = namedIn.get(view)
  if (known !== undefined) return known
  const index = new Map<ActorId, Annotation[]>()
  for (const annotation of view.annotations.values()) {
    for (const id of actorsIn(annotation)) {
      const list = index.get(id)
      if (list !== undefined) list.push(annotation)
      else if (view.actor(id) !== null) index.set(id, [annotation])
    }
  }
  namedIn.set(view, index)
  return index
}

/** The date of what is told: when it was said, or when it happened, in EDTF. */
export const dateOf = (annotation: Annotation): string | null =>
  annotation.kind === 'event' ? annotation.fields.when : annotation.fields.said

/** The date of what is told, else the day its article was published. */
export const dateOrPublished = (view: CaseView, annotation: Annotation): string | null =>
  dateOf(annotation) ?? view.article(annotation.articleId)?.published ?? null

/** The start of `dateOrPublished`, in milliseconds since 1970; the greatest number where there is none. */
export function startOf(view: CaseView, annotation: Annotation): number {
  const date = dateOrPublished(view, annotation)
  return (date === null ? null : spanOf(date)?.earliest) ?? Number.MAX_SAFE_INTEGER
}

const publishedAt = (article: Article | null): number =>
  (article?.published == null ? null : spanOf(article.published)?.earliest) ?? Number.MAX_SAFE_INTEGER

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Orders passages as one reads the case: articles by the day they were published, undated last,
 * then as they came in; in each, as the text goes. The moments of making would not do: many
 * passages share one, and their ids say nothing.
 */
export function compareInCase(view: CaseView, a: Annotation, b: Annotation): number {
  if (a.articleId === b.articleId) {
    return (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0) || compareText(a.id, b.id)
  }
  const [first, second] = [view.article(a.articleId), view.article(b.articleId)]
  return (
    publishedAt(first) - publishedAt(second) ||
    compareText(first?.importedAt ?? '', second?.importedAt ?? '') ||
    compareText(a.articleId, b.articleId)
  )
}

/** Orders words as a reader of English expects, the same on every machine. */
export const compareWords: (a: string, b: string) => number = new Intl.Collator('en', { numeric: true })
  .compare
