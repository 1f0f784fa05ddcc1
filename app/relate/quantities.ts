/** Numbers with what they count or measure: `77 American forces`, `$160 million`, `6.1 magnitude`, `two dozen villages`. */
import type { Range } from '../model.ts'
import { multipliers, numberWords, plainNumber } from './numbers.ts'
import { primaryTag, stemOf, type Term, termsOf, wordsOf } from './terms.ts'

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
const unitWords: Readonly<Record<string, string>> = {
  dollar: '$',
  euro: '€',
  pound: '£',
  rupee: '₹',
  rouble: '₽',
  ruble: '₽',
  percent: '%',
  prozent: '%',
}
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
    if (first === undefined) continue
    const value = worthOf(first.text, language)
    if (value === null) continue
    let total = value
    let last = index
    for (let next = words[last + 1]; next !== undefined; next = words[last + 1]) {
      const joined = text.slice(words[last]?.end ?? 0, next.start)
      const factor = multipliers.get(next.text.toLowerCase())
      // Behind a hyphen `one` is a number: `sixty-one`.
      const unit =
        joined === '-' ? (numberWords.get(next.text.toLowerCase()) ?? null) : worthOf(next.text, language)
      if (factor !== undefined && /^[\s-]*$/u.test(joined)) total *= factor
      else if (unit !== null && unit < 10 && total >= 20 && total < 100 && joined === '-') total += unit
      else if (next.text.toLowerCase() === 'dozen' && /^\s+$/u.test(joined)) total *= 12
      else break
      last += 1
    }
    const end = words[last]?.end ?? 0
    total *= factorOfRange(text.slice(end))
    found.push(describe(text, terms, words[index]?.start ?? 0, end, total, language))
    index = last
  }
  return found
}

function worthOf(word: string, language: string | null): number | null {
  if (/^\p{Nd}/u.test(word)) {
    const value = Number(plainNumber(word))
    return Number.isFinite(value) ? value : null
  }
  // `one` is a pronoun more often than a number.
  const plain = word.toLowerCase()
  return primaryTag(language) === 'en' && plain !== 'one' ? (numberWords.get(plain) ?? null) : null
}

function describe(
  text: string,
  terms: ReturnType<typeof termsOf>,
  start: number,
  end: number,
  value: number,
  language: string | null,
): Quantity {
  const sign = currencies[text.slice(0, start).trimEnd().slice(-1)]
  const behind = /^\s?%|^[\s-]*(\p{L}+)/u.exec(text.slice(end, end + 24))
  const word = behind?.[1] === undefined ? '' : stemOf(behind[1].toLowerCase(), language)
  const unit = sign ?? (behind?.[0].trim() === '%' ? '%' : (unitWords[word] ?? ''))
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
