import { describe, expect, it } from 'vitest'
import { sentenceAround, sentences } from './sentences.ts'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end).trim())
const around = (text: string, words: string) => {
  const start = text.indexOf(words)
  const range = sentenceAround(text, { start, end: start + words.length })
  return text.slice(range.start, range.end)
}

describe('sentences', () => {
  it.each([
    [['The U.S. official met Gen. Qamar Bajwa in St. Petersburg.', 'He left.']],
    [['It rose 2.5 percent, J. R. R. Smith said.', 'Nobody knew why.']],
    [['They came from the U.S.', 'The others stayed.']],
    [['“Has any proof ever been given?” said a senior official.', 'No one answered.']],
    [['Mr. Obama, Sen. John McCain (R-Ariz.) and Mrs. Clinton spoke at 5 p.m. on Friday.', 'It rained.']],
    [['Acme Inc. denied it.', '“We did not.”', 'That was all.']],
    [['Президент заявил об этом 5 мая 2012 г. в Москве.', 'И. И. Иванов молчал.']],
    [['他说没有。', '没有人相信。']],
    [['هل هذا صحيح؟', 'لا أحد يعرف.']],
    [['He asked: “Why?', 'Who?”', 'Nobody knew.']],
  ])('are told apart in %j', (expected) => {
    expect(split(expected.join(' '))).toEqual(expected)
  })

  it('tile the text', () => {
    const text = 'One. Two!  Three?\n\nFour U.S. forces.'
    const ranges = sentences(text)
    expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(sentences('')).toEqual([])
  })
})

describe('the sentence around a passage', () => {
  const text = 'First one here. The U.S. denied it, he said. Last.\n\nAnother paragraph. With two.'
  it('is the whole sentence without its spaces', () => {
    expect(around(text, 'denied')).toBe('The U.S. denied it, he said.')
    expect(around(text, 'First')).toBe('First one here.')
    expect(around(text, 'With')).toBe('With two.')
  })
  it('grows to all sentences a passage touches', () => {
    expect(around(text, 'here. The')).toBe('First one here. The U.S. denied it, he said.')
  })
  it('is found for a bare offset, also at the end of the text', () => {
    expect(sentenceAround(text, 20)).toEqual({ start: 16, end: 44 })
    expect(sentenceAround('One. Two', 8)).toEqual({ start: 5, end: 8 })
    expect(sentenceAround('', 0)).toEqual({ start: 0, end: 0 })
  })
  it('does not leave the line', () => {
    expect(around(text, 'Last.')).toBe('Last.')
  })
})
