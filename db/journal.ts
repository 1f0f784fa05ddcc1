/**
 * The journal: every step with its whole change set, in order. Undone steps are
 * always the last ones; the next new step drops them.
 */
import type { ChangeSet, HistoryState } from '../app/changes.ts'
import type { HistoryStep } from '../app/results.ts'
import { eachRow, findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

/** A step with what it did. */
export type JournalStep = {
  readonly seq: number
  readonly label: string
  readonly changes: ChangeSet
  /** What it is taken back and made again together with; null for a step of its own. */
  readonly group: string | null
}

type Row = { seq: number; label: string; changes: string; stepGroup: string | null }

const columns = 'seq, label, changes, stepGroup'
const toStep = ({ seq, label, changes, stepGroup }: Row): JournalStep => ({
  seq,
  label,
  changes: fromJson<ChangeSet>(changes),
  group: stepGroup,
})

const nextUndo = 'FROM journal WHERE undone = 0 ORDER BY seq DESC LIMIT 1'
const nextRedo = 'FROM journal WHERE undone = 1 ORDER BY seq LIMIT 1'

/** The steps that undo would take back, latest first: one, or the run of steps of one group. Empty where there is none. */
export function listUndo(db: ReadDb): JournalStep[] {
  return run(db, `SELECT ${columns} FROM journal WHERE undone = 0 ORDER BY seq DESC`)
}

/** The steps that redo would make again, earliest first. Empty where there is none. */
export function listRedo(db: ReadDb): JournalStep[] {
  return run(db, `SELECT ${columns} FROM journal WHERE undone = 1 ORDER BY seq`)
}

/** The first row of a query with those that follow and are of the same group. */
function run(db: ReadDb, sql: string): JournalStep[] {
  const steps: JournalStep[] = []
  for (const row of eachRow<Row>(db, sql)) {
    const first = steps[0]
    if (first !== undefined && (first.group === null || first.group !== row.stepGroup)) break
    steps.push(toStep(row))
  }
  return steps
}

export function getHistory(db: ReadDb): HistoryState {
  return {
    undo: findRow<{ label: string }>(db, `SELECT label ${nextUndo}`)?.label ?? null,
    redo: findRow<{ label: string }>(db, `SELECT label ${nextRedo}`)?.label ?? null,
  }
}

/** The latest steps, newest first; a run of steps of one group is one, under the number of its last. */
export function listSteps(db: ReadDb, limit: number): HistoryStep[] {
  const steps: HistoryStep[] = []
  const groups: (string | null)[] = []
  const sql = 'SELECT seq, at, label, undone, size, stepGroup FROM journal ORDER BY seq DESC'
  type StepRow = Omit<HistoryStep, 'undone'> & { undone: number; stepGroup: string | null }
  for (const { stepGroup, ...row } of eachRow<StepRow>(db, sql)) {
    const last = steps.at(-1)
    if (
      last !== undefined &&
      stepGroup !== null &&
      groups.at(-1) === stepGroup &&
      last.undone === (row.undone === 1)
    ) {
      steps[steps.length - 1] = { ...last, size: last.size + row.size }
      continue
    }
    if (steps.length === limit) break
    steps.push({ ...row, undone: row.undone === 1 })
    groups.push(stepGroup)
  }
  return steps
}

/** The undone steps, first to redo first. */
export function listUndone(db: ReadDb): JournalStep[] {
  return listRows<Row>(db, `SELECT ${columns} FROM journal WHERE undone = 1 ORDER BY seq`).map(toStep)
}

/** All steps that are in force, in order, one at a time. */
export function* eachStep(db: ReadDb): Generator<JournalStep> {
  for (const row of eachRow<Row>(db, `SELECT ${columns} FROM journal WHERE undone = 0 ORDER BY seq`)) {
    yield toStep(row)
  }
}

export function countSteps(db: ReadDb): number {
  return findRow<{ n: number }>(db, 'SELECT count(*) AS n FROM journal')?.n ?? 0
}

export function addStep(
  db: WriteDb,
  at: string,
  label: string,
  changes: ChangeSet,
  group: string | null,
): void {
  const sql = 'INSERT INTO journal (at, label, undone, size, changes, stepGroup) VALUES (?, ?, 0, ?, ?, ?)'
  write(db, sql, at, label, changes.length, JSON.stringify(changes), group)
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
