import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const names = ['Leon Panetta', 'Ayman al-Zawahiri', 'Panel of experts', 'Élysée Palace']

test('options that begin with the text come before those that only contain it', () => {
  expect(matching(names, 'pan')).toEqual(['Panel of experts', 'Leon Panetta'])
})

test('case and accents do not matter, and an empty text shows all', () => {
  expect(matching(names, 'elysee')).toEqual(['Élysée Palace'])
  expect(matching(names, ' ')).toEqual(names)
  expect(matching(names, 'zzz')).toEqual([])
})
