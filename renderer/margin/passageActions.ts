/** What is done with passages and links from more than one place: cards, keys, threads. */
import { toWireError } from '../../app/errors.ts'
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { keyLabel } from '../commands/keyLabel.ts'
import { withRoomFor } from '../compare/columnSet.ts'
import { findReaderContent } from '../read/readerContent.ts'
import { focusLater } from '../ui/focusFree.ts'
import type { Parts } from '../workspace/context.ts'
import type { WorkspaceState } from '../workspace/workspace.ts'
import { kindLabels, passageName, shortName } from './passageWords.ts'

/** Runs something that calls the host; a refusal becomes a notice, and one from before is past when this was done. True when it was. */
export async function attempt(parts: Parts, action: () => Promise<unknown>): Promise<boolean> {
  const { notice } = parts.workspace.get()
  try {
    await action()
    parts.workspace.passNotice(notice)
    return true
  } catch (error) {
    parts.workspace.notify('refused', toWireError(error).message)
    return false
  }
}

const undoKey = (parts: Parts) => keyLabel('Mod-z', parts.shell.mac)

/** The whole name of a passage, for labels. */
export const nameIn = ({ records }: Parts, annotation: Annotation): string =>
  passageName(annotation, (id) => records.actor(id)?.name ?? '')

/** The short name of a passage for notices. */
export const shortNameIn = ({ records }: Parts, annotation: Annotation): string =>
  shortName(annotation, (id) => records.actor(id)?.name ?? '')

/** Removes a passage with its links and says how to get it back. */
export async function removePassage(parts: Parts, annotation: Annotation): Promise<void> {
  const { client, records, workspace } = parts
  const giveFocus = focusLater()
  const links = records.linksOf(annotation.id).length
  const done = await attempt(parts, () => client.call('annotation.remove', { ids: [annotation.id] }))
  if (!done) return
  const { focusId, editingId } = workspace.get()
  workspace.patch({
    focusId: focusId === annotation.id ? null : focusId,
    editingId: editingId === annotation.id ? null : editingId,
  })
  const withLinks = links === 0 ? '' : links === 1 ? ' and its link' : ` and its ${links} links`
  workspace.notify(
    'done',
    `${kindLabels[annotation.kind]}${withLinks} removed. ${undoKey(parts)} brings it back.`,
  )
  // The card goes, which may have had the keys; they go on in the text.
  giveFocus(workspace.readers.get(annotation.articleId))
}

/** Removes a link and says how to get it back. False when it was refused. */
export async function removeLink(parts: Parts, link: Link): Promise<boolean> {
  const done = await attempt(parts, () => parts.client.call('link.remove', { ids: [link.id] }))
  if (done)
    parts.workspace.notify('done', `Link “${link.relation}” removed. ${undoKey(parts)} brings it back.`)
  return done
}

/** The older revision that has to be read to see the passage; null where it stands in the current text. */
export function olderWith(
  { records }: Pick<Parts, 'records'>,
  { articleId, revisionId }: Annotation,
): WorkspaceState['older'] {
  const current = records.article(articleId)?.revisionId ?? revisionId
  return current === revisionId ? null : { articleId, revisionId }
}

/** Chooses a passage and brings it on the screen, opening its article where that is not shown. */
export function goToPassage(parts: Parts, id: AnnotationId): void {
  const { records, workspace } = parts
  const annotation = records.annotation(id)
  if (annotation === null || !workspace.leaveCorrecting()) return
  workspace.leaveStop()
  const state = workspace.get()
  const { articleId } = annotation
  if (state.view === 'compare') {
    const columns = withRoomFor(state.columns, articleId)
    workspace.patch({ columns, activeColumn: columns.indexOf(articleId), focusId: id, editingId: null })
  } else {
    const older = olderWith(parts, annotation)
    workspace.patch({ view: 'read', articleId, older, focusId: id, editingId: null })
  }
  const reader = workspace.readers.get(articleId)
  // A text that is on its way is shown at the chosen passage when it is here.
  if (reader === undefined || findReaderContent(reader)?.revision.id !== annotation.revisionId) return
  const start = annotation.segments[0]?.start ?? 0
  reader.select({ start, end: start })
  reader.reveal(id, 'center')
  reader.focus()
}
