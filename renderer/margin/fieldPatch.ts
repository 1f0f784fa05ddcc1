/**
 * From what a person left in one field of a card to the one change it means.
 * A field left as it was means no change at all: no change set, no step of history.
 */
import type { Input } from '../../app/contract.ts'
import type { FieldsInput } from '../../app/inputForms.ts'
import type { Annotation } from '../../app/model.ts'
import type { NameOf } from './passageWords.ts'

type Details = Pick<Input<'annotation.update'>, 'kind' | 'note' | 'labels' | 'reliability' | 'credibility'>

/** The values of a card's fields as they are shown: actors by name, empty texts for nothing. */
export type FieldValues = Required<FieldsInput> & Required<Details>

/** What the fields of a passage show; those its kind does not have are empty. */
export function fieldValues(annotation: Annotation, nameOf: NameOf): FieldValues {
  const empty: FieldValues = {
    kind: annotation.kind,
    note: annotation.note,
    labels: annotation.labels,
    reliability: annotation.reliability,
    credibility: annotation.credibility,
    speaker: null,
    attribution: null,
    certainty: null,
    about: '',
    said: null,
    stance: null,
    title: '',
    when: null,
    where: '',
    participants: [],
  }
  switch (annotation.kind) {
    case 'claim': {
      const { speakerId, ...fields } = annotation.fields
      return { ...empty, ...fields, speaker: speakerId === null ? null : nameOf(speakerId) }
    }
    case 'denial': {
      const { speakerId, ...fields } = annotation.fields
      return { ...empty, ...fields, speaker: speakerId === null ? null : nameOf(speakerId) }
    }
    case 'event': {
      const { participantIds, ...fields } = annotation.fields
      return { ...empty, ...fields, participants: participantIds.map(nameOf) }
    }
  }
}

const details: ReadonlySet<string> = new Set(['kind', 'note', 'labels', 'reliability', 'credibility'])
/** Fields in which an empty text means that there is none. */
const nullable: ReadonlySet<string> = new Set([
  'speaker',
  'attribution',
  'certainty',
  'said',
  'stance',
  'when',
  'reliability',
  'credibility',
])

/** The call that sets one field, or null where the field says what it said before. */
export function fieldPatch<F extends keyof FieldValues>(
  annotation: Annotation,
  nameOf: NameOf,
  field: F,
  value: FieldValues[F],
): Input<'annotation.update'> | null {
  const next = tidy(field, value)
  if (same(next, fieldValues(annotation, nameOf)[field])) return null
  const change = { [field]: next }
  return { id: annotation.id, ...(details.has(field) ? change : { fields: change }) }
}

function tidy(field: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const words = value.map((word) => String(word).trim()).filter((word) => word !== '')
    return [...new Set(words)]
  }
  if (typeof value !== 'string') return value
  // A note may begin and end as its writer likes; in a line, outer blanks are slips.
  const text = field === 'note' ? value : value.trim()
  return text === '' && nullable.has(field) ? null : text
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((word, index) => word === b[index])
  }
  return a === b
}
