/**
 * The terms of a text: what is left of its words when endings, spelling and little
 * words are taken away, so that two texts can be compared by what they tell. Each
 * term keeps the range of the words it stands for, since every score that is made
 * of terms must lead back to the printed words.
 */
import { eventSorts } from './eventWords.ts'
import { functionWords } from './functionWords.ts'
import { irregularForms } from './irregularForms.ts'
import { numberWords, plainNumber } from './numbers.ts'
import { stemmers } from './stemmers.ts'

/** A term of a text with the range it was read from, UTF-16 code units. */
export type Term = {
  readonly term: string
  readonly start: number
  readonly end: number
  /** `name`: capitalised where nothing else asks for a capital; a first word is never known to be one. */
  readonly kind: 'word' | 'name' | 'number'
}

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const wordPattern =
  /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}\.(?:\p{L}\.)+|\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’](?=\p{L})[\p{L}\p{M}]+)*/gu
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** A word or number as printed, with its range. */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

/** The words and numbers of a text, in order, with their ranges. Signs and spaces are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const spaced = !unspaced.test(text)
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index
    if (spaced || !unspaced.test(match[0]))
      words.push({ text: match[0], start, end: start + match[0].length })
    else
      for (const { segment, index, isWordLike } of segmenter.segment(match[0]))
        if (isWordLike === true)
          words.push({ text: segment, start: start + index, end: start + index + segment.length })
  }
  return words
}

/** The stem of a lower-case word; the word itself in a language without a stemmer. */
export function stemOf(word: string, language: string | null): string {
  const tag = primaryTag(language)
  const stem = stemmers.get(tag)
  return stem === undefined ? word : stem(tag === 'en' ? (irregularForms.get(word) ?? word) : word)
}

/** `en` for `en-GB`; the empty string where the language is not known. */
export function primaryTag(language: string | null): string {
  return language === null ? '' : (language.toLowerCase().split('-')[0] ?? '')
}

const clitics = /^(?:l|d|qu|n|s|c|j|m|t|all|dell|nell|un)['’](?=\p{L}{2})/u

function plainWord(printed: string, tag: string): string {
  const lower = printed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/\./gu, '')
  if (tag === 'fr' || tag === 'it') return lower.replace(clitics, '')
  // Vowel signs and the lengthening stroke are printed or not, as the paper likes.
  return tag === 'ar' || tag === 'he' || tag === 'fa' || tag === 'ur'
    ? lower.replace(/[\p{M}\u0640]/gu, '')
    : lower
}

/** What a printed word is, wherever it stands. */
type Reading = {
  readonly term: string
  readonly kind: 'word' | 'number'
  /** The worth of a number word; null for all else. */
  readonly value: number | null
  /** A function word, or too short to tell anything. */
  readonly empty: boolean
}

/** The same words come again and again; each language keeps what it has read, up to a bound. */
const mostReadings = 200_000
const readings = new Map<string, Map<string, Reading>>()

function readWord(printed: string, tag: string): Reading {
  let known = readings.get(tag)
  if (known === undefined || known.size > mostReadings) {
    known = new Map()
    readings.set(tag, known)
  }
  let reading = known.get(printed)
  if (reading === undefined) {
    reading = newReading(printed, tag)
    known.set(printed, reading)
  }
  return reading
}

function newReading(printed: string, tag: string): Reading {
  if (/^\p{Nd}/u.test(printed))
    return { term: plainNumber(printed), kind: 'number', value: null, empty: false }
  const plain = plainWord(printed, tag)
  const value = tag === 'en' ? (numberWords.get(plain) ?? null) : null
  if (value !== null) return { term: String(value), kind: 'number', value, empty: false }
  const empty = functionWords.get(tag)?.has(plain) === true || (plain.length < 2 && !unspaced.test(plain))
  return { term: stemOf(plain, tag), kind: 'word', value: null, empty }
}

const isCapital = (word: string) => {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** Whether capitals tell names in this text: not in German, nor where most words have one, as in a headline. */
function capitalsTell(words: readonly Word[], tag: string): boolean {
  if (tag === 'de') return false
  const rest = words.slice(1).filter((word) => word.text.length > 3 && /^\p{L}/u.test(word.text))
  const capitals = rest.filter((word) => isCapital(word.text)).length
  return rest.length < 3 || capitals <= rest.length * 0.7
}

/** Whether a number word is the second half of one like `twenty-six`. */
function joinsTens(text: string, last: Term, value: number, start: number): boolean {
  const tens = Number(last.term)
  return tens >= 20 && tens < 100 && tens % 10 === 0 && value < 10 && text.slice(last.end, start) === '-'
}

/** The terms of a text, usually of one sentence, in its language (BCP 47; null where not known). */
export function termsOf(text: string, language: string | null): Term[] {
  const tag = primaryTag(language)
  const words = wordsOf(text)
  const capitals = capitalsTell(words, tag)
  const terms: Term[] = []
  words.forEach((word, index) => {
    const { start, end } = word
    const { term, kind, value, empty } = readWord(word.text, tag)
    const last = terms.at(-1)
    if (value !== null && last?.kind === 'number' && joinsTens(text, last, value, start)) {
      terms[terms.length - 1] = { ...last, term: String(Number(last.term) + value), end }
      return
    }
    const capital = capitals && isCapital(word.text)
    // A name may be spelt like a little word (`US`); its capitals save it.
    if (empty && !(capital && /^\p{Lu}[\p{Lu}.]+$/u.test(word.text))) return
    const name = kind === 'word' && capital && index > 0
    terms.push({ term, start, end, kind: name ? 'name' : kind })
  })
  return terms
}

let sorts: ReadonlyMap<string, readonly number[]> | null = null

/** The sorts of event a stem tells of, as indexes of `eventSorts`; empty for most stems. */
export function eventSortsOf(stem: string): readonly number[] {
  sorts ??= indexSorts()
  return sorts.get(stem) ?? []
}

const kinOf = new Map<string, readonly string[]>()

/** The stems that tell of the same sort of event, without the stem itself. */
export function eventKin(stem: string): readonly string[] {
  const own = eventSortsOf(stem)
  if (own.length === 0) return []
  let kin = kinOf.get(stem)
  if (kin === undefined) {
    const all = new Set(own.flatMap((sort) => (eventSorts[sort] ?? []).map((word) => stemOf(word, 'en'))))
    all.delete(stem)
    kin = [...all]
    kinOf.set(stem, kin)
  }
  return kin
}

function indexSorts(): Map<string, number[]> {
  const index = new Map<string, number[]>()
  eventSorts.forEach((words, sort) => {
    for (const word of words) {
      const stem = stemOf(word, 'en')
      const list = index.get(stem)
      if (list === undefined) index.set(stem, [sort])
      else if (!list.includes(sort)) list.push(sort)
    }
  })
  return index
}
