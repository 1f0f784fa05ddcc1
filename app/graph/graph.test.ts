import { expect, test } from 'vitest'
import { actId, annId, linked, passage, viewOf } from '../ledger/testView.ts'
import { around, edgesAmong, linkedNodes, makeGraph, mostDisputed, neighboursOf } from './graph.ts'
import { layOut, type Places } from './layout.ts'

const passages = [
  passage('haven', 'claim', { by: 'coats' }),
  passage('older', 'claim', { by: 'panetta' }),
  passage('denial', 'denial', { by: 'pakistan' }),
  passage('raid', 'event', { by: 'seals' }),
  passage('other', 'claim', { by: 'pakistan' }),
]
const links = [
  linked('older', 'same claim', 'haven'),
  linked('denial', 'denies', 'haven'),
  linked('raid', 'supports', 'older'),
]
const view = viewOf(passages, links)
const graph = makeGraph(view)
const all = new Set(graph.ids())
const input = (ids: ReadonlySet<string>, former: Places = {}) => ({
  nodes: [...ids].flatMap((id) => graph.node(id) ?? []),
  edges: edgesAmong(graph, ids),
  former,
})

test('actors are nodes that say or take part, links are edges', () => {
  expect([graph.size, all.size, graph.node('nobody')]).toEqual([9, 9, null])
  expect(graph.node(actId('coats'))).toEqual({ id: actId('coats'), sort: 'actor', label: 'coats', who: '' })
  expect(
    edgesAmong(graph, all)
      .map((edge) => edge.sort)
      .sort(),
  ).toEqual(['denies', 'same claim', 'says', 'says', 'says', 'says', 'supports', 'takes part'])
  expect(neighboursOf(graph, annId('denial'))).toEqual([annId('haven'), actId('pakistan')])
})

test('what is shown around a statement does not lead on through its speakers', () => {
  const shown = around(graph, [annId('denial')], 40)
  expect(shown.has(annId('raid'))).toBe(true)
  expect(shown.has(annId('other'))).toBe(false)
  expect(around(graph, [actId('pakistan')], 40).has(annId('other'))).toBe(true)
  expect(around(graph, [annId('denial')], 2).size).toBe(2)
})

test('a small case begins with what is linked, a large one with what is disputed most', () => {
  expect(linkedNodes(view, graph).has(annId('other'))).toBe(false)
  expect([...linkedNodes(view, graph)].sort()).toEqual(
    [
      ...['haven', 'older', 'denial', 'raid'].map(annId),
      ...['coats', 'panetta', 'pakistan'].map(actId),
    ].sort(),
  )
  const alone = viewOf(passages)
  expect(linkedNodes(alone, makeGraph(alone)).size).toBe(9)
  expect(mostDisputed(view, 3)).toEqual([annId('haven')])
})

test('who denies stands across from who claims, and each actor outside of what it says', () => {
  const places = layOut(input(all))
  const column = (id: string) => places[id]?.column
  expect([column(annId('haven')), column(annId('older')), column(annId('denial'))]).toEqual([1, 1, 3])
  expect([column(actId('coats')), column(actId('pakistan')), column(annId('raid'))]).toEqual([0, 4, 2])
})

test('nothing overlaps, and the same input gives the same places', () => {
  const places = layOut(input(all))
  const list = Object.values(places)
  for (const a of list) {
    for (const b of list)
      if (a !== b && a.column === b.column) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(56)
  }
  expect(layOut(input(all))).toEqual(places)
})

test('what stands stays exactly where it is when something is added', () => {
  const few = around(graph, [annId('denial')], 4)
  const before = layOut(input(few))
  const after = layOut(input(all, before))
  for (const id of few) expect(after[id]).toEqual(before[id])
  expect(Object.keys(after)).toHaveLength(9)
  const heights = Object.values(after).map((place) => `${place.column} ${place.y}`)
  expect(new Set(heights).size).toBe(9)
})

test('a node that comes back after another took its place stands beside it, and the other stays', () => {
  const former = layOut(input(around(graph, [annId('denial')], 4)))
  const other = [...all].find((id) => former[id] === undefined) ?? ''
  // While the first was hidden, another was put where it had been.
  const place = former[annId('haven')]
  if (place === undefined) throw new Error('The claim has no place.')
  const shown = new Set([other, annId('denial'), annId('haven')])
  const places = layOut(input(shown, { ...former, [other]: place }))
  expect(places[other]).toEqual(place)
  expect(places[annId('denial')]).toEqual(former[annId('denial')])
  expect(places[annId('haven')]?.column).toBe(place.column)
  expect(Math.abs((places[annId('haven')]?.y ?? 0) - place.y)).toBeGreaterThanOrEqual(56)
})
