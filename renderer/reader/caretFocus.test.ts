import { expect, test } from 'vitest'
import { passageAtCaret } from './caretFocus.ts'
import { idOf } from './testContent.ts'

const [inner, outer] = [idOf(1), idOf(2)]

test('going into a passage focuses the innermost; leaving all focuses none', () => {
  expect(passageAtCaret([], [inner, outer], null, false)).toBe(inner)
  expect(passageAtCaret([outer], [inner, outer], outer, false)).toBe(inner)
  expect(passageAtCaret([inner], [], inner, false)).toBeNull()
})

test('moving on within the same passages keeps the one in focus', () => {
  expect(passageAtCaret([inner, outer], [inner, outer], outer, false)).toBe(outer)
})

test('clicking the same place again goes round', () => {
  expect(passageAtCaret([inner, outer], [inner, outer], inner, true)).toBe(outer)
  expect(passageAtCaret([inner, outer], [inner, outer], outer, true)).toBe(inner)
})
