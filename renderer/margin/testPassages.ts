/** Passages for the tests of the margin, compare view and link search. */
import type { ActorId, AnnotationId, ArticleId, LinkId, RevisionId } from '../../app/ids.ts'
import type { Claim, Denial, EventAnnotation, Link, Segment } from '../../app/model.ts'
import type { Relation } from '../../app/vocabulary.ts'

// Brands are made by the host's schema; tests make their ids by hand.
export const annotationId = (tail: string) => `ann_${tail}` as AnnotationId
export const articleId = (tail: string) => `art_${tail}` as ArticleId
export const actorId = (tail: string) => `act_${tail}` as ActorId

const at = '2026-01-01T00:00:00.000Z'

const base = (tail: string, article: string, quote: string, start: number) => ({
  id: annotationId(tail),
  articleId: articleId(article),
  revisionId: 'rev_000001' as RevisionId, // as above
  detached: false,
  segments: [{ start, end: start + quote.length, exact: quote, prefix: '', suffix: '' } satisfies Segment],
  note: '',
  labels: [],
  reliability: null,
  credibility: null,
  createdAt: at,
  updatedAt: at,
})

export const claim = (
  tail: string,
  article: string,
  quote: string,
  speaker: string | null = null,
  start = 0,
): Claim => ({
  ...base(tail, article, quote, start),
  kind: 'claim',
  fields: {
    speakerId: speaker === null ? null : actorId(speaker),
    attribution: null,
    certainty: null,
    about: '',
    said: null,
  },
})

export const denial = (
  tail: string,
  article: string,
  quote: string,
  speaker: string | null = null,
  start = 0,
): Denial => ({
  ...base(tail, article, quote, start),
  kind: 'denial',
  fields: { speakerId: speaker === null ? null : actorId(speaker), stance: null, said: null },
})

export const event = (
  tail: string,
  article: string,
  quote: string,
  title = '',
  start = 0,
): EventAnnotation => ({
  ...base(tail, article, quote, start),
  kind: 'event',
  fields: { title, when: null, where: '', participantIds: [] },
})

export const link = (tail: string, fromId: AnnotationId, relation: Relation, toId: AnnotationId): Link => ({
  id: `lnk_${tail}` as LinkId, // as above
  fromId,
  toId,
  relation,
  note: '',
  createdAt: at,
})
