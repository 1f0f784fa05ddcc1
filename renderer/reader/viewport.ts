/**
 * Where the blocks are on the screen. Blocks far away are skipped by the browser
 * (`content-visibility: auto`) and have an estimated height; asking for the box
 * of a block never lays out its text, asking for a place inside it does, for
 * that block alone. Both are asked for only where needed.
 */
import type { Block, Range } from '../../app/model.ts'
import { blockIndexAt } from './folds.ts'

export type Viewport = {
  /** Takes up the blocks' elements and which are hidden; after each drawing that may have changed them. */
  refresh(blocks: readonly Block[], hidden: (index: number) => boolean): void
  element(index: number): HTMLElement | null
  /** The elements of all blocks. */
  elements(): readonly HTMLElement[]
  /** The stretch of text on the screen and `screens` above and below; null if nothing is shown. */
  window(screens: number): Range | null
  /** The DOM position of an offset; null if it lies in no drawn block. */
  point(offset: number): { node: Node; offset: number } | null
  /** A DOM range from start to end; null where one end is not drawn. */
  range(range: Range): StaticRange | null
  /** Client rects of a stretch of text. */
  rects(range: Range): DOMRect[]
  /** Top of an offset in client pixels; exact where its block is near the screen, else by its share of the block. */
  top(offset: number): number | null
}

export function createViewport(root: HTMLElement, scroller: HTMLElement): Viewport {
  let blocks: readonly Block[] = []
  let elements: HTMLElement[] = []
  let shown: number[] = []

  const collect = () => {
    elements = []
    for (const child of root.children) {
      // Widgets stand between the blocks and carry this mark.
      if (child instanceof HTMLElement && child.dataset.widget === undefined) elements.push(child)
    }
  }
  const element = (index: number) => {
    if (elements[index]?.isConnected !== true) collect()
    return elements[index] ?? null
  }
  const box = (index: number) => element(index)?.getBoundingClientRect() ?? new DOMRect()

  // The first shown block whose bottom lies below y.
  const firstBelow = (y: number) => {
    let low = 0
    let high = shown.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (box(shown[middle] ?? 0).bottom <= y) low = middle + 1
      else high = middle
    }
    return low
  }

  // A block taller than some screens: the stretch inside it by its share of the height, with a screen to spare.
  const inside = (index: number, top: number, bottom: number): Range => {
    const { start, end } = blocks[index] ?? { start: 0, end: 0 }
    const rect = box(index)
    const tall = bottom - top
    if (rect.height < 4 * tall || rect.height === 0) return { start, end }
    const at = (y: number) => start + Math.round(((y - rect.top) / rect.height) * (end - start))
    const from = Math.max(start, at(top - tall / 3))
    return { start: from, end: Math.max(from, Math.min(end, at(bottom + tall / 3))) }
  }

  const point = (offset: number) => {
    const index = blockIndexAt(blocks, offset)
    const block = index === null ? undefined : blocks[index]
    const parent = index === null ? null : element(index)
    if (!block || !parent) return null
    return pointIn(parent, Math.min(offset, block.end) - block.start)
  }
  const range = ({ start, end }: Range) => {
    const from = point(start)
    const to = point(end)
    if (!from || !to) return null
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }
  // One for all: the browser keeps each live range true at every change of the page until it is collected.
  const ruler = document.createRange()
  const measured = <T>(wanted: Range, read: (live: globalThis.Range) => T): T | null => {
    const found = range(wanted)
    if (!found) return null
    ruler.setStart(found.startContainer, found.startOffset)
    ruler.setEnd(found.endContainer, found.endOffset)
    const value = read(ruler)
    ruler.setStart(document, 0)
    ruler.collapse(true)
    return value
  }

  return {
    refresh(next, hidden) {
      blocks = next
      collect()
      shown = []
      for (let i = 0; i < blocks.length; i++) if (!hidden(i)) shown.push(i)
    },
    element,
    elements: () => elements,
    window(screens) {
      const frame = scroller.getBoundingClientRect()
      const tall = Math.max(200, Math.min(frame.height, innerHeight))
      const top = Math.max(frame.top, 0) - screens * tall
      const bottom = Math.min(frame.bottom, innerHeight) + screens * tall
      const first = shown[firstBelow(top)]
      const last = shown[Math.min(shown.length - 1, firstBelow(bottom))]
      if (first === undefined || last === undefined) return null
      return { start: inside(first, top, bottom).start, end: inside(last, top, bottom).end }
    },
    point,
    range,
    rects: (wanted) =>
      [...(measured(wanted, (live) => live.getClientRects()) ?? [])].filter((rect) => rect.width > 0),
    top(offset) {
      const index = blockIndexAt(blocks, offset)
      const block = index === null ? undefined : blocks[index]
      if (index === null || !block) return null
      const rect = box(index)
      if (rect.height === 0) return null
      const near = rect.bottom > -innerHeight && rect.top < 2 * innerHeight
      const share = (offset - block.start) / Math.max(1, block.end - block.start)
      if (!near) return rect.top + share * rect.height
      const exact = measured({ start: offset, end: Math.min(block.end, offset + 1) }, (live) =>
        live.getBoundingClientRect(),
      )
      return exact && exact.height > 0 ? exact.top : rect.top
    },
  }
}

// The text node and place in it; blocks without marks have one text node.
function pointIn(parent: Node, offset: number): { node: Node; offset: number } {
  const first = parent.firstChild
  if (first instanceof Text && first.length >= offset) return { node: first, offset }
  let left = offset
  let last: { node: Node; offset: number } = { node: parent, offset: 0 }
  const texts = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const length = text.nodeValue?.length ?? 0
    if (left <= length) return { node: text, offset: left }
    left -= length
    last = { node: text, offset: length }
  }
  return last
}
