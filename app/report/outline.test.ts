import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'
import { testAnnotation, testArticle, testLink, testModel } from './testModel.ts'

const here = testArticle(1, 'One two three four five six.')
const other = testArticle(2, 'Another text altogether.')

test('passages are numbered by kind through the report, in text order', () => {
  const annotations = [
    testAnnotation(1, 'claim', other, [[0, 7]]),
    testAnnotation(2, 'claim', here, [[8, 13]]),
    testAnnotation(3, 'denial', here, [[4, 7]]),
    testAnnotation(4, 'claim', here, [[0, 3]]),
  ]
  const { sections, counts } = outlineOf(testModel({ articles: [here, other], annotations }))
  expect(sections.map(({ passages }) => passages.map(({ ref, annotation }) => [ref, annotation.id]))).toEqual(
    [
      [
        ['C1', 'ann_00000004'],
        ['D1', 'ann_00000003'],
        ['C2', 'ann_00000002'],
      ],
      [['C3', 'ann_00000001']],
    ],
  )
  expect(counts).toEqual({ claim: 3, denial: 1, event: 0 })
})

test('a claim is listed with its answers, denials first, and said to be answered here, elsewhere or nowhere', () => {
  const [a, b, c, d] = [0, 4, 8, 14].map((at, index) =>
    testAnnotation(index + 1, 'claim', here, [[at, at + 3]]),
  )
  const denial = testAnnotation(5, 'denial', other, [[0, 7]])
  const links = [
    testLink(1, b!, 'supports', a!),
    testLink(2, a!, 'contradicts', c!),
    testLink(3, denial, 'denies', a!),
    testLink(4, b!, 'same claim', a!),
  ]
  const model = testModel({
    articles: [here],
    annotations: [a!, b!, c!, d!],
    otherAnnotations: [denial],
    links,
    otherArticles: [other.article],
  })
  const { claims } = outlineOf(model)
  expect(
    claims.map(({ claim, answers, answered }) => [
      claim.ref,
      answered,
      answers.map(({ label, other: { ref } }) => `${label} ${ref}`),
    ]),
  ).toEqual([
    ['C1', 'here', ['denied by null', 'contradicts C3', 'supported by C2', 'same claim C2']],
    ['C2', 'elsewhere', ['same claim C1']],
    ['C3', 'here', ['contradicted by C1']],
    ['C4', 'nowhere', []],
  ])
})

test('a claim outside the report is listed when a denial in it answers it; a denial without a claim is named', () => {
  const claim = testAnnotation(1, 'claim', other, [[0, 7]])
  const denial = testAnnotation(2, 'denial', here, [[0, 3]])
  const lone = testAnnotation(3, 'denial', here, [[4, 7]])
  const outline = outlineOf(
    testModel({
      articles: [here],
      annotations: [denial, lone],
      otherAnnotations: [claim],
      links: [testLink(1, denial, 'denies', claim)],
      otherArticles: [other.article],
    }),
  )
  expect(outline.claims.map(({ claim: { ref, annotation } }) => [ref, annotation.id])).toEqual([
    [null, 'ann_00000001'],
  ])
  expect(outline.orphanDenials.map(({ ref }) => ref)).toEqual(['D2'])
})

test('accounts of one event are gathered, also by way of one another', () => {
  const [a, b, c] = [0, 4, 8].map((at, index) => testAnnotation(index + 1, 'event', here, [[at, at + 3]]))
  const { events } = outlineOf(
    testModel({
      articles: [here],
      annotations: [a!, b!, c!],
      links: [testLink(1, a!, 'same event', c!)],
    }),
  )
  expect(events.map(({ accounts }) => accounts.map(({ ref }) => ref))).toEqual([['E1', 'E3'], ['E2']])
})
