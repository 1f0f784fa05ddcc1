/**
 * Furniture that Readability left in the article: menus above its first paragraph, lists
 * of other stories in its midst and at its end. Where much of a page looks alike it lets
 * all of it stand, and whole menus with it. What is told here is told by what the lines
 * lead to: a line that is nothing but a link to another page of the same site says nothing
 * of its own, and several of them in a row are a list of pages. Sources and references lead
 * elsewhere, and the contents of an article to places in it.
 */
import { readSectionLabel } from '../../../app/extract/furniture.ts'
import { endsSentence, isProse, wordCount } from '../../../app/extract/shape.ts'
import type { FurnitureReason } from '../../../app/vocabulary.ts'
import type { PageBlock } from './htmlBlocks.ts'

/** So many links in a row are a list of pages; one less under a label that says so. */
const leastRow = 4
/** What is taken off an article is a small part of it, else it is itself a list. */
const mostShare = 0.4
/** A sentence may be a link from its first word to its last. */
const leastSentence = 10

/** For each block of the article the reason for which it is furniture; null where it is the article's. */
export function findLeftovers(article: readonly PageBlock[]): (FurnitureReason | null)[] {
  const reasons: (FurnitureReason | null)[] = article.map(() => null)
  const first = article.findIndex((block) => isProse(block.text) && !isLink(block))
  if (first < 0) return reasons
  let from = 0
  article.forEach((block, index) => {
    if (!isLink(block)) from = index + 1
    else if (index + 1 === article.length || !isLink(article[index + 1]))
      markRow(article, reasons, from, index + 1, first)
  })
  const length = (list: readonly PageBlock[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  const taken = length(article.filter((_, index) => reasons[index] !== null))
  return taken > mostShare * length(article) ? article.map(() => null) : reasons
}

/** A row of links and the label that opens it. At the article's very top one link is enough: a section's name, a way back. */
function markRow(
  article: readonly PageBlock[],
  reasons: (FurnitureReason | null)[],
  from: number,
  to: number,
  first: number,
): void {
  const label = readSectionLabel(article[from - 1]?.text ?? '')
  const least = from === 0 && to <= first ? 1 : leastRow - (label === null ? 0 : 1)
  if (to - from < least) return
  reasons.fill(label ?? (to <= first ? 'menu' : 'related'), label === null ? from : from - 1, to)
}

/** True for a line that is nothing but links to other pages of the site. */
function isLink(block: PageBlock | undefined): boolean {
  if (block === undefined || block.linked === 0) return false
  if (block.type === 'caption' || block.type === 'heading') return false
  if (endsSentence(block.text) && wordCount(block.text) >= leastSentence) return false
  return block.linked >= 0.8 * block.text.replace(/\s/gu, '').length
}
