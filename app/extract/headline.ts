/** Which line of the head is the headline, and the proposal where the file has none. */
import { sentences } from '../text/sentences.ts'
import { readHeadlineMark } from './corrections.ts'
import { readDateline } from './datelines.ts'
import { isMenuWord } from './furniture.ts'
import type { Item } from './items.ts'
import { readTitleTail } from './publisher.ts'
import { endsSentence, isTitleCase, weight, wordCount } from './shape.ts'

const proposalLength = 100
const leadWords =
  /\b(?:said|says|say|told|according|yesterday|today|tonight|announced|reported|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|сообщ|заявил|sagte|a déclaré|dijo|disse/iu
const smallWords = /\b(?:the|a|an|was|were|has|have|had|is|are)\b/giu

function contentWords(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .slice(0, 1200)
      .match(/\p{L}{4,}|\p{Script=Han}{2}/gu) ?? [],
  )
}

/** How many words of four letters or more two texts share. */
export function sharedWords(a: string, b: string): number {
  const other = contentWords(b)
  let shared = 0
  for (const word of contentWords(a)) if (other.has(word)) shared += 1
  return shared
}

/**
 * True where a first line that ends with a full stop is nevertheless a headline:
 * in capitals at each word, or terse and taken up by the paragraph after it.
 */
export function isDottedHeadline(item: Item, next: Item | undefined): boolean {
  const { text } = item
  if (next === undefined || !next.prose || weight(text) > 150 || next.text.length <= text.length) return false
  if (/^["“«„]/u.test(text) || !endsSentence(text) || item.bullet !== null) return false
  const words = wordCount(text)
  if (words <= 24 && readDateline(next.text, false) !== null && readDateline(text, false) === null)
    return true
  if (isTitleCase(text) && words <= 24) return true
  if (words > 14 || leadWords.test(text) || (text.match(smallWords)?.length ?? 0) >= 3) return false
  return item.gap + next.gap > 0 && sharedWords(text, next.text) >= 1
}

/** Scores the candidates; null where none can be a headline. `isMeta` tells lines already read as byline or date. */
export function chooseHeadline(
  items: readonly Item[],
  candidates: readonly number[],
  isMeta: (index: number) => boolean,
  opening: string,
): number | null {
  let best: number | null = null
  let bestScore = 0
  const scores: number[] = []
  candidates.forEach((index, order) => {
    const item = items[index]
    if (item === undefined) return
    // In a short head the first line leads; under a long menu the headline is the one near the story.
    const place = candidates.length <= 8 ? (order === 0 ? 6 : 0) : (6 * order) / candidates.length
    const score = scoreHeadline(items, item, index, isMeta, opening) + place
    scores[order] = score
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  // Twice: a caption may stand below the standfirst.
  const above = (index: number) => aboveStandfirst(items, candidates, scores, index)
  return best === null ? null : above(above(best))
}

/** Below a headline stand its standfirst and a caption, longer than it and as near to the story's words. */
function aboveStandfirst(
  items: readonly Item[],
  candidates: readonly number[],
  scores: readonly number[],
  best: number,
): number {
  const chosen = items[best]
  const order = candidates.indexOf(best)
  for (const back of [2, 1]) {
    const index = candidates[order - back]
    const item = index === undefined ? undefined : items[index]
    if (index === undefined || item === undefined || chosen === undefined || best - index > 4) continue
    const near = (scores[order - back] ?? 0) >= (scores[order] ?? 0) - 8
    const shorter = weight(item.text) < weight(chosen.text) && weight(chosen.text) >= 60
    if (near && shorter && weight(item.text) >= 30 && item.title && !endsSentence(item.text)) return index
  }
  return best
}

function scoreHeadline(
  items: readonly Item[],
  item: Item,
  index: number,
  isMeta: (index: number) => boolean,
  opening: string,
): number {
  const { text } = item
  const words = Math.max(wordCount(text), weight(text) / 8)
  if (weight(text) > 320 || /^["“«„].*[.]["”»]$/u.test(text)) return 0
  let score = Math.min(10, words)
  if (item.level === 1) score += 14
  else if (item.level !== null) score += 8
  if (readHeadlineMark(text) !== null) score += 20
  // The title of the page repeats the headline, often shortened.
  if (readTitleTail(text) !== null) score -= 6
  if (words < 3) score -= 6
  // More than one sentence is a notice.
  if (/[.!?]\s+\p{Lu}/u.test(text) && sentences(text).length > 1) score -= 6
  if (isMenuWord(text)) score -= 10
  if (endsSentence(text) && !/[?!]["”»]?$/u.test(text)) score -= 4
  if ([1, 2, 3].some((step) => isMeta(index + step)) || isMeta(index - 1)) score += 6
  if (items.slice(0, 60).some((other, at) => at !== index && other.key === item.key)) score += 4
  score += Math.min(8, 2 * sharedWords(text, opening))
  return score
}

/** A headline made of the first sentence of the story: at most about 100 characters, cut at a word. */
export function proposeHeadline(story: string): string {
  const head = story.slice(0, 600)
  const first = sentences(head)[0]
  const sentence = first === undefined ? head : head.slice(first.start, first.end).trim()
  if (sentence.length <= proposalLength) return sentence.replace(/[.。]$/u, '')
  const cut = sentence.slice(0, proposalLength)
  const space = cut.lastIndexOf(' ')
  const words = space > proposalLength / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '')
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}
