import { expect, test } from 'vitest'
import { findMatches, foldText, matchFrom } from './findText.ts'

const found = (text: string, query: string) =>
  findMatches(foldText(text), query).map(({ start, end }) => text.slice(start, end))

test.each([
  ['case', 'Pakistan and PAKISTAN', 'pakistan', ['Pakistan', 'PAKISTAN']],
  ['accents in the text', 'Café, cafe\u0301', 'cafe', ['Café', 'cafe\u0301']],
  ['accents in the query', 'naive', 'naïve', ['naive']],
  ['the shape of white space', 'safe \n  haven', 'safe haven', ['safe \n  haven']],
  ['ligatures', 'the ﬁrst', 'first', ['ﬁrst']],
  ['Cyrillic case', 'Россия', 'россия', ['Россия']],
  ['emoji', 'a 👍🏽 b', '👍🏽', ['👍🏽']],
])('finding does not look at %s', (_name, text, query, matches) => {
  expect(found(text, query)).toEqual(matches)
})

test('matches do not overlap, and a blank query finds nothing', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(found('a b', '  ')).toEqual([])
})

test('a part of a character is no match', () => {
  expect(found('나각 나가', '나가')).toEqual(['나가'])
  expect(found('groß, gross', 'gros')).toEqual(['gros'])
  expect(found('groß, gross', 'gross')).toEqual(['groß', 'gross'])
})

test('offsets stay right behind characters that fold to more or fewer units', () => {
  expect(findMatches(foldText('ßé\u0301 x'), 'x')).toEqual([{ start: 4, end: 5 }])
})

test('the search begins at the caret and goes round', () => {
  const matches = [
    { start: 5, end: 6 },
    { start: 9, end: 10 },
  ]
  expect(matchFrom(matches, 6)).toBe(1)
  expect(matchFrom(matches, 20)).toBe(0)
  expect(matchFrom([], 0)).toBeNull()
})
