/** Wheel, drag and pinch on the graph. */
import { type RefObject, useEffect, useRef } from 'react'
import { type Camera, moveCamera, zoomCamera } from './camera.ts'

type Point = { readonly x: number; readonly y: number }
const apart = (a: Point, b: Point) => Math.max(8, Math.hypot(a.x - b.x, a.y - b.y))

export function useCameraGestures(
  frame: RefObject<HTMLElement | null>,
  camera: Camera,
  onCamera: (camera: Camera) => void,
): void {
  const latest = useRef({ camera, onCamera })
  latest.current = { camera, onCamera }
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const fingers = new Map<number, Point>()
    const set = (next: Camera) => {
      latest.current.camera = next
      latest.current.onCamera(next)
    }
    const within = (event: { clientX: number; clientY: number }): Point => {
      const { left, top } = element.getBoundingClientRect()
      return { x: event.clientX - left, y: event.clientY - top }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1
      if (event.shiftKey) set(moveCamera(latest.current.camera, -(event.deltaX || event.deltaY) * unit, 0))
      else {
        // A pinch on a touch pad comes as a wheel with Ctrl, in small steps.
        const speed = event.ctrlKey ? 0.01 : 0.0015
        set(zoomCamera(latest.current.camera, Math.exp(-event.deltaY * unit * speed), within(event)))
      }
    }
    const onDown = (event: PointerEvent) => {
      if (event.button === 0) fingers.set(event.pointerId, within(event))
    }
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (before === undefined) return
      const now = within(event)
      const other = [...fingers].find(([pointer]) => pointer !== event.pointerId)?.[1]
      if (other === undefined) {
        const far = Math.hypot(now.x - before.x, now.y - before.y)
        if (far < 3 && !element.hasPointerCapture(event.pointerId)) return
        // Only a drag is caught, so that a click still finds its node.
        element.setPointerCapture(event.pointerId)
        set(moveCamera(latest.current.camera, now.x - before.x, now.y - before.y))
      } else {
        const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
        set(zoomCamera(latest.current.camera, apart(now, other) / apart(before, other), middle))
      }
      fingers.set(event.pointerId, now)
    }
    const onUp = (event: PointerEvent) => void fingers.delete(event.pointerId)
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
    }
  }, [frame])
}
