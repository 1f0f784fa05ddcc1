/** Small models for the tests of the report: articles made from plain texts, passages found by their words. */

import {
  actorIdSchema,
  annotationIdSchema,
  articleIdSchema,
  linkIdSchema,
  revisionIdSchema,
  sourceIdSchema,
} from '../ids.ts'
import type { Annotation, Article, Block, Link, Segment } from '../model.ts'
import type { ArticleContent } from '../results.ts'
import type { Kind, Relation } from '../vocabulary.ts'
import type { ReportModel } from './reportModel.ts'

const at = '2026-11-23T08:00:00.000Z'
const tail = (n: number) => String(n).padStart(8, '0')

/** An article of paragraphs parted by blank lines; a paragraph in `furniture` is folded away. */
export function testArticle(
  n: number,
  text: string,
  given: Partial<Article> = {},
  furniture: (paragraph: string) => Block['furniture'] = () => null,
): ArticleContent {
  const blocks: Block[] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    const end = start + paragraph.length
    blocks.push({ type: 'paragraph', start, end, level: null, furniture: furniture(paragraph) })
    start = end + 2
  }
  const id = articleIdSchema.parse(`art_${tail(n)}`)
  const sourceId = sourceIdSchema.parse(`src_${tail(n)}`)
  const revisionId = revisionIdSchema.parse(`rev_${tail(n)}`)
  return {
    article: {
      id,
      revisionId,
      sourceId,
      importedAt: at,
      flippedBlocks: [],
      reprintOf: null,
      headline: `Article ${n}`,
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
      ...given,
    },
    revision: {
      id: revisionId,
      articleId: id,
      sourceId,
      createdAt: at,
      origin: 'import',
      baseId: null,
      part: null,
      warnings: [],
      text,
      blocks,
    },
    source: {
      id: sourceId,
      name: `${n}.txt`,
      origin: 'file',
      mediaType: 'text/plain',
      size: text.length,
      sha256: tail(n).repeat(8),
      encoding: 'utf-8',
      encodingSure: true,
      format: 'text',
      mapping: null,
      importedAt: at,
    },
  }
}

/** A passage on the given ranges, without any field filled. */
export function testAnnotation(
  n: number,
  kind: Kind,
  { article, revision }: ArticleContent,
  ranges: readonly (readonly [number, number])[],
): Annotation {
  const segments = ranges.map(
    ([start, end]): Segment => ({
      start,
      end,
      exact: revision.text.slice(start, end),
      prefix: '',
      suffix: '',
    }),
  )
  const base = {
    id: annotationIdSchema.parse(`ann_${tail(n)}`),
    articleId: article.id,
    revisionId: revision.id,
    detached: false,
    segments,
    note: '',
    labels: [],
    reliability: null,
    credibility: null,
    createdAt: at,
    updatedAt: at,
  }
  switch (kind) {
    case 'claim':
      return {
        ...base,
        kind,
        fields: { speakerId: null, attribution: null, certainty: null, about: '', said: null },
      }
    case 'denial':
      return { ...base, kind, fields: { speakerId: null, stance: null, said: null } }
    case 'event':
      return { ...base, kind, fields: { title: '', when: null, where: '', participantIds: [] } }
  }
}

/** The ranges of words in a text, each looked for after the one before. */
export function rangesOf({ revision }: ArticleContent, ...words: readonly string[]): [number, number][] {
  let from = 0
  return words.map((word) => {
    const start = revision.text.indexOf(word, from)
    if (start === -1) throw new Error(`The text has no “${word}”.`)
    from = start + word.length
    return [start, from]
  })
}

/** A link between two annotations. */
export function testLink(n: number, from: Annotation, relation: Relation, to: Annotation): Link {
  return {
    id: linkIdSchema.parse(`lnk_${tail(n)}`),
    fromId: from.id,
    toId: to.id,
    relation,
    note: '',
    createdAt: at,
  }
}

/** The id of a test actor. */
export const testActorId = (n: number) => actorIdSchema.parse(`act_${tail(n)}`)

/** A model of the given parts. */
export function testModel(given: Partial<ReportModel>): ReportModel {
  return {
    caseName: 'Test case',
    madeAt: at,
    articles: [],
    annotations: [],
    otherAnnotations: [],
    links: [],
    actors: [],
    otherArticles: [],
    threads: [],
    ofThreads: false,
    wholeText: true,
    inCase: { articles: given.articles?.length ?? 0, threads: given.threads?.length ?? 0 },
    ...given,
  }
}
