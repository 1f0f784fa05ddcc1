/**
 * The change set: the one value that a command produces.
 *
 * A change names one record and holds it whole, before and after; a record that
 * is made has no `before`, one that is removed no `after`. From this one shape
 * the commit writes SQLite, the journal keeps history, undo is the inverse, the
 * renderer's cache follows, and the reader makes its decorations. Whoever needs
 * another description of a change derives it from this value.
 *
 * Invariants (fuzzed in changes.test.ts):
 * - `apply(apply(state, c), invert(c))` equals `state`;
 * - a change whose `before` is not what is there is refused whole, never half.
 */
import { GainsayError } from './errors.ts'
import type { RecordOf, RecordType } from './model.ts'

/** One record before and after; never null on both sides. */
export type ChangeOf<T extends RecordType> = {
  readonly type: T
  readonly id: RecordOf[T]['id']
  readonly before: RecordOf[T] | null
  readonly after: RecordOf[T] | null
}
export type Change = { [T in RecordType]: ChangeOf<T> }[RecordType]

/** What a command does, in the order in which it must be written. */
export type ChangeSet = readonly Change[]

/** A committed change set as everybody hears of it. */
export type Committed = {
  /** The case's revision counter after this commit; rises by one each time. */
  readonly counter: number
  readonly cause: 'do' | 'undo' | 'redo'
  /** What was done, for the history and the status bar: `Tag a claim`. */
  readonly label: string
  readonly changes: ChangeSet
  readonly history: HistoryState
}

/** What undo and redo would do next; null where there is nothing. */
export type HistoryState = { readonly undo: string | null; readonly redo: string | null }

/** The change that makes a record. */
export function put<T extends RecordType>(type: T, after: RecordOf[T]): ChangeOf<T> {
  return { type, id: after.id, before: null, after }
}

/** The change that replaces a record by a new version of itself. */
export function replace<T extends RecordType>(type: T, before: RecordOf[T], after: RecordOf[T]): ChangeOf<T> {
  return { type, id: before.id, before, after }
}

/** The change that removes a record. */
export function remove<T extends RecordType>(type: T, before: RecordOf[T]): ChangeOf<T> {
  return { type, id: before.id, before, after: null }
}

/** The change set that takes this one back: each change turned over, in reverse order. */
export function invert(changes: ChangeSet): ChangeSet {
  return changes
    .map((change): Change => ({ ...change, before: change.after, after: change.before }) as Change) // the swap keeps the type and its records together
    .reverse()
}

/**
 * One change set that does what these changes do one after another: each record once,
 * from its first state to its last, in the order in which it was first touched; what
 * is made and removed again is left out.
 */
export function joinSteps(changes: ChangeSet): ChangeSet {
  const joined = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.type} ${change.id}`
    const first = joined.get(key)
    joined.set(key, first === undefined ? change : ({ ...change, before: first.before } as Change)) // both are changes of one record
  }
  return [...joined.values()].filter((change) => !sameRecord(change.before, change.after))
}

/** All records of a case by type and id, as a value. */
export type Records = { readonly [T in RecordType]: ReadonlyMap<string, RecordOf[T]> }

/** No records at all. */
export const noRecords: Records = {
  actor: new Map(),
  article: new Map(),
  annotation: new Map(),
  link: new Map(),
  thread: new Map(),
}

/**
 * The records after a change set; the given value is left as it was.
 * `lenient` skips the check of `before`, for a cache that holds only part of the case.
 * @throws GainsayError `internal` when a `before` is not what is there.
 */
export function apply(records: Records, changes: ChangeSet, check: 'strict' | 'lenient' = 'strict'): Records {
  const copied: Partial<Record<RecordType, Map<string, unknown>>> = {}
  for (const change of changes) {
    let table = copied[change.type]
    if (table === undefined) {
      table = new Map<string, unknown>(records[change.type])
      copied[change.type] = table
    }
    if (check === 'strict' && !sameRecord(table.get(change.id) ?? null, change.before)) {
      throw new GainsayError(
        'internal',
        `The ${change.type} ${change.id} is not in the state this change was made on.`,
      )
    }
    if (change.after === null) table.delete(change.id)
    else table.set(change.id, change.after)
  }
  return { ...records, ...copied } as Records // each copied table came from the table of the same type
}

/** Whether two record values are equal, by content. */
export function sameRecord(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      sameRecord((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]), // both are plain objects here
  )
}
