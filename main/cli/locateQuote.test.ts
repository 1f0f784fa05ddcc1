import { expect, test } from 'vitest'
import { testArticle } from '../../app/report/testModel.ts'
import { checkQuote, locateQuote } from './locateQuote.ts'

const article = testArticle(
  1,
  'Menu and camp\n\nThe guard said the camp is ours.\n\nThe guard left.',
  {},
  (paragraph) => (paragraph.startsWith('Menu') ? 'menu' : null),
)
const words = (quote: string) => {
  const { start, end } = locateQuote(article, quote)
  return [start, article.revision.text.slice(start, end)]
}

test('a quote is found in the article before furniture, and in furniture when it stands nowhere else', () => {
  expect(words('camp')).toEqual([34, 'camp'])
  expect(words('Menu')).toEqual([0, 'Menu'])
})

test('a quote with slips is found at the most similar place', () => {
  expect(words('the gaurd said the camp is ours')).toEqual([15, 'The guard said the camp is ours'])
})

test('a quote in several places is refused with the places, one that stands nowhere as unknown', () => {
  expect(() => words('The guard')).toThrow(
    '“The guard” stands in 2 places (15:24, 49:58); say which with --segment.',
  )
  expect(() => words('nothing of the sort')).toThrow('The article does not say “nothing of the sort”')
  expect(() => words('  ')).toThrow('The quote is empty')
})

test('segments must say what was quoted, but for space and omissions', () => {
  const ranges = [
    { start: 15, end: 24 },
    { start: 30, end: 46 },
  ]
  checkQuote(article, ranges, 'The guard …  the camp is ours')
  expect(() => checkQuote(article, ranges, 'The guard left')).toThrow(
    'The text there is not the quote: it says “The guard … the camp is ours”. Nothing was tagged.',
  )
})
