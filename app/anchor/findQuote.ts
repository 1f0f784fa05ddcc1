/**
 * Finds the words of a quote in a text: exactly where they stand, else the most
 * similar place. Candidates are weighed as in Hypothesis' anchoring by quote:
 * quote 50, prefix 20, suffix 20, position 2. The approximate search is Myers'
 * bit-parallel algorithm (package `approx-string-match`).
 */
import search from 'approx-string-match'
import type { Range } from '../model.ts'
import { splitsCharacter } from './segment.ts'

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const

/** What is known of the quote besides its words; each part is optional and only weighed where given. */
export type QuoteContext = {
  readonly prefix?: string
  readonly suffix?: string
  /** Where the quote is expected to start, in UTF-16 code units. */
  readonly near?: number
}

/** A place in the text and how well it fits, 0–1; `exact` where the words are the same. */
export type FoundQuote = Range & { readonly score: number; readonly exact: boolean }

/** Most exact places that are weighed against each other. */
const mostCandidates = 1000

/**
 * The best place for the quote, or null where nothing comes near. Up to a quarter
 * of the quote's length (and no more than 256) may differ.
 */
export function findQuote(text: string, quote: string, context: QuoteContext = {}): FoundQuote | null {
  if (quote.trim() === '') return null
  const exact = findExact(text, quote)
  const candidates = exact.length > 0 ? exact : findSimilar(text, quote)
  let best: FoundQuote | null = null
  for (const candidate of candidates) {
    const score = weigh(text, quote, candidate, context)
    if (best === null || score > best.score)
      best = { start: candidate.start, end: candidate.end, score, exact: candidate.errors === 0 }
  }
  return best
}

type Candidate = Range & { errors: number }

function findExact(text: string, quote: string): Candidate[] {
  const found: Candidate[] = []
  for (
    let start = text.indexOf(quote);
    start >= 0 && found.length < mostCandidates;
    start = text.indexOf(quote, start + 1)
  ) {
    const end = start + quote.length
    if (!splitsCharacter(text, start) && !splitsCharacter(text, end)) found.push({ start, end, errors: 0 })
  }
  return found
}

function findSimilar(text: string, quote: string): Candidate[] {
  const most = Math.min(256, Math.floor(quote.length / 4))
  return search(text, quote, most)
    .filter((match) => match.end > match.start)
    .slice(0, mostCandidates)
    .map(({ start, end, errors }) => ({
      start: splitsCharacter(text, start) ? start - 1 : start,
      end: splitsCharacter(text, end) ? end + 1 : end,
      errors,
    }))
}

function weigh(
  text: string,
  quote: string,
  found: Candidate,
  { prefix, suffix, near }: QuoteContext,
): number {
  let reached = weights.quote * (1 - found.errors / quote.length)
  let possible: number = weights.quote
  if (prefix !== undefined && prefix !== '') {
    const before = text.slice(Math.max(0, found.start - prefix.length), found.start)
    reached += weights.prefix * likeness(before, prefix)
    possible += weights.prefix
  }
  if (suffix !== undefined && suffix !== '') {
    const after = text.slice(found.end, found.end + suffix.length)
    reached += weights.suffix * likeness(after, suffix)
    possible += weights.suffix
  }
  if (near !== undefined) {
    reached += weights.position * (1 - Math.min(1, Math.abs(found.start - near) / Math.max(1, text.length)))
    possible += weights.position
  }
  return reached / possible
}

/** How much of `wanted` the text has, 0–1. */
function likeness(text: string, wanted: string): number {
  if (text === wanted) return 1
  if (text === '') return 0
  const best = search(text, wanted, wanted.length)[0]
  return best === undefined ? 0 : 1 - best.errors / wanted.length
}
