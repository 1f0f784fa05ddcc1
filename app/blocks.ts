/**
 * What of a revision is the article and what is furniture: the importer proposes
 * (`block.furniture`), the analyst turns single blocks over (`article.flippedBlocks`).
 */
import type { Article, Block } from './model.ts'

/** What stands between two blocks in the canonical text. */
export const blockSeparator = '\n\n'

type Flipped = Pick<Article, 'flippedBlocks'>

/** Whether the block at `index` of its revision is folded away as furniture in this article. */
export function isFurniture(block: Block, index: number, article: Flipped): boolean {
  return (block.furniture !== null) !== article.flippedBlocks.includes(index)
}

/** The revision's text without furniture, blocks joined by a blank line; empty where all is furniture. */
export function bodyText(
  revision: { readonly text: string; readonly blocks: readonly Block[] },
  article: Flipped,
): string {
  const flipped = new Set(article.flippedBlocks)
  return revision.blocks
    .filter((block, index) => (block.furniture !== null) === flipped.has(index))
    .map((block) => revision.text.slice(block.start, block.end))
    .join(blockSeparator)
}
