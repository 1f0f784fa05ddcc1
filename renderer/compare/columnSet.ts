/** Which articles stand side by side: at most four, each once. */
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import { mostColumns } from '../../app/layout.ts'
import { ledgerState } from '../ledger/ledgerState.ts'
import { caseBookOf } from '../views/caseBook.ts'
import type { Parts } from '../workspace/context.ts'

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
  workspace.patch({ view: 'compare', columns: next, activeColumn: next.indexOf(otherId), editingId: null })
}

/** What is to be compared of the thread at hand: its passage to begin with, and its articles; null without one. */
function threadAtHand({
  records,
  workspace,
}: Parts): { leadId: AnnotationId; articleIds: readonly ArticleId[] } | null {
  const book = caseBookOf(records)
  const { view, focusId } = workspace.get()
  const key = view === 'ledger' ? ledgerState.get().threadKey : null
  const chosen = key === null ? null : book.rowOf(key)
  const row =
    chosen ??
    (view === 'ledger' || focusId === null
      ? null
      : book.rows().find(({ thread }) => thread.members.some(({ id }) => id === focusId)))
  if (!row) return null
  const leadId = chosen === null && focusId !== null ? focusId : row.leadId
  const own = records.annotation(leadId)?.articleId
  const articleIds = new Set(own === undefined ? [] : [own])
  for (const { articleId } of row.thread.members) articleIds.add(articleId)
  return { leadId, articleIds: [...articleIds].slice(0, mostColumns) }
}

/** Why no thread can be compared; null when one can. */
export function needThread(parts: Parts): string | null {
  const found = threadAtHand(parts)
  if (found === null) return 'Choose a thread in the ledger or a passage first.'
  return found.articleIds.length < 2 ? 'All passages of this thread stand in one article.' : null
}

/** Sets the articles of the thread at hand side by side, with its passage chosen. */
export function compareThread(parts: Parts): void {
  const found = threadAtHand(parts)
  if (found === null || !parts.workspace.leaveCorrecting()) return
  parts.workspace.leaveStop()
  parts.workspace.patch({
    view: 'compare',
    columns: found.articleIds,
    activeColumn: 0,
    focusId: found.leadId,
    editingId: null,
  })
}
