/**
 * Which links have a thread now, and where their ends are on the screen. Asked for
 * in every frame of a scroll, so it looks only at passages that have links, and
 * measures only those on the screen.
 */
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { firstAtOrBelow } from '../margin/nearby.ts'
import type { Reader } from '../reader/reader.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { ColumnFrame, ThreadEnd, ThreadInput } from './threadGeometry.ts'

/** A column as it stands: what it shows and where. `text` is the box of its text, `frame` that of its window. */
export type ColumnOnScreen = {
  readonly articleId: ArticleId
  readonly reader: Reader
  readonly text: DOMRect
  readonly frame: DOMRect
}

/** The columns whose readers are mounted, in order; null for those still opening. */
export function columnsOnScreen(
  columns: readonly ArticleId[],
  readers: ReadonlyMap<ArticleId, Reader>,
  root: HTMLElement,
): (ColumnOnScreen | null)[] {
  return columns.map((articleId, index) => {
    const reader = readers.get(articleId)
    const column = root.querySelector(`[data-column="${index}"]`)
    const text = column?.querySelector('.pane-mount')?.getBoundingClientRect()
    const frame = column?.querySelector('.pane-scroller')?.getBoundingClientRect()
    if (reader === undefined || text === undefined || frame === undefined) return null
    return { articleId, reader, text, frame }
  })
}

/** The frame in the coordinates of the overlay. */
export function frameOf(column: ColumnOnScreen | null, origin: DOMRect): ColumnFrame {
  if (column === null) return { left: 0, right: 0, top: 0, bottom: 0 }
  const { text, frame } = column
  return {
    left: Math.max(text.left, frame.left) - origin.left - 4,
    right: Math.min(text.right, frame.right) - origin.left + 4,
    top: frame.top - origin.top,
    bottom: frame.bottom - origin.top,
  }
}

/** Passages that begin this much above the window may still reach into it, in pixels. */
const above = 600

/** The links with an end on the screen, with the height of each end. */
export function threadsOnScreen(
  columns: readonly (ColumnOnScreen | null)[],
  records: RecordStore,
  linked: (articleId: ArticleId) => readonly Annotation[],
  origin: DOMRect,
): ThreadInput[] {
  const found = new Map<string, Link>()
  const places = new Map<AnnotationId, ThreadEnd>()
  columns.forEach((column, index) => {
    if (column === null) return
    const { articleId, reader, text, frame } = column
    const list = linked(articleId)
    const topAt = (at: number) => {
      const annotation = list[at]
      return annotation === undefined ? null : reader.top(annotation.id)
    }
    const first = firstAtOrBelow(list.length, topAt, frame.top - text.top - above)
    const last = firstAtOrBelow(list.length, topAt, frame.bottom - text.top)
    list.forEach((annotation, at) => {
      const near = at >= first && at < last
      const y = near ? heightOf(reader, annotation.id, frame) : null
      const away = at < last ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
      places.set(annotation.id, { column: index, y: y === null ? away : y - origin.top })
      if (y === null || y < frame.top || y > frame.bottom) return
      for (const link of records.linksOf(annotation.id)) found.set(link.id, link)
    })
  })
  return [...found.values()].flatMap((link) => {
    const from = places.get(link.fromId)
    const to = places.get(link.toId)
    return from === undefined || to === undefined ? [] : [{ id: link.id, from, to }]
  })
}

/** Middle of the passage's first line that is seen, in client pixels; of its last line above, if none is. */
function heightOf(reader: Reader, id: AnnotationId, frame: DOMRect): number | null {
  const boxes = reader.boxes(id)
  if (boxes === null || boxes.length === 0) return null
  const seen = boxes.find((box) => box.bottom > frame.top + 4) ?? boxes.at(-1)
  return seen === undefined ? null : seen.top + seen.height / 2
}
