/** Drawing a link from mark to mark: the line while it is drawn, and what the drop means. */
import type { AnnotationId } from '../../app/ids.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { DragMark } from '../reader/grip.ts'
import type { Parts } from '../workspace/context.ts'

/** A line in the coordinates of the columns. */
export type DragLine = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** The line from the mark to the pointer; null where the mark is not on the screen. */
export function dragOf(parts: Parts, event: DragMark, frame: HTMLElement | null): DragLine | null {
  const from = parts.records.annotation(event.from)
  const box = from === null ? null : parts.workspace.readers.get(from.articleId)?.boxes(event.from)?.at(-1)
  const origin = frame?.querySelector('.threads')?.getBoundingClientRect()
  if (!box || origin === undefined) return null
  return {
    x1: box.right - origin.left,
    y1: box.bottom - origin.top,
    x2: event.clientX - origin.left,
    y2: event.clientY - origin.top,
  }
}

/** Dropped on another mark: asks for the relation. Dropped elsewhere: says what a drop needs. */
export function finishDrag(parts: Parts, event: DragMark): void {
  const toId = passageAt(parts, event.clientX, event.clientY, event.from)
  if (toId === null) {
    parts.workspace.notify('refused', 'Nothing was linked: drop the thread on another tagged passage.')
    return
  }
  parts.workspace.patch({ focusId: event.from, dialog: { dialog: 'link', fromId: event.from, toId } })
}

/** The passage under a point, in any column; null if there is none but the one given. */
function passageAt(
  { records, workspace }: Parts,
  x: number,
  y: number,
  not: AnnotationId,
): AnnotationId | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element instanceof HTMLElement ? element.dataset.annotation : undefined
    const found = id === undefined ? undefined : records.annotation(id as AnnotationId) // the reader writes ids there
    if (found && found.id !== not) return found.id
  }
  // Where passages crowd they have no elements: their boxes are asked.
  for (const [articleId, reader] of workspace.readers) {
    const revisionId = findReaderContent(reader)?.revision.id
    if (revisionId === undefined) continue
    const hit = records
      .annotationsOn(articleId, revisionId)
      .filter(({ id }) => id !== not)
      .find(({ id }) =>
        reader.boxes(id)?.some((b) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom),
      )
    if (hit !== undefined) return hit.id
  }
  return null
}
