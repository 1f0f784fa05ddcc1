/**
 * Keeps the screen true to the case: opens the first article of a case that is
 * opened, closes what was removed, names the window. The records themselves
 * follow the host in `records/`.
 */
import type { Committed } from '../../app/changes.ts'
import { keepColumns } from '../../app/layout.ts'
import { reporting } from '../commands/commands.ts'
import type { ImportState } from '../library/importQueue.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { forgetReportChoice, reportChoice, withoutRemovedArticles } from '../report/reportChoice.ts'
import { caseBookOf } from '../views/caseBook.ts'
import { resetViews } from '../views/resetViews.ts'
import type { Parts } from '../workspace/context.ts'
import { initialWorkspace, type WorkspaceState } from '../workspace/workspace.ts'
import { counted } from './counted.ts'

export function followCase(parts: Parts): void {
  const { client, records, workspace, library, imports } = parts
  let path: string | null = null
  /** The list of the case that is being opened: it is there long before all records are, and stands while they come. */
  let listed: Promise<void> = Promise.resolve()

  const showCase = () => {
    const info = records.info()
    if (info === null || info.path === path) return
    path = info.path
    resetViews()
    // What was sought or chosen in the list meanwhile is of this case already.
    const { libraryOpen, notice, search, articleId } = workspace.get()
    workspace.set({ ...initialWorkspace, libraryOpen, notice, search, articleId })
    void reporting(parts, async () => {
      await listed
      // It may have been asked for while there was no host.
      if (library.get().total === null) await library.restart()
      const first = library.get().rows.get(0)?.article.id ?? null
      if (first !== null && workspace.get().articleId === null) workspace.patch({ articleId: first })
    })
  }
  records.subscribe(showCase)
  records.subscribe(() => nameWindow(parts))
  workspace.subscribe(() => nameWindow(parts))
  records.onCommitted((committed) => {
    const lost = wordsOfRemoval(workspace.get(), committed)
    workspace.set((state) => withoutRemoved(state, committed))
    reportChoice.set((choice) => withoutRemovedArticles(choice, committed))
    if (lost !== null) workspace.notify('refused', lost)
  })
  client.onEvent((message) => {
    if (message.event !== 'case-opened') return
    // What is shown belongs to the former case; the new one comes with the load.
    path = null
    forgetReportChoice()
    const lost = wordsOfLoss(workspace.get(), imports.get(), records)
    imports.cancel()
    imports.dismiss()
    workspace.set({ ...initialWorkspace, libraryOpen: workspace.get().libraryOpen })
    if (lost !== null) workspace.notify('refused', lost)
    listed = library.restart()
  })
  listed = library.restart()
  void reporting(parts, () => records.load())
  prepareViews(parts)
}

/**
 * What did not come to its end because another case was opened, which another window may do
 * while this one is at work; null where nothing was lost.
 */
export function wordsOfLoss(
  { correcting }: Pick<WorkspaceState, 'correcting'>,
  { total, done }: Pick<ImportState, 'total' | 'done'>,
  records: Pick<RecordStore, 'article'>,
): string | null {
  const lost = []
  if (correcting?.dirty === true) {
    const headline = records.article(correcting.articleId)?.headline ?? 'an article'
    lost.push(`the correction of “${headline}” was not saved, its text is as it was before`)
  }
  if (total > done) lost.push(`${counted(total - done, 'file')} of the import did not go in`)
  return lost.length === 0 ? null : `Another case was opened: ${lost.join('; ')}.`
}

/** What is said where the article was removed whose text is being corrected, as another window may do; null where nothing was lost. */
export function wordsOfRemoval(
  { correcting }: Pick<WorkspaceState, 'correcting'>,
  { changes }: Pick<Committed, 'changes'>,
): string | null {
  if (correcting?.dirty !== true) return null
  for (const change of changes)
    if (change.type === 'article' && change.after === null && change.id === correcting.articleId)
      return `“${change.before?.headline}” was removed: its correction was not saved.`
  return null
}

/** Once there is nothing else to do, makes ready what the ledger, the timeline and the graph need first. */
function prepareViews({ client, records }: Parts): void {
  let prepared: string | null = null
  // What was asked for, the first article above all, is shown before.
  const whenIdle = (work: (left: IdleDeadline) => void) =>
    requestIdleCallback((left) => (client.isWaiting() ? whenIdle(work) : work(left)))
  const prepareRows = (left: IdleDeadline) => {
    const more = caseBookOf(records).prepareSome(() => left.timeRemaining() > 1)
    whenIdle(more ? prepareRows : () => void caseBookOf(records).timeline())
  }
  records.subscribe(() => {
    const path = records.info()?.path ?? null
    if (path === prepared || !records.whole()) return
    prepared = path
    // A little at a time, so that nobody waits for all of it.
    whenIdle(() => {
      caseBookOf(records).threads()
      whenIdle(prepareRows)
    })
  })
}

/** The screen without what a change set removed; the same value when nothing of it was shown. */
export function withoutRemoved(state: WorkspaceState, { changes }: Committed): WorkspaceState {
  const gone = new Set<string>(changes.filter((change) => change.after === null).map((change) => change.id))
  if (gone.size === 0) return state
  const { columns, active } = keepColumns(state.columns, state.activeColumn, (id) => !gone.has(id))
  const patch: Partial<WorkspaceState> = {
    ...(state.articleId !== null && gone.has(state.articleId) ? { articleId: null } : {}),
    ...(columns.length < state.columns.length ? { columns, activeColumn: active } : {}),
    ...(state.focusId !== null && gone.has(state.focusId) ? { focusId: null } : {}),
    ...(state.editingId !== null && gone.has(state.editingId) ? { editingId: null } : {}),
    ...(state.older !== null && gone.has(state.older.articleId) ? { older: null } : {}),
    ...(state.revisionPair !== null && gone.has(state.revisionPair.articleId)
      ? { revisionPair: null, view: state.view === 'revisions' ? 'read' : state.view }
      : {}),
    ...(state.correcting !== null && gone.has(state.correcting.articleId) ? { correcting: null } : {}),
    ...(state.remark !== null && gone.has(state.remark.id) ? { remark: null } : {}),
    ...([...state.chosen].some((id) => gone.has(id))
      ? { chosen: new Set([...state.chosen].filter((id) => !gone.has(id))) }
      : {}),
  }
  return Object.keys(patch).length === 0 ? state : { ...state, ...patch }
}

function nameWindow({ records, workspace }: Parts): void {
  const name = records.info()?.name
  const id = workspace.activeArticle()
  const article = id === null ? null : records.article(id)
  const title = [article?.headline, name, 'Gainsay'].filter(Boolean).join(' — ')
  if (document.title !== title) document.title = title
}
