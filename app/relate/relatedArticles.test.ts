import { expect, test } from 'vitest'
import { createArticleIndex } from './relatedArticles.ts'
import { testArticle } from './testArticle.ts'

const raid = [
  'Rebels raided the garrison at Tessalit before dawn on Sunday.',
  'Colonel Amadou Keita said eleven soldiers were missing after the raid on Tessalit.',
]
const sequel = [
  'Colonel Amadou Keita has been recalled from Tessalit.',
  'The eleven soldiers missing since the raid were found alive near the garrison.',
]
const market = ['Cocoa prices fell in Abidjan for a third day.', 'Traders in Abidjan blamed the harvest.']

function filled() {
  const index = createArticleIndex()
  index.put(testArticle('raid', raid))
  index.put(testArticle('sequel', sequel))
  index.put(testArticle('market', market))
  index.put(testArticle('print', ['By our correspondent.', ...raid]))
  return index
}

test('prints of the same text come first, then what tells of the same, and the rest is left out', () => {
  const found = filled().relatedTo('raid', 10)
  expect(found.map(({ articleId, reprint }) => [articleId, reprint])).toEqual([
    ['print', true],
    ['sequel', false],
  ])
  expect(found[0]?.shared).toMatchObject({ runs: 1, share: 1 })
  expect(found[1]).toMatchObject({ shared: null })
  expect(found[1]?.words).toEqual(expect.arrayContaining(['Tessalit', 'Keita']))
})

test('passages that say what one says are told with their words, and those of other things left out', () => {
  const query = { articleId: 'raid', text: raid[0] ?? '', language: 'en' }
  const found = filled().passagesLike(query, 10)
  expect(found.map(({ articleId, sort, text }) => [articleId, sort, text])).toEqual([
    ['print', 'exact', raid[0]],
    ['sequel', 'reworded', sequel[1]],
    ['print', 'reworded', raid[1]],
  ])
  expect(found[1]?.words).toEqual(
    expect.arrayContaining([expect.objectContaining({ here: 'garrison', there: 'garrison' })]),
  )
})

test('an article taken out is related no more, and one put in again as it is now', () => {
  const index = filled()
  index.remove('print')
  index.put(testArticle('sequel', market))
  expect(index.relatedTo('raid', 10)).toEqual([])
  expect(index.relatedTo('market', 10).map(({ articleId }) => articleId)).toEqual(['sequel'])
  expect(index.size()).toBe(3)
  expect(index.relatedTo('print', 10)).toEqual([])
})
