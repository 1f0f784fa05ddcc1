/**
 * The piece of a text that shows best why it was found. Our own rather than
 * FTS5's `snippet`, whose time grows with the square of the number of matches:
 * minutes in a text of megabytes.
 */

/** One thing searched for: words that must follow each other. */
export type Term = {
  readonly words: readonly string[]
  /** Whether the last word may be only the beginning of one. */
  readonly begins: boolean
}

/** A piece of text around the matches; `marks` are ranges in it, in UTF-16 code units. */
export type Snippet = { readonly text: string; readonly marks: readonly { start: number; end: number }[] }

type Word = { readonly start: number; readonly end: number; readonly folded: string }
type Match = { readonly from: number; readonly to: number; readonly term: number }

/** The scripts that are written without spaces: each character is a word of its own. */
export const spaceless =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const word = new RegExp(`${spaceless}|(?:(?!${spaceless})[\\p{L}\\p{N}\\p{M}\\p{Co}])+`, 'gu')

/** How far into a text matches are looked for, in UTF-16 code units; what lies beyond shows the beginning. */
const furthest = 200_000
/** Length of the piece in words, and how many of them stand before the first match. */
const pieceWords = 26
const leadWords = 5

/** A word as words are compared: case and accents do not count. */
export function foldWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text in order. */
export function listWords(text: string): Word[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldWord(match[0]),
  }))
}

/** The piece of the text with the most of the terms in it; its beginning where none is found. */
export function makeSnippet(text: string, terms: readonly Term[]): Snippet {
  const words = listWords(text.slice(0, furthest))
  if (words.length === 0) return { text: '', marks: [] }
  const matches = findMatches(words, terms)
  const first = Math.max(0, (bestStart(matches) ?? 0) - leadWords)
  const last = Math.min(words.length, first + pieceWords) - 1
  const start = first === 0 ? 0 : (words[first]?.start ?? 0)
  // Closing signs belong to the last word: the piece ends where the next word begins.
  const end = words[last + 1]?.start ?? Math.min(text.length, furthest)
  const lead = start === 0 ? '' : '…'
  const tail = end < text.length ? '…' : ''
  const shift = lead.length - start
  const marks = matches
    .filter((match) => match.from >= first && match.to <= last)
    .map((match) => ({
      start: (words[match.from]?.start ?? 0) + shift,
      end: (words[match.to]?.end ?? 0) + shift,
    }))
  const piece = text.slice(start, end)
  return { text: `${lead}${piece.trimEnd().replace(/\s/gu, ' ')}${tail}`, marks: withoutOverlaps(marks) }
}

function findMatches(words: readonly Word[], terms: readonly Term[]): Match[] {
  const matches: Match[] = []
  for (let from = 0; from < words.length && matches.length < 1000; from += 1) {
    for (const [index, term] of terms.entries()) {
      if (startsAt(words, from, term)) matches.push({ from, to: from + term.words.length - 1, term: index })
    }
  }
  return matches
}

function startsAt(words: readonly Word[], from: number, term: Term): boolean {
  return term.words.every((wanted, index) => {
    const found = words[from + index]?.folded
    if (found === undefined) return false
    return term.begins && index === term.words.length - 1 ? found.startsWith(wanted) : found === wanted
  })
}

/** Where the piece begins that holds most of the terms, the earliest of several; null without a match. */
function bestStart(matches: readonly Match[]): number | null {
  let best: { start: number; count: number } | null = null
  for (const [index, match] of matches.entries()) {
    const seen = new Set<number>()
    for (let other = index; other < matches.length; other += 1) {
      const next = matches[other]
      if (next === undefined || next.to >= match.from + pieceWords - leadWords) break
      seen.add(next.term)
    }
    if (best === null || seen.size > best.count) best = { start: match.from, count: seen.size }
  }
  return best === null ? null : best.start
}

function withoutOverlaps(marks: readonly { start: number; end: number }[]) {
  const kept: { start: number; end: number }[] = []
  for (const mark of marks) {
    const last = kept.at(-1)
    if (last !== undefined && mark.start < last.end) last.end = Math.max(last.end, mark.end)
    else kept.push({ ...mark })
  }
  return kept
}
