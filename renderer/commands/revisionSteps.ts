/** Two revisions beside each other by key: opened, and gone through change by change. */
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { Parts } from '../workspace/context.ts'

/** Sets two revisions beside each other; Back leads to where the person was. */
export function openRevisionPair(
  { workspace }: Pick<Parts, 'workspace'>,
  articleId: ArticleId,
  fromId: RevisionId | null = null,
  toId: RevisionId | null = null,
): void {
  if (!workspace.leaveCorrecting()) return
  if (workspace.get().view !== 'revisions') workspace.leaveStop()
  workspace.patch({
    view: 'revisions',
    dialog: null,
    articleId,
    focusId: null,
    editingId: null,
    revisionPair: { articleId, fromId, toId, at: -1, changes: null },
  })
}

/** Goes to the next change or the one before. */
export function stepChange({ workspace }: Pick<Parts, 'workspace'>, step: 1 | -1): void {
  const { revisionPair: pair } = workspace.get()
  if (pair === null || pair.changes === null) return
  const at = pair.at + step
  if (pair.changes === 0) workspace.notify('refused', 'No words differ between these two revisions.')
  else if (at < 0 || at >= pair.changes)
    workspace.notify('done', `This is the ${step === 1 ? 'last' : 'first'} change.`)
  else workspace.patch({ revisionPair: { ...pair, at } })
}
