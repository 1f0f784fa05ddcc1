import { expect, test } from 'vitest'
import { findLack } from './lack.ts'

const none = 'holds no words that could be an article.'

test('signs, figures and single letters are no article', () => {
  for (const text of ['', '---\n***', '12 34 a 5', '\u0001\u0002\u0003', '?!…'])
    expect(findLack(text)).toBe(none)
})

test('a few words that stray among signs are none either, and the sentence counts both', () => {
  expect(findLack(`${'\u0001~|'.repeat(400)} ab ${'#%'.repeat(200)}`)).toBe(
    'is almost all signs: 1 word among 1,600 of them are no article.',
  )
  const sentence = 'The army denied it on Tuesday.'
  expect(findLack(`${'=+-_'.repeat(2000)}\n${sentence}`)).toBe(
    'is almost all signs: 6 words among 8,001 of them are no article.',
  )
})

test('short articles, tables, verses and code stay articles', () => {
  for (const text of [
    'Denied.',
    '否認した。',
    '=====\nA title\n=====',
    'Killed 12 34 56 78 90 | Wounded 1 2 3 4 5 6',
    '+----+----+\n| Kunar | 12 |\n+----+----+\n| Paktika | 9 |\n+----+----+',
    'if (a) { b[c] = d(e) ?? {}; }',
    `${'. '.repeat(5000)}${'word '.repeat(50)}`,
  ])
    expect(findLack(text)).toBe(null)
})
