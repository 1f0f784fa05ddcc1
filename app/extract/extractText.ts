/**
 * From the text of a file to an article: metadata and blocks. The canonical text
 * holds every line of the file, tidied, in its order; the rules only say of each
 * block what it is and whether it is furniture. Nothing is dropped, so whatever
 * the rules get wrong is one click away.
 */
import { blockSeparator } from '../blocks.ts'
import type { Block, Credit, Metadata } from '../model.ts'
import { keepSome, markAboveHead, markOutside } from './core.ts'
import { type Notice, readNotice, readNoticeHeading } from './corrections.ts'
import { readCredits, readTrailingCredits } from './credits.ts'
import { readDateLine } from './dates.ts'
import { markGalleries } from './galleries.ts'
import { readHead } from './head.ts'
import type { Head } from './headLabels.ts'
import { proposeHeadline } from './headline.ts'
import { type Item, readItems } from './items.ts'
import { detectLanguage, isDayFirst } from './language.ts'
import { type Paragraph, readParagraphs } from './lines.ts'
import { markPlayers } from './player.ts'
import { readCopyright, readPublishedIn } from './publisher.ts'
import { markRepeats } from './repeats.ts'
import { goesOn, wordCount } from './shape.ts'
import { markTail } from './tail.ts'

/** An article as it was read, before it is given an id. */
export type ExtractedArticle = { metadata: Metadata; text: string; blocks: Block[] }

/** Reads a file's decoded text; `name` is the file's name, which heads an article without words. */
export function extractText(input: { text: string; name: string }): ExtractedArticle {
  return extractParagraphs(readParagraphs(input.text), input.name)
}

/**
 * As `extractText`, for paragraphs that a format has already told apart; the blocks are one for each, in order.
 * `onPage`: whether a page's menus and lists may stand around the article.
 */
export function extractParagraphs(
  paragraphs: readonly Paragraph[],
  name: string,
  onPage = true,
): ExtractedArticle {
  const items = readItems(paragraphs)
  const language = detectLanguage(sample(items))
  markPlayers(items)
  markGalleries(items)
  if (onPage) markAboveHead(items)
  const head = readHead(items, isDayFirst(language))
  markTail(items, head.bodyStart)
  if (onPage) markOutside(items)
  else keepSome(items)
  const end = readEnd(head, items)
  markRepeats(items, head.bodyStart)
  return { metadata: describe(head, end, items, language, name), ...lay(items) }
}

/** The longest paragraphs' words, for telling the language: menus may be in another one. */
function sample(items: readonly Item[]): string {
  const own = items.filter((item) => item.reason === null)
  const prose = own.filter((item) => item.prose)
  return (prose.length > 0 ? prose : own)
    .slice(0, 40)
    .map(({ text }) => text.slice(0, 2000))
    .join('\n')
}

type End = { credits: Credit[]; publisher: string | null; published: string | null }

/** What the end of the story tells: credits, `Published in …`, a notice of correction, the copyright line. */
function readEnd(head: Head, items: Item[]): End {
  const end: End = { credits: [], publisher: null, published: null }
  items.forEach((item, index) => {
    if (index < head.bodyStart) {
      end.publisher ??= item.reason === 'notice' ? readCopyright(item.text) : null
      return
    }
    const copyright = item.reason === null || item.reason === 'notice' ? readCopyright(item.text) : null
    if (copyright !== null) end.publisher ??= copyright
    if (item.reason !== null) return
    end.credits.push(...(readCredits(item.text) ?? readTrailingCredits(item.text) ?? []))
    const notice = index > head.bodyStart ? readEndNotice(items, index) : null
    const publisher = readPublishedIn(item.text)
    if (notice !== null) {
      const status = head.correction?.status ?? notice.status
      head.correction = { status, notice: head.correction?.notice ?? notice.notice }
      item.reason = 'head'
    } else if (publisher !== null) {
      end.publisher ??= publisher
      end.published ??= readDateLine(item.text.slice(item.text.indexOf(',') + 1))?.date.edtf ?? null
      item.reason = 'head'
    } else {
      const date = item.prose ? null : readDateLine(item.text)
      if (date?.label !== 'published') return
      end.published ??= date.date.edtf
      item.reason = 'head'
    }
  })
  return end
}

/** A notice of correction at this paragraph; one under a heading of its own is the paragraph after it, which is marked too. */
function readEndNotice(items: readonly Item[], index: number): Notice | null {
  const item = items[index]
  const next = items[index + 1]
  if (item === undefined) return null
  const status = readNoticeHeading(item.text)
  if (status === null || next === undefined || !next.prose || next.text.length > 1500)
    return readNotice(item.text, null, false)
  next.reason = 'head'
  return { status, notice: next.text }
}

const cut = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '')
const cutOrNull = (text: string | null, most: number) =>
  text === null || text === '' ? null : cut(text, most)

function describe(
  head: Head,
  end: End,
  items: readonly Item[],
  language: string | null,
  name: string,
): Metadata {
  const { dateline } = head
  const own = items.filter((item) => item.reason === null && !item.caption)
  const story = own.find((item) => item.prose) ?? own[0]
  const start = story === items[head.bodyStart] ? (dateline?.end ?? 0) : 0
  const proposed =
    story === undefined
      ? name.replace(/\.[^.]{1,8}$/u, '')
      : proposeHeadline(story.text.slice(start, start + 800))
  return {
    headline: cut((head.headline ?? proposed).replace(/\s+/gu, ' '), 1024),
    headlineProposed: head.headline === null,
    publisher: cutOrNull(dateline?.agency ?? head.agency ?? head.publisher ?? end.publisher, 256),
    authors: [...new Set(head.authors)].slice(0, 64).map((author) => cut(author, 256)),
    credits: end.credits.slice(0, 64).map((credit) => ({ ...credit, name: cut(credit.name, 256) })),
    dateline: cutOrNull(dateline?.place ?? null, 256),
    datelineDate: cutOrNull(dateline?.date ?? null, 64),
    published: head.published ?? head.updated ?? end.published ?? dateline?.edtf ?? null,
    url: cutOrNull(head.url, 4096),
    language,
    correction:
      head.correction === null
        ? null
        : { ...head.correction, notice: cutOrNull(head.correction.notice, 4096) },
  }
}

/** The canonical text and its blocks. */
function lay(items: readonly Item[]): { text: string; blocks: Block[] } {
  let start = 0
  const blocks = items.map((item, index): Block => {
    const end = start + item.text.length
    const block = { ...typeOf(items, item, index), start, end, furniture: item.reason }
    start = end + blockSeparator.length
    return block
  })
  return { text: items.map(({ text }) => text).join(blockSeparator), blocks }
}

function typeOf(items: readonly Item[], item: Item, index: number): Pick<Block, 'type' | 'level'> {
  if (item.level !== null) return { type: 'heading', level: item.level }
  if (item.caption) return { type: 'caption', level: null }
  if (item.quoted) return { type: 'quote', level: null }
  if (item.bullet !== null) return { type: 'listItem', level: null }
  return isHeading(items, item, index) ? { type: 'heading', level: 2 } : { type: 'paragraph', level: null }
}

/** A short title on its own between paragraphs of prose. */
function isHeading(items: readonly Item[], item: Item, index: number): boolean {
  if (item.reason !== null || !item.title || wordCount(item.text) > 12 || item.text.length > 90) return false
  const next = items.slice(index + 1, index + 4).find((other) => other.reason === null)
  const before = items[index - 1]
  if (next === undefined || before === undefined || goesOn(before.text)) return false
  return next.prose && (before.prose || before.reason !== null || before.caption)
}
