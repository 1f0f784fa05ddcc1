/**
 * The only writer. A step's records, its material, its journal row and the raised
 * counter are one SQLite transaction; what was committed is published before the
 * caller goes on. Undo and redo take the same way with the inverse, or the same
 * change set again; a new step drops the steps that were undone, and with them the
 * texts that can no longer be redone.
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
  getHistory,
  type JournalStep,
  listRedo,
  listUndo,
  listUndone,
  markStep,
} from '../db/journal.ts'
import { dropRevision, type Material, putMaterial } from '../db/material.ts'
import { findRecord, writeChange } from '../db/records.ts'
import { now } from './clock.ts'

/** Where a commit goes: the case it changes and those who want to hear of it. */
export type CommitTarget = { readonly db: ReadDb; publish(event: HostEvent): void }

/** What a command wants done. */
export type Step = {
  /** For the history and the status bar: `Tag a claim`. */
  readonly label: string
  readonly changes: ChangeSet
  /** Texts and files it brings along; written before its records. */
  readonly material?: readonly Material[]
  /** Steps of one group that follow each other are undone and redone as one. */
  readonly group?: string
}

/**
 * Writes a new step and tells everybody. A step without changes writes nothing.
 * @throws GainsayError `internal` when a `before` is not what is on disk; then nothing was written.
 */
export function commit(target: CommitTarget, step: Step): void {
  if (step.changes.length === 0) return
  const committed = transaction(target.db, (db) => writeStep(db, step))
  target.publish({ event: 'committed', value: committed })
}

/** Writes a new step inside a transaction; what it gives is to be published once that is through. */
export function writeStep(db: WriteDb, step: Step): Committed {
  dropRedo(db)
  for (const material of step.material ?? []) putMaterial(db, material)
  writeAll(db, step.changes)
  addStep(db, now(), step.label, step.changes, step.group ?? null)
  return finish(db, 'do', step.label, step.changes)
}

/** Takes the last step, or group of steps, back. @throws GainsayError `nothing-to-do` */
export function undo(target: CommitTarget): Committed {
  const steps = listUndo(target.db)
  if (steps.length === 0) throw new GainsayError('nothing-to-do', 'There is nothing to undo.')
  return turn(
    target,
    'undo',
    steps,
    steps.flatMap((step) => invert(step.changes)),
  )
}

/** Makes the last undone step, or group of steps, again. @throws GainsayError `nothing-to-do` */
export function redo(target: CommitTarget): Committed {
  const steps = listRedo(target.db)
  if (steps.length === 0) throw new GainsayError('nothing-to-do', 'There is nothing to redo.')
  return turn(
    target,
    'redo',
    steps,
    steps.flatMap((step) => step.changes),
  )
}

function turn(
  target: CommitTarget,
  cause: 'undo' | 'redo',
  steps: readonly JournalStep[],
  changes: ChangeSet,
): Committed {
  const committed = transaction(target.db, (db) => {
    writeAll(db, changes)
    for (const step of steps) markStep(db, step.seq, cause === 'undo')
    return finish(db, cause, steps[0]?.label ?? '', changes)
  })
  target.publish({ event: 'committed', value: committed })
  return committed
}

function finish(db: WriteDb, cause: Committed['cause'], label: string, changes: ChangeSet): Committed {
  raiseCounter(db)
  return { counter: getCounter(db), cause, label, changes, history: getHistory(db) }
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

/** A text that only undone steps led to can never be reached again once they are dropped. */
function dropRedo(db: WriteDb): void {
  const steps = listUndone(db)
  if (steps.length === 0) return
  for (const step of steps) {
    for (const change of step.changes) {
      if (change.type !== 'article' || change.after === null) continue
      if (change.before?.revisionId !== change.after.revisionId) dropRevision(db, change.after.revisionId)
    }
  }
  dropUndone(db)
}
