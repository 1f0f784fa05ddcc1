/** Tells a text's language by its script and its most frequent short words. Rough, and silent when in doubt. */
import { stopWords } from './stopWords.ts'

const sampleLength = 12_000
/** A few hundred words tell the language as well as thousands. */
const wordsLength = 4_000
const languages = Object.keys(stopWords)
/** For each word, the languages in which it is one of the most frequent, by their places in `languages`. */
const placesOfWord = indexWords()
const longestWord = Math.max(...[...placesOfWord.keys()].map((word) => word.length))
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['te', /\p{Script=Telugu}/u],
  ['pa', /\p{Script=Gurmukhi}/u],
  ['th', /\p{Script=Thai}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['am', /\p{Script=Ethiopic}/u],
]

/** BCP 47 primary tag of the language; null where it cannot be told. Looks at the first 12,000 characters. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).toLowerCase()
  const { letters, ofScript } = countLetters(sample)
  if (letters < 2) return null
  for (const [tag] of scripts) {
    const share = (ofScript.get(tag) ?? 0) / letters
    // Japanese is Chinese signs with kana between them.
    if (share > (tag === 'ja' ? 0.15 : 0.5)) return tag
  }
  return byWords(sample)
}

/** How many letters a text in lower case has, and how many signs of each script; each sign that is not Latin is looked up once. */
function countLetters(sample: string): { letters: number; ofScript: Map<string, number> } {
  const ofScript = new Map<string, number>()
  const known = new Map<string, { isLetter: boolean; tags: readonly string[] }>()
  let letters = 0
  for (let at = 0; at < sample.length; at++) {
    // Most letters of most texts are told by their number, without a string for each.
    const code = sample.codePointAt(at) ?? 0
    if (code < 0x80) {
      if (code >= 0x61 && code <= 0x7a) letters += 1
      continue
    }
    if (code > 0xffff) at += 1
    const sign = String.fromCodePoint(code)
    let found = known.get(sign)
    if (found === undefined) {
      const tags = scripts.filter(([, pattern]) => pattern.test(sign)).map(([tag]) => tag)
      found = { isLetter: /\p{L}/u.test(sign), tags }
      known.set(sign, found)
    }
    if (found.isLetter) letters += 1
    for (const tag of found.tags) ofScript.set(tag, (ofScript.get(tag) ?? 0) + 1)
  }
  return { letters, ofScript }
}

function indexWords(): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [place, list] of Object.values(stopWords).entries())
    for (const word of new Set(list.split(' '))) index.set(word, [...(index.get(word) ?? []), place])
  return index
}

function byWords(sample: string): string | null {
  const words = sample.slice(0, wordsLength).match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const counts = new Uint16Array(languages.length)
  for (const word of words) {
    // No frequent word is longer.
    const places = word.length > longestWord ? undefined : placesOfWord.get(word)
    if (places !== undefined) for (const place of places) counts[place] = (counts[place] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const best = counts.indexOf(most)
  const enough = most >= 2 && most / words.length >= 0.08
  return enough && best === counts.lastIndexOf(most) ? (languages[best] ?? null) : null
}

/**
 * Whether dates in figures begin with the day (`03/04/2012` is in April) where that language is
 * written; null where it cannot be told, as for English of no country. `tag` is of BCP 47.
 */
export function isDayFirst(tag: string | null): boolean | null {
  if (tag === null || /^en$/iu.test(tag)) return null
  const country = /^en[-_](?:\w{4}[-_])?([a-z]{2})$/iu.exec(tag)?.[1]?.toUpperCase()
  if (country !== undefined) return country === 'US' ? false : country === 'CA' ? null : true
  return /^en/iu.test(tag) ? null : true
}
