import { describe, expect, it } from 'vitest'
import { suggestSpeaker } from './speaker.ts'

const of = (text: string, passage: string) => {
  const start = text.indexOf(passage)
  if (start < 0) throw new Error(`not in the text: ${passage}`)
  return suggestSpeaker(text, { start, end: start + passage.length })
}

describe('the proposed speaker', () => {
  it('is the one named by “according to”', () => {
    expect(of('The bridge fell at noon, according to the Interior Ministry.', 'The bridge fell')).toEqual({
      name: 'Interior Ministry',
      attribution: 'indirect',
    })
  })
  it('is found across an apposition', () => {
    expect(of('Maria Lopez, the mayor of Quito, said the road was safe.', 'the road was safe')?.name).toBe(
      'Maria Lopez',
    )
    expect(of('The foreign minister, Maria Lopez, said the road was safe.', 'the road was safe')?.name).toBe(
      'Maria Lopez',
    )
  })
  it('is led back from a pronoun to the paragraph before', () => {
    const text =
      '“We did nothing,” Gen. Ali Reza said.\n\nThe crowd was silent.\n\n“Nothing at all,” he added.'
    expect(of(text, 'Nothing at all')).toEqual({ name: 'Gen. Ali Reza', attribution: 'direct quote' })
  })
  it('is the nearest where a sentence holds two', () => {
    const text = 'Kabul said its troops had withdrawn, but Delhi denied that any had left.'
    expect(of(text, 'any had left')?.name).toBe('Delhi')
    expect(of(text, 'its troops had withdrawn')?.name).toBe('Kabul')
  })
  it('is nobody where no words of attribution are near', () => {
    expect(of('The bridge fell at noon. It was raining.', 'It was raining.')).toBeNull()
    expect(suggestSpeaker('', { start: 0, end: 0 })).toBeNull()
  })
})
