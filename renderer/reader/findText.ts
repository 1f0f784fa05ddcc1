/**
 * Finding words as people mean them: case, accents and the shape of white space
 * do not count. The text is folded once, with the offset that each folded code
 * unit came from; a query is then found by plain search.
 */
import type { Range } from '../../app/model.ts'

export type FoldedText = {
  readonly text: string
  /** For each code unit of `text` the offset of the character it came from; one more for the end. */
  readonly origins: Uint32Array
}

const marks = /\p{M}+/gu
const blank = /\s/

/** One character without case and accents; empty for a lone accent, one blank for any white space. */
function foldedCharacter(character: string): string {
  if (blank.test(character)) return ' '
  return character.normalize('NFKD').replace(marks, '').toLowerCase().replace('ß', 'ss')
}

/** The text folded for finding; runs of white space become one blank. */
export function foldText(text: string): FoldedText {
  const origins = new Uint32Array(text.length * 3 + 1)
  const known = new Map<string, string>()
  const parts: string[] = []
  let size = 0
  let afterBlank = false
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) ?? 0
    const character = code < 128 ? text.charAt(offset) : String.fromCodePoint(code)
    let folded = known.get(character)
    if (folded === undefined) {
      folded = foldedCharacter(character)
      known.set(character, folded)
    }
    const isBlank = folded === ' '
    // A character that decomposes into more than three units keeps the first three: the table stays small.
    const kept = isBlank && afterBlank ? '' : folded.slice(0, 3)
    for (let i = 0; i < kept.length; i++) origins[size++] = offset
    parts.push(kept)
    if (folded !== '') afterBlank = isBlank
    offset += character.length
  }
  origins[size] = text.length
  return { text: parts.join(''), origins: origins.subarray(0, size + 1) }
}

/** Every match in text order, not overlapping, as ranges of the text that was folded. None for a blank query. */
export function findMatches(folded: FoldedText, query: string): Range[] {
  const wanted = foldText(query.trim()).text
  const matches: Range[] = []
  if (wanted === '') return matches
  const { origins } = folded
  // Of a character that folds to several letters, as a syllable of Korean does, a part is no match.
  const isBorder = (place: number) => place === 0 || origins[place] !== origins[place - 1]
  let at = folded.text.indexOf(wanted)
  while (at !== -1) {
    const end = at + wanted.length
    const found = isBorder(at) && isBorder(end)
    // The last character counts whole, with the accents behind it.
    if (found) matches.push({ start: origins[at] ?? 0, end: origins[end] ?? 0 })
    at = folded.text.indexOf(wanted, found ? end : at + 1)
  }
  return matches
}

/** The index of the first match at or after the offset, or 0 beyond the last; null without matches. */
export function matchFrom(matches: readonly Range[], offset: number): number | null {
  if (matches.length === 0) return null
  const index = matches.findIndex((match) => match.start >= offset)
  return index === -1 ? 0 : index
}
