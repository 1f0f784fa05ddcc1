import { describe, expect, it } from 'vitest'
import { comparePair } from './pairs.ts'
import { createReuseIndex } from './reuse.ts'
import { testArticle } from './testArticle.ts'

const first = testArticle('a', [
  'Gunmen killed nine guards at the northern depot before dawn on Friday.',
  'The ministry has opened an inquiry into the security of all fuel stores.',
  'Prices of bread rose for the third week in the capital.',
])
const second = testArticle('b', [
  'Nine guards were shot dead at a depot in the north, officials said.',
  'In a statement, the ministry has opened an inquiry into the security of all fuel stores.',
  'The river is expected to reach its highest level by Sunday evening.',
])

describe('two articles side by side', () => {
  const index = createReuseIndex()
  index.put(first)
  index.put(second)
  const comparison = comparePair(first, second, index.reuseOf('a')[0] ?? null)

  it('pairs what is said in the same words and in other words', () => {
    expect(comparison.pairs.map(({ here, there, sort }) => [here, there, sort])).toEqual([
      [0, 0, 'reworded'],
      [1, 1, 'exact'],
    ])
  })

  it('names the words that a pair rests on, as each article prints them', () => {
    const words = comparison.pairs[0]?.words.map(({ here, there }) => `${here}~${there}`) ?? []
    expect(words.slice().sort()).toEqual(
      ['depot~depot', 'guards~guards', 'killed~dead', 'nine~Nine'].slice().sort(),
    )
  })

  it('takes shared names alone for no sign that the same is told', () => {
    const one = testArticle('n', [
      'She was born on a farm outside Nashville, Tennessee, and left school early.',
      'Her brother sold cars.',
    ])
    const other = testArticle('m', [
      'The girl from Nashville, Tennessee never imagined such a fuss.',
      'Nobody knew the house by the river.',
    ])
    const told = comparePair(one, other, null)
    expect(told.pairs).toEqual([])
    expect([told.onlyHere, told.onlyThere]).toEqual([
      [0, 1],
      [0, 1],
    ])
    // One word of what happened beside the names is enough.
    const third = testArticle('o', [
      'The girl from Nashville, Tennessee left school and never imagined such a fuss.',
      'Nobody knew the house by the river.',
    ])
    expect(comparePair(one, third, null).pairs.map(({ here, there }) => [here, there])).toEqual([[0, 0]])
  })

  it('lists what only one of them has', () => {
    expect([comparison.onlyHere, comparison.onlyThere]).toEqual([[2], [2]])
  })

  it('finds every passage of an article in itself', () => {
    const same = comparePair(first, first, null)
    expect(
      same.pairs.filter(({ here, there }) => here === there).map(({ score }) => Math.round(score)),
    ).toEqual([1, 1, 1])
    expect([same.onlyHere, same.onlyThere]).toEqual([[], []])
  })

  it('says nothing of an article without passages', () => {
    expect(comparePair(first, testArticle('c', []), null)).toEqual({
      pairs: [],
      onlyHere: [0, 1, 2],
      onlyThere: [],
    })
  })
})
