import { expect, test } from 'vitest'
import { shortDate, shortDay } from './shortDate.ts'

test('months have three letters, and a narrow column leaves the time of day out', () => {
  expect(['2011-09-15T07:30:00Z', '2011-09/2012-01', null].map(shortDate)).toEqual([
    '15 Sep 2011, 07:30 UTC',
    'Sep 2011 – Jan 2012',
    '',
  ])
  expect(['2011-09-15T07:30:00Z', '2011-09-15', null].map(shortDay)).toEqual([
    '15 Sep 2011',
    '15 Sep 2011',
    '',
  ])
})
