/** Lines that the page printed twice: the first stays, the second is furniture. */
import type { Item } from './items.ts'
import { endsSentence, wordCount } from './shape.ts'

const near = 3
const longEnough = 60

/**
 * Marks second occurrences. A short line counts only close to its first, so that
 * the refrain of a song, a repeated question or a repeated answer stays.
 */
export function markRepeats(items: Item[], bodyStart: number): void {
  if (items.filter((item) => item.prose).length < 2) return
  const marked: Item[] = []
  const first = new Map<string, number>()
  items.forEach((item, index) => {
    if (item.key === '') return
    const before = first.get(item.key)
    if (
      before === undefined ||
      (items[before]?.reason !== null && item.reason === null && items[before]?.reason !== 'head')
    ) {
      first.set(item.key, index)
      return
    }
    if (item.reason !== null || index < bodyStart) return
    const close = index - before <= near && !endsSentence(item.text) && wordCount(item.text) >= 2
    const head = items[before]?.reason === 'head' && index - bodyStart <= near
    if (item.caption || close || head || item.text.length >= longEnough) {
      item.reason = 'repeated'
      marked.push(item)
    }
  })
  // A text that repeats itself throughout does so by its own nature: a litany, a form, a sample.
  const length = (list: readonly Item[]) => list.reduce((sum, { text }) => sum + text.length, 0)
  const own = items.filter((item) => item.reason === null)
  if (length(marked) <= length(own) * 0.4) return
  for (const item of marked) if (!item.caption) item.reason = null
}
