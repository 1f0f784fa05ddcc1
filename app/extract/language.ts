/** Tells a text's language by its script and its most frequent short words. Rough, and silent when in doubt. */
import { stopWords } from './stopWords.ts'

const sampleLength = 12_000
/** A few hundred words tell the language as well as thousands. */
const wordsLength = 4_000
/** For each word, the languages in which it is one of the most frequent. */
const tagsOfWord = indexWords()
const longestWord = Math.max(...[...tagsOfWord.keys()].map((word) => word.length))
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
  for (const sign of sample) {
    if (sign < '\u0080') {
      if (sign >= 'a' && sign <= 'z') letters += 1
      continue
    }
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

function indexWords(): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [tag, list] of Object.entries(stopWords))
    for (const word of new Set(list.split(' '))) index.set(word, [...(index.get(word) ?? []), tag])
  return index
}

function byWords(sample: string): string | null {
  const words = sample.slice(0, wordsLength).match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const counts = new Map(Object.keys(stopWords).map((tag) => [tag, 0]))
  for (const word of words) {
    // No frequent word is longer.
    const tags = word.length > longestWord ? undefined : tagsOfWord.get(word)
    if (tags !== undefined) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (best === undefined || second === undefined) return null
  const enough = best[1] >= 2 && best[1] / words.length >= 0.08
  return enough && best[1] > second[1] ? best[0] : null
}
