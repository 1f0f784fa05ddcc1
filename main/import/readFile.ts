/**
 * The one way of a file into the case: bytes, recognised format, blocks and
 * metadata, furniture, articles. What lies inside a file (an entry of an archive,
 * an attachment) goes the same way, within bounds that hold for the whole file.
 */

import { bodyText } from '../../app/blocks.ts'
import { GainsayError } from '../../app/errors.ts'
import { type ComposedArticle, composeArticle, type ReadDocument } from '../../app/extract/document.ts'
import { maxImportBytes } from '../../app/limits.ts'
import type { FieldMapping } from '../../app/model.ts'
import type { Format, FormatResult, ReadOptions } from './formats/format.ts'
import { findLack } from './lack.ts'
import { findFormat, recognise } from './recognise.ts'
import { refusalOf, refusedFor } from './refusal.ts'

/** What the analyst settled for this file; absent means: find out. */
export type FileOptions = {
  format?: string
  encoding?: string
  mapping?: FieldMapping
  /** Name of the file within the file (an archive's entry, an attachment) for which all this holds; absent: the file itself. */
  inside?: string
  /** The format that the file itself is then read as. */
  outer?: string
}

/** A file as it was read: at least one article, or `readFile` threw. */
export type FileRead = {
  format: string
  mediaType: string
  /** As the WHATWG names it; `binary` for formats that are no text. */
  encoding: string
  /** False where the encoding is a guess that should be shown. */
  encodingSure: boolean
  /** How columns or fields were understood; null for formats without records. */
  mapping: FieldMapping | null
  articles: ComposedArticle[]
  /** Parts of the file that were refused, each with its sentence. */
  refused: FormatResult['refused']
}

/** Archives in archives in archives. */
const deepest = 4
const mostDocuments = 50_000
/** Files within a file, those that are refused too. */
const mostInside = 50_000
const mostInsideBytes = 1024 * 1024 * 1024

/** Reads a file into its articles. Throws a GainsayError with a sentence where it holds none. */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: FileOptions = {},
): Promise<FileRead> {
  const format = formatOf(bytes, name, options.inside === undefined ? options.format : options.outer)
  const budget: Budget = { bytes: mostInsideBytes, files: mostInside, documents: mostDocuments }
  const result = await readAs(format, bytes, name, options, budget, 0)
  const articles: ComposedArticle[] = []
  let lack = unreadable(`The file ${findLack('')}`)
  for (const document of result.documents) {
    const isPart = result.documents.length > 1 || document.inside !== undefined
    try {
      articles.push(articleOf(document, isPart ? 'It' : 'The file'))
    } catch (error) {
      if (isPart) result.refused.push({ name: document.name, error: refusedFor(error) })
      else lack = refusalOf(error)
    }
  }
  if (articles.length === 0) throw nothingIn(result.refused, lack)
  return {
    format: format.id,
    mediaType: format.mediaType,
    encoding: result.encoding ?? 'binary',
    encodingSure: result.encodingSure,
    mapping: result.mapping,
    articles,
    refused: result.refused.map((part) => ({ ...part, name: shownName(part.name) })),
  }
}

/** The article of a document, which a sentence calls `it`. @throws GainsayError where its text is none. */
function articleOf(document: ReadDocument, it: string): ComposedArticle {
  const article = composeArticle(document)
  const lack = findLack(bodyText(article, { flippedBlocks: [] }))
  if (lack !== null) throw unreadable(`${it} ${lack}`)
  return article
}

const formatOf = (bytes: Uint8Array, name: string, format: string | undefined): Format =>
  (format === undefined ? null : findFormat(format)) ?? recognise(bytes, name)

/** How much of a name a sentence has. */
const mostInSentence = 160

/** A file's name within another one, as long as a part's name may be. */
const shownName = (name: string) => name.slice(0, 1024)

type Budget = { bytes: number; files: number; documents: number }

async function readAs(
  format: Format,
  bytes: Uint8Array,
  name: string,
  options: FileOptions,
  budget: Budget,
  depth: number,
): Promise<FormatResult> {
  const readInside: NonNullable<ReadOptions['readInside']> = async (inner, innerName) => {
    budget.files -= 1
    if (budget.files < 0)
      throw new GainsayError(
        'too-large',
        `The file holds more than ${mostInside.toLocaleString('en')} files; the rest was left out.`,
      )
    budget.bytes -= inner.length
    if (budget.bytes < 0)
      throw new GainsayError(
        'too-large',
        'What the file holds unpacks to more than Gainsay takes in at once; the rest was left out.',
      )
    if (depth >= deepest)
      throw new GainsayError(
        'refused',
        'It lies in an archive in an archive, more deeply than Gainsay looks.',
      )
    const chosen = options.inside === shownName(innerName) ? options.format : undefined
    const innerFormat = formatOf(inner, innerName, chosen)
    const result = await readAs(innerFormat, inner, innerName, options, budget, depth + 1)
    noteInside(result, shownName(innerName), innerFormat)
    return result
  }
  checkSize(format, bytes.length)
  const isMeant = depth === 0 ? options.inside === undefined : options.inside === shownName(name)
  const { encoding, mapping } = isMeant ? options : {}
  const result = await guarded(() =>
    format.read(bytes, name, {
      readInside,
      ...(encoding === undefined ? {} : { encoding }),
      ...(mapping === undefined ? {} : { mapping }),
    }),
  )
  budget.documents -= depth === 0 ? 0 : result.documents.length
  if (budget.documents < 0)
    throw new GainsayError(
      'too-large',
      'The file holds more articles than Gainsay takes in at once; the rest was left out.',
    )
  return result
}

/** Says of each document which file within the file it came from; the innermost holds. */
function noteInside(
  { documents, encoding, encodingSure, mapping }: FormatResult,
  name: string,
  { id }: Format,
) {
  for (const document of documents)
    document.inside ??= { name, format: id, encoding: encoding ?? 'binary', encodingSure, mapping }
}

/** A parser that gives up does so with a sentence. */
async function guarded(read: () => Promise<FormatResult>): Promise<FormatResult> {
  try {
    return await read()
  } catch (error) {
    throw refusalOf(error)
  }
}

function checkSize({ label, mostBytes = maxImportBytes }: Format, size: number): void {
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`
  if (size > mostBytes)
    throw new GainsayError(
      'too-large',
      `The file has ${megabytes(size)}; as ${label}, Gainsay takes in up to ${megabytes(mostBytes)}. Nothing was imported of it.`,
    )
}

/** Why a file gave no article: its `own` reason, or that of the first of its parts. */
function nothingIn(parts: FormatResult['refused'], own: GainsayError): GainsayError {
  const [first] = parts
  if (first === undefined) return own
  const { error } = first
  const name = first.name.slice(0, mostInSentence)
  const which = parts.length === 1 ? 'Its only part' : `The first of its ${parts.length} parts`
  return new GainsayError(error.code, `${which}, “${name}”, was refused: ${error.message}`)
}

const unreadable = (sentence: string) => new GainsayError('unreadable', sentence)
