import { expect, test } from 'vitest'
import { allowedRelations, canLink, sameLink } from './rules.ts'
import { kinds, relations } from './vocabulary.ts'

test('each relation joins the kinds of the design and no others', () => {
  const table = relations.map((relation) => [
    relation,
    kinds.flatMap((from) =>
      kinds
        .filter((to) => canLink({ id: 'a', kind: from }, relation, { id: 'b', kind: to }).allowed)
        .map((to) => `${from} → ${to}`),
    ),
  ])
  expect(Object.fromEntries(table)).toEqual({
    denies: ['denial → claim'],
    contradicts: ['claim → claim'],
    supports: ['claim → claim', 'event → claim'],
    'same claim': ['claim → claim'],
    'same event': ['event → event'],
    'responds to': kinds.flatMap((from) => kinds.map((to) => `${from} → ${to}`)),
    follows: ['event → event'],
  })
})

test('a refusal says which kinds the relation joins', () => {
  expect(canLink({ id: 'a', kind: 'claim' }, 'denies', { id: 'b', kind: 'event' })).toEqual({
    allowed: false,
    why: '“denies” leads from a denial to a claim, not from a claim to an event.',
  })
})

test('nothing is linked to itself', () => {
  expect(canLink({ id: 'a', kind: 'claim' }, 'same claim', { id: 'a', kind: 'claim' }).allowed).toBe(false)
  expect(allowedRelations({ id: 'a', kind: 'claim' }, { id: 'a', kind: 'claim' })).toEqual([])
})

test('the allowed relations come in the order of the vocabulary', () => {
  const relationsOf = allowedRelations({ id: 'a', kind: 'claim' }, { id: 'b', kind: 'claim' })
  expect(relationsOf).toEqual(['contradicts', 'supports', 'same claim', 'responds to'])
})

test('two links are the same with the same ends, and for symmetric relations with turned ends', () => {
  const link = (fromId: string, relation: (typeof relations)[number], toId: string) => ({
    fromId,
    relation,
    toId,
  })
  expect(sameLink(link('a', 'supports', 'b'), link('a', 'supports', 'b'))).toBe(true)
  expect(sameLink(link('a', 'supports', 'b'), link('b', 'supports', 'a'))).toBe(false)
  expect(sameLink(link('a', 'same event', 'b'), link('b', 'same event', 'a'))).toBe(true)
  expect(sameLink(link('a', 'same event', 'b'), link('a', 'follows', 'b'))).toBe(false)
})
