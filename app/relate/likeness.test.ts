import { describe, expect, it } from 'vitest'
import { Collection } from './collection.ts'
import { createLikeness } from './likeness.ts'
import { testArticle } from './testArticle.ts'

const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index))
/** Made-up words, so that no stemmer joins them. */
const vocabulary = (prefix: string, count: number) => letters(count).map((letter) => `${prefix}${letter}x`)

/** The same numbers between 0 and 1 in every run (Park and Miller 1988). */
function createNext(seed: number) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Articles of one affair: each takes some words of its sort, some of its own, and some of nobody else's. */
function affair(name: string, sort: readonly string[], count: number) {
  const own = vocabulary(name, 12)
  const next = createNext([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7))
  return Array.from({ length: count }, (_, index) => {
    const some = (words: readonly string[], share: number) => words.filter(() => next() < share)
    const chance = vocabulary(`${name}${letters(26)[index % 26]}${letters(26)[Math.floor(index / 26)]}`, 6)
    return testArticle(`${name}${index}`, [[...some(sort, 0.6), ...some(own, 0.6), ...chance].join(' ')])
  })
}

function caseOf(affairs: readonly ReturnType<typeof affair>[]) {
  const collection = new Collection()
  for (const article of affairs.flat()) collection.put(article)
  return createLikeness(collection)
}

const nearest = (likeness: ReturnType<typeof caseOf>, articleId: string, most: number) =>
  likeness
    .nearest(articleId)
    .slice(0, most)
    .map(({ articleId: other }) => other.replace(/\d+$/u, ''))

describe('likeness of articles', () => {
  const quakes = vocabulary('quake', 24)

  it('keeps two affairs of the same sort apart in a case that is mostly of others', () => {
    const others = letters(12).map((letter) =>
      affair(`other${letter}`, [...vocabulary(`sort${letter}`, 24), ...quakes.slice(0, 4)], 6),
    )
    const likeness = caseOf([affair('oman', quakes, 12), affair('iran', quakes, 12), ...others])
    const alike = new Map(likeness.nearest('iran3').map(({ articleId, company }) => [articleId, company]))
    const of = (name: string) => [...alike].flatMap(([id, company]) => (id.startsWith(name) ? [company] : []))
    expect(Math.min(...of('iran'))).toBeGreaterThan(0.5)
    expect(Math.max(...of('oman'))).toBeLessThan(0.5)
  })

  it('tells of every article of a large affair that it is of the same, not of the nearest alone', () => {
    const likeness = caseOf([affair('oman', quakes, 40), affair('iran', quakes, 40)])
    expect(nearest(likeness, 'iran3', 39)).toEqual(Array.from({ length: 39 }, () => 'iran'))
  })

  it('sets none of three articles apart: the company of so few tells nothing', () => {
    const likeness = caseOf([affair('oman', quakes, 1), affair('iran', quakes, 2)])
    expect(likeness.nearest('iran0').map(({ articleId, company }) => [articleId, company])).toEqual([
      ['iran1', 1],
      ['oman0', 1],
    ])
    expect(likeness.nearest('oman0').map(({ company }) => company)).toEqual([1, 1])
  })
})
