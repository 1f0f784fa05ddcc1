/**
 * Threads by hand: a title, annotations held together, annotations set apart.
 * An annotation is set apart by one record at most: a later one takes it over.
 */
import { type Change, put, remove, replace, sameRecord } from '../../app/changes.ts'
import type { AnnotationId } from '../../app/ids.ts'
import type { ThreadRecord } from '../../app/model.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listThreadsOf } from '../../db/threads.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { newId } from '../ids.ts'
import { getAnnotation, getThread } from './lookUp.ts'

export const threadHandlers: Handlers<'thread.create' | 'thread.update' | 'thread.remove'> = {
  'thread.create'(context, { title, memberIds, apart, rest }) {
    const { db } = context
    const createdAt = now()
    const thread: ThreadRecord = {
      id: newId('thread'),
      title: (title ?? '').trim(),
      memberIds: known(db, memberIds),
      apart: apart ?? false,
      createdAt,
    }
    const changes: Change[] = [...takeOver(db, thread), put('thread', thread)]
    if (rest !== undefined && rest.length > 1) {
      const left: ThreadRecord = {
        id: newId('thread'),
        title: '',
        memberIds: known(db, rest),
        apart: false,
        createdAt,
      }
      changes.push(put('thread', left))
    }
    commit(context, { label: labelOf(null, thread), changes })
    return thread
  },

  'thread.update'(context, { id, ...given }) {
    const { db } = context
    const before = getThread(db, id)
    const after: ThreadRecord = {
      ...before,
      title: (given.title ?? before.title).trim(),
      memberIds: given.memberIds === undefined ? before.memberIds : known(db, given.memberIds),
      apart: given.apart ?? before.apart,
    }
    if (sameRecord(before, after)) return before
    const changes = [...takeOver(db, after), replace('thread', before, after)]
    commit(context, { label: labelOf(before, after), changes })
    return after
  },

  'thread.remove'(context, { ids }) {
    const threads = [...new Set(ids)].map((id) => getThread(context.db, id))
    const label =
      threads.length === 1
        ? 'Let a thread follow its links'
        : `Let ${threads.length} threads follow their links`
    commit(context, { label, changes: threads.map(letGo) })
    return { removed: threads.length }
  },
}

/** Leaves of a thread that joined or parted passages its title, with the first of them; of any other nothing. */
function letGo(thread: ThreadRecord): Change {
  const [first] = thread.memberIds
  const isTitleOnly = thread.memberIds.length === 1 && !thread.apart
  return thread.title === '' || isTitleOnly || first === undefined
    ? remove('thread', thread)
    : replace('thread', thread, { ...thread, memberIds: [first], apart: false })
}

/** Each once. @throws GainsayError `not-found` when one is not in the case. */
const known = (db: ReadDb, ids: readonly AnnotationId[]): AnnotationId[] =>
  [...new Set(ids)].map((id) => getAnnotation(db, id).id)

/** Takes what a record sets apart out of the others that set it apart. */
function takeOver(db: ReadDb, thread: ThreadRecord): Change[] {
  if (!thread.apart) return []
  const taken = new Set(thread.memberIds)
  const others = new Map<string, ThreadRecord>()
  for (const id of taken) {
    for (const other of listThreadsOf(db, id)) {
      if (other.apart && other.id !== thread.id) others.set(other.id, other)
    }
  }
  return [...others.values()].map((other) => {
    const memberIds = other.memberIds.filter((id) => !taken.has(id))
    return memberIds.length === 0
      ? remove('thread', other)
      : replace('thread', other, { ...other, memberIds })
  })
}

function labelOf(before: ThreadRecord | null, after: ThreadRecord): string {
  if (before !== null && before.memberIds.length === after.memberIds.length) return 'Name a thread'
  if (after.apart) return 'Split a thread'
  return after.memberIds.length > 1 ? 'Merge threads' : 'Name a thread'
}
