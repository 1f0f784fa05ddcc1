/** Content and annotations for the reader's tests. */

import { blockSeparator } from '../../app/blocks.ts'
import {
  type AnnotationId,
  annotationIdSchema,
  articleIdSchema,
  revisionIdSchema,
  sourceIdSchema,
} from '../../app/ids.ts'
import type { Annotation, Block, Range } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import type { FurnitureReason, Kind } from '../../app/vocabulary.ts'

const articleId = articleIdSchema.parse('art_aaaaaa')
const revisionId = revisionIdSchema.parse('rev_aaaaaa')
const sourceId = sourceIdSchema.parse('src_aaaaaa')
const moment = '2026-01-01T00:00:00Z'

/** An article of these paragraphs; a pair names one as furniture. */
export function contentOf(
  paragraphs: readonly (string | readonly [string, FurnitureReason])[],
  flippedBlocks: number[] = [],
): ArticleContent {
  const blocks: Block[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    const [words, furniture] = typeof paragraph === 'string' ? [paragraph, null] : paragraph
    if (blocks.length > 0) text += blockSeparator
    const start = text.length
    text += words
    blocks.push({ type: 'paragraph', start, end: text.length, level: null, furniture })
  }
  const article = {
    id: articleId,
    revisionId,
    sourceId,
    importedAt: moment,
    flippedBlocks,
    reprintOf: null,
    headline: 'Headline',
    headlineProposed: false,
    publisher: null,
    authors: [],
    credits: [],
    dateline: null,
    datelineDate: null,
    published: null,
    url: null,
    language: null,
    correction: null,
  }
  const revision = {
    id: revisionId,
    articleId,
    sourceId,
    createdAt: moment,
    origin: 'import' as const,
    baseId: null,
    part: null,
    warnings: [],
    text,
    blocks,
  }
  const source = {
    id: sourceId,
    name: 'a.txt',
    origin: 'file' as const,
    mediaType: 'text/plain',
    size: text.length,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    encodingSure: true,
    format: 'text',
    mapping: null,
    importedAt: moment,
  }
  return { article, revision, source }
}

/** The id of the test annotation of this number. */
export const idOf = (number: number): AnnotationId =>
  annotationIdSchema.parse(`ann_${String(number).padStart(6, '0')}`)

/** An annotation of these ranges. */
export function annotationOf(number: number, kind: Kind, ...ranges: readonly Range[]): Annotation {
  const base = {
    id: idOf(number),
    articleId,
    revisionId,
    detached: false,
    segments: ranges.map((range) => ({ ...range, exact: 'x', prefix: '', suffix: '' })),
    note: '',
    labels: [],
    reliability: null,
    credibility: null,
    createdAt: moment,
    updatedAt: moment,
  }
  if (kind === 'denial') return { ...base, kind, fields: { speakerId: null, stance: null, said: null } }
  if (kind === 'event') {
    return { ...base, kind, fields: { title: '', when: null, where: '', participantIds: [] } }
  }
  const fields = { speakerId: null, attribution: null, certainty: null, about: '', said: null }
  return { ...base, kind, fields }
}
