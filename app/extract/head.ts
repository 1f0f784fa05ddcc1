/**
 * What stands above the story and in its first lines: headline, byline, date,
 * notice of correction, the publisher's name, and menus. Lines that are read into
 * the metadata get the reason `head`. Nothing below the opening paragraphs is read,
 * so that no date or name is taken from a sidebar.
 */
import type { Correction } from '../model.ts'
import { findPublisherName } from './agencies.ts'
import { isBareName, isRoleLine, readByline } from './bylines.ts'
import { readHeadlineMark, readNotice } from './corrections.ts'
import { readDateline } from './datelines.ts'
import { readDateLine } from './dates.ts'
import { isMenuWord, readSectionLabel } from './furniture.ts'
import { type Head, isLabelled, readLabel } from './headLabels.ts'
import { chooseHeadline, isDottedHeadline } from './headline.ts'
import type { Item } from './items.ts'
import { publisherOfHost, readTitleTail, readUrl } from './publisher.ts'
import { wordCount } from './shape.ts'

const openingLines = 4

/** `LAHORE: ` is a dateline once; where such labels recur they name the speakers of a transcript. */
function isTranscript(items: readonly Item[], from: number): boolean {
  return (
    items
      .slice(from, from + 40)
      .filter(({ text }) => /^\p{Lu}[\p{Lu} .'’-]{1,30}:\s/u.test(text.slice(0, 40))).length >= 3
  )
}

function findBodyStart(items: readonly Item[]): number {
  let candidates = 0
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    if (item === undefined || item.reason !== null || item.caption || item.level !== null) continue
    if (readNotice(item.text, null, true) !== null || isLabelled(item.text) || readByline(item.text)) continue
    const dateline =
      item.text.length >= 50 && readHeadlineMark(item.text) === null ? readDateline(item.text, false) : null
    if (dateline !== null && dateline.end < item.text.length) return index
    if (
      candidates === 0 &&
      isDottedHeadline(
        item,
        items.slice(index + 1).find((next) => next.reason === null),
      )
    ) {
      candidates += 1
      continue
    }
    if (item.prose && readDateLine(item.text) === null) return index
    candidates += 1
  }
  return items.findIndex((item, index) => index > 0 && item.reason === null) < 0
    ? items.length
    : shortStory(items)
}

/** A text without a paragraph of prose, such as a poem: its first line is the headline only where a blank line sets it off. */
function shortStory(items: readonly Item[]): number {
  const first = items.findIndex((item) => item.reason === null)
  const second = items[first + 1]
  return second !== undefined && second.gap > 0 && items[first]?.title ? first + 1 : Math.max(first, 0)
}

/** Reads the head and marks its lines. */
export function readHead(items: Item[], dayFirst: boolean | null): Head {
  const bodyStart = findBodyStart(items)
  const head: Head = {
    bodyStart,
    headline: null,
    authors: [],
    agency: null,
    dateline: null,
    published: null,
    updated: null,
    publisher: null,
    url: null,
    correction: null,
  }
  const meta = new Set<number>()
  const candidates: number[] = []
  const upTo = openingEnd(items, bodyStart)
  const marked =
    items
      .slice(0, bodyStart)
      .map(({ text }) => readHeadlineMark(text))
      .find((mark) => mark !== null && !/^\(/u.test(mark.rest)) ?? null
  for (let index = 0; index < upTo; index += 1) {
    const item = items[index]
    if (item === undefined || item.caption || (item.reason !== null && item.reason !== 'share')) continue
    if (index >= bodyStart && item.prose && readByline(item.text) === null) continue
    if (readMeta(head, item, index < bodyStart, bodyStart <= 16, marked?.status ?? null, dayFirst)) {
      meta.add(index)
      item.reason = 'head'
    } else if (index < bodyStart && item.reason === null && !isSignedItem(item) && !isRow(item))
      candidates.push(index)
  }
  const opening = items
    .slice(bodyStart, bodyStart + 6)
    .map(({ text }) => text.slice(0, 600))
    .join(' ')
  const chosen =
    head.headline === null ? chooseHeadline(items, candidates, (index) => meta.has(index), opening) : null
  settleHeadline(head, items, chosen)
  settleCandidates(head, items, candidates, chosen, meta)
  readStory(head, items, bodyStart)
  return head
}

/** Cells of a table, which tabs part. */
function isRow(item: Item): boolean {
  return item.text.includes('\t')
}

/** A list item with a sign before it is no headline. */
function isSignedItem(item: Item): boolean {
  return item.bullet !== null && !/\d/u.test(item.bullet)
}

/** The opening lines reach a few paragraphs into the story: a standfirst may come before byline and date. */
function openingEnd(items: readonly Item[], bodyStart: number): number {
  let prose = 0
  let index = bodyStart
  while (index < items.length && index < bodyStart + openingLines + 2 && prose < 3) {
    if (items[index]?.prose) prose += 1
    if (index > bodyStart && readSectionLabel(items[index]?.text ?? '') !== null) break
    index += 1
  }
  return index
}

function readMeta(
  head: Head,
  item: Item,
  above: boolean,
  small: boolean,
  marked: Correction['status'] | null,
  dayFirst: boolean | null,
): boolean {
  const { text } = item
  const url = readUrl(text)
  if (url !== null && above) {
    head.url ??= url
    head.publisher ??= publisherOfHost(url)
    return true
  }
  if (above && readLabel(head, text, dayFirst)) return true
  const byline = readByline(text)
  if (byline !== null) {
    head.authors.push(...byline.authors.filter((name) => !head.authors.includes(name)))
    head.agency ??= byline.agency
    head.published ??= byline.published
    return true
  }
  const date = readDateLine(text, dayFirst)
  if (date !== null) {
    if (date.label === 'updated') head.updated ??= date.date.edtf
    else head.published ??= date.date.edtf
    if (date.place !== null && above) readBeside(head, date.place)
    return true
  }
  const notice = readNotice(text, marked, above)
  if (notice !== null) {
    head.correction ??= notice
    return true
  }
  // Only beside the headline: a long menu lists the names of others.
  const name = above && text.length <= 60 && small ? (findPublisherName(text) ?? publisherOfHost(text)) : null
  if (name !== null) head.publisher ??= name
  return name !== null
}

/** What stood before the date on its line: `Dawn.com | May 31` or `WASHINGTON | May 31`. */
function readBeside(head: Head, words: string): void {
  const publisher = findPublisherName(words) ?? publisherOfHost(words)
  if (publisher !== null) head.publisher ??= publisher
  else head.dateline ??= { place: words, date: null, edtf: null, agency: null, end: 0 }
}

function settleHeadline(head: Head, items: readonly Item[], chosen: number | null): void {
  const item = chosen === null ? undefined : items[chosen]
  const raw = head.headline ?? item?.text ?? null
  if (item !== undefined) {
    item.reason = 'head'
    item.level ??= 1
  }
  if (raw === null) return
  const tail = readTitleTail(raw)
  if (tail !== null) head.publisher ??= tail.publisher
  const named = tail?.headline ?? raw
  const mark = readHeadlineMark(named)
  if (mark !== null) head.correction = { status: mark.status, notice: head.correction?.notice ?? null }
  const plain = mark?.rest ?? named
  head.headline =
    item !== undefined && isDottedHeadline(item, items[(chosen ?? 0) + 1]) ? plain.replace(/\.$/u, '') : plain
}

/** The other lines above the story: menus before the headline, a name beside the date, a headline printed twice. */
function settleCandidates(
  head: Head,
  items: readonly Item[],
  candidates: readonly number[],
  chosen: number | null,
  meta: ReadonlySet<number>,
): void {
  const key = chosen === null ? null : items[chosen]?.key
  for (const index of candidates) {
    const item = items[index]
    if (item === undefined || index === chosen) continue
    const tail = readTitleTail(item.text)
    const same =
      item.key === key ||
      (head.headline !== null && (tail?.headline ?? item.text).toLowerCase() === head.headline.toLowerCase())
    const beside = meta.has(index - 1) || meta.has(index + 1) || isRoleLine(items[index + 1]?.text ?? '')
    if (same) item.reason = 'repeated'
    else if (
      chosen !== null &&
      index > chosen &&
      beside &&
      head.authors.length === 0 &&
      isBareName(item.text) &&
      !isMenuWord(item.text)
    ) {
      head.authors.push(item.text.replace(/\s+in\s.*$/u, ''))
      item.reason = 'head'
    } else if (readSectionLabel(item.text) !== null) item.reason = 'menu'
    else if (isMenuWord(item.text)) item.reason = 'menu'
    else if (chosen !== null && index < chosen && isStray(item, candidates.length)) item.reason = 'menu'
    if (same && tail !== null) head.publisher ??= tail.publisher
  }
}

/** A line above the headline that belongs to the page: under a long menu every line without a sentence. */
function isStray(item: Item, candidates: number): boolean {
  if (candidates > 8) return item.title || wordCount(item.text) <= 4
  return item.title && wordCount(item.text) <= 8
}

function readStory(head: Head, items: readonly Item[], bodyStart: number): void {
  const transcript = isTranscript(items, bodyStart)
  for (const item of items.slice(bodyStart, bodyStart + openingLines)) {
    if (item.reason !== null || item.caption) continue
    const found = readDateline(item.text, !transcript && item.prose)
    if (found === null || found.end >= item.text.length) continue
    head.dateline =
      head.dateline?.place && found.place === null ? { ...found, place: head.dateline.place } : found
    return
  }
}
