/** Undo, redo and the list of steps. */
import type { Change } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import { listSteps, listUndo } from '../../db/journal.ts'
import { getRevision } from '../../db/material.ts'
import { redo, undo } from '../commit.ts'
import type { Context, Handlers } from '../handlers.ts'

export const historyHandlers: Handlers<'history.undo' | 'history.redo' | 'history.list'> = {
  'history.undo'(context) {
    refuseWhileImporting(context)
    return undo(context)
  },
  'history.redo': (context) => redo(context),
  'history.list': ({ db }, { limit }) => listSteps(db, limit),
}

/** The next file to come in would drop what was undone, and with it for good the file that only just came in. */
function refuseWhileImporting({ db, desk }: Context): void {
  const comesIn = ({ type, before, after }: Change) => {
    if (type !== 'article' || after === null || before?.sourceId === after.sourceId) return false
    if (before === null) return desk.isUnderWay(after.importedAt)
    const { origin, createdAt } = getRevision(db, after.revisionId)
    return origin === 'capture' && desk.isUnderWay(createdAt)
  }
  if (listUndo(db).some(({ changes }) => changes.some(comesIn)))
    throw new GainsayError(
      'refused',
      'Files are still coming in, and undo would take back the last of them. Wait until they are in, or stop the import. Nothing was changed.',
    )
}
