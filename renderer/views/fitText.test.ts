import { expect, test } from 'vitest'
import { fitLines } from './fitText.ts'
import { xmlText } from './xmlText.ts'

/** Every UTF-16 code unit is one wide. */
const widthOf = (text: string) => text.length

test('words fill the lines, and the last ends in an ellipsis where something is cut off', () => {
  expect(fitLines('nothing  was proven', 40, 2, widthOf)).toEqual(['nothing was proven'])
  expect(fitLines('nothing was proven, he said', 12, 2, widthOf)).toEqual(['nothing was', 'proven, he…'])
  expect(fitLines('Donaudampfschiff', 6, 2, widthOf)).toEqual(['Donaud', 'ampfs…'])
  expect(fitLines(' ', 6, 2, widthOf)).toEqual([])
})

test('no character is cut in two, so that a picture with the lines can be written as a file', () => {
  const faces = '🙂'.repeat(9)
  for (const width of [1, 2, 3, 4, 5, 6, 7]) {
    const lines = fitLines(faces, width, 3, widthOf)
    expect(lines.filter((line) => !line.isWellFormed())).toEqual([])
    expect(faces.startsWith(lines.join('').replace('…', ''))).toBe(true)
  }
  expect(fitLines('👩‍👩‍👧👩‍👩‍👧', 9, 2, widthOf)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧'])
})

test('what XML cannot hold is shown as missing, and markup stays', () => {
  expect(xmlText('<text>Leon\u000bPanetta \ud83d\uffff\tis</text>\n')).toBe(
    '<text>Leon\ufffdPanetta \ufffd\ufffd\tis</text>\n',
  )
})
