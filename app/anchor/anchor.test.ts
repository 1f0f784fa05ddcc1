import { expect, test } from 'vitest'
import { GainsayError } from '../errors.ts'
import { findQuote } from './findQuote.ts'
import { makeSegment, makeSegments, verifySegment } from './segment.ts'

const text =
  'The minister said talks had begun. “No talks took place,” the ministry said. The minister said nothing more.'

test('a segment carries its words and 32 code units of context', () => {
  const start = text.indexOf('talks took')
  expect(makeSegment(text, { start, end: start + 10 })).toEqual({
    start,
    end: start + 10,
    exact: 'talks took',
    prefix: 'inister said talks had begun. “No '.slice(-32),
    suffix: ' place,” the ministry said. The ',
  })
})

test('context never begins or ends with half a character', () => {
  const faces = '🙂'.repeat(40)
  const segment = makeSegment(`x${faces}y`, { start: 33, end: 35 })
  expect(segment.prefix).toBe('🙂'.repeat(16))
  const odd = makeSegment(`${faces}word${faces}`, { start: 81, end: 83 })
  expect([odd.prefix.isWellFormed(), odd.suffix.isWellFormed()]).toEqual([true, true])
})

test('a segment is verified against its text, words and context', () => {
  const segment = makeSegment(text, { start: 4, end: 12 })
  expect(verifySegment(text, segment)).toBe(true)
  expect(verifySegment(text, { ...segment, exact: 'ministry' })).toBe(false)
  expect(verifySegment(text, { ...segment, start: 5 })).toBe(false)
  expect(verifySegment(text, { ...segment, suffix: '' })).toBe(false)
  expect(verifySegment('short', segment)).toBe(false)
})

test('ranges are put in order, and those that touch or overlap become one', () => {
  const ranges = [
    { start: 50, end: 60 },
    { start: 0, end: 5 },
    { start: 5, end: 8 },
    { start: 7, end: 12 },
  ]
  expect(makeSegments(text, ranges).map(({ start, end }) => [start, end])).toEqual([
    [0, 12],
    [50, 60],
  ])
})

test('a range that is empty, turned, outside, blank or inside a character is refused', () => {
  const bad = [
    ['abc', 1, 1],
    ['abc', 2, 1],
    ['abc', 0, 4],
    ['a   b', 1, 3],
    ['a🙂b', 0, 2],
    ['a🙂b', 2, 4],
  ] as const
  for (const [words, start, end] of bad)
    expect(() => makeSegments(words, [{ start, end }])).toThrow(GainsayError)
})

test('a quote is found where it stands', () => {
  const found = findQuote(text, 'No talks took place')
  expect(found).toEqual({ start: 36, end: 55, score: 1, exact: true })
})

test('of several places the one with the right context is taken, or the one nearest', () => {
  const second = text.lastIndexOf('The minister said')
  expect(findQuote(text, 'The minister said', { suffix: ' nothing' })?.start).toBe(second)
  expect(findQuote(text, 'The minister said', { suffix: ' talks' })?.start).toBe(0)
  expect(findQuote(text, 'The minister said', { near: second - 3 })?.start).toBe(second)
  expect(findQuote(text, 'The minister said', { prefix: 'ministry said. ' })?.start).toBe(second)
})

test('a quote with a few other letters is found with a lower score', () => {
  const found = findQuote(text, 'No talk took plase')
  expect(found).toMatchObject({ exact: false })
  expect(text.slice(found!.start, found!.end)).toBe('No talks took place')
  expect(found!.score).toBeGreaterThan(0.8)
  expect(found!.score).toBeLessThan(1)
})

test('words that are not there are not found', () => {
  expect(findQuote(text, 'an entirely different statement')).toBe(null)
  expect(findQuote(text, '  ')).toBe(null)
})
