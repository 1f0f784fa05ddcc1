/** Actors: named, described and told apart. They are added where an annotation first names them. */
import { replace, sameRecord } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Actor } from '../../app/model.ts'
import { findActorNamed, foldName } from '../../db/actors.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { getActor } from './lookUp.ts'

export const actorHandlers: Handlers<'actor.update'> = {
  'actor.update'(context, { id, patch }) {
    const { db } = context
    const before = getActor(db, id)
    const name = (patch.name ?? before.name).trim()
    if (name === '') throw new GainsayError('bad-input', 'An actor needs a name.')
    const after: Actor = {
      ...before,
      ...patch,
      name,
      aliases: cleanAliases(name, patch.aliases ?? before.aliases),
    }
    if (sameRecord(before, after)) return before
    const former = new Set([before.name, ...before.aliases].map(foldName))
    for (const called of [after.name, ...after.aliases]) {
      const other = former.has(foldName(called)) ? null : findActorNamed(db, called)
      if (other !== null && other.id !== id) {
        throw new GainsayError('refused', `“${called}” is already a name of the actor ${other.name}.`)
      }
    }
    commit(context, { label: 'Edit an actor', changes: [replace('actor', before, after)] })
    return after
  },
}

/** Trimmed, without empty ones, repetitions, and the name itself. */
function cleanAliases(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([foldName(name)])
  const kept: string[] = []
  for (const alias of aliases.map((text) => text.trim())) {
    const folded = foldName(alias)
    if (folded === '' || seen.has(folded)) continue
    seen.add(folded)
    kept.push(alias)
  }
  return kept
}
