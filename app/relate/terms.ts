/**
 * The terms of a text: what is left of its words when endings, spelling and little
 * words are taken away, so that two texts can be compared by what they tell. Each
 * term keeps the range of the words it stands for, since every score that is made
 * of terms must lead back to the printed words.
 */
import { eventSorts } from './eventWords.ts'
import { functionWords } from './functionWords.ts'
import { irregularForms } from './irregularForms.ts'
import { latinDigits, numberWords, plainNumber } from './numbers.ts'
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

type Word = { readonly text: string; readonly start: number; readonly end: number }

/** The words and numbers of a text, in order, with their ranges. Signs and spaces are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index
    if (!unspaced.test(match[0])) words.push({ text: match[0], start, end: start + match[0].length })
    else
      for (const { segment, index, isWordLike } of segmenter.segment(match[0]))
        if (isWordLike === true)
          words.push({ text: segment, start: start + index, end: start + index + segment.length })
  }
  return words
}

/** Stems are asked for again and again; each language keeps those it has made, up to a bound. */
const mostStems = 200_000
const known = new Map<string, Map<string, string>>()

/** The stem of a lower-case word; the word itself in a language without a stemmer. */
export function stemOf(word: string, language: string | null): string {
  const tag = primaryTag(language)
  const stem = stemmers.get(tag)
  if (stem === undefined) return word
  let stems = known.get(tag)
  if (stems === undefined || stems.size > mostStems) {
    stems = new Map()
    known.set(tag, stems)
  }
  const found = stems.get(word)
  if (found !== undefined) return found
  const made = stem(tag === 'en' ? (irregularForms.get(word) ?? word) : word)
  stems.set(word, made)
  return made
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

/** Whether capitals tell names in this text: not in German, nor where most words have one, as in a headline. */
function capitalsTell(words: readonly Word[], tag: string): boolean {
  if (tag === 'de') return false
  const letters = words.filter((word) => word.text.length > 3 && /^\p{L}/u.test(word.text))
  const capitals = letters.filter((word) => /^\p{Lu}/u.test(word.text)).length
  return letters.length < 4 || capitals <= letters.length * 0.7
}

/** Whether a number word is the second half of one like `twenty-six`. */
function joinsTens(text: string, last: Term, value: number, start: number): boolean {
  const tens = Number(last.term)
  return tens >= 20 && tens < 100 && tens % 10 === 0 && value < 10 && text.slice(last.end, start) === '-'
}

/** The terms of a text, usually of one sentence, in its language (BCP 47; null where not known). */
export function termsOf(text: string, language: string | null): Term[] {
  const tag = primaryTag(language)
  const stop = functionWords.get(tag)
  const words = wordsOf(text)
  const capitals = capitalsTell(words, tag)
  const terms: Term[] = []
  words.forEach((word, index) => {
    const { start, end } = word
    if (/^\p{Nd}/u.test(word.text)) {
      terms.push({ term: plainNumber(latinDigits(word.text)), start, end, kind: 'number' })
      return
    }
    const plain = plainWord(word.text, tag)
    const value = tag === 'en' ? numberWords.get(plain) : undefined
    const last = terms.at(-1)
    if (value !== undefined && last?.kind === 'number' && joinsTens(text, last, value, start)) {
      terms[terms.length - 1] = { ...last, term: String(Number(last.term) + value), end }
      return
    }
    if (value !== undefined) {
      terms.push({ term: String(value), start, end, kind: 'number' })
      return
    }
    // A name may be spelt like a little word (`US`); its capitals save it.
    const shouted = /^\p{Lu}[\p{Lu}.]+$/u.test(word.text) && capitals
    if (!shouted && (stop?.has(plain) === true || (plain.length < 2 && !unspaced.test(plain)))) return
    const name = capitals && index > 0 && /^\p{Lu}/u.test(word.text)
    terms.push({ term: stemOf(plain, language), start, end, kind: name ? 'name' : 'word' })
  })
  return terms
}

let sorts: ReadonlyMap<string, readonly number[]> | null = null

/** The sorts of event a stem tells of, as indexes of `eventSorts`; empty for most stems. */
export function eventSortsOf(stem: string): readonly number[] {
  sorts ??= indexSorts()
  return sorts.get(stem) ?? []
}

/** The stems that tell of the same sort of event, without the stem itself. */
export function eventKin(stem: string): string[] {
  const kin = new Set(
    eventSortsOf(stem).flatMap((sort) => (eventSorts[sort] ?? []).map((word) => stemOf(word, 'en'))),
  )
  kin.delete(stem)
  return [...kin]
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
