/** A text as the words and signs it is compared by; white space parts them and counts for nothing. */

/**
 * A number is one word with what parts its digits: “5” of “1.5” is another number. Bounded, since
 * letters without end overflow the stack of the pattern: such a run is several words.
 */
const token =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]{1,1000}(?:(?<=\p{N})[.,٫٬]\p{N}{1,100}){0,20}|[^\p{L}\p{M}\p{N}\s]/gu

/** The words and signs of a text. Offsets are UTF-16 code units. */
export type Tokens = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export function tokenise(text: string): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  for (const found of text.matchAll(token)) {
    starts.push(found.index)
    ends.push(found.index + found[0].length)
  }
  return { text, starts, ends }
}

/** Both texts' tokens as numbers, the same number for the same token. */
export function numberTokens(a: Tokens, b: Tokens): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const number = ({ text, starts, ends }: Tokens) =>
    Int32Array.from(starts, (start, at) => {
      const word = text.slice(start, ends[at])
      let known = numbers.get(word)
      if (known === undefined) {
        known = numbers.size
        numbers.set(word, known)
      }
      return known
    })
  return [number(a), number(b)]
}

/** The first token that ends behind the offset; the count of tokens where none does. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
