/**
 * The only writer. A step's records, its material, its journal row and the raised
 * counter are one SQLite transaction; what was committed is published before the
 * caller goes on. Undo and redo take the same way with the inverse, or the same
 * change set again; a new step drops the steps that were undone, and with them the
 * material of imports that can no longer be redone.
 *
 * Invariant: the steps in force, replayed from nothing, give the records on disk.
 */
import { type ChangeSet, type Committed, invert, sameRecord } from '../app/changes.ts'
import type { HostEvent } from '../app/contract.ts'
import { GainsayError } from '../app/errors.ts'
import { getCounter, raiseCounter } from '../db/caseState.ts'
import { type ReadDb, transaction, type WriteDb } from '../db/connection.ts'
import {
  addStep,
  dropUndone,
  findRedo,
  findUndo,
  getHistory,
  type JournalStep,
  listUndone,
  markStep,
} from '../db/journal.ts'
import { dropMaterialOf, type Material, putMaterial } from '../db/material.ts'
import { findRecord, writeChange } from '../db/records.ts'
import { now } from './clock.ts'

/** Where a commit goes: the case it changes and those who want to hear of it. */
export type CommitTarget = { readonly db: ReadDb; publish(event: HostEvent): void }

/** What a command wants done. */
export type Step = {
  /** For the history and the status bar: `Tag a claim`. */
  readonly label: string
  readonly changes: ChangeSet
  /** What an import brings along; written before its records. */
  readonly material?: Material
}

/**
 * Writes a new step and tells everybody. A step without changes writes nothing.
 * @throws GainsayError `internal` when a `before` is not what is on disk; then nothing was written.
 */
export function commit(target: CommitTarget, step: Step): void {
  if (step.changes.length === 0) return
  finish(target, 'do', step.label, step.changes, (db) => {
    dropRedo(db)
    if (step.material !== undefined) putMaterial(db, step.material)
    writeAll(db, step.changes)
    addStep(db, now(), step.label, step.changes)
  })
}

/** Takes the last step back. @throws GainsayError `nothing-to-do` */
export function undo(target: CommitTarget): Committed {
  const step = findUndo(target.db)
  if (step === null) throw new GainsayError('nothing-to-do', 'There is nothing to undo.')
  return turn(target, 'undo', step, invert(step.changes))
}

/** Makes the last undone step again. @throws GainsayError `nothing-to-do` */
export function redo(target: CommitTarget): Committed {
  const step = findRedo(target.db)
  if (step === null) throw new GainsayError('nothing-to-do', 'There is nothing to redo.')
  return turn(target, 'redo', step, step.changes)
}

function turn(
  target: CommitTarget,
  cause: 'undo' | 'redo',
  step: JournalStep,
  changes: ChangeSet,
): Committed {
  return finish(target, cause, step.label, changes, (db) => {
    writeAll(db, changes)
    markStep(db, step.seq, cause === 'undo')
  })
}

function finish(
  target: CommitTarget,
  cause: Committed['cause'],
  label: string,
  changes: ChangeSet,
  work: (db: WriteDb) => void,
): Committed {
  const committed = transaction(target.db, (db): Committed => {
    work(db)
    raiseCounter(db)
    return { counter: getCounter(db), cause, label, changes, history: getHistory(db) }
  })
  target.publish({ event: 'committed', value: committed })
  return committed
}

function writeAll(db: WriteDb, changes: ChangeSet): void {
  for (const change of changes) {
    if (!sameRecord(findRecord(db, change), change.before)) {
      throw new GainsayError(
        'internal',
        `The ${change.type} ${change.id} is not in the state this change was made on. Nothing was changed.`,
      )
    }
    writeChange(db, change)
  }
}

function dropRedo(db: WriteDb): void {
  for (const step of listUndone(db)) {
    for (const change of step.changes) {
      if (change.type === 'article' && change.before === null) dropMaterialOf(db, change.id)
    }
  }
  dropUndone(db)
}
