/** The ledger's rows: each thread as one line that can be sorted, filtered and grouped. Pure. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import type { Annotation, Link } from '../model.ts'
import { spanOf } from '../timeline/span.ts'
import type { Credibility, Kind, Relation, Reliability } from '../vocabulary.ts'
import { actorsIn, type CaseView, dateOf, dateOrPublished, quoteOf, speakerOf, startOf } from './caseView.ts'
import { lengthOf, makeThreads, type Thread } from './threads.ts'

/** How a thread stands. More than one may hold; they come in this order. */
export const threadStates = [
  'retracted',
  'denied',
  'contradicted',
  'corroborated',
  'supported',
  'unanswered',
  'one account',
  'no claim',
] as const
export type ThreadState = (typeof threadStates)[number]

/** What one voice adds to the thread. */
export type Voice = {
  readonly annotationId: AnnotationId
  /** The speaker, or the publisher of the article where nobody is named. */
  readonly who: string
  /** EDTF, as said; null where no date is known. */
  readonly when: string | null
}

export type ThreadRow = {
  readonly key: string
  readonly thread: Thread
  readonly leadId: AnnotationId
  readonly kind: Kind
  readonly title: string
  /** Who said it first; for an event the names of those who took part. */
  readonly by: string
  /** When it was said first, or happened; EDTF. */
  readonly when: string | null
  /** The start of `when`, in milliseconds since 1970; null where there is none. */
  readonly start: number | null
  readonly supports: readonly Voice[]
  readonly denials: readonly Voice[]
  readonly contradictions: readonly Voice[]
  /** In how many independent sources the leading statement stands. */
  readonly sources: number
  readonly reliability: Reliability | null
  readonly credibility: Credibility | null
  readonly states: readonly ThreadState[]
  readonly actorIds: ReadonlySet<ActorId>
  readonly articleIds: ReadonlySet<ArticleId>
  /** Of all links of its passages, those that lead out of the thread too. */
  readonly relations: ReadonlySet<Relation>
  readonly labels: ReadonlySet<string>
  /** Everything a search looks in, in lower case. */
  readonly words: string
}

/** One row for each thread. */
export function makeRows(view: CaseView, threads: readonly Thread[] = makeThreads(view)): ThreadRow[] {
  return threads.map((thread) => makeRow(view, thread))
}

/** The thread as a row. */
export function makeRow(view: CaseView, thread: Thread): ThreadRow {
  const { members, links } = thread
  const lead = members[0]
  if (lead === undefined) throw new Error('A thread has at least one member.')
  const byId = new Map(members.map((member) => [member.id, member]))
  const same = sameAs(lead, members, links)
  const voices = (relation: Relation) => voicesOf(view, byId, same, links, relation)
  const [supports, denials] = [voices('supports'), voices('denies')]
  const contradictions = voices('contradicts')
  const sources = sourcesOf(view, [...same])
  const first = firstOf(view, [...same])
  const when = dateOf(first) ?? dateOrPublished(view, first)
  const actorIds = new Set(members.flatMap(actorsIn))
  const labels = new Set(members.flatMap((member) => member.labels))
  return {
    key: thread.key,
    thread,
    leadId: lead.id,
    kind: lead.kind,
    title: thread.title,
    by: first.kind === 'event' ? namesOf(view, first.fields.participantIds) : whoOf(view, first),
    when,
    start: when === null ? null : (spanOf(when)?.earliest ?? null),
    supports,
    denials,
    contradictions,
    sources,
    reliability: lead.reliability,
    credibility: lead.credibility,
    states: statesOf(lead, members, {
      supports: supports.length,
      denials: denials.length,
      contradictions: contradictions.length,
      told: sourcesOf(view, [...same, ...supports.flatMap((voice) => byId.get(voice.annotationId) ?? [])]),
    }),
    actorIds,
    articleIds: new Set(members.map((member) => member.articleId)),
    relations: new Set(members.flatMap((member) => view.linksOf(member.id).map((link) => link.relation))),
    labels,
    words: [
      thread.title,
      ...thread.otherTitles,
      ...members.map(quoteOf),
      ...labels,
      namesOf(view, [...actorIds]),
    ]
      .join('\n')
      .toLowerCase(),
  }
}

/** The lead with everything that is said to be the same claim or event, near or far. */
function sameAs(lead: Annotation, members: readonly Annotation[], links: readonly Link[]): Set<Annotation> {
  const same = new Set([lead])
  if (links.length === 0) return same
  const sameLinks = links.filter(({ relation }) => relation === 'same claim' || relation === 'same event')
  const byId = new Map(members.map((member) => [member.id, member]))
  const near = new Map<AnnotationId, AnnotationId[]>()
  for (const { fromId, toId } of sameLinks) {
    near.set(fromId, [...(near.get(fromId) ?? []), toId])
    near.set(toId, [...(near.get(toId) ?? []), fromId])
  }
  for (const member of same) {
    for (const id of near.get(member.id) ?? []) {
      const other = byId.get(id)
      if (other !== undefined) same.add(other)
    }
  }
  return same
}

/** Who stands at the other end of links of one relation, each passage once, earliest first. */
function voicesOf(
  view: CaseView,
  byId: ReadonlyMap<AnnotationId, Annotation>,
  same: ReadonlySet<Annotation>,
  links: readonly Link[],
  relation: Relation,
): Voice[] {
  if (links.length === 0) return []
  const found = new Set<Annotation>()
  for (const link of links) {
    if (link.relation !== relation) continue
    const [from, to] = [byId.get(link.fromId), byId.get(link.toId)]
    if (from === undefined || to === undefined) continue
    // A contradiction names the side that is not the leading statement.
    found.add(relation === 'contradicts' && same.has(from) && !same.has(to) ? to : from)
  }
  return [...found]
    .map((annotation) => ({
      voice: {
        annotationId: annotation.id,
        who: whoOf(view, annotation),
        when: dateOrPublished(view, annotation),
      },
      start: startOf(view, annotation),
    }))
    .sort((a, b) => a.start - b.start)
    .map(({ voice }) => voice)
}

/** The one said first; of the accounts of an event the one dated best. */
function firstOf(view: CaseView, same: readonly Annotation[]): Annotation {
  const dated = same.map((annotation) => ({ annotation, start: startOf(view, annotation) }))
  const earlier = (a: (typeof dated)[number], b: (typeof dated)[number]) =>
    a.annotation.kind === 'event'
      ? lengthOf(a.annotation) - lengthOf(b.annotation) || a.start - b.start
      : a.start - b.start
  const first = dated.reduce((best, one) => (earlier(one, best) < 0 ? one : best))
  return first.annotation
}

/** In how many independent sources the passages stand. */
const sourcesOf = (view: CaseView, passages: readonly Annotation[]): number =>
  new Set(passages.map((passage) => view.sourceOf(passage.articleId))).size

type Standing = {
  readonly supports: number
  readonly denials: number
  readonly contradictions: number
  /** In how many sources the statement or what supports it stands. */
  readonly told: number
}

function statesOf(lead: Annotation, members: readonly Annotation[], at: Standing): ThreadState[] {
  if (lead.kind === 'denial') return ['no claim']
  const states: ThreadState[] = []
  if (isRetracted(lead, members)) states.push('retracted')
  if (at.denials > 0) states.push('denied')
  if (at.contradictions > 0) states.push('contradicted')
  if (at.told > 1) states.push('corroborated')
  if (states.length > 0) return states
  if (lead.kind === 'event') return ['one account']
  return [at.supports > 0 ? 'supported' : 'unanswered']
}

/** Whether the speaker of the leading claim took it back, or a denial in the thread is a retraction. */
const isRetracted = (lead: Annotation, members: readonly Annotation[]): boolean =>
  (lead.kind === 'claim' && lead.fields.certainty === 'denied by speaker later') ||
  members.some((member) => member.kind === 'denial' && member.fields.stance === 'retracts')

/** The speaker, else the participants, else the publisher of the article. */
export function whoOf(view: CaseView, annotation: Annotation): string {
  const named =
    annotation.kind === 'event'
      ? namesOf(view, annotation.fields.participantIds)
      : speakerOf(view, annotation)
  return named === '' ? (view.article(annotation.articleId)?.publisher ?? '') : named
}

const namesOf = (view: CaseView, ids: readonly ActorId[]): string =>
  ids.flatMap((id) => view.actor(id)?.name ?? []).join(', ')
