import { describe, expect, it } from 'vitest'
import { Collection } from './collection.ts'
import { createLikeness } from './likeness.ts'
import { rankPassages } from './passages.ts'
import { testArticle } from './testArticle.ts'

/** Two robberies: the same sort of affair in two towns. */
const articles = [
  testArticle('lodz1', [
    'Three robbers took two million from Bank Vistula in Lodz.',
    'Inspector Nowak said the robbers fled in a grey van.',
  ]),
  testArticle('lodz2', [
    'A gang of robbers hit Bank Vistula in Lodz and stole two million.',
    'Witnesses told Inspector Nowak of a grey van.',
  ]),
  testArticle('lodz3', ['Inspector Nowak arrested a man over the Bank Vistula theft in Lodz.']),
  testArticle('porto1', [
    'Three robbers took two million from Banco Douro in Porto.',
    'Captain Silva said the robbers fled in a boat.',
  ]),
  testArticle('porto2', ['The robbers of Banco Douro in Porto were seen by Captain Silva in a boat.']),
  testArticle('porto3', ['Captain Silva found the boat of the Banco Douro gang near Porto.']),
]

function caseOf(list = articles) {
  const collection = new Collection()
  for (const article of list) collection.put(article)
  return { collection, likeness: createLikeness(collection) }
}
const query = (articleId: string | null, text: string) => ({ articleId, text, language: 'en' })
const places = (ranked: readonly { articleId: string; index: number }[]) =>
  ranked.map(({ articleId, index }) => `${articleId} ${index}`)

describe('related passages', () => {
  it('puts the same affair before a likelier wording of another affair of the same sort', () => {
    const { collection, likeness } = caseOf()
    const text = 'Three robbers took two million from Bank Vistula in Lodz.'
    const ranked = rankPassages(collection, likeness, query('lodz1', text), { most: 2 })
    expect(places(ranked)).toEqual(['lodz2 0', 'lodz3 0'])
  })

  it('never proposes a passage of the same article', () => {
    const { collection, likeness } = caseOf()
    const ranked = rankPassages(collection, likeness, query('lodz1', 'the robbers fled in a grey van'), {
      most: 99,
    })
    expect(ranked.filter(({ articleId }) => articleId === 'lodz1')).toEqual([])
  })

  it('names the words that a score rests on, in both wordings', () => {
    const { collection, likeness } = caseOf()
    const [best] = rankPassages(collection, likeness, query(null, 'thieves with millions'), { most: 1 })
    expect(best?.words.map(({ here, there }) => `${here}~${there}`)).toEqual([
      'millions~million',
      'thieves~robbers',
    ])
  })

  it('follows an article that is replaced or taken out, as if it had never been', () => {
    const { collection, likeness } = caseOf()
    collection.put(testArticle('lodz2', ['Nothing happened in Gdansk.']))
    collection.remove('porto3')
    const fresh = caseOf([
      ...articles.filter(({ id }) => id !== 'lodz2' && id !== 'porto3'),
      testArticle('lodz2', ['Nothing happened in Gdansk.']),
    ])
    const ask = (of: ReturnType<typeof caseOf>) =>
      rankPassages(of.collection, of.likeness, query('lodz1', 'Bank Vistula in Lodz'), { most: 99 })
    expect(ask({ collection, likeness })).toEqual(ask(fresh))
  })

  it('puts the very words of a quote before a sentence that shares rarer ones', () => {
    const { collection, likeness } = caseOf([
      testArticle('own', ['“We are so glad to have her back with us,” said Ada Moss.']),
      testArticle('quote', ['“We are so glad to have her back with us,” the two said.']),
      testArticle('other', ['Ada Moss said so, glad of it.']),
    ])
    const text = '“We are so glad to have her back with us,” said Ada Moss.'
    const ranked = rankPassages(collection, likeness, query('own', text), { most: 2 })
    expect(ranked.map(({ articleId, sort }) => [articleId, sort])).toEqual([
      ['quote', 'exact'],
      ['other', 'reworded'],
    ])
  })

  it('finds nothing for words that no article has', () => {
    const { collection, likeness } = caseOf()
    expect(rankPassages(collection, likeness, query(null, 'zebra'), { most: 5 })).toEqual([])
  })
})

describe('related articles', () => {
  it('keeps the affairs apart and names what makes two articles alike', () => {
    const { likeness } = caseOf()
    const near = likeness.nearest('lodz1')
    expect(
      near
        .slice(0, 2)
        .map(({ articleId }) => articleId)
        .sort(),
    ).toEqual(['lodz2', 'lodz3'])
    expect(likeness.sharedWords('lodz1', 'lodz3', 3)).toEqual(expect.arrayContaining(['Vistula', 'Lodz']))
  })

  it('knows nothing of an article that is not there', () => {
    expect(caseOf().likeness.nearest('x')).toEqual([])
  })
})
