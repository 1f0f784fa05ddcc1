/** A passage in pieces, so that the words a pair rests on and the details that differ can be marked in it. Pure. */
import type { Range } from '../../app/model.ts'

export type Piece = {
  readonly start: number
  readonly text: string
  readonly look: 'plain' | 'word' | 'differs'
}

/** Cuts the passage `range` of a text; `differing` are ranges of that text, `words` are looked for as whole words. */
export function markedWords(
  text: string,
  range: Range,
  words: readonly string[],
  differing: readonly Range[],
): Piece[] {
  const passage = text.slice(range.start, range.end)
  const looks: Piece['look'][] = new Array(passage.length).fill('plain')
  for (const word of new Set(words)) paint(looks, placesOf(passage, word), 'word')
  paint(
    looks,
    differing.map(({ start, end }) => ({ start: start - range.start, end: end - range.start })),
    'differs',
  )
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= passage.length; at += 1) {
    if (at < passage.length && looks[at] === looks[from]) continue
    pieces.push({ start: from, text: passage.slice(from, at), look: looks[from] ?? 'plain' })
    from = at
  }
  return pieces
}

function paint(looks: Piece['look'][], ranges: readonly Range[], look: Piece['look']): void {
  for (const { start, end } of ranges) looks.fill(look, Math.max(0, start), Math.max(0, end))
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** Where a word stands for itself; a script without blanks has it anywhere. */
function placesOf(passage: string, word: string): Range[] {
  const places: Range[] = []
  if (word === '') return places
  const blanks = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u.test(word)
  for (let at = passage.indexOf(word); at !== -1; at = passage.indexOf(word, at + word.length)) {
    const end = at + word.length
    const inside = letter.test(passage.charAt(at - 1)) || letter.test(passage.charAt(end))
    if (!blanks || !inside) places.push({ start: at, end })
  }
  return places
}
