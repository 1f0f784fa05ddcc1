/** The ledger's rows: each thread as one line that can be sorted, filtered and grouped. Pure. */
import type { ActorId, AnnotationId, ArticleId } from '../ids.ts'
import type { Annotation, Link } from '../model.ts'
import { spanOf } from '../timeline/span.ts'
import type { Credibility, Kind, Relation, Reliability } from '../vocabulary.ts'
import { actorsIn, type CaseView, dateOf, dateOrPublished, quoteOf, speakerOf } from './caseView.ts'
import { lengthOf, makeThreads, type Thread } from './threads.ts'

/** How a thread stands. More than one may hold; they come in this order. */
export const threadStates = [
  'retracted',
  'denied',
  'contradicted',
  'corroborated',
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
  readonly relations: ReadonlySet<Relation>
  readonly labels: ReadonlySet<string>
  /** Everything a search looks in, in lower case. */
  readonly words: string
}

/** One row for each thread. */
export function makeRows(view: CaseView, threads: readonly Thread[] = makeThreads(view)): ThreadRow[] {
  return threads.map((thread) => makeRow(view, thread))
}

function makeRow(view: CaseView, thread: Thread): ThreadRow {
  const { members, links } = thread
  const lead = members[0]
  if (lead === undefined) throw new Error('A thread has at least one member.')
  const byId = new Map(members.map((member) => [member.id, member]))
  const same = sameAs(lead, members, links)
  const voices = (relation: Relation) => voicesOf(view, byId, same, links, relation)
  const [supports, denials] = [voices('supports'), voices('denies')]
  const contradictions = voices('contradicts')
  const sources = new Set([...same].map((member) => view.sourceOf(member.articleId))).size
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
    states: statesOf(lead, members, { supports, denials, contradictions, sources }),
    actorIds,
    articleIds: new Set(members.map((member) => member.articleId)),
    relations: new Set(links.map((link) => link.relation)),
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
    .map((annotation) => {
      const when = dateOrPublished(view, annotation)
      return {
        voice: { annotationId: annotation.id, who: whoOf(view, annotation), when },
        start: (when === null ? null : spanOf(when)?.earliest) ?? Number.MAX_SAFE_INTEGER,
      }
    })
    .sort((a, b) => a.start - b.start || (a.voice.annotationId < b.voice.annotationId ? -1 : 1))
    .map(({ voice }) => voice)
}

/** The one said first; of the accounts of an event the one dated best. */
function firstOf(view: CaseView, same: readonly Annotation[]): Annotation {
  const dated = same.map((annotation) => {
    const date = dateOrPublished(view, annotation)
    return { annotation, start: (date === null ? null : spanOf(date)?.earliest) ?? Number.MAX_SAFE_INTEGER }
  })
  const earlier = (a: (typeof dated)[number], b: (typeof dated)[number]) =>
    a.annotation.kind === 'event'
      ? lengthOf(a.annotation) - lengthOf(b.annotation) || a.start - b.start
      : a.start - b.start
  const first = dated.reduce((best, one) => (earlier(one, best) < 0 ? one : best))
  return first.annotation
}

type Standing = Pick<ThreadRow, 'supports' | 'denials' | 'contradictions' | 'sources'>

function statesOf(lead: Annotation, members: readonly Annotation[], at: Standing): ThreadState[] {
  if (lead.kind === 'denial') return ['no claim']
  const states: ThreadState[] = []
  const retracted = members.some((member) => member.kind === 'denial' && member.fields.stance === 'retracts')
  if (retracted) states.push('retracted')
  if (at.denials.length > 0) states.push('denied')
  if (at.contradictions.length > 0) states.push('contradicted')
  if (at.sources > 1 || at.supports.length > 0) states.push('corroborated')
  if (states.length > 0) return states
  return [lead.kind === 'event' ? 'one account' : 'unanswered']
}

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
