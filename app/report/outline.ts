/**
 * The report before it has a format: every passage with its reference (C1, D2,
 * E3 …), what it is linked to, its threads, and the summary of claims with their
 * answers. Both renderers draw from this one value, so that they cannot tell different
 * stories. A passage that is not reported on has no reference, and none leads to it.
 */

import type { AnnotationId } from '../ids.ts'
import type { Thread } from '../ledger/threads.ts'
import type { Annotation, Article, Claim, Denial, EventAnnotation, Link } from '../model.ts'
import { pagesOf } from '../pages.ts'
import type { ArticleContent } from '../results.ts'
import { sourceGroups } from '../revisions.ts'
import { inverseLabels, type Kind, kinds, type Relation } from '../vocabulary.ts'
import type { ReportModel } from './reportModel.ts'

export type Passage<A extends Annotation = Annotation> = {
  readonly annotation: A
  /** `C1`; null where the passage is not reported on, though its article may be. */
  readonly ref: string | null
  readonly article: Article
  /** `p. 3`, `pp. 3–4`; null where the source has no pages, or its article is not in the report. */
  readonly pages: string | null
}

/** A link seen from one of its ends. */
export type Connection = {
  readonly link: Link
  readonly relation: Relation
  /** Whether the passage it is seen from is the link's `from`. */
  readonly outgoing: boolean
  /** How the relation reads from this end: `denied by`. */
  readonly label: string
  readonly other: Passage
}

export type Section = {
  /** Running number from 1. */
  readonly number: number
  readonly content: ArticleContent
  /** In text order. */
  readonly passages: readonly Passage[]
}

/** A claim and what the other passages say to it. */
export type ClaimEntry = {
  readonly claim: Passage<Claim>
  readonly answers: readonly Connection[]
  /** Whether anybody speaks against it or to it: here, or only where the same claim stands. Support is no answer. */
  readonly answered: 'here' | 'elsewhere' | 'nowhere'
  /** All that the same claim joins, itself first, whether reported on or not. */
  readonly standsIn: readonly Passage[]
}
/** The passages that tell of one event: those joined by `same event`, whether reported on or not. */
export type EventEntry = { readonly accounts: readonly Passage<EventAnnotation>[] }

/** A thread with its passages, the leading statement first where it is reported on. */
export type ThreadEntry = {
  readonly thread: Thread
  readonly passages: readonly Passage[]
  /** How many of its passages are not reported on. */
  readonly left: number
}

export type Outline = Pick<ReportModel, 'ofThreads' | 'wholeText' | 'inCase'> & {
  readonly sections: readonly Section[]
  /** The threads of all passages reported on. */
  readonly threads: readonly ThreadEntry[]
  readonly counts: { readonly [K in Kind]: number }
  /** Links of passages reported on. */
  readonly links: number
  /** How many of the articles are independent sources: a story and its reprints are one. */
  readonly sources: number
  readonly claims: readonly ClaimEntry[]
  readonly orphanDenials: readonly Passage<Denial>[]
  readonly events: readonly EventEntry[]
  /** The links of a passage, in the order of the model. */
  readonly connectionsOf: (annotationId: string) => readonly Connection[]
  readonly actorName: (id: string) => string | null
  /** The headline of an article the report knows of. */
  readonly articleName: (id: string) => string | null
}

const letters = { claim: 'C', denial: 'D', event: 'E' } as const satisfies Record<Kind, string>

/** Lays the report out. Links or annotations whose other half the model lacks are left out. */
export function outlineOf(model: ReportModel): Outline {
  const actors = new Map<string, string>(model.actors.map((actor) => [actor.id, actor.name]))
  const sections = sectionsOf(model)
  const headlines = new Map<string, string>(
    [...model.articles.map(({ article }) => article), ...model.otherArticles].map(({ id, headline }) => [
      id,
      headline,
    ]),
  )
  const passages = passagesOf(model, sections)
  const connections = connectionsBetween(model.links, passages)
  const connectionsOf = (id: string) => connections.get(id) ?? []
  const inReport = sections.flatMap((section) => section.passages)
  const isReported = (id: AnnotationId) => (passages.get(id)?.ref ?? null) !== null
  const counts = { claim: 0, denial: 0, event: 0 }
  for (const passage of inReport) counts[passage.annotation.kind] += 1
  return {
    sections,
    ofThreads: model.ofThreads,
    wholeText: model.wholeText,
    inCase: model.inCase,
    threads: model.threads.map((thread) => threadEntry(thread, passages)),
    counts,
    links: model.links.filter(({ fromId, toId }) => isReported(fromId) || isReported(toId)).length,
    sources: sourceGroups(model.articles.map(({ article }) => article)).length,
    claims: claimsOf(inReport, connectionsOf),
    orphanDenials: inReport
      .filter(isDenial)
      .filter((denial) => !connectionsOf(denial.annotation.id).some(isDenying)),
    events: eventsOf(inReport.filter(isEvent), connectionsOf),
    connectionsOf,
    actorName: (id) => actors.get(id) ?? null,
    articleName: (id) => headlines.get(id) ?? null,
  }
}

const isClaim = (passage: Passage): passage is Passage<Claim> => passage.annotation.kind === 'claim'
const isDenial = (passage: Passage): passage is Passage<Denial> => passage.annotation.kind === 'denial'
const isEvent = (passage: Passage): passage is Passage<EventAnnotation> => passage.annotation.kind === 'event'
const isDenying = (connection: Connection) => connection.relation === 'denies' && connection.outgoing

function sectionsOf(model: ReportModel): Section[] {
  const byArticle = new Map<string, Annotation[]>()
  for (const annotation of model.annotations) {
    const list = byArticle.get(annotation.articleId)
    if (list === undefined) byArticle.set(annotation.articleId, [annotation])
    else list.push(annotation)
  }
  const next: Record<Kind, number> = { claim: 1, denial: 1, event: 1 }
  return model.articles.map((content, index) => ({
    number: index + 1,
    content,
    passages: (byArticle.get(content.article.id) ?? []).sort(inTextOrder).map((annotation) => {
      const ref = `${letters[annotation.kind]}${next[annotation.kind]}`
      next[annotation.kind] += 1
      return { annotation, ref, article: content.article, pages: pagesOf(content.revision, annotation) }
    }),
  }))
}

function inTextOrder(a: Annotation, b: Annotation): number {
  const first = (annotation: Annotation) => annotation.segments[0]?.start ?? 0
  const last = (annotation: Annotation) => annotation.segments.at(-1)?.end ?? 0
  return (
    first(a) - first(b) ||
    last(b) - last(a) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

function passagesOf(model: ReportModel, sections: readonly Section[]): Map<AnnotationId, Passage> {
  const passages = new Map<AnnotationId, Passage>()
  for (const section of sections)
    for (const passage of section.passages) passages.set(passage.annotation.id, passage)
  const contents = new Map<string, ArticleContent>(
    model.articles.map((content) => [content.article.id, content]),
  )
  const others = new Map<string, Article>(model.otherArticles.map((article) => [article.id, article]))
  for (const annotation of model.otherAnnotations) {
    const content = contents.get(annotation.articleId)
    const article = content?.article ?? others.get(annotation.articleId)
    if (article === undefined) continue
    const pages = content === undefined ? null : pagesOf(content.revision, annotation)
    passages.set(annotation.id, { annotation, ref: null, article, pages })
  }
  return passages
}

function threadEntry(thread: Thread, passages: ReadonlyMap<AnnotationId, Passage>): ThreadEntry {
  const reported = thread.members.flatMap(({ id }) => {
    const passage = passages.get(id)
    return passage === undefined || passage.ref === null ? [] : [passage]
  })
  return { thread, passages: reported, left: thread.members.length - reported.length }
}

function connectionsBetween(
  links: readonly Link[],
  passages: ReadonlyMap<string, Passage>,
): Map<string, Connection[]> {
  const connections = new Map<string, Connection[]>()
  const add = (id: string, connection: Connection) => {
    const list = connections.get(id)
    if (list === undefined) connections.set(id, [connection])
    else list.push(connection)
  }
  for (const link of links) {
    const from = passages.get(link.fromId)
    const to = passages.get(link.toId)
    if (from === undefined || to === undefined) continue
    const { relation } = link
    add(link.fromId, { link, relation, outgoing: true, label: relation, other: to })
    add(link.toId, { link, relation, outgoing: false, label: inverseLabels[relation], other: from })
  }
  return connections
}

/** What counts as an answer to a claim, in the order in which the summary lists it. */
const answerOrder: readonly Relation[] = ['denies', 'contradicts', 'responds to', 'supports', 'same claim']

/** Claims of the report, then claims elsewhere that a denial of the report answers. */
function claimsOf(
  inReport: readonly Passage[],
  connectionsOf: (id: string) => readonly Connection[],
): ClaimEntry[] {
  const elsewhere = new Map<string, Passage<Claim>>()
  for (const passage of inReport) {
    for (const connection of connectionsOf(passage.annotation.id)) {
      const { other } = connection
      if (isDenying(connection) && other.ref === null && isClaim(other))
        elsewhere.set(other.annotation.id, other)
    }
  }
  return [...inReport.filter(isClaim), ...elsewhere.values()].map((claim) => ({
    claim,
    answers: connectionsOf(claim.annotation.id)
      // Of a claim that is named only for its denial, other answers that are not reported on say nothing here.
      .filter((connection) => isAnswer(connection) && (claim.ref !== null || connection.other.ref !== null))
      .sort((a, b) => answerOrder.indexOf(a.relation) - answerOrder.indexOf(b.relation)),
    answered: answeredWhere(claim, connectionsOf),
    standsIn: joinedBy('same claim', claim, connectionsOf),
  }))
}

/** Each article once. */
export const articlesOf = (passages: readonly Passage[]): Article[] => [
  ...new Map(passages.map(({ article }) => [article.id, article])).values(),
]

function isAnswer({ relation, outgoing }: Connection): boolean {
  if (relation === 'contradicts' || relation === 'same claim') return true
  return !outgoing && answerOrder.includes(relation)
}

function answeredWhere(
  claim: Passage,
  connectionsOf: (id: string) => readonly Connection[],
): ClaimEntry['answered'] {
  const same = joinedBy('same claim', claim, connectionsOf)
  const isAnswered = (passage: Passage) =>
    connectionsOf(passage.annotation.id).some(
      (connection) => isAnswer(connection) && !['supports', 'same claim'].includes(connection.relation),
    )
  if (isAnswered(claim)) return 'here'
  return same.some(isAnswered) ? 'elsewhere' : 'nowhere'
}

/** The passage and all that a relation joins to it, near or by way of others, nearest first. */
function joinedBy(
  relation: Relation,
  start: Passage,
  connectionsOf: (id: string) => readonly Connection[],
): Passage[] {
  const joined = [start]
  const seen = new Set<string>([start.annotation.id])
  // `joined` grows while it is walked, so that it ends as the whole of what the relation joins.
  for (const passage of joined) {
    for (const connection of connectionsOf(passage.annotation.id)) {
      const { other } = connection
      if (connection.relation !== relation || seen.has(other.annotation.id)) continue
      seen.add(other.annotation.id)
      joined.push(other)
    }
  }
  return joined
}

function eventsOf(
  events: readonly Passage<EventAnnotation>[],
  connectionsOf: (id: string) => readonly Connection[],
): EventEntry[] {
  const seen = new Set<string>()
  return events.flatMap((event) => {
    if (seen.has(event.annotation.id)) return []
    const accounts = joinedBy('same event', event, connectionsOf).filter(isEvent)
    for (const account of accounts) seen.add(account.annotation.id)
    return [{ accounts }]
  })
}
