import { expect, test } from 'vitest'
import { plainWordsOf, verbatimShare } from './verbatim.ts'

const share = (a: string, b: string) => verbatimShare(plainWordsOf(a), plainWordsOf(b))
const quote = 'It’s an honour to welcome back the choir of our city'

test('a quote within a longer passage is wholly that of the shorter one', () => {
  expect(share(quote, `"IT'S AN HONOUR to welcome back the choir of our city," the mayor said.`)).toBe(1)
})

test('the longest common run counts as its part of the shorter passage', () => {
  expect(share(`${quote} today`, 'We know it’s an honour to welcome back the choir of our old town')).toBe(
    10 / 12,
  )
})

test('a run of fewer than eight words is chance', () => {
  expect(share('the choir of our city sang well', 'the choir of our city sang badly')).toBe(0)
  expect(share('', '')).toBe(0)
})

test('the same words in another order are no run', () => {
  expect(share('a b c d e f g h i j', 'j i h g f e d c b a')).toBe(0)
})
