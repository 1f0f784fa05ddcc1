/**
 * Two articles side by side: which passages of one say what passages of the other
 * say, word for word or in other words, and what only one of them has. A pair is
 * scored by how much of both passages' rare words the other answers, so that a long
 * passage is not like everything. Each passage is paired with the few that answer it
 * best; whoever shows the pairs may draw only the best of each.
 */
import type { Range } from '../model.ts'
import { rarity } from './bm25.ts'
import { type ComparedArticle, passageTerms } from './collection.ts'
import type { SharedWord } from './passages.ts'
import type { Reuse } from './reuse.ts'
import { eventKin, eventSortsOf, primaryTag, type Term } from './terms.ts'

/** Two passages that say the same. */
export type PassagePair = {
  /** Places among the passages of each article. */
  readonly here: number
  readonly there: number
  /** `exact` where a run of eight words or more is shared and makes up half of the shorter passage. */
  readonly sort: 'exact' | 'reworded'
  /** 0–1; 1 for the same words. */
  readonly score: number
  /** What the score rests on, heaviest first. */
  readonly words: readonly SharedWord[]
}

/** How two articles compare. */
export type Comparison = {
  /** In the order of the first article, best first for one passage. */
  readonly pairs: readonly PassagePair[]
  /** Passages that nothing in the other article says, by their place. */
  readonly onlyHere: readonly number[]
  readonly onlyThere: readonly number[]
}

/** How rare a term is; in the case where there is an index of it, else in the two articles. */
export type Rarity = (term: string) => number

/** From this score on, two passages are taken to say the same. */
const related = 0.25
/**
 * The same where names alone are shared. Who and where is told by them, but not what
 * happened: below this, such passages tell different things of the same people or place.
 */
const relatedByNames = 0.4
/** Below this score, nothing in the other article is taken to say what a passage says. */
const alone = 0.18
const pairsPerPassage = 3
const kinWeight = 0.7
/** Passages with fewer terms than this say too little to be missed: `He agreed.` */
const tooShort = 3

type SideTerm = Term & { readonly weight: number }
type Side = {
  readonly range: Range
  /** Its distinct terms as they first stand. */
  readonly terms: ReadonlyMap<string, SideTerm>
  /** Those that tell of a sort of event. */
  readonly eventful: readonly SideTerm[]
  readonly weight: number
}

/**
 * Compares two articles. `reuse` is what the index of reuse says of the pair, asked
 * for the first; null where they share no run.
 */
export function comparePair(
  here: ComparedArticle,
  there: ComparedArticle,
  reuse: Pick<Reuse, 'runs'> | null,
  rare: Rarity = rarityOfTwo(here, there),
): Comparison {
  const left = sidesOf(here, rare)
  const right = sidesOf(there, rare)
  const kin = primaryTag(here.language) === 'en' && primaryTag(there.language) === 'en'
  const isName = namesOf(here, there)
  const bestHere = new Float64Array(left.length)
  const bestThere = new Float64Array(right.length)
  const pairs = left.flatMap((one, i) => {
    const found = right.flatMap((other, j): PassagePair[] => {
      const exact = copiedShare(one.range, other.range, reuse)
      const words = matches(one, other, kin)
      const matched = words.reduce((sum, { weight }) => sum + weight, 0)
      const reworded = matched / Math.sqrt(one.weight * other.weight || 1)
      const score = Math.min(1, Math.max(reworded, exact))
      if (score < relatedByNames && words.every(({ mine }) => isName(mine.term))) return []
      bestHere[i] = Math.max(bestHere[i] ?? 0, score)
      bestThere[j] = Math.max(bestThere[j] ?? 0, score)
      const short = Math.min(one.terms.size, other.terms.size) < tooShort
      if (score < related || (short && exact < 0.5)) return []
      return [
        {
          here: i,
          there: j,
          sort: exact >= 0.5 ? 'exact' : 'reworded',
          score,
          words: printed(here, there, words),
        },
      ]
    })
    return found.sort((a, b) => b.score - a.score).slice(0, pairsPerPassage)
  })
  return { pairs, onlyHere: unmatched(left, bestHere), onlyThere: unmatched(right, bestThere) }
}

function unmatched(sides: readonly Side[], best: Float64Array): number[] {
  return sides.flatMap(({ terms }, index) =>
    terms.size >= tooShort && (best[index] ?? 0) < alone ? [index] : [],
  )
}

function sidesOf(article: ComparedArticle, rare: Rarity): Side[] {
  return article.passages.map((range) => {
    const terms = new Map<string, SideTerm>()
    for (const term of passageTerms(article, range))
      if (!terms.has(term.term)) terms.set(term.term, { ...term, weight: rare(term.term) })
    const all = [...terms.values()]
    return {
      range,
      terms,
      eventful: all.filter(({ term }) => eventSortsOf(term).length > 0),
      weight: all.reduce((sum, { weight }) => sum + weight, 0),
    }
  })
}

function rarityOfTwo(here: ComparedArticle, there: ComparedArticle): Rarity {
  const holders = new Map<string, number>()
  for (const article of [here, there])
    for (const range of article.passages)
      for (const term of new Set(passageTerms(article, range).map((each) => each.term)))
        holders.set(term, (holders.get(term) ?? 0) + 1)
  const count = here.passages.length + there.passages.length
  return (term) => rarity(count, holders.get(term) ?? 0)
}

/** Whether a term is a name in these two articles: capitalised mostly, apart from first words, which tell nothing. */
function namesOf(here: ComparedArticle, there: ComparedArticle): (term: string) => boolean {
  const counts = new Map<string, { named: number; small: number }>()
  for (const article of [here, there])
    for (const range of article.passages)
      for (const { term, kind, start } of passageTerms(article, range)) {
        const count = counts.get(term) ?? { named: 0, small: 0 }
        counts.set(term, count)
        const first = article.text.charAt(start)
        if (kind === 'name') count.named += 1
        else if (first !== first.toUpperCase()) count.small += 1
      }
  return (term) => {
    const { named, small } = counts.get(term) ?? { named: 0, small: 0 }
    return named > 0 && named >= 1.5 * small
  }
}

type Match = { readonly mine: SideTerm; readonly theirs: SideTerm; readonly weight: number }

/** The terms of one passage that the other answers; each term of the other answers once. */
function matches(one: Side, other: Side, kin: boolean): Match[] {
  const found: Match[] = []
  const taken = new Set<string>()
  for (const mine of one.terms.values()) {
    const theirs = other.terms.get(mine.term)
    if (theirs !== undefined) found.push({ mine, theirs, weight: mine.weight })
  }
  if (!kin) return found
  for (const mine of one.eventful) {
    if (other.terms.has(mine.term)) continue
    for (const word of eventKin(mine.term)) {
      const theirs = other.terms.get(word)
      if (theirs === undefined || taken.has(word) || one.terms.has(word)) continue
      taken.add(word)
      found.push({ mine, theirs, weight: kinWeight * Math.min(mine.weight, theirs.weight) })
      break
    }
  }
  return found
}

/** The matches as both articles print them, heaviest first. */
function printed(here: ComparedArticle, there: ComparedArticle, found: readonly Match[]): SharedWord[] {
  return found
    .map(({ mine, theirs, weight }) => ({
      here: here.text.slice(mine.start, mine.end),
      there: there.text.slice(theirs.start, theirs.end),
      weight,
    }))
    .sort((x, y) => y.weight - x.weight)
}

/** Share of the shorter passage that stands word for word in the other. */
function copiedShare(one: Range, other: Range, reuse: Pick<Reuse, 'runs'> | null): number {
  let copied = 0
  for (const run of reuse?.runs ?? []) {
    const mine = overlap(one, run.here)
    const theirs = overlap(other, run.there)
    copied += Math.min(mine, theirs)
  }
  return copied / Math.max(1, Math.min(one.end - one.start, other.end - other.start))
}

const overlap = (a: Range, b: Range) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
