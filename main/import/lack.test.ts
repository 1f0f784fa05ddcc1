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
  expect(findLack(`${'=+-_'.repeat(2000)}\nab, cd? ef gh ~ ij`)).toBe(
    'is almost all signs: 5 words among 8,003 of them are no article.',
  )
})

test('one sentence is an article, whatever signs stand around it', () => {
  for (const sentence of [
    'The army denied it on Tuesday.',
    '军方周二否认了这一说法。',
    'نفى الجيش ذلك يوم الثلاثاء.',
  ])
    expect(findLack(`${'=+-_'.repeat(2000)}\n${sentence}${'<'.repeat(2000)}`)).toBe(null)
})

test('takes time by the length alone', () => {
  for (const piece of ['a', ' ', "'", 'a b c =', '<'])
    expect(findLack(`ab ${piece.repeat(2_000_000)}`)).not.toBe(none)
}, 20_000)

test('letters without end are words, in scripts whose texts take two bytes a letter too', () => {
  for (const piece of ['ร', 'é’é', 'e\u0301', 'да'])
    expect(findLack(`и ${piece.repeat(6_000_000)}`)).toBe(null)
}, 20_000)

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
