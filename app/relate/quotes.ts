/** Quotations of the same words that are not word for word the same. */
import type { Range } from '../model.ts'
import { wordsOf } from './terms.ts'

/**
 * German opens with the sign by which French closes, and no space inside. Of single quotation marks
 * the closing one is an apostrophe too, which has a letter behind it.
 */
const quotation =
  /“([^”]+)”|„([^“”]+)[“”]|»(?=[^\s«»])([^«»]*[^\s«»])«|«([^»]+)»|"([^"]+)"|「([^「」]+)」|『([^『』]+)』|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L}))+)’/gu
/** Shorter quotations are scare quotes and titles. */
const fewestWords = 3
/** Words in common, of the shorter quotation's, from which on two quotations are of the same words. */
const likeness = 0.5

type Quote = Range & { readonly words: readonly string[] }

function quotesIn(text: string): Quote[] {
  return [...text.matchAll(quotation)].flatMap((match) => {
    // French sets its signs off by spaces.
    const inside = (match.slice(1).find((group) => group !== undefined) ?? '').trim()
    const start = match.index + match[0].indexOf(inside)
    const words = wordsOf(inside).map((word) => word.text.toLowerCase().replace(/’/gu, "'"))
    return words.length < fewestWords ? [] : [{ start, end: start + inside.length, words }]
  })
}

/** Pairs of quotations that give the same words differently; one that breaks off earlier is not different. */
export function differingQuotes(here: string, there: string): { here: Range; there: Range }[] {
  const theirs = quotesIn(there)
  return quotesIn(here).flatMap((one) => {
    const [best] = theirs
      .map((other) => ({ other, common: commonWords(one.words, other.words) }))
      .sort((a, b) => b.common - a.common)
    if (best === undefined) return []
    const shorter = Math.min(one.words.length, best.other.words.length)
    if (best.common / shorter < likeness || isPart(one.words, best.other.words)) return []
    const { start, end } = best.other
    return [{ here: { start: one.start, end: one.end }, there: { start, end } }]
  })
}

/** Length of the longest common subsequence, in words. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, index) => {
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

function isPart(a: readonly string[], b: readonly string[]): boolean {
  const one = ` ${a.join(' ')} `
  const other = ` ${b.join(' ')} `
  return one.includes(other) || other.includes(one)
}
