import { expect, test } from 'vitest'
import type { Annotation } from '../../app/model.ts'
import { createPassages } from './passages.ts'
import { annotationOf, idOf } from './testContent.ts'

const made = (annotations: readonly Annotation[]) => {
  const passages = createPassages()
  passages.set(annotations)
  return passages
}
const lanes = (passages: ReturnType<typeof made>, ...numbers: number[]) =>
  numbers.map((number) => passages.find(idOf(number))?.lane)

test('passages that overlap, nest or touch stand in different lanes', () => {
  const passages = made([
    annotationOf(1, 'claim', { start: 0, end: 100 }),
    annotationOf(2, 'denial', { start: 50, end: 150 }),
    annotationOf(3, 'claim', { start: 60, end: 70 }),
    annotationOf(4, 'claim', { start: 150, end: 160 }),
  ])
  expect(lanes(passages, 1, 2, 3, 4)).toEqual([0, 1, 2, 0])
})

test('a lane is kept when a neighbour comes or goes', () => {
  const one = annotationOf(1, 'claim', { start: 0, end: 100 })
  const two = annotationOf(2, 'claim', { start: 50, end: 150 })
  const three = annotationOf(3, 'event', { start: 40, end: 120 })
  const passages = made([one, two])
  expect(passages.set([one, three, two])).toBe(true)
  expect(lanes(passages, 1, 2, 3)).toEqual([0, 1, 2])
  passages.set([three, two])
  expect(lanes(passages, 1, 2, 3)).toEqual([undefined, 1, 2])
})

test('setting the same list again changes nothing', () => {
  const list = [annotationOf(1, 'claim', { start: 0, end: 100 })]
  expect(made(list).set([...list])).toBe(false)
})

test('an altered annotation is found at its new place only', () => {
  const passages = made([annotationOf(1, 'claim', { start: 0, end: 10 })])
  passages.set([annotationOf(1, 'denial', { start: 50, end: 60 })])
  expect(passages.within(0, 20)).toEqual([])
  expect(passages.within(40, 55).map((p) => p.annotation.kind)).toEqual(['denial'])
})

test('a passage of several segments is found once, and at each of them', () => {
  const passages = made([annotationOf(1, 'claim', { start: 0, end: 10 }, { start: 20, end: 30 })])
  expect(passages.within(0, 100)).toHaveLength(1)
  expect(passages.at(15)).toEqual([])
  expect(passages.at(25).map((p) => p.length)).toEqual([20])
})

test('at one place the shortest passage comes first', () => {
  const passages = made([
    annotationOf(1, 'claim', { start: 0, end: 100 }),
    annotationOf(2, 'denial', { start: 10, end: 20 }),
    annotationOf(3, 'event', { start: 5, end: 50 }),
  ])
  expect(passages.at(20).map((p) => p.annotation.id)).toEqual([idOf(2), idOf(3), idOf(1)])
})

test('ten thousand come at once and one more comes alone', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    annotationOf(i, 'claim', { start: i * 7, end: i * 7 + 50 }),
  )
  const passages = made(many)
  passages.set([...many, annotationOf(10_000, 'event', { start: 700, end: 705 })])
  const ids = passages.within(701, 702).map((p) => p.annotation.id)
  expect(ids).toHaveLength(8)
  expect(ids).toContain(idOf(10_000))
})
