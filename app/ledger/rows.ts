/**
 * The rows of the ledger. One row is one statement: a claim with all passages that make
 * the same claim, or an event with all accounts of it. What is said to any of these
 * passages is said to the statement.
 */
import type { Actor, Annotation, Article, Link } from '../model.ts'
import { compareDates } from '../timeline/span.ts'
import type { Credibility, Relation, Reliability, Stance } from '../vocabulary.ts'
import type { SourceOf } from './sources.ts'
import { speakerOf, statementOf } from './statements.ts'
import type { Threads } from './threads.ts'
import { UnionFind } from './unionFind.ts'

/** How a statement stands. The first that holds, in this order from the right: retracted before denied, and so on. */
export const rowStates = ['unanswered', 'corroborated', 'contradicted', 'denied', 'retracted'] as const
export type RowState = (typeof rowStates)[number]

/** Somebody's passage about a statement. */
export type Voice = {
  readonly annotationId: string
  readonly articleId: string
  /** Who speaks; null for an account of an event and where nobody is named. */
  readonly actorId: string | null
  /** When it was said, EDTF: the date given, else that of the article; null where neither is known. */
  readonly when: string | null
  /** The link by which it belongs to the row; null for the statement's own passages. */
  readonly linkId: string | null
  /** What a denial does; null for all else. */
  readonly stance: Stance | null
}

export type Row = {
  /** Id of the statement's oldest passage. */
  readonly id: string
  readonly kind: 'claim' | 'event'
  readonly statement: string
  /** Key of its thread. */
  readonly threadKey: string
  /** The passages that make it, by when they were said. */
  readonly accounts: readonly Voice[]
  readonly supports: readonly Voice[]
  readonly denials: readonly Voice[]
  readonly contradictions: readonly Voice[]
  readonly responses: readonly Voice[]
  /** In how many independent sources it stands. */
  readonly sources: number
  /** The best grade that a passage of it was given; null where none was. */
  readonly reliability: Reliability | null
  readonly credibility: Credibility | null
  readonly state: RowState
  /** Everybody who speaks in it, every article, every relation: for filters. */
  readonly actorIds: ReadonlySet<string>
  readonly articleIds: ReadonlySet<string>
  readonly relations: ReadonlySet<Relation>
  /** Lower-case words that a text filter looks in. */
  readonly search: string
}

/** What the ledger is made from. */
export type LedgerRecords = {
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  readonly actors: readonly Actor[]
  readonly articles: readonly Article[]
  readonly sourceOf: SourceOf
}

type Side = 'supports' | 'denials' | 'contradictions' | 'responses'
type Draft = {
  members: Annotation[]
  supports: Voice[]
  denials: Voice[]
  contradictions: Voice[]
  responses: Voice[]
  relations: Set<Relation>
}

/** The rows, in the order of their oldest passages. */
export function rowsOf(records: LedgerRecords, threads: Threads): Row[] {
  const articles = new Map<string, Article>(records.articles.map((article) => [article.id, article]))
  const names = new Map<string, string>(records.actors.map((actor) => [actor.id, actor.name]))
  const { drafts, draftOf } = draftRows(records)
  const byId = new Map<string, Annotation>(
    records.annotations.map((annotation) => [annotation.id, annotation]),
  )
  const voice = (annotation: Annotation, linkId: string | null) => voiceOf(annotation, articles, linkId)
  for (const link of records.links) {
    const from = byId.get(link.fromId)
    const to = byId.get(link.toId)
    if (from === undefined || to === undefined) continue
    const target = draftOf.get(link.toId)
    const origin = draftOf.get(link.fromId)
    target?.relations.add(link.relation)
    origin?.relations.add(link.relation)
    const side = sideOf(link.relation)
    if (side === null) continue
    if (target !== undefined && target !== origin) target[side].push(voice(from, link.id))
    if (link.relation === 'contradicts' && origin !== undefined && target !== origin)
      origin.contradictions.push(voice(to, link.id))
  }
  return drafts.map((draft) => finish(draft, voice, names, records.sourceOf, threads))
}

function sideOf(relation: Relation): Side | null {
  if (relation === 'supports') return 'supports'
  if (relation === 'denies') return 'denials'
  if (relation === 'contradicts') return 'contradictions'
  return relation === 'responds to' ? 'responses' : null
}

/** Claims and events, those that are the same gathered in one draft. */
function draftRows({ annotations, links }: LedgerRecords): { drafts: Draft[]; draftOf: Map<string, Draft> } {
  const statements = annotations
    .filter((annotation) => annotation.kind !== 'denial')
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1))
  const places = new Map<string, number>(statements.map((annotation, place) => [annotation.id, place]))
  const sets = new UnionFind(statements.length)
  for (const { relation, fromId, toId } of links) {
    if (relation !== 'same claim' && relation !== 'same event') continue
    const from = places.get(fromId)
    const to = places.get(toId)
    if (from !== undefined && to !== undefined) sets.union(from, to)
  }
  const byRoot = new Map<number, Draft>()
  const draftOf = new Map<string, Draft>()
  statements.forEach((annotation, place) => {
    const root = sets.find(place)
    let draft = byRoot.get(root)
    if (draft === undefined) {
      draft = {
        members: [],
        supports: [],
        denials: [],
        contradictions: [],
        responses: [],
        relations: new Set(),
      }
      byRoot.set(root, draft)
    }
    draft.members.push(annotation)
    draftOf.set(annotation.id, draft)
  })
  return { drafts: [...byRoot.values()], draftOf }
}

function voiceOf(
  annotation: Annotation,
  articles: ReadonlyMap<string, Article>,
  linkId: string | null,
): Voice {
  const published = articles.get(annotation.articleId)?.published ?? null
  return {
    annotationId: annotation.id,
    articleId: annotation.articleId,
    actorId: speakerOf(annotation),
    when: annotation.kind === 'event' ? published : (annotation.fields.said ?? published),
    linkId,
    stance: annotation.kind === 'denial' ? annotation.fields.stance : null,
  }
}

const byDate = (a: Voice, b: Voice) =>
  compareDates(a.when, b.when) ||
  (a.annotationId < b.annotationId ? -1 : a.annotationId > b.annotationId ? 1 : 0)

function finish(
  draft: Draft,
  voice: (annotation: Annotation, linkId: string | null) => Voice,
  names: ReadonlyMap<string, string>,
  sourceOf: SourceOf,
  threads: Threads,
): Row {
  const leading = draft.members[0]
  if (leading === undefined) throw new RangeError('A row has at least one passage.')
  const accounts = draft.members.map((member) => voice(member, null)).sort(byDate)
  for (const side of [draft.supports, draft.denials, draft.contradictions, draft.responses]) side.sort(byDate)
  const all = [...accounts, ...draft.supports, ...draft.denials, ...draft.contradictions, ...draft.responses]
  const sources = new Set(accounts.map(({ articleId }) => sourceOf(articleId)))
  const supported = draft.supports.some(({ articleId }) => !sources.has(sourceOf(articleId)))
  const actorIds = new Set(all.flatMap(({ actorId }) => actorId ?? []))
  for (const member of draft.members)
    if (member.kind === 'event') for (const id of member.fields.participantIds) actorIds.add(id)
  const statement = statementOf(leading)
  const place = threads.placeOf.get(leading.id)
  const retracted = draft.members.some(
    (member) => member.kind === 'claim' && member.fields.certainty === 'denied by speaker later',
  )
  return {
    id: leading.id,
    kind: leading.kind === 'event' ? 'event' : 'claim',
    statement,
    threadKey: (place === undefined ? undefined : threads.threads[place])?.key ?? leading.id,
    accounts,
    supports: draft.supports,
    denials: draft.denials,
    contradictions: draft.contradictions,
    responses: draft.responses,
    sources: sources.size,
    reliability: least(draft.members.map((member) => member.reliability)),
    credibility: least(draft.members.map((member) => member.credibility)),
    state: stateOf(draft, retracted, supported || sources.size > 1),
    actorIds,
    articleIds: new Set(all.map(({ articleId }) => articleId)),
    relations: draft.relations,
    search: [statement, ...[...actorIds].map((id) => names.get(id) ?? '')].join('\n').toLowerCase(),
  }
}

/** The first in the order of letters or digits, which is the best grade. */
function least<Grade extends string>(grades: readonly (Grade | null)[]): Grade | null {
  let best: Grade | null = null
  for (const grade of grades) if (grade !== null && (best === null || grade < best)) best = grade
  return best
}

/** `no comment` and `neither confirms nor denies` answer, but deny nothing. */
const denies = (stance: Stance | null) =>
  stance === null || stance === 'denies' || stance === 'partly denies' || stance === 'retracts'

function stateOf({ denials, contradictions }: Draft, retracted: boolean, corroborated: boolean): RowState {
  if (retracted || denials.some(({ stance }) => stance === 'retracts')) return 'retracted'
  if (denials.some(({ stance }) => denies(stance))) return 'denied'
  if (contradictions.length > 0) return 'contradicted'
  return corroborated ? 'corroborated' : 'unanswered'
}
