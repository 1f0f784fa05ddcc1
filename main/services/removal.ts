/**
 * What goes along when something is removed: links with their annotations, and
 * actors that nobody names any more and that nobody has described either.
 */
import { type Change, remove } from '../../app/changes.ts'
import type { ActorId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { countMentions, findActor } from '../../db/actors.ts'
import { actorsOf } from '../../db/annotations.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listLinksOf } from '../../db/links.ts'

/** Removes annotations with their links and with the actors this leaves without a mention. */
export function removeAnnotations(db: ReadDb, annotations: readonly Annotation[]): Change[] {
  const links = new Map<string, Link>()
  for (const annotation of annotations) {
    for (const link of listLinksOf(db, annotation.id)) links.set(link.id, link)
  }
  return [
    ...[...links.values()].map((link) => remove('link', link)),
    ...annotations.map((annotation) => remove('annotation', annotation)),
    ...removeLeftActors(db, annotations, []),
  ]
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
