import { expect, test } from 'vitest'
import type { GraphEdge } from '../../app/graph/graph.ts'
import { chosenEdge } from './chosenEdge.ts'

const edge = (id: string, from: string, to: string): GraphEdge => ({ id, sort: 'denies', from, to })
const edges = [edge('one', 'b', 'a'), edge('two', 'a', 'c'), edge('three', 'a', 'd'), edge('four', 'd', 'e')]

test('the edge of a node is one that leads from it, of several the one that was chosen', () => {
  expect(chosenEdge(edges, null, 'a')).toBe('two')
  expect(chosenEdge(edges, 'three', 'a')).toBe('three')
  expect(chosenEdge(edges, 'four', 'a')).toBe('two')
})

test('where none leads from a node it is one that leads into it', () => {
  expect(chosenEdge(edges, null, 'c')).toBe('two')
  expect(chosenEdge(edges, 'one', 'c')).toBe('two')
})

test('a node without any edge has none, nor has no node', () => {
  expect(chosenEdge(edges, 'one', 'z')).toBe(null)
  expect(chosenEdge(edges, 'one', null)).toBe(null)
})
