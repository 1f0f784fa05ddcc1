import { expect, it } from 'vitest'
import { readAuthors, readPageDate } from './pageMetadata.ts'

it.each([
  ['2015-07-24T05:36:09+01:00', '2015-07-24T05:36:09+01:00'],
  ['2018-04-05T06:00', '2018-04-05T06:00:00'],
  ['2024-12-06T22:00:40.000Z', '2024-12-06T22:00:40Z'],
  ['2020-02-30', null],
  ['20110502', '2011-05-02'],
  ['2 May 2011', '2011-05-02'],
  ['2011-05', '2011-05'],
  ['yesterday', null],
])('reads the date %s as %s', (printed, expected) => {
  expect(readPageDate(printed)).toBe(expected)
})

it.each([
  ['By\n\t Scott Cunningham', ['Scott Cunningham']],
  ['Ada Moor and Ben Lund', ['Ada Moor', 'Ben Lund']],
  ['BBC News', ['BBC News']],
  ['Written by Ada Moor\n Edited by Ben Lund', ['Ada Moor']],
  ['Follow Author', []],
  ['', []],
])('reads the byline %j as %j', (printed, expected) => {
  expect(readAuthors(printed)).toEqual(expected)
})
