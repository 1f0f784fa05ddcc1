/**
 * Where in the text of a whole page the story stands: the run of lines with the
 * greatest sum, where running text counts for and short lines count against
 * (after Pasternack and Roth, Extracting Article Text from the Web with Maximum
 * Subsequence Segmentation, 2009; here over lines and without training). Only a
 * text that is a page has a core: enough running text, and clutter outside it.
 */
import { isMenuWord, readSectionLabel } from './furniture.ts'
import { sharedWords } from './headline.ts'
import type { Item } from './items.ts'
import { endsSentence, wordCount } from './shape.ts'
import { stopWords } from './stopWords.ts'

/** The story's lines: `[start, end)`. */
export type Core = { start: number; end: number }

const anyStopWord: ReadonlySet<string> = new Set(Object.values(stopWords).flatMap((list) => list.split(' ')))
const leastClutter = 6
const leastProse = 2
/** Between this much clutter a story may be a single paragraph, if it is a long one (in words) and the only one. */
const muchClutter = 30
const longParagraph = 40
/** Lists at a story's end are short lines too; a page also has words that only pages have. */
const leastKnown = 3
const mostAgainst = 140
/** What short lines must say against standing together, and how little an island may be of the whole. */
const leastGap = 12
const mostIsland = { head: 0.08, tail: 0.12 }

/** Share of frequent short words among the first 60 words. */
export function stopWordShare(text: string): number {
  const words =
    text
      .slice(0, 600)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu)
      ?.slice(0, 60) ?? []
  return words.length === 0 ? 0 : words.filter((word) => anyStopWord.has(word)).length / words.length
}

/**
 * What a line says for (above 0) or against (below 0) standing in the story. The weights were
 * found by trial on pages in nine languages; results hardly change around them.
 */
export function lineScore(item: Item): number {
  const words = wordCount(item.text)
  if (item.boxed) return 0
  if (item.reason === 'comments') return -20
  if (item.reason !== null && item.reason !== 'head') return item.prose ? -2 : -3
  if (item.caption) return -1
  const runs = () => words >= 10 && stopWordShare(item.text) >= 0.2
  if (item.prose) return Math.min(words, 80) * (words >= 25 || runs() ? 1 : 0.5)
  if (words >= 20 && (item.text.match(/[，。；！？،؛।]|[,;.!?](?=\s|$)/gu)?.length ?? 0) >= 2)
    return Math.min(words, 80) * 0.4
  if (endsSentence(item.text) && words >= 4) return Math.min(words, 12) * 0.4
  if (words >= 16 && runs()) return words * 0.4
  if (item.bullet !== null && words >= 4) return -1
  return words >= 8 ? -2 : -4
}

/** The story's lines in the text of a page; null where the text is no page or has no story to be told apart. */
export function findCore(items: readonly Item[]): Core | null {
  if (items.filter((item) => !item.prose).length < leastClutter || countKnown(items) < leastKnown) return null
  let best = 0
  let core: Core | null = null
  let sum = 0
  let start = 0
  let against = 0
  items.forEach((item, index) => {
    if (sum <= 0) {
      sum = 0
      start = index
      against = 0
    }
    const score = lineScore(item)
    // A player or a gallery in the midst of a story may have hundreds of lines; they count against it only so far.
    against = item.prose && item.reason === null ? 0 : Math.min(0, against + Math.min(0, score))
    sum += score > 0 || against >= -mostAgainst ? score : 0
    if (sum > best) {
      best = sum
      core = { start, end: index + 1 }
    }
  })
  const found: Core | null = core
  return found !== null && isPage(items, found) ? found : null
}

/**
 * The story without what hangs on at its ends: a little running text (a legal note, somebody's portrait,
 * a teaser) that a run of short lines parts from the rest.
 */
function withoutIslands(items: readonly Item[], core: Core): Core {
  const scores = items.slice(core.start, core.end).map(lineScore)
  const tail = islandAt(scores, mostIsland.tail)
  const head = islandAt(scores.slice(0, scores.length - tail).reverse(), mostIsland.head)
  return { start: core.start + head, end: core.end - tail }
}

/** How many of the last lines are islands and the gaps before them. */
function islandAt(scores: readonly number[], most: number): number {
  const total = scores.reduce((sum, score) => sum + Math.max(0, score), 0)
  let cut = 0
  let own = 0
  let gap = 0
  for (let index = scores.length - 1; index >= 0; index -= 1) {
    const score = scores[index] ?? 0
    if (score < 0) {
      gap += score
      if (gap <= -leastGap && own <= most * (total - own)) cut = scores.length - index
      continue
    }
    gap = 0
    own += score
    if (own > most * (total - own)) break
  }
  return cut
}

function isPage(items: readonly Item[], core: Core): boolean {
  const inside = items.slice(core.start, core.end)
  const outside = [...items.slice(0, core.start), ...items.slice(core.end)]
  const clutter = outside.filter((item) => !item.prose && item.reason !== 'head')
  const prose = inside.filter((item) => item.prose)
  const alone =
    clutter.length >= muchClutter &&
    prose.some(({ text }) => wordCount(text) >= longParagraph) &&
    !outside.some((item) => item.prose && item.reason === null)
  return (
    prose.length >= (alone ? 1 : leastProse) &&
    clutter.length >= leastClutter &&
    countKnown(outside) >= leastKnown
  )
}

/** How many lines have words that only pages have. */
function countKnown(items: readonly Item[]): number {
  return items.filter(
    (item) => item.reason !== null || isMenuWord(item.text) || readSectionLabel(item.text) !== null,
  ).length
}

/** Lines that a headline may stand above the story, byline, pictures and share bar between them. */
const headLines = 14
/** As far up a title is looked for that takes its words from the story, if none stands nearer. */
const furthestHead = 60

/** Marks what stands above the story's head, so that no line of a menu is taken for the headline. */
export function markAboveHead(items: readonly Item[]): void {
  const core = findCore(items)
  if (core === null) return
  for (const item of items.slice(0, headStart(items, core))) item.reason ??= 'menu'
}

function headStart(items: readonly Item[], { start }: Core): number {
  const opening = items
    .slice(start, start + 6)
    .map(({ text }) => text.slice(0, 600))
    .join(' ')
  const names = ({ reason, title, text }: Item) =>
    reason === null && title && wordCount(text) >= 5 && sharedWords(text, opening) >= 3
  const near = Math.max(0, start - headLines)
  if (items.slice(near, start).some(names)) return near
  const far = Math.max(0, start - furthestHead)
  const found = items.slice(far, near).findLastIndex(names)
  return found < 0 ? near : far + found
}

/** Marks what stands around the story, once all other rules have had their say. */
export function markOutside(items: readonly Item[]): void {
  const found = findCore(items)
  if (found !== null) {
    const core = withoutIslands(items, found)
    for (const item of items.slice(0, core.start)) item.reason ??= 'menu'
    for (const item of items.slice(core.end)) item.reason ??= 'sidebar'
  }
  keepSome(items)
}

/** A text of nothing but a headline is its own story. */
export function keepSome(items: readonly Item[]): void {
  if (items.length === 0 || items.some((item) => item.reason === null)) return
  const longest = items.reduce((best, item) => (item.text.length > best.text.length ? item : best))
  longest.reason = null
}
