import { expect, test } from 'vitest'
import { growToSentence } from './sentence.ts'
import { contentOf } from './testContent.ts'

const { text, blocks } = contentOf(['One is here. Two is here.', 'Share', 'Three is here.']).revision
const grow = (start: number, end: number) => {
  const grown = growToSentence(text, blocks, { start, end }, (index) => index === 1)
  return grown && text.slice(grown.start, grown.end)
}

test('the caret grows to its sentence', () => {
  expect(grow(5, 5)).toBe('One is here.')
})

test('a part of a sentence grows to the whole', () => {
  expect(grow(17, 19)).toBe('Two is here.')
})

test('a whole sentence grows by the next, over a fold as well', () => {
  expect(grow(0, 12)).toBe('One is here. Two is here.')
  expect(grow(13, 25)).toBe('Two is here.\n\nShare\n\nThree is here.')
})

test('the last sentence grows no further', () => {
  expect(grow(text.indexOf('Three'), text.length)).toBeNull()
})
