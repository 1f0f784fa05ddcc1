import { expect, test } from 'vitest'
import { spanOf } from './span.ts'

const shown = (edtf: string) => {
  const span = spanOf(edtf)
  return span === null
    ? null
    : [new Date(span.earliest).toISOString(), new Date(span.latest).toISOString(), span.fuzzy, span.open]
}
const at = (text: string) => `${text}T00:00:00.000Z`

test.each([
  ['2011-05-02', at('2011-05-02'), at('2011-05-03'), false],
  ['2011-05', at('2011-05-01'), at('2011-06-01'), false],
  ['2011', at('2011-01-01'), at('2012-01-01'), false],
  ['2011~', at('2011-01-01'), at('2012-01-01'), true],
  ['2011-05?', at('2011-05-01'), at('2011-06-01'), true],
  ['2011-21', at('2011-03-01'), at('2011-06-01'), false],
  ['2011-24', at('2011-12-01'), at('2012-03-01'), false],
  ['201X', at('2010-01-01'), at('2020-01-01'), true],
  ['19XX', at('1900-01-01'), at('2000-01-01'), true],
  ['2011-05-XX', at('2011-05-01'), at('2011-06-01'), true],
  ['2011-XX', at('2011-01-01'), at('2012-01-01'), true],
  ['2011-05-02/2011-05-03', at('2011-05-02'), at('2011-05-04'), false],
  ['2011-11/2012-05', at('2011-11-01'), at('2012-06-01'), false],
])('%s is the stretch from %s to %s', (edtf, earliest, latest, fuzzy) => {
  expect(shown(edtf)).toEqual([earliest, latest, fuzzy, 'none'])
})

test('a time of day is a minute, in the zone it names', () => {
  expect(shown('2011-05-02T01:30')).toEqual([
    '2011-05-02T01:30:00.000Z',
    '2011-05-02T01:31:00.000Z',
    false,
    'none',
  ])
  expect(shown('2011-05-02T01:30+05:00')?.[0]).toBe('2011-05-01T20:30:00.000Z')
  expect(shown('2011-05-02T01:30:05Z')?.[1]).toBe('2011-05-02T01:30:06.000Z')
})

test('an open end reaches a year on and says so', () => {
  expect(shown('2011/..')).toEqual([at('2011-01-01'), at('2012-12-31'), true, 'end'])
  expect(shown('../2011')?.[3]).toBe('start')
})

test('a year before the year 100 is itself, and what has no place has none', () => {
  expect(shown('0044-03-15')?.[0]).toBe(at('0044-03-15'))
  for (const none of ['', '../..', 'Tuesday', '2011-13', '2011-99', '{2011,2012}', '2011/nothing']) {
    expect([none, shown(none)]).toEqual([none, null])
  }
})
