/**
 * Which column or field of a table or feed is what. Guessed by the names that
 * news-please, newspaper, news APIs and analysts' tables use, then by what the
 * values look like; shown to the analyst, who may correct it.
 */

import type { FieldMapping } from '../../../app/model.ts'
import { type RecordField, recordFields } from '../../../app/vocabulary.ts'

const names: Readonly<Record<RecordField, readonly string[]>> = {
  headline: [
    'headline',
    'title',
    'headline.main',
    'webtitle',
    'fields.headline',
    'article_title',
    'name',
    'subject',
    'titel',
    'titre',
    'título',
    'titulo',
    'заголовок',
    '标题',
    'titolo',
  ],
  text: [
    'maintext',
    'main_text',
    'body_text',
    'fulltext',
    'full_text',
    'articlebody',
    'article_body',
    'content_html',
    'content_text',
    'fields.body',
    'fields.bodytext',
    'article_text',
    'text',
    'content',
    'body',
    'article',
    'story',
    'plain_text',
    'cleaned_text',
    'transcript',
    'inhalt',
    'texte',
    'texto',
    'contenido',
    'текст',
    '内容',
    '正文',
    'testo',
    'message',
    'raw_text',
  ],
  authors: [
    'authors',
    'author',
    'byline',
    'byline.original',
    'fields.byline',
    'creator',
    'dc:creator',
    'writer',
    'journalist',
    'autor',
    'auteur',
    'автор',
    '作者',
  ],
  published: [
    'date_publish',
    'publish_date',
    'published',
    'published_at',
    'publishedat',
    'publication_date',
    'pub_date',
    'pubdate',
    'date_published',
    'datepublished',
    'webpublicationdate',
    'published_date',
    'date',
    'datetime',
    'timestamp',
    'created_at',
    'created',
    'datum',
    'fecha',
    'дата',
    '日期',
    'data',
  ],
  publisher: [
    'publisher',
    'source',
    'source.name',
    'source_name',
    'publication',
    'outlet',
    'newspaper',
    'site',
    'site_name',
    'sitename',
    'source_domain',
    'domain',
    'feed',
    'medium',
    'quelle',
    'fuente',
    'источник',
    '来源',
  ],
  url: [
    'url',
    'link',
    'weburl',
    'web_url',
    'source_url',
    'canonical_link',
    'canonical_url',
    'permalink',
    'href',
    'uri',
  ],
  language: ['language', 'lang', 'locale', 'sprache'],
  summary: [
    'description',
    'abstract',
    'summary',
    'snippet',
    'lead_paragraph',
    'teaser',
    'excerpt',
    'subtitle',
    'standfirst',
    'trailtext',
  ],
}

/** Guesses the mapping from the fields' names and some of their values. */
export function guessMapping(
  fields: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): FieldMapping {
  const found: { [what in RecordField]?: string | undefined } = {}
  const free = () => fields.filter((field) => !Object.values(found).includes(field))
  const plainNames = new Map(fields.map((field) => [field, plain(field)]))
  for (const what of recordFields) {
    const named = names[what]
      .map((name) => {
        const joined = name.replace(/_/gu, '')
        return free().find((field) => plainNames.get(field) === name || plainNames.get(field) === joined)
      })
      .find((field) => field !== undefined)
    if (named !== undefined && (what !== 'published' || looksLike(rows, named, isDate))) found[what] = named
  }
  const sample = rows.slice(0, 50)
  found.text ??= free()
    .filter((field) => meanLength(sample, field) >= 120)
    .sort((a, b) => meanLength(sample, b) - meanLength(sample, a))[0]
  found.url ??= free().find((field) => looksLike(sample, field, (value) => /^https?:\/\/\S+$/u.test(value)))
  found.published ??= free().find((field) => looksLike(sample, field, isDate))
  found.headline ??= free().find((field) => {
    const length = meanLength(sample, field)
    return (
      length >= 15 &&
      length <= 200 &&
      looksLike(sample, field, (value) => /\s/u.test(value) && !/^https?:/u.test(value))
    )
  })
  // A key without a value says nothing; the mapping names only what was found.
  return Object.fromEntries(Object.entries(found).filter(([, field]) => field !== undefined))
}

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')

const isDate = (value: string) => /\d{4}/u.test(value) && value.length <= 60 && !/^https?:/u.test(value)

function looksLike(
  rows: readonly ReadonlyMap<string, string>[],
  field: string,
  test: (value: string) => boolean,
): boolean {
  const values = rows
    .slice(0, 50)
    .map((row) => row.get(field) ?? '')
    .filter((value) => value !== '')
  return values.length > 0 && values.filter(test).length * 2 > values.length
}

function meanLength(rows: readonly ReadonlyMap<string, string>[], field: string): number {
  return rows.reduce((sum, row) => sum + (row.get(field)?.length ?? 0), 0) / Math.max(1, rows.length)
}
