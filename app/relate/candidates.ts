/**
 * Which passages an analyst may want to link to one, each with the reasons in words.
 * Nothing is linked by this: it orders a list. Reasons add up, so that a denial by the
 * other side of nearly the same words, a day later, comes before mere likeness.
 */

import { dayNumber, readDay } from '../calendar.ts'
import { allowedRelations } from '../rules.ts'
import type { Rarity } from './pairs.ts'
import { eventKin, primaryTag, termsOf } from './terms.ts'

/** A passage that may be one end of a link. */
export type LinkablePassage = {
  readonly id: string
  readonly text: string
  readonly language: string | null
  /** Actors it names or that speak in it, by id. */
  readonly actorIds: readonly string[]
  /** When it happened or was said, EDTF; null where not known. */
  readonly date: string | null
  readonly kind: 'claim' | 'denial' | 'event' | null
}

/** Why a passage is proposed. */
export type Reason =
  | { readonly why: 'same actor'; readonly actorIds: readonly string[] }
  | { readonly why: 'near words'; readonly words: readonly string[] }
  | { readonly why: 'denial cue'; readonly word: string }
  | { readonly why: 'near date'; readonly days: number }

export type LinkCandidate = {
  readonly id: string
  /** Only good for ordering. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

const denialWords =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing|al)?|rebut(?:s|ted|tal)?|disput(?:e|es|ed|ing)|contradict(?:s|ed)?|disavow(?:s|ed)?|repudiat(?:e|es|ed)|baseless|unfounded|untrue|false|no (?:proof|evidence|truth)|never|not true|nothing of the (?:kind|sort)|any proof|retract(?:s|ed)?)\b|\b(?:dementier\p{L}+|bestreit\p{L}+|bestritt\p{L}*|zurückgewiesen|weist \p{L}+ zurück|dément\p{L}*|nie(?:r|nt)?\b|rejet\p{L}+|nieg\p{L}+|negó|desmint\p{L}+|desmient\p{L}+|negou|smentisc\p{L}+|smentit\p{L}+|ontken\p{L}+)|(?<!\p{L})(?:отриц\p{L}+|опроверг\p{L}+|نفى|نفت|ينفي|تنفي)/iu

/** From these on, a reason is worth saying. */
const nearEnough = 0.15
const nearDays = 7

type Prepared = {
  readonly passage: LinkablePassage
  readonly terms: ReadonlyMap<string, string>
  readonly weight: number
}

/** Candidates for links from a passage, most likely first; passages without any reason are left out. */
export function linkCandidates(
  from: LinkablePassage,
  others: readonly LinkablePassage[],
  rare: Rarity,
  most: number,
): LinkCandidate[] {
  const own = prepare(from, rare)
  return others
    .filter((other) => other.id !== from.id)
    .map((other) => propose(own, prepare(other, rare), rare))
    .filter((candidate) => candidate.reasons.length > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

/** Whether their kinds may stand in a relation that says more than that one answers the other. */
function mayJoin({ id, kind }: LinkablePassage, other: LinkablePassage): boolean {
  if (kind === null || other.kind === null) return true
  const [one, two] = [
    { id, kind },
    { id: other.id, kind: other.kind },
  ]
  return [...allowedRelations(one, two), ...allowedRelations(two, one)].some(
    (relation) => relation !== 'responds to',
  )
}

/** The terms of passages met before; a passage is a value and never changes. */
const known = new WeakMap<LinkablePassage, ReadonlyMap<string, string>>()

function printedTerms(passage: LinkablePassage): ReadonlyMap<string, string> {
  const found = known.get(passage)
  if (found !== undefined) return found
  const terms = new Map<string, string>()
  for (const { term, start, end } of termsOf(passage.text, passage.language))
    if (!terms.has(term)) terms.set(term, passage.text.slice(start, end))
  known.set(passage, terms)
  return terms
}

function prepare(passage: LinkablePassage, rare: Rarity): Prepared {
  const terms = printedTerms(passage)
  return { passage, terms, weight: [...terms.keys()].reduce((sum, term) => sum + rare(term), 0) }
}

function propose(from: Prepared, to: Prepared, rare: Rarity): LinkCandidate {
  const reasons: Reason[] = []
  // What one denial has with another is much, their speaker and their words, but a claim is what it denies.
  let score = mayJoin(from.passage, to.passage) ? 1 : 0
  const actorIds = from.passage.actorIds.filter((id) => to.passage.actorIds.includes(id))
  if (actorIds.length > 0) {
    reasons.push({ why: 'same actor', actorIds })
    score += 0.25
  }
  const { share, words } = nearWords(from, to, rare)
  score += share
  if (share >= nearEnough) reasons.push({ why: 'near words', words: words.slice(0, 6) })
  // A denial cue alone answers nothing: it counts between passages that have something in common.
  const cue = denialCue(from.passage, to.passage)
  if (cue !== null && reasons.length > 0) {
    reasons.push({ why: 'denial cue', word: cue })
    score += 0.2
  }
  const days = daysApart(from.passage.date, to.passage.date)
  if (days !== null && days <= nearDays && (reasons.length > 0 || share >= nearEnough / 2)) {
    reasons.push({ why: 'near date', days })
    score += 0.15 * (1 - days / (nearDays + 1))
  }
  return { id: to.passage.id, score, reasons }
}

function nearWords(from: Prepared, to: Prepared, rare: Rarity): { share: number; words: string[] } {
  const kin = primaryTag(from.passage.language) === 'en' && primaryTag(to.passage.language) === 'en'
  const found: { printed: string; weight: number }[] = []
  for (const [term] of from.terms) {
    const same = to.terms.get(term)
    if (same !== undefined) found.push({ printed: same, weight: rare(term) })
    else if (kin) {
      const other = eventKin(term).find((word) => to.terms.has(word) && !from.terms.has(word))
      const printed = other === undefined ? undefined : to.terms.get(other)
      if (other !== undefined && printed !== undefined)
        found.push({ printed, weight: 0.7 * Math.min(rare(term), rare(other)) })
    }
  }
  const sum = found.reduce((total, { weight }) => total + weight, 0)
  return {
    share: Math.min(1, sum / Math.sqrt(from.weight * to.weight || 1)),
    words: found.sort((a, b) => b.weight - a.weight).map(({ printed }) => printed),
  }
}

/** The word of denial in one of the two, where only one has one or one is tagged as a denial; else null. */
function denialCue(a: LinkablePassage, b: LinkablePassage): string | null {
  const mine = denialWords.exec(a.text)?.[0] ?? null
  const theirs = denialWords.exec(b.text)?.[0] ?? null
  if (mine !== null && theirs !== null) return a.kind === b.kind ? null : theirs
  return theirs ?? mine
}

/** Whole days between the beginnings of two dates that are known to the day; null else. */
function daysApart(a: string | null, b: string | null): number | null {
  const one = a === null ? null : readDay(a)
  const other = b === null ? null : readDay(b)
  if (one?.year == null || one.month === null || one.day === null) return null
  if (other?.year == null || other.month === null || other.day === null) return null
  return Math.abs(dayNumber(one.year, one.month, one.day) - dayNumber(other.year, other.month, other.day))
}
