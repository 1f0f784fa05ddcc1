import { expect, test } from 'vitest'
import { countOutcomes, listAsCsv, paceOf, summaryOf } from './importList.ts'
import type { ImportLine } from './importQueue.ts'

const refusedLine = (name: string, message: string): ImportLine => ({
  key: 1,
  file: 1,
  fileName: name,
  read: null,
  outcome: { outcome: 'refused', name, error: { code: 'unreadable', message } },
})

test('the summary names only what there is', () => {
  const counts = { ...countOutcomes([refusedLine('a', 'No.')]), imported: 2000, 'later capture': 2 }
  expect(summaryOf(counts, 3)).toBe(
    '2,000 articles imported, 2 later captures to decide, 1 refused, 3 not read, as you stopped',
  )
  expect(summaryOf(countOutcomes([refusedLine('a', 'No.')]), 0)).toBe('1 refused')
  expect(summaryOf(countOutcomes([]), 2)).toBe('0 articles imported, 2 not read, as you stopped')
})

test('the pace is told once it can be, in seconds, minutes or hours', () => {
  expect(paceOf(1, 100, 5000)).toBe('')
  expect(paceOf(50, 100, 5000)).toBe('10 files a second, 5 seconds left')
  expect(paceOf(10, 1000, 10_000)).toBe('1 files a second, 17 minutes left')
  expect(paceOf(10, 36_010, 2_000)).toBe('5 files a second, 2 h 0 min left')
})

test('the saved list keeps commas, quotes and breaks in their cell, and no name becomes a formula', () => {
  expect(listAsCsv([refusedLine('=SUM(A1), "x".txt', 'Empty,\nso nothing.')])).toBe(
    '\u{feff}file,part,outcome,article or reason,format,encoding\r\n' +
      '"\'=SUM(A1), ""x"".txt",,refused,"Empty,\nso nothing.",,\r\n',
  )
})
