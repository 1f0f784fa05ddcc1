/**
 * Which column or field of a table or feed is what. Guessed by the names that
 * news-please, newspaper, news APIs and analysts' tables use, then by what the
 * values look like; shown to the analyst, who may correct it. Where records of several
 * makes stand in one file, a mapping names all the fields that may hold the same,
 * as `maintext | text`: for each record the first of them that it has counts.
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

/** Between the fields of which the first that a record has counts. */
const or = ' | '

/** The fields that a mapping names for one thing, in the order in which they count. */
export function fieldsNamed(named: string, fields: ReadonlySet<string>): readonly string[] {
  return fields.has(named) ? [named] : named.split('|').map((one) => one.trim())
}

type Rows = readonly ReadonlyMap<string, string>[]

/** Guesses the mapping from the fields' names and some of their values. */
export function guessMapping(fields: readonly string[], rows: Rows): FieldMapping {
  const found = new Map<RecordField, string>()
  const free = new Set(fields)
  const take = (what: RecordField, taken: readonly (string | undefined)[]) => {
    const known = taken.filter((field) => field !== undefined)
    for (const field of known) free.delete(field)
    if (known.length > 0) found.set(what, known.join(or))
  }
  const plainNames = Map.groupBy(fields, plain)
  const sample = rows.slice(0, 50)
  for (const what of recordFields) {
    const named = names[what]
      .flatMap((name) => [name, name.replace(/_/gu, '')])
      .flatMap((name) => plainNames.get(name) ?? [])
      .filter((field) => free.has(field))
    const meant = what === 'published' ? named.filter((field) => looksLike(rows, field, isDate)) : named
    take(what, complementary([...new Set(meant)], rows))
  }
  const fill = (what: RecordField, find: (free: readonly string[]) => string | undefined) => {
    if (!found.has(what)) take(what, [find([...free])])
  }
  fill('text', (left) =>
    left
      .filter((field) => meanLength(sample, field) >= 120)
      .sort((a, b) => meanLength(sample, b) - meanLength(sample, a))
      .at(0),
  )
  fill('url', (left) =>
    left.find((field) => looksLike(sample, field, (value) => /^https?:\/\/\S+$/u.test(value))),
  )
  fill('published', (left) => left.find((field) => looksLike(sample, field, isDate)))
  fill('headline', (left) =>
    left.find((field) => {
      const length = meanLength(sample, field)
      const isWords = (value: string) => /\s/u.test(value) && !/^https?:/u.test(value)
      return length >= 15 && length <= 200 && looksLike(sample, field, isWords)
    }),
  )
  return Object.fromEntries(found)
}

/** The first of the fields, and of the others those that some records have which have none of those before. */
function complementary([first, ...others]: readonly string[], rows: Rows): string[] {
  if (first === undefined) return []
  const kept = [first]
  let without = rows.filter((row) => !row.get(first)?.trim())
  for (const field of others) {
    const left = without.filter((row) => !row.get(field)?.trim())
    if (left.length === without.length) continue
    kept.push(field)
    without = left
  }
  return kept
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
