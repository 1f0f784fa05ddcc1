import { expect, test } from 'vitest'
import { foldLabel, foldsOf, furnitureOf, withoutBlocks } from './folds.ts'
import { selectionOf, trimmed, wholeGraphemes } from './selection.ts'
import { contentOf } from './testContent.ts'

const share = ['Share this', 'share'] as const
const mixed = contentOf(['First words.', 'Second words.', share, 'Third words.', share])
const { text, blocks } = mixed.revision
const furniture = furnitureOf(mixed)
const all = { start: 0, end: text.length }
const hide = (index: number) => furniture[index] === true

test('a selection over several paragraphs is one range', () => {
  expect(selectionOf(text, blocks, { start: 6, end: 20 }, furniture, hide)).toEqual({
    ranges: [{ start: 6, end: 20 }],
    text: text.slice(6, 20),
  })
})

test('furniture in between divides the selection, and its words are left out', () => {
  const third = text.indexOf('Third')
  expect(selectionOf(text, blocks, all, furniture, hide)).toEqual({
    ranges: [
      { start: 0, end: 27 },
      { start: third, end: third + 12 },
    ],
    text: 'First words.\n\nSecond words.\n\nThird words.',
  })
})

test('what is hidden cannot be selected; furniture that is shown can, by itself', () => {
  const inFold = { start: text.indexOf('Share'), end: text.indexOf('Share') + 5 }
  expect(selectionOf(text, blocks, inFold, furniture, hide)).toBeNull()
  expect(selectionOf(text, blocks, inFold, furniture, () => false)?.text).toBe('Share')
})

test('a selection that runs to the start of the next block ends with its own', () => {
  expect(selectionOf(text, blocks, { start: 0, end: 14 }, furniture, hide)?.ranges).toEqual([
    { start: 0, end: 12 },
  ])
})

test('white space alone selects nothing', () => {
  expect(trimmed(' a b ', { start: 0, end: 5 })).toEqual({ start: 1, end: 4 })
  expect(selectionOf(text, blocks, { start: 12, end: 14 }, furniture, hide)).toBeNull()
})

test.each([
  ['an emoji of several code points', 'a👩‍👩‍👧b', { start: 3, end: 5 }, { start: 1, end: 9 }],
  ['a letter with a combining mark', 'xe\u0301y', { start: 2, end: 3 }, { start: 1, end: 3 }],
  ['half a surrogate pair', '中𠮷中', { start: 2, end: 2 }, { start: 1, end: 3 }],
  ['Chinese, where each character is whole', '中文字', { start: 1, end: 2 }, { start: 1, end: 2 }],
  ['the whole text', 'e\u0301', { start: 0, end: 2 }, { start: 0, end: 2 }],
])('a selection grows to whole characters: %s', (_name, words, range, whole) => {
  expect(wholeGraphemes(words, range)).toEqual(whole)
})

test('neighbouring furniture is one fold that says how much it holds and why', () => {
  const content = contentOf([
    'Text',
    ['a', 'share'],
    ['b', 'comments'],
    ['c', 'share'],
    'Text',
    ['d', 'menu'],
  ])
  const folds = foldsOf(content, furnitureOf(content))
  expect(folds.map(foldLabel)).toEqual(['3 lines folded: share bar, comments', '1 line folded: menu'])
})

test('a block turned over by the analyst leaves or joins the furniture', () => {
  const content = contentOf(['Text', ['a', 'share'], 'More'], [1, 2])
  const folds = foldsOf(content, furnitureOf(content))
  expect(folds).toEqual([{ first: 2, last: 2, reasons: ['folded by hand'] }])
})

test('taking blocks out of a range keeps what lies on both sides', () => {
  expect(withoutBlocks({ start: 3, end: 40 }, blocks, (index) => index === 1)).toEqual([
    { start: 3, end: 12 },
    { start: 29, end: 39 },
  ])
})
