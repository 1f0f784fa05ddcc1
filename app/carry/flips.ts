/** What the analyst folded or restored by hand, on another revision of the text. */
import type { Block } from '../model.ts'

type Laid = { readonly text: string; readonly blocks: readonly Block[] }

const wordsOf = ({ text }: Laid, { start, end }: Block) => text.slice(start, end).replace(/\s+/gu, ' ').trim()

/**
 * The indexes of blocks to turn over on the new revision so that blocks of the same words are
 * folded or not as they were on the old one. Blocks of the same words are matched in order.
 */
export function carryFlips(from: Laid, flipped: readonly number[], to: Laid): number[] {
  const wanted = new Map<string, (boolean | undefined)[]>()
  from.blocks.forEach((block, index) => {
    const words = wordsOf(from, block)
    const folded = (block.furniture !== null) !== flipped.includes(index)
    const list = wanted.get(words)
    // Blocks nobody touched follow the new reading; they only take their turn.
    const entry = flipped.includes(index) ? folded : undefined
    if (list === undefined) wanted.set(words, [entry])
    else list.push(entry)
  })
  const result: number[] = []
  to.blocks.forEach((block, index) => {
    const folded = wanted.get(wordsOf(to, block))?.shift()
    if (folded !== undefined && folded !== (block.furniture !== null)) result.push(index)
  })
  return result
}
