import { describe, expect, test } from 'vitest'
import { threadShapes } from './threadGeometry.ts'

const columns = [
  { left: 0, right: 400, top: 0, bottom: 600 },
  { left: 500, right: 900, top: 0, bottom: 600 },
  { left: 1000, right: 1400, top: 0, bottom: 600 },
]
const thread = (id: string, a: number, ay: number, b: number, by: number, order = 0) => ({
  id,
  from: { column: a, y: ay, id: `${id} from`, order },
  to: { column: b, y: by, id: `${id} to`, order },
})

describe('the shapes of the threads', () => {
  test('lead from the side of one text to the facing side of the other, whichever way the link goes', () => {
    const { shapes, counts } = threadShapes(columns, [
      thread('a', 0, 100, 1, 200),
      thread('b', 2, 300, 0, 400),
    ])
    expect(shapes).toEqual([
      {
        id: 'a',
        path: 'M400 100C450 100 450 200 500 200',
        stub: null,
        gates: '',
        behind: '',
        from: { column: 0, x: 400, y: 100, away: null },
        to: { column: 1, x: 500, y: 200, away: null },
        middle: { x: 450, y: 150 },
        room: 100,
      },
      {
        id: 'b',
        // Behind the text of the column between, level.
        path: 'M1000 300C950 300 950 350 900 350M500 350C450 350 450 400 400 400',
        stub: null,
        gates: 'M900 346v8M500 346v8',
        behind: 'M900 350H500',
        from: { column: 2, x: 1000, y: 300, away: null },
        to: { column: 0, x: 400, y: 400, away: null },
        middle: { x: 950, y: 325 },
        room: 100,
      },
    ])
    expect(counts).toEqual([])
  })

  test('rest at the edge of the column when one end has scrolled away, and are counted there', () => {
    const { shapes, counts } = threadShapes(columns, [
      thread('a', 0, 100, 1, -50, 7),
      thread('b', 0, 200, 1, Number.NEGATIVE_INFINITY, 2),
      thread('c', 0, 300, 1, 900, 20),
      thread('d', 0, 310, 1, 800, 14),
    ])
    expect(shapes.map(({ to }) => to)).toEqual([
      { column: 1, x: 500, y: 10, away: 'above' },
      { column: 1, x: 500, y: 10, away: 'above' },
      { column: 1, x: 500, y: 590, away: 'below' },
      { column: 1, x: 500, y: 590, away: 'below' },
    ])
    expect(shapes.map(({ stub }) => stub)).toEqual([
      'M400 100Q412 100 412 88',
      'M400 200Q412 200 412 188',
      'M400 300Q412 300 412 312',
      'M400 310Q412 310 412 322',
    ])
    expect(counts).toEqual([
      { column: 1, away: 'above', side: 'left', x: 500, y: 10, count: 2, nearest: 'a to' },
      { column: 1, away: 'below', side: 'left', x: 500, y: 590, count: 2, nearest: 'd to' },
    ])
  })

  test('are not drawn when both ends have scrolled away', () => {
    expect(threadShapes(columns, [thread('a', 0, -10, 1, 700)])).toEqual({ shapes: [], counts: [] })
  })

  test('spread where they meet, in the order of their other ends', () => {
    const { shapes } = threadShapes(columns, [
      thread('low', 0, 100, 1, 500),
      thread('high', 0, 101, 1, 50),
      thread('mid', 0, 102, 1, 300),
    ])
    const y = new Map(shapes.map((shape) => [shape.id, shape.from.y]))
    expect([y.get('high'), y.get('mid'), y.get('low')]).toEqual([96, 101, 106])
  })

  test('are brackets beside the text when both ends are in one column, side by side where they pass', () => {
    const { shapes } = threadShapes(columns, [
      thread('long', 0, 100, 0, 500),
      thread('short', 0, 200, 0, 300),
    ])
    expect(shapes.map(({ path }) => path)).toEqual(['M400 100H415V500H400', 'M400 200H410V300H400'])
    expect(shapes.map(({ room }) => room)).toEqual([0, 0])
  })
})
