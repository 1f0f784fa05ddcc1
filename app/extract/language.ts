/** Tells a text's language by its script and its most frequent short words. Rough, and silent when in doubt. */
import { stopWords } from './stopWords.ts'

const sampleLength = 12_000
/** For each word, the languages in which it is one of the most frequent. */
const tagsOfWord = indexWords()
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
]

/** BCP 47 primary tag of the language; null where it cannot be told. Looks at the first 12,000 characters. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).toLowerCase()
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 2) return null
  for (const [tag, pattern] of scripts) {
    const share = (sample.match(pattern)?.length ?? 0) / letters
    // Japanese is Chinese signs with kana between them.
    if (share > (tag === 'ja' ? 0.15 : 0.5)) return tag
  }
  return byWords(sample)
}

function indexWords(): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [tag, list] of Object.entries(stopWords))
    for (const word of new Set(list.split(' '))) index.set(word, [...(index.get(word) ?? []), tag])
  return index
}

function byWords(sample: string): string | null {
  const words = sample.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const counts = new Map(Object.keys(stopWords).map((tag) => [tag, 0]))
  for (const word of words)
    for (const tag of tagsOfWord.get(word) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (best === undefined || second === undefined) return null
  const enough = best[1] >= 2 && best[1] / words.length >= 0.08
  return enough && best[1] > second[1] ? best[0] : null
}
