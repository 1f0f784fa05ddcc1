/** Wheel, drag and pinch on a picture that is looked at through a movable window: the graph, the timeline. */
import { type RefObject, useEffect, useRef } from 'react'

/** In pixels of the frame. */
type Point = { readonly x: number; readonly y: number }

/** How a window on a picture is moved and narrowed. Lengths are pixels of the frame. */
export type Lens<View> = {
  /** What is seen goes along by so much. */
  move(view: View, by: Point, frameWidth: number): View
  /** What is seen grows by the factor, and what lies under `at` stays there. */
  grow(view: View, factor: number, at: Point, frameWidth: number): View
}

/** Two fingers closer than this count as this far apart, so that a pinch never divides by nothing. */
const leastApart = 8
/** A finger that goes less than this far is a click. */
const leastDrag = 3

const apart = (a: Point, b: Point) => Math.max(leastApart, Math.hypot(a.x - b.x, a.y - b.y))

/** `lens` must stay the same from call to call. */
export function usePictureGestures<View>(
  frame: RefObject<HTMLElement | null>,
  lens: Lens<View>,
  view: View,
  onView: (view: View) => void,
): void {
  const latest = useRef({ view, onView })
  latest.current = { view, onView }
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    /** Where the fingers are that are down, by pointer. */
    const fingers = new Map<number, Point>()
    const set = (next: View) => {
      latest.current.view = next
      latest.current.onView(next)
    }
    const move = (by: Point) => set(lens.move(latest.current.view, by, element.clientWidth))
    const grow = (factor: number, at: Point) =>
      set(lens.grow(latest.current.view, factor, at, element.clientWidth))
    const within = (event: { clientX: number; clientY: number }): Point => {
      const { left, top } = element.getBoundingClientRect()
      return { x: event.clientX - left, y: event.clientY - top }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      if (sideways) move({ x: -(event.deltaX || event.deltaY) * unit, y: 0 })
      else {
        // A pinch on a touch pad comes as a wheel with Ctrl, in small steps.
        const speed = event.ctrlKey ? 0.01 : 0.0015
        grow(Math.exp(-event.deltaY * unit * speed), within(event))
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
        if (far < leastDrag && !element.hasPointerCapture(event.pointerId)) return
        // Only a drag is caught, so that a click still finds what it is on.
        element.setPointerCapture(event.pointerId)
        move({ x: now.x - before.x, y: now.y - before.y })
      } else {
        const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
        grow(apart(now, other) / apart(before, other), middle)
      }
      fingers.set(event.pointerId, now)
    }
    const onUp = (event: PointerEvent) => void fingers.delete(event.pointerId)
    const ended = new AbortController()
    const { signal } = ended
    element.addEventListener('wheel', onWheel, { passive: false, signal })
    element.addEventListener('pointerdown', onDown, { signal })
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('pointerup', onUp, { signal })
    element.addEventListener('pointercancel', onUp, { signal })
    return () => ended.abort()
  }, [frame, lens])
}
