/** Numbers with what they count or measure: `77 American forces`, `$160 million`, `6.1 magnitude`, `two dozen villages`. */
import type { Range } from '../model.ts'
import { readNumberPhrase } from './numberPhrase.ts'
import { multipliers } from './numbers.ts'
import { stemOf, type Term, termsOf, type Word, wordsOf } from './terms.ts'

/** A number in a text; the range takes in the words of the number and its unit. */
export type Quantity = Range & {
  readonly value: number
  /** A currency or `%`; the empty string where things are counted. */
  readonly unit: string
  /** Stems of the words right behind it, at most two, which name what is counted: `American forces`. */
  readonly things: readonly string[]
  /** The number with what it counts, as printed. */
  readonly printed: string
}

const currencies: Readonly<Record<string, string>> = {
  $: '$',
  '€': '€',
  '£': '£',
  '¥': '¥',
  '₹': '₹',
  '₽': '₽',
}
const unitWords: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['euro', '€'],
  ['pound', '£'],
  ['rupee', '₹'],
  ['rouble', '₽'],
  ['ruble', '₽'],
  ['percent', '%'],
  ['per cent', '%'],
  ['pour cent', '%'],
  ['por ciento', '%'],
  ['prozent', '%'],
])
const unitBehind = /^\s?([%٪％$€£¥₹₽])(?!\s?\p{Nd})|^[\s-]*((?:per|pour)\scent(?!\p{L})|por\sciento|\p{L}+)/iu
/** The number of a name: `F-16 jets`, `COVID-19 cases`. */
const endsName = /\p{L}-$/u
/** How many terms behind a number may name what it counts. */
const reach = 2
/** What may stand between a number and what it counts, or inside of that. */
const between = /^\s+(?:of\s+(?:the|its|his|her|their)?\s*)?$/u

/** The numbers of a text in order, digits or words. */
export function numbersIn(text: string, language: string | null): Quantity[] {
  const words = wordsOf(text)
  const terms = termsOf(text, language)
  const found: Quantity[] = []
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index]
    if (first === undefined || isOfName(text, first)) continue
    const sign = currencies[text.slice(0, first.start).trimEnd().slice(-1)]
    const phrase = readNumberPhrase(text, words, index, language, sign !== undefined)
    if (phrase === null) continue
    const end = words[phrase.last]?.end ?? 0
    const value = phrase.value * factorOfRange(text.slice(end))
    found.push(describe(text, terms, { start: first.start, end }, value, sign, language))
    index = phrase.last
  }
  return found
}

const isOfName = (text: string, { text: printed, start }: Word) =>
  /^\p{Nd}/u.test(printed) && endsName.test(text.slice(Math.max(0, start - 2), start))

function describe(
  text: string,
  terms: ReturnType<typeof termsOf>,
  { start, end }: Range,
  value: number,
  sign: string | undefined,
  language: string | null,
): Quantity {
  const behind = text.slice(end, end + 24)
  const [, signBehind, printed = ''] = unitBehind.exec(behind) ?? []
  const word = printed.toLowerCase().replace(/\s/gu, ' ')
  const unitWord = unitWords.get(word) ?? unitWords.get(stemOf(word, language)) ?? ''
  const unit = sign ?? (signBehind === undefined ? unitWord : (currencies[signBehind] ?? '%'))
  const things = thingsBehind(text, terms, end)
  const to = unit === '' ? (things.at(-1)?.end ?? end) : end
  return { start, end, value, unit, things: things.map((term) => term.term), printed: text.slice(start, to) }
}

/** The factor that the other end of a range gives this one as well: of `140-150 million` a million; 1 as a rule. */
function factorOfRange(behind: string): number {
  const word = /^\s?(?:[-–—]|to\s)\s?\p{Sc}?\s?\p{Nd}[\p{Nd}.,]*[\s-]?(\p{L}+)/u.exec(behind)?.[1]
  return word === undefined ? 1 : (multipliers.get(word.toLowerCase()) ?? 1)
}

/** The words that follow a number without a break; a word joined by a hyphen is all that it counts: `100-seat hall`. */
function thingsBehind(text: string, terms: readonly Term[], end: number): Term[] {
  const things: Term[] = []
  let from = end
  for (const term of terms) {
    if (term.start < end) continue
    const gap = text.slice(from, term.start)
    const joined = things.length === 0 && gap === '-'
    if (term.kind === 'number' || !(joined || between.test(gap))) break
    things.push(term)
    from = term.end
    if (joined || things.length === reach) break
  }
  return things
}
