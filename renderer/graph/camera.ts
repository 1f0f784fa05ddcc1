/** How the graph is looked at: an offset in pixels and a scale. Pure. */
import { nodeSize } from '../../app/graph/layout.ts'
import type { Lens } from '../views/usePictureGestures.ts'

export type Camera = { readonly x: number; readonly y: number; readonly scale: number }
type Point = { readonly x: number; readonly y: number }
type Size = { readonly width: number; readonly height: number }

const leastScale = 0.12
const mostScale = 2.5

/** Shows all places, no larger than life. */
export function fitCamera(places: readonly Point[], frame: Size): Camera {
  if (places.length === 0) return { x: frame.width / 2, y: frame.height / 2, scale: 1 }
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)]
  const [left, right] = [Math.min(...xs) - nodeSize.width / 2, Math.max(...xs) + nodeSize.width / 2]
  const [top, bottom] = [Math.min(...ys) - nodeSize.height / 2, Math.max(...ys) + nodeSize.height / 2]
  const room = 20
  const scale = Math.min(
    1,
    Math.max(
      leastScale,
      Math.min((frame.width - room * 2) / (right - left), (frame.height - room * 2) / (bottom - top)),
    ),
  )
  return {
    x: frame.width / 2 - ((left + right) / 2) * scale,
    y: frame.height / 2 - ((top + bottom) / 2) * scale,
    scale,
  }
}

/** Scales, and keeps the point of the frame where it is. */
export function zoomCamera(camera: Camera, factor: number, point: Point): Camera {
  const scale = Math.min(mostScale, Math.max(leastScale, camera.scale * factor))
  const by = scale / camera.scale
  return { x: point.x - (point.x - camera.x) * by, y: point.y - (point.y - camera.y) * by, scale }
}

export const moveCamera = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
})

/** How wheel and fingers change the camera. */
export const cameraLens: Lens<Camera> = {
  move: (camera, { x, y }) => moveCamera(camera, x, y),
  grow: zoomCamera,
}
