import { describe, expect, test } from 'vitest'
import { fieldPatch } from './fieldPatch.ts'
import { passageName, shorten } from './passageWords.ts'
import { claim, denial, event } from './testPassages.ts'

const nameOf = (id: string) => (id === 'act_panetta' ? 'Panetta' : 'Others')
const spoken = claim('aaaaaa', 'one', 'a safe haven', 'panetta')

describe('the change that a field means', () => {
  test('is none when the field says what it said', () => {
    expect(fieldPatch(spoken, nameOf, 'speaker', ' Panetta ')).toBeNull()
    expect(fieldPatch(spoken, nameOf, 'about', '')).toBeNull()
    expect(fieldPatch(spoken, nameOf, 'said', '')).toBeNull()
    expect(fieldPatch(spoken, nameOf, 'labels', [' '])).toBeNull()
  })

  test('sets a field of the kind by name', () => {
    expect(fieldPatch(spoken, nameOf, 'speaker', ' Leon Panetta ')).toEqual({
      id: spoken.id,
      fields: { speaker: 'Leon Panetta' },
    })
  })

  test('clears what was emptied', () => {
    expect(fieldPatch(spoken, nameOf, 'speaker', '  ')).toEqual({ id: spoken.id, fields: { speaker: null } })
  })

  test('sets note, labels and grading beside the fields', () => {
    expect(fieldPatch(spoken, nameOf, 'note', 'Check. ')).toEqual({ id: spoken.id, note: 'Check. ' })
    expect(fieldPatch(spoken, nameOf, 'labels', ['haven', ' haven', 'drones '])).toEqual({
      id: spoken.id,
      labels: ['haven', 'drones'],
    })
    expect(fieldPatch(spoken, nameOf, 'reliability', 'B')).toEqual({ id: spoken.id, reliability: 'B' })
    expect(fieldPatch(spoken, nameOf, 'kind', 'denial')).toEqual({ id: spoken.id, kind: 'denial' })
  })

  test('compares the participants of an event as a list', () => {
    const raid = event('bbbbbb', 'one', 'the raid', 'Raid')
    expect(fieldPatch(raid, nameOf, 'participants', [])).toBeNull()
    expect(fieldPatch(raid, nameOf, 'participants', ['SEALs'])).toEqual({
      id: raid.id,
      fields: { participants: ['SEALs'] },
    })
  })
})

describe('the name of a passage', () => {
  test('says kind, speaker and what it is about', () => {
    expect(passageName(spoken, nameOf)).toBe('Claim by Panetta: “a safe haven”')
    expect(passageName({ ...spoken, fields: { ...spoken.fields, about: 'safe haven' } }, nameOf)).toBe(
      'Claim by Panetta: safe haven',
    )
    expect(passageName(denial('cccccc', 'one', 'no proof'), nameOf)).toBe('Denial: “no proof”')
    expect(passageName(event('dddddd', 'one', 'x', 'Raid'), nameOf)).toBe('Event: Raid')
  })

  test('is shortened between words and never inside a character', () => {
    expect(shorten('one two three', 9)).toBe('one two…')
    expect(shorten('😀😀😀😀', 4)).toBe('😀…')
    expect(shorten('short', 9)).toBe('short')
  })
})
