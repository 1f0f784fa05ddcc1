import { expect, it } from 'vitest'
import { quantile, scoreWords, wordsOf } from './wordScore.ts'

it('words count as often as they stand, signs of Chinese and Japanese singly', () => {
  expect(wordsOf('A word, a 2nd; 新闻です')).toEqual(['A', 'word', 'a', '2nd', '新', '闻', 'で', 'す'])
})

it('precision falls with words too many, recall with words too few', () => {
  expect(scoreWords('a b c d', 'a b')).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 })
  expect(scoreWords('a a', 'a b')).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
  expect(scoreWords('', '')).toEqual({ precision: 1, recall: 1, f1: 1 })
})

it('a quantile lies between its neighbours', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([4, 1, 2, 3], share))).toEqual([1, 1.75, 2.5, 4])
})
