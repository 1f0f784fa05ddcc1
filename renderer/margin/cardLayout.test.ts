import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CardItem, layoutCards } from './cardLayout.ts'

const options = { gap: 8, reach: 200, moreHeight: 20, focusId: null, start: -1000 }
const card = (id: string, top: number, height = 50): CardItem => ({ id, top, height })

describe('the layout of the cards', () => {
  test('leaves cards that have room at the height of their passage', () => {
    expect(layoutCards([card('a', 0), card('b', 100)], options)).toEqual([
      { type: 'card', id: 'a', y: 0 },
      { type: 'card', id: 'b', y: 100 },
    ])
  })

  test('pushes a card down below the one before it', () => {
    expect(layoutCards([card('a', 10), card('b', 20), card('c', 90)], options)).toEqual([
      { type: 'card', id: 'a', y: 10 },
      { type: 'card', id: 'b', y: 68 },
      { type: 'card', id: 'c', y: 126 },
    ])
  })

  test('gives the focused card exactly its height and moves those before it up', () => {
    expect(
      layoutCards([card('a', 100), card('b', 110), card('c', 120)], { ...options, focusId: 'c' }),
    ).toEqual([
      { type: 'card', id: 'a', y: 4 },
      { type: 'card', id: 'b', y: 62 },
      { type: 'card', id: 'c', y: 120 },
    ])
  })

  test('counts the cards for which there is no room above the focused one', () => {
    const items = [card('a', 0), card('b', 40), card('c', 100), card('d', 130)]
    expect(layoutCards(items, { ...options, focusId: 'd', start: 0 })).toEqual([
      { type: 'more', ids: ['a', 'b'], y: 44 },
      { type: 'card', id: 'c', y: 72 },
      { type: 'card', id: 'd', y: 130 },
    ])
  })

  test('counts the cards that would stand too far from their passage', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => card(id, 0))
    expect(layoutCards(items, options)).toEqual([
      { type: 'card', id: 'a', y: 0 },
      { type: 'card', id: 'b', y: 58 },
      { type: 'card', id: 'c', y: 116 },
      { type: 'card', id: 'd', y: 174 },
      { type: 'more', ids: ['e', 'f', 'g'], y: 232 },
    ])
  })

  test('never lays one card over another, keeps the order and loses none', () => {
    const items = fc
      .array(
        fc.record({ top: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 20, max: 300 }) }),
        {
          maxLength: 60,
        },
      )
      .map((list) =>
        list.sort((a, b) => a.top - b.top).map((item, index) => ({ id: String(index), ...item })),
      )
    fc.assert(
      fc.property(items, fc.nat(59), (list, focus) => {
        const focused = list[focus]
        const places = layoutCards(list, { ...options, focusId: focused?.id ?? null, start: -20_000 })
        const heights = new Map(list.map((item) => [item.id, item.height]))
        let bottom = Number.NEGATIVE_INFINITY
        for (const place of places) {
          expect(place.y).toBeGreaterThanOrEqual(bottom)
          bottom = place.y + (place.type === 'card' ? (heights.get(place.id) ?? 0) : options.moreHeight)
        }
        const ids = places.flatMap((place) => (place.type === 'card' ? [place.id] : place.ids))
        expect(ids).toEqual(list.map((item) => item.id))
        if (focused) expect(places).toContainEqual({ type: 'card', id: focused.id, y: focused.top })
      }),
      { seed: 1 },
    )
  })
})
