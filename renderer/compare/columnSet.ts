/** Which articles stand side by side: at most four, each once. */
import type { ArticleId } from '../../app/ids.ts'
import { keepColumns, mostColumns } from '../../app/layout.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import { findThreadAtHand } from '../ledger/threadAtHand.ts'
import { focusText } from '../read/focusText.ts'
import type { Parts } from '../workspace/context.ts'
import { keepPlaces } from './keepPlaces.ts'

export const fullRefusal =
  'Four articles stand side by side already. Close one first: go to it and press Shift W.'

/** The columns with this article at the end; the same where it is one already, null where they are full. */
export function withColumn(columns: readonly ArticleId[], id: ArticleId): readonly ArticleId[] | null {
  if (columns.includes(id)) return columns
  return columns.length < mostColumns ? [...columns, id] : null
}

/** The columns with this article at the end, in place of the last one where they are full. */
export const withRoomFor = (columns: readonly ArticleId[], id: ArticleId): readonly ArticleId[] =>
  withColumn(columns, id) ?? [...columns.slice(0, mostColumns - 1), id]

/** The columns with `otherId` right beside `id`: among those that are there while `id` is one, else these two alone. Null where they are full. */
export function withNeighbour(
  columns: readonly ArticleId[],
  id: ArticleId,
  otherId: ArticleId,
): readonly ArticleId[] | null {
  if (!columns.includes(id)) return [id, otherId]
  const rest = columns.filter((column) => column !== otherId)
  return rest.length < mostColumns ? rest.toSpliced(rest.indexOf(id) + 1, 0, otherId) : null
}

/** Sets an article beside another and goes to it. */
export function compareBeside({ workspace }: Parts, id: ArticleId, otherId: ArticleId): void {
  if (!workspace.leaveCorrecting()) return
  const { columns, view } = workspace.get()
  const next = withNeighbour(view === 'compare' ? columns : [], id, otherId)
  if (next === null) {
    workspace.notify('refused', fullRefusal)
    return
  }
  workspace.leaveStop()
  keepPlaces({ workspace }, () =>
    workspace.patch({ view: 'compare', columns: next, activeColumn: next.indexOf(otherId), editingId: null }),
  )
  focusText({ workspace })
}

/** Why no thread can be compared; null when one can. */
export function needThread(parts: Parts): string | null {
  const row = findThreadAtHand(parts)
  if (row === null) return 'Choose a thread in the ledger or a passage first.'
  return row.articleIds.size < 2 ? 'All passages of this thread stand in one article.' : null
}

/** Sets the articles of the thread at hand side by side. */
export function compareThread(parts: Parts): void {
  const row = findThreadAtHand(parts)
  if (row !== null) compareRow(parts, row)
}

/** Sets the articles of a thread side by side, that of its passage first which is chosen; without one that of its leading statement. */
export function compareRow({ records, workspace }: Parts, { thread, leadId }: ThreadRow): void {
  if (!workspace.leaveCorrecting()) return
  const { focusId } = workspace.get()
  const chosen = thread.members.some(({ id }) => id === focusId) ? focusId : leadId
  const first = chosen === null ? null : records.annotation(chosen)
  const ids = new Set(first === null ? [] : [first.articleId])
  for (const { articleId } of thread.members) ids.add(articleId)
  workspace.leaveStop()
  workspace.patch({
    view: 'compare',
    columns: [...ids].slice(0, mostColumns),
    activeColumn: 0,
    focusId: chosen,
    editingId: null,
  })
  focusText({ workspace })
}

/** Why nothing can be done with columns; null where there are some. */
export function needColumns({ workspace }: Parts): string | null {
  const { view, columns } = workspace.get()
  if (view !== 'compare') return 'There are no columns here: this works in the compare view.'
  return columns.length > 0 ? null : 'There is no column yet: Shift C adds an article.'
}

/** Closes a column; the keys go on in the text of the active one, which is its neighbour where it was that itself. */
export function closeColumn({ workspace }: Parts, index: number): void {
  const { columns, activeColumn } = workspace.get()
  const kept = keepColumns(columns, activeColumn, (_, at) => at !== index)
  keepPlaces({ workspace }, () => workspace.patch({ columns: kept.columns, activeColumn: kept.active }))
  workspace.activeReader()?.focus()
}
