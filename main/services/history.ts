/** Undo, redo and the list of steps. */
import { listSteps } from '../../db/journal.ts'
import { redo, undo } from '../commit.ts'
import type { Handlers } from '../handlers.ts'

export const historyHandlers: Handlers<'history.undo' | 'history.redo' | 'history.list'> = {
  'history.undo': (context) => undo(context),
  'history.redo': (context) => redo(context),
  'history.list': ({ db }, { limit }) => listSteps(db, limit),
}
