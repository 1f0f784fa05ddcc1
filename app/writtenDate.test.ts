import { describe, expect, test } from 'vitest'
import { formatEdtf } from './dates.ts'
import { readDate } from './writtenDate.ts'

describe('readDate', () => {
  test.each([
    '2011-09-15',
    '2011-05',
    '2011',
    '2011~',
    '2011-05?',
    '2011-05-02%',
    '2011-05-02/2011-05-03',
    '2011-05-30/2011-06-02',
    '2011-12-30/2012-01-02',
    '2011-05~/2012',
    '2011/..',
    '../2011-05-02',
    '2011/',
    '/2011',
    '201X',
    '20XX',
    '2011-23',
    '-0043',
    '0000',
    '-0043-03-15',
    '2011-05-02T10:30:00Z',
    '2011-05-02T10:30:00',
    '2011-05-02T10:30:00+01:00',
    '[2011,2012]',
  ])('takes %s, and the words that Gainsay shows for it', (edtf) => {
    expect(readDate(edtf)).toEqual({ ok: true, value: edtf })
    expect(readDate(formatEdtf(edtf))).toEqual({ ok: true, value: edtf })
  })

  test.each([
    [' 5 April 2019 ', '2019-04-05'],
    ['April 5, 2019', '2019-04-05'],
    ['Apr 5 2019', '2019-04-05'],
    ['5th of April 2019', '2019-04-05'],
    ['Friday, 5 APRIL 2019', '2019-04-05'],
    ['Sept. 2019', '2019-09'],
    ['circa 1890', '1890~'],
    ['c. March 1890', '1890-03~'],
    ['1990s', '199X'],
    ['Fall 2019', '2019-23'],
    ['2-3 May 2011', '2011-05-02/2011-05-03'],
    ['30 May - 2 June 2011', '2011-05-30/2011-06-02'],
    ['from May 2011 to 3 June 2011', '2011-05/2011-06-03'],
    ['2011-05-02 to 2011-05-03', '2011-05-02/2011-05-03'],
    ['between May 2011 and July 2011', '2011-05/2011-07'],
  ])('reads “%s” as %s', (words, value) => {
    expect(readDate(words)).toEqual({ ok: true, value })
  })

  test('says so of a time that ends before it begins', () => {
    expect(readDate('5 May 2011 – 2 May 2011')).toMatchObject({
      ok: false,
      why: expect.stringContaining('ends before it begins'),
    })
  })

  test.each([
    '',
    'K. Vik',
    '31 April 2019',
    '02/05/2011',
    '5.4.2019',
    'Ma 2011',
    'autumn 5, 2011',
    'x'.repeat(500),
  ])('says of “%s” how a date is written', (text) => {
    expect(readDate(text)).toMatchObject({
      ok: false,
      why: expect.stringContaining('write it like 2011-05-02, 2 May 2011'),
    })
  })
})
