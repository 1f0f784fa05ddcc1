/**
 * What every import format gives, and how it becomes an article. A format tells
 * blocks apart and reads what the file says of itself; the rules for text fill
 * in what the file leaves open. What a file states outright is believed before
 * what its text suggests.
 */
import { blockSeparator } from '../blocks.ts'
import type { Block, FieldMapping, Metadata } from '../model.ts'
import type { BlockType, FurnitureReason } from '../vocabulary.ts'
import { type ExtractedArticle, extractParagraphs, extractText } from './extractText.ts'
import { isDayFirst } from './language.ts'
import { type Paragraph, readParagraphs } from './lines.ts'
import { findShownDate } from './shownDate.ts'

/** One block as a format read it. */
export type ReadBlock = {
  type: BlockType
  /** 1–6 for headings, null for all else. */
  level: number | null
  /** Without blank lines; cells of a table row are parted by tabs. */
  text: string
  furniture: FurnitureReason | null
  /** From 1; null where the source has no pages. */
  page: number | null
}

/** How a file within a file was read. */
export type InsideFile = {
  /** Its name there, as it is shown. */
  name: string
  /** Id of its import format. */
  format: string
  /** As the WHATWG names it; `binary` for formats that are no text. */
  encoding: string
  encodingSure: boolean
  mapping: FieldMapping | null
}

/** One document of a file, on its way to an article. */
export type ReadDocument = {
  /** Names the document where it has no headline; for a document inside a file, its own name. */
  name: string
  blocks: ReadBlock[]
  /** True where the format itself has told furniture from the article; else the rules for text do it. */
  judged: boolean
  /** True for a file that was written as a document: no page's menus stand around its text. Absent: they may. */
  authored?: boolean
  /** What the file states; fields it does not state are absent. */
  metadata: Partial<Metadata>
  /** Sentences for the analyst on what was doubtful or left out. */
  warnings: string[]
  /** The file within the file that it was read from; absent where it stands in the file itself. */
  inside?: InsideFile
  /** For plain text: the text itself, which the rules for text then read as a whole; `blocks` may be empty. */
  text?: string
}

/** An article with what there was to say about reading it. */
export type ComposedArticle = ExtractedArticle & {
  name: string
  warnings: string[]
  /** The file within the file that it was read from; null where it stands in the file itself. */
  inside: InsideFile | null
}

/** Lines beside the headline that may tell byline and date though they are not of the article. */
const mostHeadLines = 12
const openingBlocks = 16
const closingBlocks = 8

/** A block of running text. */
export function paragraph(text: string, page: number | null = null): ReadBlock {
  return { type: 'paragraph', level: null, text, furniture: null, page }
}

/** The headline as a block of its own, for documents that state it apart from their text. */
export function headBlock(text: string): ReadBlock {
  return { type: 'heading', level: 1, text, furniture: 'head', page: null }
}

/** Blocks of plain text, by the rules for text files. */
export function blocksOfText(text: string): ReadBlock[] {
  return readParagraphs(text).map(({ text: words, bullet, level, quoted }) => ({
    type: level !== null ? 'heading' : quoted ? 'quote' : bullet !== null ? 'listItem' : 'paragraph',
    level,
    text: words,
    furniture: null,
    page: null,
  }))
}

/** The article of a document: canonical text, blocks that tile it, and all metadata. */
export function composeArticle(document: ReadDocument): ComposedArticle {
  if (document.text !== undefined) return composeText(document, document.text)
  const blocks = document.blocks
    .map((block) => ({ ...block, text: cleanText(block.text) }))
    .filter(({ text }) => text !== '')
  const read = document.judged ? readAround(document, blocks) : readAll(document, blocks)
  return {
    name: document.name,
    warnings: document.warnings,
    inside: document.inside ?? null,
    metadata: mergeMetadata(read.metadata, document.metadata),
    ...layBlocks(read.blocks),
  }
}

/**
 * Text as every block must be: well-formed Unicode, no controls but tab and line
 * end, and no blank line, since that is what parts blocks.
 */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[\p{Cc}--[\t\n]]/gv, '')
    .replace(/\n\s*\n/gu, '\n')
    .trim()
}

const cleanLine = (text: string) => cleanText(text).replace(/\s+/gu, ' ')

function composeText({ name, warnings, metadata, inside }: ReadDocument, text: string): ComposedArticle {
  const read = extractText({ text, name })
  return { ...read, name, warnings, inside: inside ?? null, metadata: mergeMetadata(read.metadata, metadata) }
}

type Read = { metadata: Metadata; blocks: ReadBlock[] }

/** The rules for text judge every block that the format left open. */
function readAll(document: ReadDocument, blocks: ReadBlock[]): Read {
  const { metadata, blocks: found } = extractParagraphs(
    blocks.map(toParagraph),
    document.name,
    document.authored !== true,
  )
  const judged = blocks.map((block, index): ReadBlock => {
    const rule = found[index]
    if (rule === undefined) return block
    const foreignHead =
      rule.furniture === 'head' && document.metadata.headline !== undefined && rule.type === 'heading'
    const furniture =
      block.furniture ??
      (foreignHead && !sameWords(block.text, document.metadata.headline ?? '') ? null : rule.furniture)
    const typed = block.type === 'paragraph' && !block.text.includes('\t')
    return typed ? { ...block, type: rule.type, level: rule.level, furniture } : { ...block, furniture }
  })
  return { metadata, blocks: judged }
}

/** The rules for text only read the metadata, from the article and the lines right above it. */
function readAround(document: ReadDocument, blocks: ReadBlock[]): Read {
  const head = new Set(findHeadLines(document, blocks))
  const own = blocks.filter((block) => block.furniture === null)
  // Nothing in the midst of a story says who wrote it, when and where.
  const told = new Set([...head, ...own.slice(0, openingBlocks), ...own.slice(-closingBlocks)])
  const heard = blocks.filter((block) => told.has(block))
  const { metadata, blocks: found } = extractParagraphs(heard.map(toParagraph), document.name)
  heard.forEach((block, index) => {
    const isHead = found[index]?.furniture === 'head' && head.has(block)
    if (isHead) head.add(block)
    else head.delete(block)
  })
  const stated = document.metadata
  if (metadata.published === null && stated.published === undefined)
    metadata.published = findShownDate(
      blocks,
      headlineIndex(blocks, stated.headline ?? ''),
      isDayFirst(stated.language ?? metadata.language),
    )
  return {
    metadata,
    blocks: blocks.map((block) => (head.has(block) ? { ...block, furniture: 'head' } : block)),
  }
}

/** Where the headline stands last before the article, or in it; -1 where it does not. */
function headlineIndex(blocks: readonly ReadBlock[], headline: string): number {
  const first = blocks.findIndex((block) => block.furniture === null)
  const before = blocks.slice(0, first + 1).findLastIndex((block) => sameWords(block.text, headline))
  return before < 0 ? blocks.findIndex((block) => sameWords(block.text, headline)) : before
}

/** Furniture between the headline, or the article's last lines before it, and the first block of the article. */
function findHeadLines(document: ReadDocument, blocks: readonly ReadBlock[]): ReadBlock[] {
  const first = blocks.findIndex((block) => block.furniture === null)
  const above = first < 0 ? [] : blocks.slice(Math.max(0, first - mostHeadLines), first)
  const headline = document.metadata.headline ?? ''
  const from = above.findLastIndex((block) => sameWords(block.text, headline))
  return from < 0 ? above.slice(-4) : above.slice(from)
}

function toParagraph(block: ReadBlock): Paragraph {
  return {
    text: block.text,
    gap: 1,
    bullet: block.type === 'listItem' ? '•' : null,
    level: block.type === 'heading' ? (block.level ?? 2) : null,
    quoted: block.type === 'quote',
  }
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return a !== '' && b !== '' && plain(a) === plain(b)
}

function layBlocks(blocks: readonly ReadBlock[]): { text: string; blocks: Block[] } {
  let start = 0
  const laid = blocks.map(({ type, level, text, furniture, page }): Block => {
    const end = start + text.length
    const block: Block = { type, start, end, level: type === 'heading' ? (level ?? 2) : null, furniture }
    start = end + blockSeparator.length
    return page === null ? block : { ...block, page }
  })
  return { text: blocks.map(({ text }) => text).join(blockSeparator), blocks: laid }
}

/** What was stated where something was stated, else what was found. */
function mergeMetadata(found: Metadata, stated: Partial<Metadata>): Metadata {
  const headline = cleanLine(stated.headline ?? '')
  const authors = (stated.authors ?? []).map(cleanLine).filter((name) => name !== '')
  const publisher = cleanLine(stated.publisher ?? '')
  return {
    headline: cut(headline === '' ? found.headline : headline, 1024),
    headlineProposed: headline === '' ? found.headlineProposed : (stated.headlineProposed ?? false),
    publisher: cutOrNull(publisher === '' ? found.publisher : publisher, 256),
    authors: (authors.length > 0 ? authors : found.authors).slice(0, 64).map((name) => cut(name, 256)),
    credits: [...(stated.credits ?? []), ...found.credits].slice(0, 64),
    dateline: stated.dateline ?? found.dateline,
    datelineDate: stated.datelineDate ?? found.datelineDate,
    published: stated.published ?? found.published,
    url: cutOrNull(stated.url ?? found.url, 4096),
    language: stated.language ?? found.language,
    correction: stated.correction ?? found.correction,
  }
}

const cut = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '')
const cutOrNull = (text: string | null, most: number) =>
  text === null || text === '' ? null : cut(text, most)
