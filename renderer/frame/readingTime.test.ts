import { expect, test } from 'vitest'
import { readingTime } from './readingTime.ts'

test('a few words stay for five seconds, a long sentence as long as it takes to read', () => {
  expect(readingTime('Undone.')).toBe(5000)
  expect(readingTime('x'.repeat(200))).toBe(14_000)
})
