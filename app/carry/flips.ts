/** What the analyst folded or restored by hand, on another revision of the text. */
import type { Block } from '../model.ts'

type Laid = { readonly text: string; readonly blocks: readonly Block[] }

const wordsOf = ({ text }: Laid, { start, end }: Block) => text.slice(start, end).replace(/\s+/gu, ' ').trim()

/**
 * The indexes of blocks to turn over on the new revision so that blocks of the same words are
 * folded or not as they were on the old one. Blocks of the same words are matched in order.
 */
export function carryFlips(from: Laid, flipped: readonly number[], to: Laid): number[] {
  if (flipped.length === 0) return []
  const turned = new Set(flipped)
  const wanted = new Map<string, { readonly turns: (boolean | undefined)[]; next: number }>()
  from.blocks.forEach((block, index) => {
    const words = wordsOf(from, block)
    // Blocks nobody touched follow the new reading; they only take their turn.
    const turn = turned.has(index) ? block.furniture === null : undefined
    const same = wanted.get(words)
    if (same === undefined) wanted.set(words, { turns: [turn], next: 0 })
    else same.turns.push(turn)
  })
  const result: number[] = []
  to.blocks.forEach((block, index) => {
    const same = wanted.get(wordsOf(to, block))
    if (same === undefined) return
    const folded = same.turns[same.next]
    same.next += 1
    if (folded !== undefined && folded !== (block.furniture !== null)) result.push(index)
  })
  return result
}
