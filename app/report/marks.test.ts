import { expect, test } from 'vitest'
import { markText } from './marks.ts'
import { outlineOf } from './outline.ts'
import { rangesOf, testAnnotation, testArticle, testModel } from './testModel.ts'

/** The marks as brackets: `[C1 … ]`, with `+` where a mark is taken up again. */
function drawn(article: ReturnType<typeof testArticle>, ...annotations: ReturnType<typeof testAnnotation>[]) {
  const outline = outlineOf(testModel({ articles: [article], annotations }))
  const { blocks, hidden } = markText(article, outline.sections[0]!.passages, true)
  const lines = blocks.map(({ pieces }) =>
    pieces
      .map((piece) =>
        piece.type === 'text'
          ? piece.text
          : piece.type === 'close'
            ? `${piece.span.passage.ref}]`
            : `[${piece.first ? '' : '+'}${piece.span.passage.ref}:`,
      )
      .join(''),
  )
  return { lines, hidden }
}

test('passages that overlap are cut into properly nested marks', () => {
  const article = testArticle(1, 'abcdefghij')
  expect(
    drawn(
      article,
      testAnnotation(1, 'claim', article, [[0, 5]]),
      testAnnotation(2, 'denial', article, [[3, 8]]),
    ).lines,
  ).toEqual(['[C1:abc[D1:deD1]C1][+D1:fghD1]ij'])
})

test('passages that nest, touch or share a start keep their order', () => {
  const article = testArticle(1, 'abcdefghij')
  expect(
    drawn(
      article,
      testAnnotation(1, 'claim', article, [[0, 4]]),
      testAnnotation(2, 'denial', article, [[0, 2]]),
      testAnnotation(3, 'event', article, [[4, 6]]),
    ).lines,
  ).toEqual(['[C1:[D1:abD1]cdC1][E1:efE1]ghij'])
})

test('a passage of two segments is opened anew at each, and one across blocks is taken up again', () => {
  const article = testArticle(1, 'abc def\n\nghi')
  expect(
    drawn(
      article,
      testAnnotation(1, 'claim', article, rangesOf(article, 'abc', 'f')),
      testAnnotation(2, 'event', article, [[4, 11]]),
    ).lines,
  ).toEqual(['[C1:abcC1] [E1:de[C1:fC1]E1]', '[+E1:ghE1]i'])
})

test('a passage that begins between two blocks is opened in the block it reaches', () => {
  const article = testArticle(1, 'abc\n\ndef')
  expect(drawn(article, testAnnotation(1, 'claim', article, [[4, 6]])).lines).toEqual(['abc', '[C1:dC1]ef'])
})

test('furniture is left out and counted, unless it was restored or a passage lies in it', () => {
  const text = 'Menu\n\nBody\n\nMore\nlinks\n\nShare'
  const article = testArticle(1, text, { flippedBlocks: [3] }, (paragraph) =>
    paragraph === 'Body' ? null : 'menu',
  )
  expect(drawn(article, testAnnotation(1, 'claim', article, rangesOf(article, 'Menu')))).toEqual({
    lines: ['[C1:MenuC1]', 'Body', 'Share'],
    hidden: [{ reason: 'menu', lines: 2 }],
  })
})
