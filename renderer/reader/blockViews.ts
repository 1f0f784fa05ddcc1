/**
 * The blocks' elements, and when they are laid out.
 *
 * Measured on 1 MB of text: laying all of it out before the first picture costs
 * 150 ms; leaving it to `content-visibility: auto` makes the browser look at every
 * block in every frame, 10 ms each time, for ever. So an article opens with its
 * far blocks skipped, and these are laid out little by little afterwards, from the
 * screen outwards, until it is a plain page that scrolls and paints as one.
 */
import type { Node } from 'prosemirror-model'
import { DOMSerializer } from 'prosemirror-model'
import type { EditorProps } from 'prosemirror-view'
import { schema } from './schema.ts'

/** Views that let the reader set a block's style without ProseMirror reading the block again. */
export function blockViews(): NonNullable<EditorProps['nodeViews']> {
  const view = (node: Node) => {
    const spec = node.type.spec.toDOM?.(node)
    if (spec === undefined) throw new Error(`The reader cannot show a ${node.type.name}`)
    const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec)
    return {
      dom,
      ...(contentDOM ? { contentDOM } : {}),
      ignoreMutation: (mutation: { type: string; target: globalThis.Node }) =>
        mutation.type === 'attributes' && mutation.target === dom,
    }
  }
  const names = Object.values(schema.nodes).filter((type) => type.isTextblock)
  return Object.fromEntries(names.map((type) => [type.name, view]))
}

// What one frame can lay out without being late, in characters.
const charactersAFrame = 40_000
/** A longer text stays as it opened: laying it out would take too much memory. */
const mostLaidOut = 4_000_000

export type Settling = { stop(): void }

/** Lays out the blocks that were skipped, from the block `first` outwards; a little in each frame. */
export function settleBlocks(
  elements: readonly HTMLElement[],
  lengthOf: (index: number) => number,
  first: number,
): Settling {
  let frame = 0
  let below = first
  let above = first - 1
  const total = elements.reduce((sum, _, index) => sum + lengthOf(index), 0)
  const settleOne = (index: number) => {
    const element = elements[index]
    if (element) element.style.contentVisibility = 'visible'
    return lengthOf(index) + 100
  }
  const next = () => {
    for (let done = 0; done < charactersAFrame; ) {
      if (below >= elements.length && above < 0) return
      if (below < elements.length) done += settleOne(below++)
      if (above >= 0) done += settleOne(above--)
    }
    frame = requestAnimationFrame(next)
  }
  // Two frames later: the first picture comes before this work.
  if (total <= mostLaidOut) {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(next)
    })
  }
  return { stop: () => cancelAnimationFrame(frame) }
}
