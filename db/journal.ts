/**
 * The journal: every step with its whole change set, in order. Undone steps are
 * always the last ones; the next new step drops them.
 */
import type { ChangeSet, HistoryState } from '../app/changes.ts'
import type { HistoryStep } from '../app/contract.ts'
import { eachRow, findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

/** A step with what it did. */
export type JournalStep = { readonly seq: number; readonly label: string; readonly changes: ChangeSet }

type Row = { seq: number; label: string; changes: string }

const toStep = (row: Row): JournalStep => ({ ...row, changes: fromJson<ChangeSet>(row.changes) })

const nextUndo = 'FROM journal WHERE undone = 0 ORDER BY seq DESC LIMIT 1'
const nextRedo = 'FROM journal WHERE undone = 1 ORDER BY seq LIMIT 1'

/** The step that undo would take back, or null. */
export function findUndo(db: ReadDb): JournalStep | null {
  const row = findRow<Row>(db, `SELECT seq, label, changes ${nextUndo}`)
  return row === null ? null : toStep(row)
}

/** The step that redo would make again, or null. */
export function findRedo(db: ReadDb): JournalStep | null {
  const row = findRow<Row>(db, `SELECT seq, label, changes ${nextRedo}`)
  return row === null ? null : toStep(row)
}

export function getHistory(db: ReadDb): HistoryState {
  return {
    undo: findRow<{ label: string }>(db, `SELECT label ${nextUndo}`)?.label ?? null,
    redo: findRow<{ label: string }>(db, `SELECT label ${nextRedo}`)?.label ?? null,
  }
}

/** The latest steps, newest first. */
export function listSteps(db: ReadDb, limit: number): HistoryStep[] {
  const sql = 'SELECT seq, at, label, undone, size FROM journal ORDER BY seq DESC LIMIT ?'
  return listRows<Omit<HistoryStep, 'undone'> & { undone: number }>(db, sql, limit).map((row) => ({
    ...row,
    undone: row.undone === 1,
  }))
}

/** The undone steps, first to redo first. */
export function listUndone(db: ReadDb): JournalStep[] {
  return listRows<Row>(db, 'SELECT seq, label, changes FROM journal WHERE undone = 1 ORDER BY seq').map(
    toStep,
  )
}

/** All steps that are in force, in order, one at a time. */
export function* eachStep(db: ReadDb): Generator<JournalStep> {
  for (const row of eachRow<Row>(
    db,
    'SELECT seq, label, changes FROM journal WHERE undone = 0 ORDER BY seq',
  )) {
    yield toStep(row)
  }
}

export function countSteps(db: ReadDb): number {
  return findRow<{ n: number }>(db, 'SELECT count(*) AS n FROM journal')?.n ?? 0
}

export function addStep(db: WriteDb, at: string, label: string, changes: ChangeSet): void {
  const sql = 'INSERT INTO journal (at, label, undone, size, changes) VALUES (?, ?, 0, ?, ?)'
  write(db, sql, at, label, changes.length, JSON.stringify(changes))
}

export function markStep(db: WriteDb, seq: number, undone: boolean): void {
  write(db, 'UPDATE journal SET undone = ? WHERE seq = ?', undone ? 1 : 0, seq)
}

/** Drops every step; whoever does so writes what takes their place in the same transaction. */
export function dropSteps(db: WriteDb): void {
  write(db, 'DELETE FROM journal')
}

export function dropUndone(db: WriteDb): void {
  write(db, 'DELETE FROM journal WHERE undone = 1')
}
