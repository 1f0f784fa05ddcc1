/** Where a passage that could not be carried most likely belongs. */
import { findQuote } from '../anchor/findQuote.ts'
import { makeSegments, splitsCharacter } from '../anchor/segment.ts'
import type { Range, Segment } from '../model.ts'
import type { Alignment } from './carry.ts'
import { commonRuns } from './sequence.ts'
import { numberTokens, tokenAt, tokenise } from './tokens.ts'

/** A place for the passage and how much of its words stands there, 0–1. */
export type Suggestion = { readonly segments: Segment[]; readonly score: number }

/** Below this a place has nothing to do with the passage. */
const lowest = 0.3
/** The search for similar words takes time in proportion to both lengths. */
const mostWork = 400_000_000

/** The place that fits best; null where nothing comes near. */
export function suggestPlace(alignment: Alignment, segments: readonly Segment[]): Suggestion | null {
  const { text } = alignment.to
  const ranges: Range[] = []
  let reached = 0
  let possible = 0
  for (const segment of segments) {
    possible += segment.exact.length
    const best = bestPlace(alignment, segment)
    if (best === null) continue
    ranges.push(best)
    reached += best.score * segment.exact.length
  }
  const score = possible === 0 ? 0 : reached / possible
  if (ranges.length === 0 || score < lowest) return null
  return { segments: makeSegments(text, ranges), score: Math.round(score * 1000) / 1000 }
}

type Place = Range & { readonly score: number }

function bestPlace(alignment: Alignment, segment: Segment): Place | null {
  const { text } = alignment.to
  const candidates = [whereItStood(alignment, segment)]
  if (segment.exact.length * text.length <= mostWork) {
    const { prefix, suffix } = segment
    candidates.push(
      findQuote(text, segment.exact, { prefix, suffix, near: whereabouts(alignment, segment).start }),
    )
  }
  let best: Place | null = null
  for (const candidate of candidates) {
    if (candidate === null) continue
    const range = sound(text, candidate)
    if (range === null) continue
    const score = likeness(segment.exact, text.slice(range.start, range.end))
    if (best === null || score > best.score) best = { ...range, score }
  }
  return best !== null && best.score >= lowest ? best : null
}

/** What stands between the words before and after the passage, in the new text. */
export function whereabouts({ from, to, places }: Alignment, { start, end }: Range): Range {
  let before = tokenAt(from, start) - 1
  while (before >= 0 && (places[before] ?? -1) < 0) before -= 1
  let after = tokenAt(from, end - 1) + 1
  while (after < places.length && (places[after] ?? -1) < 0) after += 1
  const opens = before < 0 ? 0 : (to.ends[places[before] ?? 0] ?? 0)
  const closes = after >= places.length ? to.text.length : (to.starts[places[after] ?? 0] ?? to.text.length)
  return { start: opens, end: Math.max(opens, closes) }
}

function whereItStood(alignment: Alignment, segment: Segment): Range | null {
  const range = whereabouts(alignment, segment)
  const length = range.end - range.start
  return length === 0 || length > 3 * segment.exact.length + 40 ? null : range
}

/** The range without white space around it and with whole characters; null where nothing is left. */
function sound(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end)
  let from = start + words.length - words.trimStart().length
  let to = end - (words.length - words.trimEnd().length)
  if (from >= to) return null
  if (splitsCharacter(text, from)) from -= 1
  if (splitsCharacter(text, to)) to += 1
  return { start: from, end: to }
}

/** Share of common words and signs, in order, 0–1. */
function likeness(a: string, b: string): number {
  const [tokensA, tokensB] = [tokenise(a), tokenise(b)]
  const count = tokensA.starts.length + tokensB.starts.length
  if (count === 0) return 0
  const common = commonRuns(...numberTokens(tokensA, tokensB)).reduce((sum, run) => sum + run.length, 0)
  return (2 * common) / count
}
