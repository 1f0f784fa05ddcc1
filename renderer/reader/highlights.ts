/**
 * Named CSS highlights, shared by all readers of the page: the browser keeps one
 * registry a document, so each reader adds its own ranges to the common
 * highlight of a name and takes only those away again.
 */
import type { Range } from '../../app/model.ts'

export type HighlightLayers = {
  /** Makes the named highlight show these ranges of this reader and no others; unchanged ranges are left alone. */
  paint(name: string, ranges: readonly Range[]): void
  /** Takes away every range of this reader. */
  clear(): void
}

/** `priority` says which of two highlights wins where both colour the same words; more wins. */
export function createHighlights(
  toDom: (range: Range) => StaticRange | null,
  priority: (name: string) => number,
): HighlightLayers {
  const painted = new Map<string, Map<string, StaticRange>>()

  const named = (name: string) => {
    const there = CSS.highlights.get(name)
    if (there) return there
    const made = new Highlight()
    made.priority = priority(name)
    CSS.highlights.set(name, made)
    return made
  }

  const paint = (name: string, ranges: readonly Range[]) => {
    const before = painted.get(name)
    if (ranges.length === 0 && !before) return
    const highlight = named(name)
    const now = new Map<string, StaticRange>()
    for (const range of ranges) {
      const key = `${range.start}-${range.end}`
      const kept = before?.get(key)
      // A range whose text was drawn anew points at nothing and is made again.
      const dom = kept?.startContainer.isConnected && kept.endContainer.isConnected ? kept : toDom(range)
      if (!dom) continue
      now.set(key, dom)
      if (dom !== kept) highlight.add(dom)
    }
    for (const [key, dom] of before ?? []) if (now.get(key) !== dom) highlight.delete(dom)
    if (now.size === 0) painted.delete(name)
    else painted.set(name, now)
  }

  return {
    paint,
    clear() {
      for (const name of [...painted.keys()]) paint(name, [])
    },
  }
}
