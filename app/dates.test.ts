import { describe, expect, test } from 'vitest'
import { formatEdtf, parseEdtf } from './dates.ts'

describe('parseEdtf', () => {
  test('takes days, months, years, fuzzy dates, intervals, decades and seasons, and trims them', () => {
    const dates = [
      '2011-05-02',
      '2011-05',
      '2011',
      '2011~',
      '2011-05?',
      '2011-05-02/2011-05-03',
      '../2011',
      '2011-05/..',
      '201X',
      '2011-22',
      '[2011,2012]',
      '2012-02-29',
      '2011-05/2011-05-02',
      '-0043/0031',
    ]
    expect(dates.map((date) => parseEdtf(` ${date} `))).toEqual(dates.map((value) => ({ ok: true, value })))
  })

  test('says of anything else how a date is written', () => {
    for (const text of [
      '',
      'May 2011',
      '2011-13-01',
      '2011-02-30',
      '2011-02-29',
      '2011-04-31',
      '02/05/2011',
      'x'.repeat(500),
    ])
      expect(parseEdtf(text)).toMatchObject({
        ok: false,
        why: expect.stringContaining('write it like 2011-05-02'),
      })
  })
})

test('an interval that ends before it begins is told so', () => {
  for (const text of ['2012/2011', '2011-05-03/2011-05-02', '2011-06/2011-05-31', '0001/-0001'])
    expect(parseEdtf(text)).toEqual({
      ok: false,
      why: `“${text}” ends before it begins; the earlier date comes first.`,
    })
})

describe('formatEdtf', () => {
  test.each([
    ['2011-09-15', '15 September 2011'],
    ['2011-05', 'May 2011'],
    ['2011', '2011'],
    ['2011~', 'about 2011'],
    ['2011-05?', 'perhaps May 2011'],
    ['2011-05-02%', 'perhaps about 2 May 2011'],
    ['2011-05-02/2011-05-03', '2–3 May 2011'],
    ['2011-05-30/2011-06-02', '30 May – 2 June 2011'],
    ['2011-12-30/2012-01-02', '30 December 2011 – 2 January 2012'],
    ['2011-05~/2012', 'about May 2011 – 2012'],
    ['2011/..', 'since 2011'],
    ['../2011', 'until 2011'],
    ['2011/', '2011 to an unknown date'],
    ['201X', 'the 2010s'],
    ['20XX', 'between 2000 and 2099'],
    ['2011-23', 'autumn 2011'],
    ['-0043', '44 BC'],
    ['0000', '1 BC'],
    ['0031', '31'],
    ['-0043-03-15/-0043-03-15', '15 March 44 BC'],
    ['2011-05-02/2011-05-02', '2 May 2011'],
    ['2011/2011', '2011'],
    ['2011-33', '2011-33'],
    ['2011-33/2011-34', '2011-33/2011-34'],
    ['2011-05-02T10:30:00Z', '2 May 2011, 10:30 UTC'],
    ['[2011,2012]', '[2011,2012]'],
    ['not a date', 'not a date'],
  ])('writes %s as “%s”', (text, words) => {
    expect(formatEdtf(text, 'en')).toBe(words)
  })
})
