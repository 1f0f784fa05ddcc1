/** Undo and redo: say what was done, and show where. */
import type { Change, Committed } from '../../app/changes.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import { olderWith } from '../margin/passageActions.ts'
import type { Parts } from '../workspace/context.ts'
import type { View } from '../workspace/workspace.ts'
import type { Commands, IdsOf } from './commandRunner.ts'
import { keyLabel } from './keyLabel.ts'

export const historyCommands: Commands<IdsOf<'history'>> = {
  'history.undo': {
    when: ({ records }) => (records.history().undo === null ? 'There is nothing to undo.' : null),
    run: async (parts) => tell(parts, 'Undone', await parts.client.call('history.undo', {})),
  },
  'history.redo': {
    when: ({ records }) => (records.history().redo === null ? 'There is nothing to redo.' : null),
    run: async (parts) => tell(parts, 'Redone', await parts.client.call('history.redo', {})),
  },
  'history.show': { run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'history' } }) },
}

/** Views that are left where a step shows in the text, as they are called in a message. */
const leftViews: Readonly<Partial<Record<View, string>>> = {
  compare: 'the comparison',
  revisions: 'the revisions',
  report: 'the report',
}

function tell(parts: Parts, word: string, committed: Committed): void {
  const { workspace, shell } = parts
  const left = leftViews[workspace.get().view]
  showPlace(parts, committed)
  const back = workspace.get().view === 'read' && left !== undefined
  const way = back ? `. Back (${keyLabel('Backspace', shell.mac)}) leads to ${left}.` : ''
  workspace.notify('done', `${word}: ${committed.label}${way}`)
}

/** Where a change set shows: the article, and the passage in it if there still is one. */
export type Place = { readonly articleId: ArticleId; readonly focusId: AnnotationId | null }

/** The place of the first change that has one; `articleOf` finds the article of an annotation that did not change itself. */
export function findPlace(
  changes: readonly Change[],
  articleOf: (id: AnnotationId) => ArticleId | null,
): Place | null {
  const first = <T extends Change['type']>(type: T) =>
    changes.filter((change): change is Extract<Change, { type: T }> => change.type === type)
  for (const { before, after } of first('annotation')) {
    const articleId = (after ?? before)?.articleId
    if (articleId !== undefined && stays(changes, articleId)) return { articleId, focusId: after?.id ?? null }
  }
  for (const { before, after } of first('link')) {
    const fromId = (after ?? before)?.fromId
    const articleId = fromId === undefined ? null : articleOf(fromId)
    if (fromId !== undefined && articleId !== null) return { articleId, focusId: fromId }
  }
  for (const { after } of first('article')) if (after !== null) return { articleId: after.id, focusId: null }
  return null
}

/** Whether the change set leaves the article in the case. */
const stays = (changes: readonly Change[], articleId: ArticleId) =>
  !changes.some((change) => change.type === 'article' && change.id === articleId && change.after === null)

function showPlace({ workspace, records }: Parts, committed: Committed): void {
  const place = findPlace(committed.changes, (id) => records.annotation(id)?.articleId ?? null)
  if (place === null) return
  const { view, columns } = workspace.get()
  // These show all of the case, so what came or went shows where it is.
  if (view === 'ledger' || view === 'timeline' || view === 'graph') return
  const column = columns.indexOf(place.articleId)
  if (view === 'compare' && column !== -1) workspace.patch({ activeColumn: column, focusId: place.focusId })
  else {
    const annotation = place.focusId === null ? null : records.annotation(place.focusId)
    const older = annotation === null ? null : olderWith({ records }, annotation)
    if (view !== 'read') workspace.leaveStop()
    workspace.patch({ view: 'read', articleId: place.articleId, older, focusId: place.focusId })
  }
  const { focusId } = place
  if (focusId === null) return
  // The article may only just be opening; its reader registers when it is there.
  requestAnimationFrame(() => workspace.readers.get(place.articleId)?.reveal(focusId))
}
