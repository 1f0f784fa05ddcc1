/** An article between its row and its record. */
import type { Article } from '../app/model.ts'
import { fromJson } from './connection.ts'

/** An article as a row. */
export type ArticleTableRow = {
  rowKey: number
  id: string
  revisionId: string
  sourceId: string
  importedAt: string
  headline: string
  headlineProposed: number
  publisher: string | null
  authors: string
  credits: string
  dateline: string | null
  datelineDate: string | null
  published: string | null
  url: string | null
  language: string | null
  correction: string | null
  flippedBlocks: string
  reprintOf: string | null
}

/** The columns of an article's own fields. */
export const articleFields = [
  'id',
  'revisionId',
  'sourceId',
  'importedAt',
  'headline',
  'headlineProposed',
  'publisher',
  'authors',
  'credits',
  'dateline',
  'datelineDate',
  'published',
  'url',
  'language',
  'correction',
  'flippedBlocks',
  'reprintOf',
]
/** The columns of an article, with the key its search entry goes by. */
export const articleColumns = ['rowKey', ...articleFields].map((name) => `article.${name}`).join(', ')

/** The record of a row. */
export function toArticle({ rowKey: _, ...row }: ArticleTableRow): Article {
  return {
    ...row,
    headlineProposed: row.headlineProposed === 1,
    authors: fromJson(row.authors),
    credits: fromJson(row.credits),
    correction: row.correction === null ? null : fromJson(row.correction),
    flippedBlocks: fromJson(row.flippedBlocks),
  } as Article // written by putArticle
}
