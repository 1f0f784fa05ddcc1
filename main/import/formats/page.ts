/**
 * From a page's markup to a document of blocks: Mozilla's Readability says what
 * the article is, our own walk says what blocks there are, and each block that
 * Readability left out stays as furniture, with the reason its element gives.
 */
import { Readability } from '@mozilla/readability'
import type { ReadBlock, ReadDocument } from '../../../app/extract/document.ts'
import { readFurniture, readSectionLabel } from '../../../app/extract/furniture.ts'
import { isDayFirst } from '../../../app/extract/language.ts'
import type { Metadata } from '../../../app/model.ts'
import { countTexts, type PageBlock, readPageBlocks } from './htmlBlocks.ts'
import { parsePage } from './htmlDom.ts'
import { findLeftovers } from './leftovers.ts'
import { listLinks } from './linkList.ts'
import { readAuthors, readMarkedAuthors } from './pageAuthors.ts'
import { readPageDate, readPageMetadata, readTaggedAuthors } from './pageMetadata.ts'
import { cutLongDash, cutSiteName, isSiteName } from './pageTitle.ts'

/** Reads a page. Throws `too-large` for markup without end. */
export function readPage(markup: string, name: string): ReadDocument {
  const page = parsePage(markup)
  const { document } = page
  const metadata = readPageMetadata(page)
  const house = isHouse(metadata)
  const marked = metadata.authors === undefined || house ? readMarkedAuthors(page) : []
  const tagged = readTaggedAuthors(page)
  const blocks = readPageBlocks(document.body, metadata.url ?? null)
  const titles = { printed: tidyLine(document.title), heading: readHeading(document) }
  const article = new Readability<Element>(document, { serializer: toElement }).parse()
  const content = article?.content ?? null
  if (article !== null) addStated(metadata, article, titles)
  if (house && marked.length > 0) metadata.authors = marked
  const told = marked.length > 0 ? marked : tagged
  if (metadata.authors === undefined && told.length > 0) metadata.authors = told
  if (content === null)
    return {
      name,
      blocks: blocks.map((block) => toBlock(block, null)),
      judged: false,
      metadata,
      warnings: [],
    }
  const inside = findInside(blocks, countTexts(content))
  const leftovers = findLeftovers(blocks.filter((_, index) => inside[index]))
  let at = -1
  const read = blocks.map((block, index) => {
    if (inside[index]) at += 1
    return toBlock(block, inside[index] ? (leftovers[at] ?? null) : reasonOf(block))
  })
  const judged = read.some((block) => block.furniture === null)
  return {
    name,
    blocks: judged
      ? [...read, ...listLinks(blocks.filter((_, index) => inside[index]))]
      : blocks.map((block) => toBlock(block, null)),
    judged,
    metadata,
    warnings: [],
  }
}

/** True where the author that is stated is none but the publisher: a name on the page says more. */
const isHouse = ({ authors, publisher }: Partial<Metadata>) =>
  publisher !== undefined &&
  publisher !== null &&
  (authors?.every((name) => isSiteName(name, [publisher])) ?? false)

type Article = NonNullable<ReturnType<Readability<Element>['parse']>>

/** Readability's reading of title, byline, date and site, where the page's own statement says nothing. */
function addStated(metadata: Partial<Metadata>, article: Article, page: Titles): void {
  const publisher = metadata.publisher ?? article.siteName ?? null
  if (publisher !== null) metadata.publisher = publisher
  const sites = [publisher, article.siteName, metadata.url].filter((name) => typeof name === 'string')
  const title = headlineOf(tidyLine(article.title ?? ''), page, sites)
  if (title !== '') metadata.headline = title
  const authors = readAuthors(article.byline ?? '')
  if (authors.length > 0 && metadata.authors === undefined) metadata.authors = authors
  const published =
    metadata.published ?? readPageDate(article.publishedTime ?? '', isDayFirst(metadata.language ?? null))
  if (published !== null) metadata.published = published
}

/** What the page prints as its title and as its first heading of the first rank; empty where it has none. */
type Titles = { printed: string; heading: string }

const tidyLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The title without the site's name; of a page that has but that for a title, its one main heading. */
function headlineOf(title: string, { printed, heading }: Titles, sites: readonly string[]): string {
  const cut = cutSiteName(cutLongDash(title, printed), sites)
  return isSiteName(cut, sites) && heading !== '' ? heading : cut
}

/** The one heading of the first rank; empty where there are none or several. */
function readHeading(document: Document): string {
  const headings = document.getElementsByTagName('h1')
  return headings.length === 1 ? tidyLine(headings[0]?.textContent ?? '') : ''
}

/** The content comes as the node itself; its markup is never made. */
function toElement(node: Node): Element {
  // Readability hands its serializer the element it built.
  return node as Element
}

/** For each block, whether most of its text stands in what Readability kept. */
function findInside(blocks: readonly PageBlock[], kept: Map<string, number>): boolean[] {
  const share = blocks.map(() => 0)
  const take = (from: Map<string, number>, key: string) => {
    const left = from.get(key) ?? 0
    if (left > 0) from.set(key, left - 1)
    return left > 0
  }
  const open: { index: number; words: string; length: number }[] = []
  blocks.forEach(({ parts }, index) => {
    for (const { key, length } of parts) {
      if (take(kept, key)) share[index] = (share[index] ?? 0) + length
      else open.push({ index, words: wordsOf(key), length })
    }
  })
  // Readability puts some texts into elements of its own, which have no number: those are known by their words.
  const moved = new Map<string, number>()
  for (const [key, left] of kept) if (left > 0) moved.set(wordsOf(key), (moved.get(wordsOf(key)) ?? 0) + left)
  for (const { index, words, length } of open)
    if (take(moved, words)) share[index] = (share[index] ?? 0) + length
  return blocks.map(
    ({ parts }, index) => (share[index] ?? 0) * 2 > parts.reduce((sum, { length }) => sum + length, 0),
  )
}

const wordsOf = (key: string) => key.slice(key.indexOf('|') + 1)

function reasonOf(block: PageBlock) {
  return (
    readFurniture(block.text) ??
    readSectionLabel(block.text) ??
    block.hint ??
    (block.text.length < 40 ? 'menu' : 'sidebar')
  )
}

function toBlock(block: PageBlock, furniture: ReadBlock['furniture']): ReadBlock {
  return { type: block.type, level: block.level, text: block.text, furniture, page: null }
}
