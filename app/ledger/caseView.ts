/** What the ledger, the timeline and the graph are made of: the records of a case, read only. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../model.ts'

export type CaseView = {
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>
  readonly links: Iterable<Link>
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
  if (annotation.kind === 'event') return [...new Set(annotation.fields.participantIds)]
  return annotation.fields.speakerId === null ? [] : [annotation.fields.speakerId]
}

/** The date of what is told: when it was said, or when it happened, in EDTF. */
export const dateOf = (annotation: Annotation): string | null =>
  annotation.kind === 'event' ? annotation.fields.when : annotation.fields.said

/** The date of what is told, else the day its article was published. */
export const dateOrPublished = (view: CaseView, annotation: Annotation): string | null =>
  dateOf(annotation) ?? view.article(annotation.articleId)?.published ?? null

/** Orders words as a reader of English expects, the same on every machine. */
export const compareWords: (a: string, b: string) => number = new Intl.Collator('en', { numeric: true })
  .compare
