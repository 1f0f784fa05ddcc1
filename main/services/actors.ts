/** Actors: named, described, merged and split. They are added where an annotation first names them. */
import { type Change, put, remove, replace, sameRecord } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { ActorId } from '../../app/ids.ts'
import { type Actor, type Annotation, mostAliases, mostOfNote } from '../../app/model.ts'
import { findActorNamed, foldName } from '../../db/actors.ts'
import { actorsOf, listAnnotationsNaming } from '../../db/annotations.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { newId } from '../ids.ts'
import { getActor, getAnnotation } from './lookUp.ts'

export const actorHandlers: Handlers<'actor.update' | 'actor.merge' | 'actor.split'> = {
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

  'actor.merge'(context, { from, into }) {
    const { db } = context
    if (from === into) throw new GainsayError('refused', 'An actor cannot be merged with itself.')
    const gone = getActor(db, from)
    const kept = getActor(db, into)
    const aliases = cleanAliases(kept.name, [...kept.aliases, gone.name, ...gone.aliases])
    if (aliases.length > mostAliases) {
      throw new GainsayError(
        'refused',
        `Together the two have ${aliases.length} aliases; ${mostAliases} are the most. Remove some first.`,
      )
    }
    const note = [kept.note, gone.note].filter((one) => one !== '').join('\n')
    if (note.length > mostOfNote) {
      throw new GainsayError(
        'refused',
        `Together the notes of the two have ${note.length} characters; ${mostOfNote} are the most. Shorten one first.`,
      )
    }
    const after: Actor = { ...kept, type: kept.type ?? gone.type, aliases, note }
    const changes = [
      replace('actor', kept, after),
      ...renameIn(listAnnotationsNaming(db, from), from, into),
      remove('actor', gone),
    ]
    commit(context, { label: 'Merge two actors', changes })
    return after
  },

  'actor.split'(context, { id, name, annotationIds }) {
    const { db } = context
    const before = getActor(db, id)
    const called = name.trim()
    const other = findActorNamed(db, called)
    if ((other !== null && other.id !== id) || foldName(called) === foldName(before.name)) {
      const owner = other?.name ?? before.name
      throw new GainsayError('refused', `“${called}” is already a name of the actor ${owner}.`)
    }
    const annotations = [...new Set(annotationIds)].map((annotationId) => getAnnotation(db, annotationId))
    if (!annotations.every((annotation) => actorsOf(annotation).includes(id))) {
      throw new GainsayError('refused', `Not all of these passages name ${before.name}.`)
    }
    const made: Actor = { id: newId('actor'), name: called, type: before.type, aliases: [], note: '' }
    const aliases = before.aliases.filter((alias) => foldName(alias) !== foldName(called))
    const rest = { ...before, aliases }
    const changes = [
      ...(sameRecord(before, rest) ? [] : [replace('actor', before, rest)]),
      put('actor', made),
      ...renameIn(annotations, id, made.id),
    ]
    commit(context, { label: 'Split an actor', changes })
    return made
  },
}

/** The annotations with one actor in place of another. */
function renameIn(annotations: readonly Annotation[], from: ActorId, to: ActorId): Change[] {
  const updatedAt = now()
  const turn = (id: ActorId) => (id === from ? to : id)
  return annotations.map((before) => {
    const after: Annotation =
      before.kind === 'event'
        ? {
            ...before,
            updatedAt,
            fields: {
              ...before.fields,
              participantIds: [...new Set(before.fields.participantIds.map(turn))],
            },
          }
        : before.kind === 'claim'
          ? { ...before, updatedAt, fields: { ...before.fields, speakerId: to } }
          : { ...before, updatedAt, fields: { ...before.fields, speakerId: to } }
    return replace('annotation', before, after)
  })
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
