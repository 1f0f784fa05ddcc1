import { describe, expect, it } from 'vitest'
import { createBm25, rarity, saturate } from './bm25.ts'

describe('plain BM25', () => {
  const passages = [
    ['the', 'raid', 'on', 'the', 'house'],
    ['the', 'price', 'of', 'bread'],
    ['a', 'raid', 'a', 'raid', 'and', 'one', 'more', 'word', 'to', 'lengthen', 'it'],
  ]
  const order = (query: string[]) => {
    const scores = createBm25(passages).score(query)
    return [0, 1, 2].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  }

  it('puts a rare word before a usual one', () => {
    expect(order(['the', 'bread'])[0]).toBe(1)
    expect(rarity(100, 1)).toBeGreaterThan(rarity(100, 50))
    expect(rarity(1, 1)).toBeGreaterThan(0)
  })

  it('counts repetition less and less, and length against a passage', () => {
    const once = saturate(1, 10, 10, { k1: 1.2, b: 0.75 })
    const twice = saturate(2, 10, 10, { k1: 1.2, b: 0.75 })
    expect(once).toBe(1)
    expect(twice).toBeGreaterThan(1)
    expect(twice).toBeLessThan(2)
    expect(saturate(1, 20, 10, { k1: 1.2, b: 0.75 })).toBeLessThan(once)
  })

  it('scores nothing for words that no passage has, nor without passages', () => {
    expect([...createBm25(passages).score(['zebra'])]).toEqual([0, 0, 0])
    expect([...createBm25([]).score(['raid'])]).toEqual([])
  })
})
