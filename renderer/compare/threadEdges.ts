/** The ends of threads that have scrolled out of their columns, gathered at the edges, and the way to them. */
import type { AnnotationId } from '../../app/ids.ts'
import { createStore, type Store } from '../ui/store.ts'
import type { Parts } from '../workspace/context.ts'
import type { ThreadCount } from './threadGeometry.ts'

/** What is shown at the edges. */
export const threadEdges: Store<readonly ThreadCount[]> = createStore<readonly ThreadCount[]>([])

/** What is gathered now; ahead of what is shown while the texts move. */
let gathered: readonly ThreadCount[] = []

/** Notes what is gathered, without showing it yet. */
export function noteEdges(counts: readonly ThreadCount[]): void {
  gathered = counts
}

/** Notes what is gathered, and shows it. */
export function showEdges(counts: readonly ThreadCount[]): void {
  gathered = counts
  if (counts.length > 0 || threadEdges.get().length > 0) threadEdges.set(() => counts)
}

/** Chooses the nearest passage gathered at an edge, which brings it and its partners into view. */
export function goToEdge({ records, workspace }: Parts, { nearest }: Pick<ThreadCount, 'nearest'>): void {
  const annotation = records.annotation(nearest as AnnotationId) // ends are named by their passages
  const column = annotation === null ? -1 : workspace.get().columns.indexOf(annotation.articleId)
  if (annotation === null || column === -1) return
  workspace.leaveStop()
  workspace.patch({ activeColumn: column, focusId: annotation.id, editingId: null })
  const reader = workspace.readers.get(annotation.articleId)
  const start = annotation.segments[0]?.start ?? 0
  reader?.select({ start, end: start })
  reader?.reveal(annotation.id, 'center')
  reader?.focus()
}

/** The edge a key means: of the active column, else of the nearest other one; null where nothing is gathered there. */
export function findEdge(
  counts: readonly ThreadCount[],
  active: number,
  away: ThreadCount['away'],
): ThreadCount | null {
  const there = counts.filter((count) => count.away === away)
  const far = (count: ThreadCount) => Math.abs(count.column - active)
  return there.toSorted((a, b) => far(a) - far(b) || b.count - a.count)[0] ?? null
}

/** Goes to what is gathered above or below, or says that nothing is. */
export function goToThreads(parts: Parts, away: ThreadCount['away']): void {
  const found = findEdge(gathered, parts.workspace.get().activeColumn, away)
  if (found !== null) goToEdge(parts, found)
  else
    parts.workspace.notify(
      'done',
      `No thread from what is on the screen leads further ${away === 'above' ? 'up' : 'down'}.`,
    )
}
