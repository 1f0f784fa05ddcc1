/**
 * Where two passages that tell the same differ in detail: a number of the same thing,
 * a date, a name, a quotation that is not word for word the same. It calls out only
 * what stands against something on the other side; what one passage adds is no
 * difference of detail. Proposals for the eye of the analyst, who decides.
 */

import { dayNumber, readDay } from '../calendar.ts'
import type { Range } from '../model.ts'
import { datesIn, type ResolvedDate } from './dates.ts'
import { numbersIn, type Quantity } from './quantities.ts'
import { differingQuotes } from './quotes.ts'
import { eventSortsOf, termsOf } from './terms.ts'

/** A passage with what is needed to read it. */
export type DetailedPassage = {
  /** The article's text. */
  readonly text: string
  readonly range: Range
  readonly language: string | null
  /** The day its article was published, EDTF; null where not known. */
  readonly published: string | null
}

/** Two places that stand against each other; ranges in the text of each article. */
export type Difference = {
  readonly sort: 'number' | 'date' | 'name' | 'quote'
  readonly here: Range
  readonly there: Range
  /** What each says: the number with its unit, the date in EDTF, the name, the quoted words. */
  readonly says: readonly [here: string, there: string]
}

const wordsOf = (passage: DetailedPassage) => passage.text.slice(passage.range.start, passage.range.end)

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })

/** The differences of detail between two passages that tell the same, in the order of the first. */
export function differences(here: DetailedPassage, there: DetailedPassage): Difference[] {
  return [...numbers(here, there), ...dates(here, there), ...names(here, there), ...quotes(here, there)]
    .map((found) => ({
      ...found,
      here: moved(found.here, here.range.start),
      there: moved(found.there, there.range.start),
    }))
    .sort((a, b) => a.here.start - b.here.start || a.there.start - b.there.start)
}

/** Numbers of the same thing that are not the same. A number that the other passage has as well is agreed on. */
function numbers(here: DetailedPassage, there: DetailedPassage): Difference[] {
  const mine = quantities(here)
  const theirs = quantities(there)
  const agreed = (quantity: Quantity, others: readonly Quantity[]) =>
    others.some((other) => other.value === quantity.value && sameThing(quantity, other))
  const found: Difference[] = []
  const taken = new Set<Quantity>()
  for (const one of mine.filter((quantity) => !agreed(quantity, theirs))) {
    const other = theirs.find(
      (candidate) => !taken.has(candidate) && !agreed(candidate, mine) && sameThing(one, candidate),
    )
    if (other === undefined) continue
    taken.add(other)
    found.push({ sort: 'number', here: one, there: other, says: [one.printed, other.printed] })
  }
  return found
}

/** Numbers that belong to no date. */
function quantities(passage: DetailedPassage): Quantity[] {
  const text = wordsOf(passage)
  const taken = datesIn(text, passage.published, passage.language)
  return numbersIn(text, passage.language).filter(
    (quantity) => !taken.some((date) => quantity.start < date.end && date.start < quantity.end),
  )
}

/** The same unit, or things counted that have a word in common, or whose last words tell of one sort: `forces`, `soldiers`. */
function sameThing(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false
  if (a.unit !== '') return true
  return (
    a.things.some((thing) => b.things.includes(thing)) ||
    sameSort(a.things.at(-1) ?? '', b.things.at(-1) ?? '')
  )
}

function sameSort(a: string, b: string): boolean {
  const sorts = eventSortsOf(a)
  return eventSortsOf(b).some((sort) => sorts.includes(sort))
}

/**
 * Dates of the same thing that exclude each other: neither begins with what the other
 * says, and a word beside one stands beside the other as well. Two passages on one
 * affair date different things of it more often than the same thing differently.
 */
function dates(here: DetailedPassage, there: DetailedPassage): Difference[] {
  const mine = placedDates(here)
  const theirs = placedDates(there)
  const open = theirs.filter((other) => !mine.some((one) => compatible(one.edtf, other.edtf)))
  return mine
    .filter((one) => !theirs.some((other) => compatible(one.edtf, other.edtf)))
    .flatMap((one) => {
      const besides = open.filter((candidate) => sameBeside(one, candidate))
      const other = besides.find((candidate) => width(candidate.edtf) === width(one.edtf)) ?? besides[0]
      if (other === undefined) return []
      open.splice(open.indexOf(other), 1)
      return [{ sort: 'date' as const, here: one, there: other, says: [one.edtf, other.edtf] as const }]
    })
}

type PlacedDate = ResolvedDate & {
  /** Terms that stand near it. */
  readonly beside: readonly string[]
}

/** Whether a word beside one date stands beside the other, or none stands beside either. */
const sameBeside = (a: PlacedDate, b: PlacedDate) =>
  a.beside.some((term) => b.beside.includes(term)) || (a.beside.length === 0 && b.beside.length === 0)

/** How many terms on either side of a date stand beside it. */
const near = 3
/** `, police said`: the date behind it is that of the saying, which each paper has of its own. */
const attribution =
  /[,”"’']\s*(?:\p{L}[\p{L}.’']*\s+){0,4}(?:said|says|told|reported|announced|added)(?:\s+\p{Ll}+){0,2}\s+$/u

function placedDates(passage: DetailedPassage): PlacedDate[] {
  const text = wordsOf(passage)
  const dated = datesIn(text, passage.published, passage.language)
  const terms = termsOf(text, passage.language).filter(
    (term) => !dated.some((date) => term.start < date.end && date.start < term.end),
  )
  return dated
    .filter(({ start }) => !attribution.test(text.slice(0, start)))
    .map((date) => {
      const before = terms.filter((term) => term.end <= date.start).slice(-near)
      const after = terms.filter((term) => term.start >= date.end).slice(0, near)
      return { ...date, beside: [...before, ...after].map(({ term }) => term) }
    })
}

const bare = (edtf: string) => edtf.replace(/[~?%]/gu, '')
const width = (edtf: string) => bare(edtf).length

function compatible(a: string, b: string): boolean {
  if (/[~%]/u.test(a + b) && nearly(bare(a), bare(b))) return true
  const [aFrom = '', aTo = aFrom] = bare(a).split('/')
  const [bFrom = '', bTo = bFrom] = bare(b).split('/')
  // `~` is the last sign of ASCII, so that a month reaches past its days in the order of text.
  return aFrom <= `${bTo}~` && bFrom <= `${aTo}~`
}

/** Whether two dates lie so near that one which is given roughly may mean the other. */
function nearly(a: string, b: string): boolean {
  const [one, other] = [readDay(a), readDay(b)]
  if (one?.year == null || other?.year == null) return false
  if (one.month === null || other.month === null) return Math.abs(one.year - other.year) <= 1
  const months = (one.year - other.year) * 12 + one.month - other.month
  if (one.day === null || other.day === null) return Math.abs(months) <= 1
  const days = dayNumber(one.year, one.month, one.day) - dayNumber(other.year, other.month, other.day)
  return Math.abs(days) <= 4
}

/** Names in the same role: the same word before or after them, and not the same name. */
function names(here: DetailedPassage, there: DetailedPassage): Difference[] {
  const mine = namesIn(here)
  const theirs = namesIn(there)
  const open = theirs.filter((other) => !mine.some((one) => sameName(one.words, other.words)))
  return mine
    .filter((one) => !theirs.some((other) => sameName(one.words, other.words)))
    .flatMap((one) => {
      const other = open.find((candidate) => candidate.role !== null && candidate.role === one.role)
      if (other === undefined) return []
      open.splice(open.indexOf(other), 1)
      return [{ sort: 'name' as const, here: one, there: other, says: [one.printed, other.printed] as const }]
    })
}

type Named = Range & {
  readonly printed: string
  readonly words: readonly string[]
  readonly role: string | null
}

/** Runs of name terms with the term that stands next before them, which tells their role. */
function namesIn(passage: DetailedPassage): Named[] {
  const text = wordsOf(passage)
  const dated = datesIn(text, passage.published, passage.language)
  const terms = termsOf(text, passage.language)
  const found: Named[] = []
  terms.forEach((term, index) => {
    if (term.kind !== 'name' || dated.some((date) => term.start < date.end && date.start < term.end)) return
    const last = found.at(-1)
    if (last !== undefined && /^[\s.-]*$/u.test(text.slice(last.end, term.start))) {
      const printed = text.slice(last.start, term.end)
      found[found.length - 1] = { ...last, end: term.end, printed, words: [...last.words, term.term] }
      return
    }
    const before = terms[index - 1]
    const near =
      before !== undefined && before.kind === 'word' && !/[.,;:!?]/u.test(text.slice(before.end, term.start))
    found.push({
      start: term.start,
      end: term.end,
      printed: text.slice(term.start, term.end),
      words: [term.term],
      role: near ? before.term : null,
    })
  })
  return found
}

/** Whether two names can be of the same: their last words alike, or one a part of the other. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  const has = (words: readonly string[], word: string) => words.some((other) => alike(word, other))
  const lastA = a.at(-1) ?? ''
  const lastB = b.at(-1) ?? ''
  return alike(lastA, lastB) || a.every((word) => has(b, word)) || b.every((word) => has(a, word))
}

/** The same stem, or the same beginning, as of `Iran` and `Iranian`. */
const alike = (a: string, b: string) => a === b || (a.length > 3 && b.startsWith(a.slice(0, 4)))

function quotes(here: DetailedPassage, there: DetailedPassage): Difference[] {
  return differingQuotes(wordsOf(here), wordsOf(there)).map(({ here: mine, there: theirs }) => ({
    sort: 'quote' as const,
    here: mine,
    there: theirs,
    says: [
      wordsOf(here).slice(mine.start, mine.end),
      wordsOf(there).slice(theirs.start, theirs.end),
    ] as const,
  }))
}
