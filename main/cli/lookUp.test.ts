import { expect, test } from 'vitest'
import { pick } from './lookUp.ts'

const ids = ['art_abc123', 'art_abd456', 'art_abc1234']

test('an id is known by its beginning, with its prefix or without', () => {
  expect([pick(ids, 'art_abd', 'article'), pick(ids, 'abd', 'article')]).toEqual(['art_abd456', 'art_abd456'])
})

test('a whole id wins over longer ones that begin with it', () => {
  expect([pick(ids, 'art_abc123', 'article'), pick(ids, 'abc123', 'article')]).toEqual([
    'art_abc123',
    'art_abc123',
  ])
})

test('an ambiguous beginning is refused with what it could mean, an unknown one as unknown', () => {
  expect(() => pick(ids, 'ab', 'article')).toThrow(
    'The id ab could mean 3 articles (art_abc123, art_abd456, art_abc1234); please give more of it.',
  )
  expect(() => pick(ids, 'x', 'article')).toThrow('No article of this case has the id x.')
  expect(() => pick(ids, '', 'article')).toThrow('No article of this case has the id')
})
