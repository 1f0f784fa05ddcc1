/** The threads as they are drawn: a shape, the link it stands for, and whether it is chosen. */
import type { LinkId } from '../../app/ids.ts'
import type { Link } from '../../app/model.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { ThreadShape } from './threadGeometry.ts'

export type DrawnThread = { readonly shape: ThreadShape; readonly link: Link; readonly focused: boolean }

/** Those whose links still are; a thread is chosen by itself or with the passage at an end. */
export function drawnThreads(
  shapes: readonly ThreadShape[],
  records: Pick<RecordStore, 'link'>,
  focusId: string | null,
  chosen: LinkId | null,
): DrawnThread[] {
  return shapes.flatMap((shape) => {
    const link = records.link(shape.id as LinkId) // shapes are named by the links they were made of
    if (link === null) return []
    const focused = link.id === chosen || link.fromId === focusId || link.toId === focusId
    return [{ shape, link, focused }]
  })
}
