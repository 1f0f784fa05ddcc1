/**
 * Carrying passages from one text to another. A passage goes along where all its words
 * stand side by side in the new text: *kept* at the same offsets, *moved* at others.
 * Anything else needs review: Gainsay proposes a place and the analyst decides.
 */
import { makeSegments, splitsCharacter } from '../anchor/segment.ts'
import type { Range, Segment } from '../model.ts'
import { commonRuns } from './sequence.ts'
import { slideGaps } from './slide.ts'
import { numberTokens, type Tokens, tokenAt, tokenise } from './tokens.ts'

/** Two texts laid beside each other. */
export type Alignment = {
  readonly from: Tokens
  readonly to: Tokens
  /** For each token of `from` its place in `to`; −1 for those that were removed. */
  readonly places: Int32Array
}

/** Lays two texts beside each other, word by word. */
export function alignTexts(from: string, to: string): Alignment {
  const [a, b] = [tokenise(from), tokenise(to)]
  const [numbersA, numbersB] = numberTokens(a, b)
  const places = new Int32Array(a.starts.length).fill(-1)
  const runs = slideGaps(
    commonRuns(numbersA, numbersB),
    { tokens: a, numbers: numbersA },
    { tokens: b, numbers: numbersB },
  )
  for (const run of runs) {
    for (let at = 0; at < run.length; at += 1) places[run.a + at] = run.b + at
  }
  return { from: a, to: b, places }
}

/** What became of a passage. */
export type Carried =
  | { readonly fate: 'kept' | 'moved'; readonly segments: Segment[] }
  | { readonly fate: 'review' }

const review: Carried = { fate: 'review' }

/** Fewer words and signs than this may stand elsewhere by chance. */
const fewestToFollow = 4

/** Carries a passage by the alignment of its text with another. */
export function carrySegments(alignment: Alignment, segments: readonly Segment[]): Carried {
  const ranges: Range[] = []
  for (const segment of segments) {
    const range = followTokens(alignment, segment) ?? findElsewhere(alignment, segment)
    if (range === null || range.start < (ranges.at(-1)?.end ?? 0)) return review
    ranges.push(range)
  }
  return settle(alignment.to.text, segments, ranges)
}

/** The passage with its new ranges; `review` where they cannot be a passage. */
export function settle(text: string, segments: readonly Segment[], ranges: readonly Range[]): Carried {
  const sound = ranges.every(
    ({ start, end }) =>
      start < end &&
      end <= text.length &&
      !splitsCharacter(text, start) &&
      !splitsCharacter(text, end) &&
      text.slice(start, end).trim() !== '',
  )
  if (!sound || ranges.length === 0) return review
  const made = makeSegments(text, ranges)
  const same = segments.every(
    ({ start, exact }, at) => made[at]?.start === start && made[at]?.exact === exact,
  )
  return { fate: same && made.length === segments.length ? 'kept' : 'moved', segments: made }
}

/** Where the passage's words stand, if they all stand side by side; a passage may begin and end inside a word. */
function followTokens(alignment: Alignment, { start, end }: Range): Range | null {
  const { from, to, places } = alignment
  const first = tokenAt(from, start)
  const last = tokenAt(from, end - 1)
  const lastIn = (from.starts[last] ?? Number.POSITIVE_INFINITY) < end ? last : last - 1
  const place = places[first] ?? -1
  if (place < 0 || first > lastIn) return null
  for (let token = first; token <= lastIn; token += 1) {
    if (places[token] !== place + token - first) return null
  }
  if (!haveCompany(alignment, first, lastIn)) return null
  const opens = from.starts[first] ?? 0
  const closes = from.ends[lastIn] ?? 0
  const newOpens = to.starts[place] ?? 0
  const newCloses = to.ends[place + lastIn - first] ?? 0
  // White space at the edges of a passage goes along where it is the same.
  const before = from.text.slice(Math.min(start, opens), opens)
  const after = from.text.slice(closes, Math.max(end, closes))
  const sameBefore = to.text.slice(newOpens - before.length, newOpens) === before
  const sameAfter = to.text.slice(newCloses, newCloses + after.length) === after
  return {
    start: newOpens + (start > opens ? start - opens : sameBefore ? -before.length : 0),
    end: newCloses + (end < closes ? end - closes : sameAfter ? after.length : 0),
  }
}

/**
 * Whether tokens that stand side by side in both texts are enough to be the same place, with those
 * around them that do so too: a word or two of a sentence that went may stand in one that came.
 */
function haveCompany({ from, to, places }: Alignment, first: number, last: number): boolean {
  const shift = (places[first] ?? 0) - first
  const goesAlong = (token: number) => places[token] === token + shift
  const isEnough = () => after - before >= fewestToFollow
  let [before, after] = [first, last + 1]
  while (!isEnough() && before > 0 && goesAlong(before - 1)) before -= 1
  while (!isEnough() && after < places.length && goesAlong(after)) after += 1
  const beginBoth = before === 0 && shift === 0
  const endBoth = after === from.starts.length && after + shift === to.starts.length
  return isEnough() || beginBoth || endBoth
}

/** Whole passages that went elsewhere: several words that stand once in either text. */
function findElsewhere({ from, to }: Alignment, segment: Segment): Range | null {
  const { exact } = segment
  if (tokenise(exact).starts.length < fewestToFollow) return null
  if (!standsOnce(from.text, exact) || !standsOnce(to.text, exact)) return null
  const start = to.text.indexOf(exact)
  const found = { start, end: start + exact.length }
  const [here, there] = [cutOff(from, segment), cutOff(to, found)]
  return here.before === there.before && here.after === there.after ? found : null
}

/** What a range leaves outside of the words that it cuts: of “15 people” the “1”, where it begins at the “5”. */
function cutOff(tokens: Tokens, { start, end }: Range): { before: string; after: string } {
  const opens = tokens.starts[tokenAt(tokens, start)] ?? start
  const last = tokenAt(tokens, end - 1)
  const closes = (tokens.starts[last] ?? end) < end ? (tokens.ends[last] ?? end) : end
  return { before: tokens.text.slice(Math.min(opens, start), start), after: tokens.text.slice(end, closes) }
}

function standsOnce(text: string, words: string): boolean {
  const first = text.indexOf(words)
  return first >= 0 && text.indexOf(words, first + 1) < 0
}
