import { expect, test } from 'vitest'
import { fitCamera, moveCamera, zoomCamera } from './camera.ts'
import { edgePath } from './edgePath.ts'

const frame = { width: 1000, height: 600 }

test('all places are seen, and few are not blown up', () => {
  const camera = fitCamera(
    [
      { x: 0, y: -900 },
      { x: 1066, y: 900 },
    ],
    frame,
  )
  for (const [x, y] of [
    [0, -900],
    [1066, 900],
  ] as const) {
    expect(x * camera.scale + camera.x).toBeGreaterThan(0)
    expect(x * camera.scale + camera.x).toBeLessThan(frame.width)
    expect(y * camera.scale + camera.y).toBeGreaterThan(0)
    expect(y * camera.scale + camera.y).toBeLessThan(frame.height)
  }
  expect(fitCamera([{ x: 5, y: 5 }], frame).scale).toBe(1)
})

test('zooming keeps the point where it is', () => {
  const before = { x: 10, y: 20, scale: 0.5 }
  const after = zoomCamera(before, 1.5, { x: 300, y: 200 })
  const world = (camera: typeof before) => [(300 - camera.x) / camera.scale, (200 - camera.y) / camera.scale]
  expect(world(after)).toEqual(world(before))
  expect(moveCamera(before, 5, -5)).toEqual({ x: 15, y: 15, scale: 0.5 })
})

test('an edge runs from the side of one node to the facing side of the other, and bends outward within a column', () => {
  const at = (x: number, y: number, column: number) => ({ x, y, column })
  expect(edgePath(at(0, 0, 0), 100, at(300, 0, 1), 100).line).toMatch(/^M50 0C.* 250 0$/)
  expect(edgePath(at(300, 0, 3), 100, at(0, 0, 1), 100).line).toMatch(/^M250 0C.* 50 0$/)
  expect(edgePath(at(0, 0, 1), 100, at(0, 90, 1), 100).line).toMatch(/^M50 0C.* 50 90$/)
})
