/**
 * Correcting the text: what an edit of the article's document is, apart from the
 * screen. A document of the editing mode carries with each block whether it is
 * furniture and on which page it stands; from it the corrected blocks are read, and
 * from the transactions the ranges of their step maps, by which the host takes
 * passages along.
 */
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { canJoin, type StepMap } from 'prosemirror-transform'
import { blockSeparator, isFurniture } from '../../app/blocks.ts'
import type { CorrectedBlock } from '../../app/inputForms.ts'
import type { ArticleContent } from '../../app/results.ts'
import { type BlockType, blockTypes, type FurnitureReason } from '../../app/vocabulary.ts'
import { nodeNames, schema } from './schema.ts'

/** Why a block is furniture that the analyst folded away; the vocabulary has no reason for “by hand”. */
const byHand: FurnitureReason = 'debris'

/** The document of the editing mode: as the reader's, furniture and pages with it. */
export function correctionDoc({ article, revision }: ArticleContent): Node {
  return schema.node(
    'doc',
    null,
    revision.blocks.map((block, index) => {
      const text = revision.text.slice(block.start, block.end)
      const furniture = isFurniture(block, index, article) ? (block.furniture ?? byHand) : null
      return schema.node(
        nodeNames[block.type],
        {
          furniture,
          page: block.page ?? null,
          ...(block.type === 'heading' ? { level: Math.max(2, block.level ?? 2) } : {}),
        },
        text === '' ? [] : [schema.text(text)],
      )
    }),
  )
}

/** The blocks as the document has them now. */
export function blocksOf(doc: Node): CorrectedBlock[] {
  const blocks: CorrectedBlock[] = []
  doc.forEach((node) => {
    const { furniture, page, level } = node.attrs
    const type = typeOfNode(node)
    blocks.push({
      type,
      level: type === 'heading' ? level : null,
      furniture,
      text: node.textContent,
      ...(page === null ? {} : { page }),
    })
  })
  return blocks
}

/** The type of the block that a node of the document is. */
export function typeOfNode(node: Node): BlockType {
  const found = blockTypes.find((type) => nodeNames[type] === node.type.name)
  if (found === undefined) throw new Error(`The reader has no block type for ${node.type.name}`)
  return found
}

/** The ranges of a step map, as start, size before and size after, one after the other. */
export function rangesOf(map: StepMap): number[] {
  const ranges: number[] = []
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    ranges.push(oldStart, oldEnd - oldStart, newEnd - newStart)
  })
  return ranges
}

/**
 * What an edit leaves that the article model does not have is set right: empty blocks
 * go, and a blank line inside a block parts it in two.
 */
export function tidy(transaction: Transaction): Transaction {
  for (let at = 0; at < transaction.doc.content.size; ) {
    const node = transaction.doc.nodeAt(at)
    if (node === null) break
    const text = node.textContent
    const blank = text.search(/\n\s*\n/)
    if (text.trim() === '') transaction.delete(at, at + node.nodeSize)
    else if (blank === -1) at += node.nodeSize
    else {
      const length = /^\s+/.exec(text.slice(blank))?.[0].length ?? 2
      const from = at + 1 + blank
      transaction.delete(from, from + length)
      if (blank > 0 && blank + length < text.length) transaction.split(from)
    }
  }
  return transaction
}

/** Makes the blocks that the selection touches blocks of a type. */
export function setType(transaction: Transaction, type: BlockType): Transaction {
  const { from, to } = transaction.selection
  const target = schema.nodes[nodeNames[type]]
  if (target === undefined) return transaction
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock && node.type !== target) {
      const { furniture, page } = node.attrs
      transaction.setNodeMarkup(transaction.mapping.map(position), target, { furniture, page })
    }
    return false
  })
  return transaction
}

/** Makes the blocks that the selection touches furniture, or all of them text of the article where the first is furniture. */
export function turnFurniture(transaction: Transaction): Transaction {
  const { from, to, $from } = transaction.selection
  const furniture = $from.parent.attrs.furniture === null ? byHand : null
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) transaction.setNodeAttribute(position, 'furniture', furniture)
    return false
  })
  return transaction
}

/** Joins the block at the caret with the one before (−1) or after (1), when the caret stands at that end; null otherwise. */
export function joinAtCaret(transaction: Transaction, side: -1 | 1): Transaction | null {
  const { $from, empty } = transaction.selection
  const atEdge = side === -1 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
  if (!empty || !atEdge) return null
  const cut = side === -1 ? $from.before() : $from.after()
  if (cut <= 0 || cut >= transaction.doc.content.size || !canJoin(transaction.doc, cut)) return null
  return transaction.join(cut)
}

/** Parts the block at the caret; what is selected goes. A new block after the end of a heading is a paragraph. */
export function splitAtCaret(transaction: Transaction): Transaction {
  transaction.deleteSelection()
  const { $from } = transaction.selection
  const { parent } = $from
  const atEnd = $from.parentOffset === parent.content.size
  const { furniture, page } = parent.attrs
  const paragraph = schema.nodes.paragraph
  if (parent.type.name !== 'heading' || !atEnd || paragraph === undefined) return transaction.split($from.pos)
  return transaction.split($from.pos, 1, [{ type: paragraph, attrs: { furniture, page } }])
}

/** Puts a text in place of the selection: a blank line in it begins a new block. */
export function insertText(transaction: Transaction, text: string): Transaction {
  const parts = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.replaceAll('\0', ''))
  parts.forEach((part, index) => {
    if (index > 0) splitAtCaret(transaction)
    if (part !== '') transaction.insertText(part)
  })
  return transaction
}

/** Whether a line break may be put at a place of a text: beside another it would be a blank line. */
export const mayBreakLine = (text: string, at: number): boolean =>
  !`${text.slice(0, at)}\n${text.slice(at)}`.includes(blockSeparator)
