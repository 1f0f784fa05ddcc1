import { describe, expect, test } from 'vitest'
import { firstAtOrBelow } from './nearby.ts'

describe('finding what stands near', () => {
  const tops: (number | null)[] = [0, 10, null, null, 20, 20, null, 90, null]
  const at = (index: number) => tops[index] ?? null

  test('finds the first entry at or below a height, passing over those without a place', () => {
    const found = [-5, 5, 20, 21, 91].map((y) => firstAtOrBelow(tops.length, at, y))
    expect(found.map((index) => tops.slice(index).find((top) => top !== null) ?? null)).toEqual([
      0,
      10,
      20,
      90,
      null,
    ])
  })

  test('asks for few heights in a long list', () => {
    let asked = 0
    const index = firstAtOrBelow(
      10_000,
      (i) => {
        asked++
        return i * 3
      },
      15_000,
    )
    expect(index).toBe(5000)
    expect(asked).toBeLessThan(20)
  })
})
