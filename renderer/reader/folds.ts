/**
 * Furniture folded away: which blocks, in which runs, and what the fold's line says.
 * A fold hides; it never takes text out of the document, so no offset moves.
 */
import { isFurniture } from '../../app/blocks.ts'
import type { Range } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { furnitureLabels } from '../../app/vocabulary.ts'

/** A run of neighbouring furniture blocks, `[first, last]`, both counted. */
export type Fold = { readonly first: number; readonly last: number; readonly reasons: readonly string[] }

/** For each block whether it is furniture now: the importer's word, turned over where the analyst said so. */
export function furnitureOf({ revision, article }: ArticleContent): boolean[] {
  return revision.blocks.map((block, index) => isFurniture(block, index, article))
}

/** The runs of furniture, in text order. */
export function foldsOf(content: ArticleContent, furniture: readonly boolean[]): Fold[] {
  const folds: { first: number; last: number; reasons: string[] }[] = []
  furniture.forEach((folded, index) => {
    if (!folded) return
    const reason = content.revision.blocks[index]?.furniture
    const label = reason ? furnitureLabels[reason] : 'folded by hand'
    const open = folds.at(-1)
    if (open && open.last === index - 1) {
      open.last = index
      if (!open.reasons.includes(label)) open.reasons.push(label)
    } else folds.push({ first: index, last: index, reasons: [label] })
  })
  return folds
}

/** What the fold's line says: how much is folded and why. */
export function foldLabel({ first, last, reasons }: Fold): string {
  const count = last - first + 1
  return `${count} ${count === 1 ? 'line' : 'lines'} folded: ${reasons.join(', ')}`
}

/** A range without the blocks for which `skip` is true, and without the separators beside them. */
export function withoutBlocks(
  range: Range,
  blocks: readonly Range[],
  skip: (index: number) => boolean,
): Range[] {
  const parts: { start: number; end: number }[] = []
  let joins = false
  for (let index = firstEndingAfter(blocks, range.start); index < blocks.length; index++) {
    const block = blocks[index]
    if (!block || block.start >= range.end) break
    if (skip(index)) {
      joins = false
      continue
    }
    const start = Math.max(range.start, block.start)
    const end = Math.min(range.end, block.end)
    const last = parts.at(-1)
    if (joins && last) last.end = end
    else if (start < end) parts.push({ start, end })
    joins = parts.length > 0
  }
  return parts.filter((part) => part.start < part.end)
}

/** The index of the first block that ends after the offset; the number of blocks if none does. */
export function firstEndingAfter(blocks: readonly Range[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the block at an offset; a place between two blocks belongs to the one before. Null without blocks. */
export function blockIndexAt(blocks: readonly Range[], offset: number): number | null {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return blocks.length === 0 ? null : Math.max(0, low - 1)
}
