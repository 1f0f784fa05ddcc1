/**
 * Finds the passage to link to among all passages of the case.
 *
 * Each passage is prepared once as a folded text and its words; a search walks
 * the array of them. Every word of the query must occur. Ranked higher: words
 * that begin a word, the same speaker, words shared with the passage that is
 * being linked, relations that are possible at all; lower: the same article.
 */
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import { allowedRelations } from '../../app/rules.ts'
import type { Kind } from '../../app/vocabulary.ts'
import { type NameOf, quoteOf, titleOf } from '../margin/passageWords.ts'

/** A passage as the search sees it. */
export type Candidate = {
  readonly annotation: Annotation
  /** Folded speaker or title, quote, headline and publisher, each behind a blank. */
  readonly text: string
  readonly speaker: string
  readonly words: ReadonlySet<string>
}

/** What the found passage is to be linked with; `id` is null for a selection that is not tagged yet. */
export type LinkOrigin = {
  readonly id: AnnotationId | null
  readonly articleId: ArticleId
  /** The kinds it may be: one for a passage, all three for a selection. */
  readonly kinds: readonly Kind[]
  readonly speaker: string
  readonly quote: string
}

/** The text without case and marks, for comparing. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Words of at least four letters, or any of a script without blanks; short ones say little. */
const wordsOf = (folded: string): Set<string> => new Set(folded.match(/[\p{L}\p{N}]{4,}/gu) ?? [])

/** Prepares a passage for the search; `about` is the headline and publisher of its article. */
export function prepare(annotation: Annotation, nameOf: NameOf, about: string): Candidate {
  const speaker = fold(titleOf(annotation, nameOf))
  const quote = fold(quoteOf(annotation))
  return { annotation, speaker, words: wordsOf(quote), text: ` ${speaker} ${quote} ${fold(about)}` }
}

export type Ranked = { readonly candidate: Candidate; readonly score: number }

/** The candidates other than the origin itself, best first as far as the origin tells. */
export function rankForOrigin(candidates: readonly Candidate[], origin: LinkOrigin): Ranked[] {
  const words = wordsOf(fold(origin.quote))
  const speaker = fold(origin.speaker)
  return candidates
    .filter((candidate) => candidate.annotation.id !== origin.id)
    .map((candidate) => ({ candidate, score: affinity(candidate, origin, words, speaker) }))
    .sort(best)
}

function affinity(
  candidate: Candidate,
  origin: LinkOrigin,
  words: ReadonlySet<string>,
  speaker: string,
): number {
  let shared = 0
  for (const word of words) if (candidate.words.has(word)) shared++
  const overlap = shared / Math.sqrt(Math.max(1, words.size * candidate.words.size))
  const { annotation } = candidate
  return (
    overlap * 10 +
    (speaker !== '' && candidate.speaker === speaker ? 2 : 0) +
    (annotation.articleId === origin.articleId ? 0 : 1) +
    (isAnswerable(origin, annotation) ? 3 : 0)
  )
}

/** Whether more than the plain “responds to” could join the two: a denial and its claim, two events … */
function isAnswerable(origin: LinkOrigin, other: Annotation): boolean {
  const end = { id: other.id, kind: other.kind }
  return origin.kinds.some((kind) => {
    const own = { id: 'origin', kind }
    return [...allowedRelations(own, end), ...allowedRelations(end, own)].some(
      (relation) => relation !== 'responds to',
    )
  })
}

const best = (a: Ranked, b: Ranked) =>
  b.score - a.score || (a.candidate.annotation.id < b.candidate.annotation.id ? -1 : 1)

/** The best matches of the query, best first; an empty query gives the order of the origin. */
export function searchCandidates(ranked: readonly Ranked[], query: string, most: number): Candidate[] {
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== '')
  if (terms.length === 0) return ranked.slice(0, most).map(({ candidate }) => candidate)
  const found: Ranked[] = []
  for (const { candidate, score } of ranked) {
    const match = matchScore(candidate, terms)
    if (match > 0) found.push({ candidate, score: score + match })
  }
  return found
    .sort(best)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** 0 where a term does not occur. */
function matchScore(candidate: Candidate, terms: readonly string[]): number {
  let score = 0
  for (const term of terms) {
    if (!candidate.text.includes(term)) return 0
    score += candidate.text.includes(` ${term}`) ? 6 : 1
    if (candidate.speaker.includes(term)) score += 6
  }
  return score
}
