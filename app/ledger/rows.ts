/**
 * The rows of the ledger. One row is one statement: a claim with all passages that make
 * the same claim, or an event with all accounts of it. What is said to any of these
 * passages is said to the statement.
 */
import type { Annotation, Article, Link } from '../model.ts'
import { compareDates } from '../timeline/span.ts'
import type { Credibility, Relation, Reliability, Stance } from '../vocabulary.ts'
import type { SourceOf } from './sources.ts'
import { speakerOf, statementOf } from './statements.ts'
import { byAge, type Threads } from './threads.ts'
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
  readonly actorIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly relations: readonly Relation[]
}

/** What the ledger is made from. */
export type LedgerRecords = {
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  readonly articles: readonly Article[]
  readonly sourceOf: SourceOf
}

type Side = 'supports' | 'denials' | 'contradictions' | 'responses'
type Draft = {
  readonly members: Speaking[]
  readonly supports: Voice[]
  readonly denials: Voice[]
  readonly contradictions: Voice[]
  readonly responses: Voice[]
  readonly relations: Relation[]
}
/** An annotation with who says it, when, and the row it is a statement of; null for a denial. */
type Speaking = {
  readonly annotation: Annotation
  readonly actorId: string | null
  readonly when: string | null
  draft: Draft | null
}

/** The rows, in the order of their oldest passages. */
export function rowsOf(records: LedgerRecords, threads: Threads): Row[] {
  const speaking = speakingOf(records)
  const drafts = draftRows(speaking, records.links)
  for (const { id, fromId, toId, relation } of records.links) {
    const from = speaking.get(fromId)
    const to = speaking.get(toId)
    if (from === undefined || to === undefined) continue
    const { draft: target } = to
    const { draft: origin } = from
    note(target, relation)
    if (origin !== target) note(origin, relation)
    const side = sideOf(relation)
    if (side === null || target === origin) continue
    target?.[side].push(voiceOf(from, id))
    if (relation === 'contradicts') origin?.contradictions.push(voiceOf(to, id))
  }
  return drafts.map((draft) => finish(draft, records.sourceOf, threads))
}

function note(draft: Draft | null, relation: Relation): void {
  if (draft !== null && !draft.relations.includes(relation)) draft.relations.push(relation)
}

function speakingOf({ annotations, articles }: LedgerRecords): Map<string, Speaking> {
  const published = new Map<string, string | null>(articles.map((article) => [article.id, article.published]))
  const speaking = new Map<string, Speaking>()
  for (const annotation of annotations) {
    const printed = published.get(annotation.articleId) ?? null
    speaking.set(annotation.id, {
      annotation,
      actorId: speakerOf(annotation),
      when: annotation.kind === 'event' ? printed : (annotation.fields.said ?? printed),
      draft: null,
    })
  }
  return speaking
}

function sideOf(relation: Relation): Side | null {
  if (relation === 'supports') return 'supports'
  if (relation === 'denies') return 'denials'
  if (relation === 'contradicts') return 'contradictions'
  return relation === 'responds to' ? 'responses' : null
}

/** Claims and events, those that are the same gathered in one draft; each is told its draft. */
function draftRows(speaking: ReadonlyMap<string, Speaking>, links: readonly Link[]): Draft[] {
  const statements = [...speaking.values()]
    .filter(({ annotation }) => annotation.kind !== 'denial')
    .sort((a, b) => byAge(a.annotation, b.annotation))
  const places = new Map<string, number>(statements.map(({ annotation }, place) => [annotation.id, place]))
  const sets = new UnionFind(statements.length)
  for (const { relation, fromId, toId } of links) {
    if (relation !== 'same claim' && relation !== 'same event') continue
    const from = places.get(fromId)
    const to = places.get(toId)
    if (from !== undefined && to !== undefined) sets.union(from, to)
  }
  const byRoot = new Map<number, Draft>()
  statements.forEach((statement, place) => {
    const root = sets.find(place)
    let draft = byRoot.get(root)
    if (draft === undefined) {
      draft = { members: [], supports: [], denials: [], contradictions: [], responses: [], relations: [] }
      byRoot.set(root, draft)
    }
    draft.members.push(statement)
    statement.draft = draft
  })
  return [...byRoot.values()]
}

function voiceOf({ annotation, actorId, when }: Speaking, linkId: string | null): Voice {
  return {
    annotationId: annotation.id,
    articleId: annotation.articleId,
    actorId,
    when,
    linkId,
    stance: annotation.kind === 'denial' ? annotation.fields.stance : null,
  }
}

const byDate = (a: Voice, b: Voice) =>
  compareDates(a.when, b.when) ||
  (a.annotationId < b.annotationId ? -1 : a.annotationId > b.annotationId ? 1 : 0)

function finish(draft: Draft, sourceOf: SourceOf, threads: Threads): Row {
  const [first] = draft.members
  if (first === undefined) throw new RangeError('A row has at least one passage.')
  const leading = first.annotation
  const members = draft.members.map(({ annotation }) => annotation)
  const { supports, denials, contradictions, responses } = draft
  const accounts = draft.members.map((member) => voiceOf(member, null))
  for (const side of [accounts, supports, denials, contradictions, responses])
    if (side.length > 1) side.sort(byDate)
  const sources = distinct(accounts, ({ articleId }) => sourceOf(articleId))
  const supported = supports.some(({ articleId }) => !sources.includes(sourceOf(articleId)))
  const voices = [accounts, supports, denials, contradictions, responses].flat()
  const actorIds = distinct(voices, ({ actorId }) => actorId)
  for (const member of members)
    if (member.kind === 'event')
      for (const id of member.fields.participantIds) if (!actorIds.includes(id)) actorIds.push(id)
  const place = threads.placeOf.get(leading.id)
  const retracted = members.some(
    (member) => member.kind === 'claim' && member.fields.certainty === 'denied by speaker later',
  )
  return {
    id: leading.id,
    kind: leading.kind === 'event' ? 'event' : 'claim',
    statement: statementOf(leading),
    threadKey: (place === undefined ? undefined : threads.threads[place])?.key ?? leading.id,
    accounts,
    supports,
    denials,
    contradictions,
    responses,
    sources: sources.length,
    reliability: least(members.map((member) => member.reliability)),
    credibility: least(members.map((member) => member.credibility)),
    state: stateOf(draft, retracted, supported || sources.length > 1),
    actorIds,
    articleIds: distinct(voices, ({ articleId }) => articleId),
    relations: draft.relations,
  }
}

/** What the voices have, each once, in their order. Rows are short, so that a search beats a set. */
function distinct(voices: readonly Voice[], what: (voice: Voice) => string | null): string[] {
  const found: string[] = []
  for (const voice of voices) {
    const value = what(voice)
    if (value !== null && !found.includes(value)) found.push(value)
  }
  return found
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
