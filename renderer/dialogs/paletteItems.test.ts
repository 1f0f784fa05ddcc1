import { expect, test } from 'vitest'
import { matches } from './paletteItems.ts'

test('every word typed must begin a word of the text, in any order', () => {
  expect(matches('Save report as HTML … Case', 'html rep')).toBe(true)
  expect(matches('Save report as HTML … Case', 'port')).toBe(false)
  expect(matches('Élysée: “no comment”', 'elys comm')).toBe(true)
  expect(matches('anything', '')).toBe(true)
})
