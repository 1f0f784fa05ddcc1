import { expect, test } from 'vitest'
import { momentWords, shortMoment } from './moments.ts'

test('a moment reads as other dates do, whatever the language of the machine', () => {
  // Without a zone: the machine's own.
  expect(momentWords('2026-11-26T17:05:09')).toBe('26 November 2026, 17:05')
  expect(shortMoment('2026-11-26T17:05:09')).toBe('26 Nov 2026, 17:05')
})
