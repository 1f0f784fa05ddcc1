/**
 * Fields of an annotation as a person gives them, made into the fields of its kind:
 * actors found by name or added, dates judged, fields of another kind refused.
 */
import { type Change, put } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { ActorId } from '../../app/ids.ts'
import type { FieldsInput } from '../../app/inputForms.ts'
import type { Actor, Annotation, ClaimFields, DenialFields, EventFields } from '../../app/model.ts'
import type { Kind } from '../../app/vocabulary.ts'
import { readDate } from '../../app/writtenDate.ts'
import { findActorNamed, foldName } from '../../db/actors.ts'
import type { ReadDb } from '../../db/connection.ts'
import { newId } from '../ids.ts'

/** The kind together with its fields. */
export type KindAndFields =
  | { kind: 'claim'; fields: ClaimFields }
  | { kind: 'denial'; fields: DenialFields }
  | { kind: 'event'; fields: EventFields }

const fieldsOf: { readonly [K in Kind]: readonly (keyof FieldsInput)[] } = {
  claim: ['speaker', 'attribution', 'certainty', 'about', 'said'],
  denial: ['speaker', 'stance', 'said'],
  event: ['title', 'when', 'where', 'participants'],
}
const withArticle: { readonly [K in Kind]: string } = {
  claim: 'a claim',
  denial: 'a denial',
  event: 'an event',
}

/** Finds actors by name or alias, and adds those that nobody knows yet. */
export type ActorBook = { find(name: string): ActorId; readonly added: readonly Change[] }

export function openActorBook(db: ReadDb): ActorBook {
  const added: Change[] = []
  const addedIds = new Map<string, ActorId>()
  return {
    added,
    find(name) {
      const folded = foldName(name)
      const known = addedIds.get(folded) ?? findActorNamed(db, name)?.id
      if (known !== undefined) return known
      const actor: Actor = { id: newId('actor'), name: name.trim(), type: null, aliases: [], note: '' }
      added.push(put('actor', actor))
      addedIds.set(folded, actor.id)
      return actor.id
    },
  }
}

/**
 * The fields of `kind`: what is given, else what `former` had under the same name, else nothing.
 * @throws GainsayError `bad-input` for a field the kind does not have, or a date that is none.
 */
export function makeFields(
  kind: Kind,
  given: FieldsInput,
  former: Annotation | null,
  actors: ActorBook,
): KindAndFields {
  for (const name of Object.keys(given) as (keyof FieldsInput)[]) {
    // the input was checked against the schema of FieldsInput
    if (!fieldsOf[kind].includes(name)) {
      throw new GainsayError(
        'bad-input',
        `“${name}” is not a field of ${withArticle[kind]}; it has ${fieldsOf[kind].join(', ')}.`,
      )
    }
  }
  const speakerId = () => {
    if (given.speaker === undefined) return speakerOf(former)
    return given.speaker === null ? null : actors.find(given.speaker)
  }
  const said = () => date('said', given.said, former?.kind === 'event' ? null : (former?.fields.said ?? null))
  if (kind === 'claim') {
    const old = former?.kind === 'claim' ? former.fields : null
    return {
      kind,
      fields: {
        speakerId: speakerId(),
        attribution: given.attribution === undefined ? (old?.attribution ?? null) : given.attribution,
        certainty: given.certainty === undefined ? (old?.certainty ?? null) : given.certainty,
        about: given.about ?? old?.about ?? '',
        said: said(),
      },
    }
  }
  if (kind === 'denial') {
    const old = former?.kind === 'denial' ? former.fields : null
    const stance = given.stance === undefined ? (old?.stance ?? null) : given.stance
    return { kind, fields: { speakerId: speakerId(), stance, said: said() } }
  }
  const old = former?.kind === 'event' ? former.fields : null
  const participants = given.participants?.map((name) => actors.find(name))
  return {
    kind,
    fields: {
      title: given.title ?? old?.title ?? '',
      when: date('when', given.when, old?.when ?? null),
      where: given.where ?? old?.where ?? '',
      participantIds: participants === undefined ? (old?.participantIds ?? []) : [...new Set(participants)],
    },
  }
}

function speakerOf(annotation: Annotation | null): ActorId | null {
  return annotation === null || annotation.kind === 'event' ? null : annotation.fields.speakerId
}

function date(field: string, given: string | null | undefined, former: string | null): string | null {
  if (given === undefined) return former
  return given === null ? null : checkedDate(field, given)
}

/** The date in EDTF. @throws GainsayError `bad-input` when it cannot be read. */
export function checkedDate(field: string, given: string): string {
  const read = readDate(given)
  if (!read.ok) throw new GainsayError('bad-input', `${field}: ${read.why}`)
  return read.value
}
