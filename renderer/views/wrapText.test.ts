import { expect, test } from 'vitest'
import { wrapLines } from './wrapText.ts'

/** Every UTF-16 code unit is one wide. */
const widthOf = (text: string) => text.length

test('words fill lines, and no word is lost', () => {
  expect(wrapLines('  he said  that\nnothing was proven ', 10, widthOf)).toEqual([
    'he said',
    'that',
    'nothing',
    'was proven',
  ])
  expect(wrapLines('', 10, widthOf)).toEqual([])
  expect(wrapLines(' \n ', 10, widthOf)).toEqual([])
})

test('a word longer than a line goes on in the next, never broken inside a character', () => {
  expect(wrapLines('a Donaudampfschiff sank', 8, widthOf)).toEqual(['a', 'Donaudam', 'pfschiff', 'sank'])
  expect(wrapLines('👩‍👩‍👧👩‍👩‍👧', 9, widthOf)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧'])
  expect(wrapLines('👩‍👩‍👧x', 2, widthOf)).toEqual(['👩‍👩‍👧', 'x'])
})

test('scripts without spaces break between letters, but not before a mark', () => {
  expect(wrapLines('巴基斯坦否认,了', 4, widthOf)).toEqual(['巴基斯坦', '否认,了'])
  expect(wrapLines('巴基斯坦,否认', 4, widthOf)).toEqual(['巴基斯', '坦,否认'])
})
