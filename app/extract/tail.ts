/**
 * What stands after the article, and the boxes that stand in its midst: sections
 * opened by a label (`Most popular`, `Related`, `Comments (3)`), and runs of
 * titles and teasers without one. A label alone is not enough: the article is
 * taken to be over only where no running text resumes after it.
 */
import type { FurnitureReason } from '../vocabulary.ts'
import { endMarks } from './clutterWords.ts'
import { readCredits, readTrailingCredits } from './credits.ts'
import { readDateLine } from './dates.ts'
import { isMenuWord, isSlug, readSectionLabel } from './furniture.ts'
import type { Item } from './items.ts'
import { endsSentence, fold, goesOn, wordCount } from './shape.ts'

const longerThanTeaser = 200

/** What holds for the items from an index to the end. */
type Suffix = { titles: number; prose: number; dates: number; repeats: number }

type View = { items: Item[]; resume: Int32Array; suffix: Suffix[]; credits: boolean[] }

function hasCredits(item: Item): boolean {
  return readTrailingCredits(item.text) !== null || readCredits(item.text) !== null
}

/** For each index, the next at which the article goes on: two paragraphs of prose in a row, or a credit line. -1: none. */
function look(items: Item[]): View {
  const { length } = items
  const resume = new Int32Array(length + 1).fill(-1)
  const suffix: Suffix[] = new Array(length + 1)
  suffix[length] = { titles: 0, prose: 0, dates: 0, repeats: 0 }
  const credits = items.map(hasCredits)
  let nextProse = false
  let lastTitle: string | null = null
  let lastAt = -1
  for (let index = length - 1; index >= 0; index -= 1) {
    const item = items[index]
    const below = suffix[index + 1]
    if (item === undefined || below === undefined) continue
    const own = item.reason === null
    resume[index] = resume[index + 1] ?? -1
    if (own && (credits[index] || (item.prose && nextProse))) resume[index] = index
    if (own && !item.caption) nextProse = item.prose || isSpeech(item)
    const repeated = item.title && item.key === lastTitle && lastAt - index <= 2
    suffix[index] = {
      titles: below.titles + (item.title ? 1 : 0),
      prose: below.prose + (item.prose ? 1 : 0),
      dates: below.dates + (readDateLine(item.text) === null ? 0 : 1),
      repeats: below.repeats + (repeated ? 1 : 0),
    }
    if (item.title) {
      lastTitle = item.key
      lastAt = index
    }
  }
  return { items, resume, suffix, credits }
}

/** A short sentence of its own, as one-line quotes are: it belongs to running text though it is no prose by length. */
function isSpeech(item: Item): boolean {
  return !item.title && endsSentence(item.text)
}

/** True where what follows looks like a list of other stories. */
function looksForeign(suffix: Suffix | undefined): boolean {
  if (suffix === undefined) return false
  if (suffix.repeats >= 1 || suffix.dates >= 2) return true
  return suffix.titles >= 2 && suffix.titles >= 0.4 * (suffix.titles + suffix.prose)
}

function markTo(view: View, from: number, to: number, reason: FurnitureReason): void {
  let current = reason
  for (let index = from; index < to; index += 1) {
    const item = view.items[index]
    if (item === undefined) continue
    if (index > from) current = readSectionLabel(item.text) ?? current
    item.reason ??= current
  }
}

/** Where a box that begins at `index` ends: at the resumed text, or at a last long paragraph after a list of titles. */
function boxEnd(view: View, index: number): number {
  const { items, resume } = view
  const found = resume[index + 1] ?? -1
  if (found >= 0) return found
  let at = index + 1
  while (at < items.length && (items[at]?.title || items[at]?.reason !== null) && !items[at]?.prose) at += 1
  const last = items[at]
  const rest = view.suffix[at + 1]
  const alone = last?.prose === true && last.text.length >= 120 && rest?.titles === 0 && rest.prose === 0
  // A teaser is one sentence; two of them after a list of titles are the story again.
  const resumed =
    last?.prose === true &&
    /[.!?]["”]?\s+["“]?\p{Lu}/u.test(last.text.slice(0, 2000)) &&
    readSectionLabel(items[index]?.text ?? '') === 'related'
  // A numbered line over the paragraph is of the story's own list.
  const start = /^\d/u.test(items[at - 1]?.bullet ?? '') ? at - 1 : at
  if ((alone || resumed) && at - index >= 3) return start
  // A link or two in the midst of a story; a teaser is shorter than its paragraphs.
  const goesOn = last?.prose === true && last.text.length >= longerThanTeaser && at - index <= 2
  return goesOn && readSectionLabel(items[index]?.text ?? '') === 'related' ? at : items.length
}

/** Marks sections and boxes after the story's first paragraph, which is at `bodyStart`. */
export function markTail(items: Item[], bodyStart: number): void {
  const view = look(items)
  let prose = items[bodyStart]?.prose ? 1 : 0
  for (let index = bodyStart + 1; index < items.length; index += 1) {
    const item = items[index]
    if (item === undefined) continue
    const end = sectionEnd(view, index, prose)
    if (end !== null) {
      markTo(view, index, end.to, end.reason)
      index = end.to - 1
      continue
    }
    if (item.prose && item.reason === null) prose += 1
  }
  if (prose >= 2) {
    markPairs(view, bodyStart)
    markTrailingTitles(items, bodyStart)
    markMenus(items, bodyStart)
  }
  markSlugs(items)
}

function sectionEnd(
  view: View,
  index: number,
  prose: number,
): { to: number; reason: FurnitureReason } | null {
  const { items, suffix, resume } = view
  const item = items[index]
  if (item === undefined || item.prose || item.boxed || prose < 1) return null
  const label = item.level === null || prose >= 2 ? readSectionLabel(item.text) : null
  const remaining = suffix[index + 1]?.prose ?? 0
  if (label === 'comments') {
    const creditsLater = view.credits.indexOf(true, index + 1) >= 0
    return creditsLater || (prose < 2 && remaining > 6)
      ? { to: index + 1, reason: label }
      : { to: items.length, reason: label }
  }
  if (label !== null) return { to: boxEnd(view, index), reason: label }
  if ((resume[index + 1] ?? -1) >= 0 || prose < 2) return null
  if (isMenuWord(item.text) && looksForeign(suffix[index + 1])) return { to: items.length, reason: 'sidebar' }
  if (endMarks.test(fold(item.text)) && items.length > index + 1)
    return { to: items.length, reason: 'sidebar' }
  const before = items[index - 1]
  const afterCredits = index > 0 && view.credits[index - 1] && before?.reason === null
  return afterCredits && item.reason === null && item.title && looksForeign(suffix[index])
    ? { to: items.length, reason: 'sidebar' }
    : null
}

/** Titles that stand twice, as teasers with pictures do: from the first of at least two such pairs to the end. */
function markPairs(view: View, bodyStart: number): void {
  const { items, suffix, resume } = view
  for (let index = bodyStart + 2; index < items.length; index += 1) {
    const item = items[index]
    if (item === undefined || !item.title || item.reason !== null) continue
    if ((suffix[index]?.repeats ?? 0) < 2) return
    const again = [1, 2].some((step) => items[index + step]?.key === item.key)
    if (again && (resume[index] ?? -1) < 0) {
      markTo(view, index, items.length, 'sidebar')
      return
    }
  }
}

/** True for a title that may be foreign: no list item, no score or figure, no line that introduces or follows up. */
function isLooseTitle(item: Item): boolean {
  return (
    item.title &&
    item.bullet === null &&
    item.level === null &&
    !item.caption &&
    (item.text.match(/\d+/gu)?.length ?? 0) < 2
  )
}

/** Three or more titles in a row at the very end, when no colon introduced them. */
function markTrailingTitles(items: Item[], bodyStart: number): void {
  let at = items.length - 1
  let titles = 0
  let short = 0
  while (at > bodyStart) {
    const item = items[at]
    if (item === undefined) break
    const foreign = item.reason !== null || isLooseTitle(item) || readDateLine(item.text) !== null
    if (!foreign || hasCredits(item)) break
    if (item.reason === null && isLooseTitle(item)) {
      titles += 1
      if (wordCount(item.text) <= 3) short += 1
    }
    at -= 1
  }
  const before = items[at]
  if (titles < 3 || before === undefined || goesOn(before.text) || before.bullet !== null) return
  for (const item of items.slice(at + 1)) item.reason ??= short * 2 > titles ? 'menu' : 'related'
}

/** Four or more labels of one to three words in a row in the midst of prose. */
function markMenus(items: Item[], bodyStart: number): void {
  let from = bodyStart + 1
  for (let index = from; index <= items.length; index += 1) {
    const item = items[index]
    const label =
      item !== undefined &&
      item.reason !== 'head' &&
      isLooseTitle(item) &&
      wordCount(item.text) <= 3 &&
      !/[?!]$/u.test(item.text)
    if (label) continue
    const known = items.slice(from, index).filter((one) => isMenuWord(one.text)).length
    const before = items[from - 1]
    if (index - from >= 4 && known * 2 >= index - from && before !== undefined && !goesOn(before.text)) {
      for (const one of items.slice(from, index)) one.reason ??= 'menu'
    }
    from = index + 1
  }
}

/** Names of style classes, two or more in a row. */
function markSlugs(items: Item[]): void {
  items.forEach((item, index) => {
    if (!isSlug(item.text)) return
    const beside = [items[index - 1], items[index + 1]]
    if (beside.some((other) => other !== undefined && isSlug(other.text))) item.reason ??= 'debris'
  })
}
