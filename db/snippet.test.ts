import { expect, test } from 'vitest'
import { makeSnippet } from './snippet.ts'

const filler = (count: number) => Array.from({ length: count }, (_, index) => `filler${index}`).join(' ')
const marked = ({ text, marks }: ReturnType<typeof makeSnippet>) =>
  marks.map((mark) => text.slice(mark.start, mark.end))

test('the piece with most of the terms is taken, with marks on them', () => {
  const text = `Talks began. ${filler(60)} The talks with rebels failed. ${filler(60)}`
  const snippet = makeSnippet(text, [
    { words: ['talks'], begins: false },
    { words: ['reb'], begins: true },
  ])
  expect(marked(snippet)).toEqual(['talks', 'rebels'])
  expect(snippet.text).toMatch(/^…filler56 .* talks with rebels failed\. .*…$/)
})

test('phrases are marked whole, accents and case do not count', () => {
  const snippet = makeSnippet('Über den Café-Besuch im café besuch', [
    { words: ['cafe', 'besuch'], begins: false },
  ])
  expect(marked(snippet)).toEqual(['Café-Besuch', 'café besuch'])
})

test('a text without a match shows its beginning', () => {
  expect(makeSnippet('One two.\nThree', [{ words: ['four'], begins: false }])).toEqual({
    text: 'One two. Three',
    marks: [],
  })
  expect(makeSnippet('', [{ words: ['four'], begins: false }])).toEqual({ text: '', marks: [] })
})

test('a text in which every word matches costs no more than another', () => {
  const snippet = makeSnippet('word '.repeat(1_000_000), [{ words: ['word'], begins: false }])
  expect(snippet.marks.length).toBe(26)
})
