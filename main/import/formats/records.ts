/** From records of fields, as tables and feeds hold them, to documents: one record, one article. */
import { GainsayError } from '../../../app/errors.ts'
import {
  blocksOfText,
  headBlock,
  paragraph,
  type ReadBlock,
  type ReadDocument,
} from '../../../app/extract/document.ts'
import { publisherOfHost } from '../../../app/extract/publisher.ts'
import type { FieldMapping, Metadata } from '../../../app/model.ts'
import { type RecordField, recordFields } from '../../../app/vocabulary.ts'
import type { FormatResult } from './format.ts'
import { blocksOfMarkup, isMarkup } from './fragment.ts'
import { readAuthors } from './pageAuthors.ts'
import { readPageDate } from './pageMetadata.ts'
import { fieldsNamed, guessMapping } from './recordFields.ts'

/** A record's fields, all as text. */
export type Row = ReadonlyMap<string, string>

/** Most records of one file. */
export const mostRecords = 50_000

/** How many fields a sentence names. */
const mostShown = 12

/** One article for each record that has text. Throws `unreadable` where none has, `too-large` for too many. */
export function readRecords(
  rows: readonly Row[],
  name: string,
  chosen: FieldMapping | undefined,
): FormatResult {
  if (rows.length > mostRecords) throw tooMany(rows.length)
  const fields = new Set<string>()
  for (const row of rows) for (const key of row.keys()) fields.add(key)
  const mapping = chosen ?? guessMapping([...fields], rows)
  const named = new Map(
    recordFields.map((field) => [field, fieldsNamed(mapping[field] ?? '', fields)] as const),
  )
  const documents: ReadDocument[] = []
  const refused: FormatResult['refused'] = []
  rows.forEach((row, index) => {
    const document = readRecord(row, named, rows.length === 1 ? name : `${name}, record ${index + 1}`)
    if (document !== null) documents.push(document)
    else
      refused.push({
        name: `${name}, record ${index + 1}`,
        error: { code: 'unreadable', message: 'The record has no text.' },
      })
  })
  if (documents.length === 0) throw noText([...fields], mapping)
  return { documents, refused, encoding: null, encodingSure: true, mapping }
}

/** The sentence for more records than Gainsay takes in at once; null where nobody counted them. */
export function tooMany(count: number | null): GainsayError {
  const most = mostRecords.toLocaleString('en')
  const has = count === null ? `more than ${most}` : count.toLocaleString('en')
  return new GainsayError(
    'too-large',
    `The file has ${has} records; Gainsay takes in ${most} at a time. Split it and import the parts.`,
  )
}

function noText(fields: readonly string[], { text }: FieldMapping): GainsayError {
  if (text !== undefined)
    return new GainsayError(
      'unreadable',
      `The field “${text.slice(0, 80)}”, which should hold the text of articles, is empty. If another one holds it, say which and import it again.`,
    )
  const more = fields.length - mostShown
  const shown = [
    ...fields.slice(0, mostShown).map((field) => field.slice(0, 80)),
    ...(more > 0 ? [`${more.toLocaleString('en')} more`] : []),
  ].join(', ')
  return new GainsayError(
    'unreadable',
    `No field of the file holds the text of articles${shown === '' ? '' : ` (it has: ${shown})`}. Say which one it is and import it again.`,
  )
}

/** For each field of an article the record's fields that may hold it. */
type Named = ReadonlyMap<RecordField, readonly string[]>

function readRecord(row: Row, named: Named, name: string): ReadDocument | null {
  const get = (field: RecordField) => {
    for (const key of named.get(field) ?? []) {
      const value = row.get(key)?.trim() ?? ''
      if (value !== '') return value
    }
    return ''
  }
  const summary = get('summary')
  const text = get('text') === '' ? summary : get('text')
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const headline = plainLine(get('headline'))
  const blocks: ReadBlock[] = isMarkup(text) ? blocksOfMarkup(text) : blocksOfText(text)
  if (blocks.length === 0) return null
  const leads =
    text !== summary && summary !== '' && !text.includes(summary.slice(0, 60)) && !isMarkup(summary)
  return {
    name,
    blocks: [
      ...(headline === '' ? [] : [headBlock(headline)]),
      ...(leads ? [{ ...paragraph(plainLine(summary)), furniture: 'head' as const }] : []),
      ...blocks,
    ],
    judged: false,
    metadata: readStated(get, headline),
    warnings: [],
  }
}

function readStated(get: (field: RecordField) => string, headline: string): Partial<Metadata> {
  const metadata: Partial<Metadata> = {}
  if (headline !== '') metadata.headline = headline
  const authors = get('authors')
    .split(/\s*[;|]\s*|\s*,\s+(?=\p{Lu}\S+\s)/u)
    // `Moor, Ada`, as libraries print it.
    .map((one) => one.replace(/^(\p{Lu}[^\s,]+), (\p{Lu}[^\s,]+)$/u, '$2 $1'))
    .flatMap((one) => (one === '' ? [] : readAuthors(one)))
  if (authors.length > 0) metadata.authors = [...new Set(authors)].slice(0, 64)
  const published = readPageDate(get('published'))
  if (published !== null) metadata.published = published
  const url = get('url')
  if (/^https?:\/\/\S{3,4000}$/u.test(url)) metadata.url = url
  const publisher =
    get('publisher') === '' ? '' : (publisherOfHost(get('publisher')) ?? plainLine(get('publisher')))
  const host =
    publisher === '' && metadata.url !== undefined && metadata.url !== null
      ? publisherOfHost(metadata.url)
      : publisher
  if (host !== null && host !== '') metadata.publisher = host.slice(0, 256)
  if (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(get('language')))
    metadata.language = get('language').replace(/_/gu, '-')
  return metadata
}

/** A value on one line, its markup taken for words. */
function plainLine(value: string): string {
  const text =
    isMarkup(value) || /&(?:amp|quot|#\d+|#x[\da-f]+|lt|gt|nbsp);/iu.test(value)
      ? blocksOfMarkup(value)
          .filter((block) => block.furniture === null)
          .map((block) => block.text)
          .join(' ')
      : value
  return text.replace(/\s+/gu, ' ').trim()
}
