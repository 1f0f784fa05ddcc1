/** One number of a text, read as far as its words go: `$1.5 billion`, `two hundred and fifty`, `sixty-one`. */
import { multipliers, numberWords, plainNumber } from './numbers.ts'
import { primaryTag, type Word } from './terms.ts'

/** What a number is worth, and the place of its last word. */
export type NumberPhrase = { readonly value: number; readonly last: number }

/** A multiplier of one letter may be a measure as well, as the `m` of `20 m high`. */
const isLetter = (word: string) => word.length === 1

/**
 * The number that begins with the word at `first`; null where none does. `isMoney` says whether
 * the sign of a currency stands before it.
 */
export function readNumberPhrase(
  text: string,
  words: readonly Word[],
  first: number,
  language: string | null,
  isMoney: boolean,
): NumberPhrase | null {
  const english = primaryTag(language) === 'en'
  const wordAt = (place: number) => words[place]?.text.toLowerCase() ?? ''
  const gapBefore = (place: number) => text.slice(words[place - 1]?.end ?? 0, words[place]?.start ?? 0)
  const factorAt = (place: number) => {
    const word = wordAt(place)
    const gap = gapBefore(place)
    if (!/^[\s-]*$/u.test(gap) || (isLetter(word) && gap !== '' && !isMoney)) return null
    return word === 'dozen' ? 12 : (multipliers.get(word) ?? null)
  }
  const spelled = (place: number) => (english ? (numberWords.get(wordAt(place)) ?? null) : null)

  const start = startOf(wordAt(first), english, factorAt(first + 1))
  if (start === null) return null
  const inWords = !/^\p{Nd}/u.test(wordAt(first))
  /** What stands before the next thousand or million, and what those before came to. */
  let [open, closed] = [start, 0]
  let factor = 0
  let last = first
  for (let next = last + 1; next < words.length; next = last + 1) {
    const by = factorAt(next)
    if (by !== null) {
      if (by < 1000) open *= by
      else {
        closed += open * by
        open = 0
      }
      factor = by
      last = next
      continue
    }
    const unit = spelled(next)
    // Behind a hyphen `one` is a number: `sixty-one`.
    if (
      unit !== null &&
      unit > 0 &&
      unit < 10 &&
      gapBefore(next) === '-' &&
      open % 100 >= 20 &&
      open % 10 === 0
    ) {
      open += unit
      factor = 0
      last = next
      continue
    }
    const joined = wordAt(next) === 'and'
    const place = joined ? next + 1 : next
    const more = inWords && wordAt(place) !== 'dozen' ? spelled(place) : null
    const spaced = /^\s+$/u.test(gapBefore(next)) && /^\s+$/u.test(gapBefore(place))
    if (more === null || more < 2 || more >= factor || !spaced) break
    const further = factorAt(place + 1)
    // The second number of “two hundred and three hundred” is another, and so is that of “two hundred two days ago”.
    if (further === factor || (!joined && more < 10 && further === null)) break
    open += more
    factor = 0
    last = place
  }
  return { value: closed + open, last }
}

/** What the first word is worth; `a` and `one` are numbers only before a hundred or a million. */
function startOf(word: string, english: boolean, factor: number | null): number | null {
  if (/^\p{Nd}/u.test(word)) {
    const value = Number(plainNumber(word))
    return Number.isFinite(value) ? value : null
  }
  if (!english) return null
  if (word === 'a' || word === 'an' || word === 'one') return factor !== null && factor >= 100 ? 1 : null
  return numberWords.get(word) ?? null
}
