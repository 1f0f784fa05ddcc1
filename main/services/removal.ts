/**
 * What goes along when something is removed: links with their annotations, and
 * actors that nobody names any more and that nobody has described either.
 */
import { type Change, remove, replace } from '../../app/changes.ts'
import type { ActorId } from '../../app/ids.ts'
import type { Annotation, Link, ThreadRecord } from '../../app/model.ts'
import { countMentions, findActor } from '../../db/actors.ts'
import { actorsOf } from '../../db/annotations.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listLinksOf } from '../../db/links.ts'
import { listThreadsOf } from '../../db/threads.ts'

/** Removes annotations with their links and with the actors this leaves without a mention. */
export function removeAnnotations(db: ReadDb, annotations: readonly Annotation[]): Change[] {
  const links = new Map<string, Link>()
  for (const annotation of annotations) {
    for (const link of listLinksOf(db, annotation.id)) links.set(link.id, link)
  }
  return [
    ...leaveThreads(db, annotations),
    ...[...links.values()].map((link) => remove('link', link)),
    ...annotations.map((annotation) => remove('annotation', annotation)),
    ...removeLeftActors(db, annotations, []),
  ]
}

/** Takes annotations out of the threads made by hand, and removes those that this leaves empty. */
function leaveThreads(db: ReadDb, annotations: readonly Annotation[]): Change[] {
  const gone = new Set(annotations.map((annotation) => annotation.id))
  const threads = new Map<string, ThreadRecord>()
  for (const id of gone) for (const thread of listThreadsOf(db, id)) threads.set(thread.id, thread)
  return [...threads.values()].map((thread) => {
    const memberIds = thread.memberIds.filter((id) => !gone.has(id))
    return memberIds.length === 0
      ? remove('thread', thread)
      : replace('thread', thread, { ...thread, memberIds })
  })
}

/** Removes the actors that only `before` named and `after` does not, and of whom nothing else is known. */
export function removeLeftActors(
  db: ReadDb,
  before: readonly Annotation[],
  after: readonly Annotation[],
): Change[] {
  const still = new Set(after.flatMap(actorsOf))
  const mentions = new Map<ActorId, number>()
  for (const id of before.flatMap(actorsOf)) mentions.set(id, (mentions.get(id) ?? 0) + 1)
  const changes: Change[] = []
  for (const [id, count] of mentions) {
    if (still.has(id) || countMentions(db, id, count + 1) > count) continue
    const actor = findActor(db, id)
    if (actor === null || actor.aliases.length > 0 || actor.note !== '' || actor.type !== null) continue
    changes.push(remove('actor', actor))
  }
  return changes
}
