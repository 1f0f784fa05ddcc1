import { expect, test } from 'vitest'
import { GainsayError } from '../../app/errors.ts'
import { refusalOf, refusedFor } from './refusal.ts'

test('whatever goes wrong over a file is a refusal of it, with a sentence of its own', () => {
  expect(refusedFor(new RangeError('Maximum call stack size exceeded'))).toEqual({
    code: 'unreadable',
    message: 'The file is nested more deeply, or is longer, than its parser can follow; it was not imported.',
  })
  for (const fault of [new TypeError('x is undefined'), new Error('Invalid array length'), 'thrown', null])
    expect(refusedFor(fault)).toEqual({
      code: 'unreadable',
      message:
        'The program that reads this format broke down over the file. Nothing of it was imported; the other files went on.',
    })
})

test('what has its sentence keeps it', () => {
  const own = new GainsayError('too-large', 'The file has 40 MB.')
  expect(refusalOf(own)).toBe(own)
})
