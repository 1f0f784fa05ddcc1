/** A small case as a value, for the tests of the ledger, the timeline and the graph. */
import {
  type ActorId,
  type AnnotationId,
  actorIdSchema,
  annotationIdSchema,
  articleIdSchema,
  linkIdSchema,
  revisionIdSchema,
  sourceIdSchema,
  threadIdSchema,
} from '../ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../model.ts'
import type { Credibility, Kind, Relation, Reliability } from '../vocabulary.ts'
import type { CaseView } from './caseView.ts'
import { makeView } from './makeView.ts'

const padded = (name: string) => `${name}000000`.toLowerCase().replace(/[^a-z0-9]/g, '')
export const annId = (name: string): AnnotationId => annotationIdSchema.parse(`ann_${padded(name)}`)
export const actId = (name: string): ActorId => actorIdSchema.parse(`act_${padded(name)}`)
export const artId = (name: string) => articleIdSchema.parse(`art_${padded(name)}`)
export const thrId = (name: string) => threadIdSchema.parse(`thr_${padded(name)}`)
const moment = '2026-01-01T00:00:00Z'

type Given = {
  readonly in?: string
  readonly by?: string
  readonly date?: string
  readonly about?: string
  readonly labels?: readonly string[]
  readonly stance?: 'denies' | 'retracts'
  readonly reliability?: Reliability
  readonly credibility?: Credibility
}

/** A passage called by a short name; its words are that name. */
export function passage(name: string, kind: Kind, given: Given = {}): Annotation {
  const base = {
    id: annId(name),
    articleId: artId(given.in ?? 'one'),
    revisionId: revisionIdSchema.parse('rev_000000'),
    detached: false,
    segments: [{ start: 0, end: name.length, exact: name, prefix: '', suffix: '' }],
    note: '',
    labels: [...(given.labels ?? [])],
    reliability: given.reliability ?? null,
    credibility: given.credibility ?? null,
    createdAt: moment,
    updatedAt: moment,
  }
  const speakerId = given.by === undefined ? null : actId(given.by)
  const said = given.date ?? null
  if (kind === 'claim') {
    const fields = { speakerId, attribution: null, certainty: null, about: given.about ?? '', said }
    return { ...base, kind, fields }
  }
  if (kind === 'denial') return { ...base, kind, fields: { speakerId, stance: given.stance ?? null, said } }
  const participantIds = speakerId === null ? [] : [speakerId]
  return { ...base, kind, fields: { title: given.about ?? '', when: said, where: '', participantIds } }
}

export const linked = (from: string, relation: Relation, to: string): Link => ({
  id: linkIdSchema.parse(`lnk_${padded(from + relation + to)}`),
  fromId: annId(from),
  toId: annId(to),
  relation,
  note: '',
  createdAt: moment,
})

export const settled = (
  name: string,
  memberNames: readonly string[],
  given: { readonly title?: string; readonly apart?: boolean } = {},
): ThreadRecord => ({
  id: thrId(name),
  title: given.title ?? '',
  memberIds: memberNames.map(annId),
  apart: given.apart ?? false,
  createdAt: moment,
})

/** `reprintOf`: the name of the article whose text it shares. */
export const article = (name: string, published: string | null, reprintOf?: string): Article => ({
  id: artId(name),
  revisionId: revisionIdSchema.parse('rev_000000'),
  sourceId: sourceIdSchema.parse('src_000000'),
  importedAt: moment,
  flippedBlocks: [],
  reprintOf: reprintOf === undefined ? null : artId(reprintOf),
  headline: `Headline ${name}`,
  headlineProposed: false,
  publisher: `Publisher ${name}`,
  authors: [],
  credits: [],
  dateline: null,
  datelineDate: null,
  published,
  url: null,
  language: null,
  correction: null,
})

/** Actors are whoever the passages name, called as they are named. */
export function viewOf(
  passages: readonly Annotation[],
  links: readonly Link[] = [],
  threads: readonly ThreadRecord[] = [],
  articles: readonly Article[] = [article('one', '2011-09-15'), article('two', '2012-05-30')],
): CaseView {
  const actor = (id: ActorId): Actor => ({
    id,
    name: id.replace(/^act_|0+$/g, ''),
    type: null,
    aliases: [],
    note: '',
  })
  return { ...makeView({ articles, annotations: passages, links, threads, actors: [] }), actor }
}
