import { expect, test } from 'vitest'
import { rangeText, tickText } from './timeText.ts'

const at = (text: string) => new Date(text)
const range = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) })

test('a tick is told by the largest unit that begins there', () => {
  expect(
    ['2011-01-01T00:00Z', '2011-05-01T00:00Z', '2011-05-02T00:00Z', '2011-05-02T10:30Z'].map((text) =>
      tickText(at(text)),
    ),
  ).toEqual(['2011', 'May', '2 May', '10:30'])
})

test('years before our era say so', () => {
  expect(
    ['-000043-01-01', '0000-01-01', '0001-01-01', '0476-01-01'].map((text) => tickText(at(text))),
  ).toEqual(['44 BC', '1 BC', '1', '476'])
  expect(rangeText(range('-000043-03-15', '2011-05-02'))).toBe('15 Mar 44 BC – 2 May 2011')
  expect(rangeText(range('-000043-03-15T10:00Z', '-000043-03-15T12:30Z'))).toBe(
    '15 Mar 44 BC, 10:00 – 15 Mar 44 BC, 12:30',
  )
})

test('a stretch is told by the day, a short one by the hour', () => {
  expect(rangeText(range('2011-05-02', '2012-01-03'))).toBe('2 May 2011 – 3 Jan 2012')
  expect(rangeText(range('2011-05-02T10:00Z', '2011-05-03T12:30Z'))).toBe(
    '2 May 2011, 10:00 – 3 May 2011, 12:30',
  )
})
