import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('cells are quoted where they must be, and lines end as the standard says', () => {
  expect(
    toCsv([
      ['a', 1],
      ['b, c', 'say "no"'],
      ['two\nlines', ''],
    ]),
  ).toBe('\uFEFFa,1\r\n"b, c","say ""no"""\r\n"two\nlines",\r\n')
})

test('words that a spreadsheet would part at another sign than the comma stay one cell', () => {
  expect(toCsv([['quiet;=HYPERLINK(1)', 'a\t=1', 'b;']])).toBe('\uFEFF"quiet;=HYPERLINK(1)","a\t=1","b;"\r\n')
})

test('words from a document are never a formula', () => {
  expect(toCsv([['=1+1', '-2', '@x', '+3', 'a=b']])).toBe("\uFEFF'=1+1,'-2,'@x,'+3,a=b\r\n")
  expect(toCsv([['\n=1+1', '＝1+1', '＠SUM(1)', '－2']])).toBe("\uFEFF\"'\n=1+1\",'＝1+1,'＠SUM(1),'－2\r\n")
})
