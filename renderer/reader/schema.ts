/**
 * The article as a ProseMirror document.
 *
 * Each block is one text block and the canonical text joins blocks by "\n\n":
 * two code units, as many as the two tokens ProseMirror counts between the
 * texts of two neighbours. One more token opens the first block. So position
 * and offset differ by one, everywhere, and no table of positions is kept.
 */
import { type DOMOutputSpec, type Node, Schema } from 'prosemirror-model'
import type { Block, Revision } from '../../app/model.ts'
import type { BlockType } from '../../app/vocabulary.ts'

// `--chars` lets the style sheet guess the height of a block that was never laid out.
const attributes = (node: Node, more: Record<string, string> = {}) => ({
  dir: 'auto',
  style: `--chars:${node.content.size}`,
  ...more,
})

const block = (tag: string, more?: Record<string, string>) => ({
  content: 'text*',
  group: 'block',
  toDOM: (node: Node): DOMOutputSpec => [tag, attributes(node, more), 0],
})

/** The schema of the reader; names of nodes are those of the block types. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: block('p'),
    heading: {
      ...block('h2'),
      attrs: { level: { default: 2 } },
      toDOM: (node: Node): DOMOutputSpec => [`h${node.attrs.level}`, attributes(node), 0],
    },
    quote: block('blockquote'),
    listItem: block('div', { class: 'list-item' }),
    caption: block('p', { class: 'caption' }),
    text: {},
  },
})

const typeOf: Record<BlockType, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  quote: 'quote',
  listItem: 'listItem',
  caption: 'caption',
}

/** The document of a revision. The page has one `h1`, the headline, so headings begin at level 2. */
export function docOf(revision: Pick<Revision, 'text' | 'blocks'>): Node {
  const nodeOf = (b: Block) => {
    const attrs = b.type === 'heading' ? { level: Math.max(2, b.level ?? 2) } : null
    const text = revision.text.slice(b.start, b.end)
    return schema.node(typeOf[b.type], attrs, text === '' ? [] : [schema.text(text)])
  }
  return schema.node('doc', null, revision.blocks.map(nodeOf))
}

/** The ProseMirror position of an offset into the canonical text. */
export const toPosition = (offset: number): number => offset + 1

/** The offset into the canonical text of a ProseMirror position. */
export const toOffset = (position: number): number => Math.max(0, position - 1)
