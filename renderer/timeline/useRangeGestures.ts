/** Wheel, drag and pinch on the timeline. */
import { type RefObject, useEffect, useRef } from 'react'
import { panRange, type Range, zoomRange } from './timelineRange.ts'

export function useRangeGestures(
  frame: RefObject<HTMLElement | null>,
  range: Range,
  onRange: (range: Range) => void,
): void {
  const latest = useRef({ range, onRange })
  latest.current = { range, onRange }
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    /** The fingers that are down, by pointer, and where each is. */
    const fingers = new Map<number, number>()
    const set = (next: Range) => {
      latest.current.range = next
      latest.current.onRange(next)
    }
    const momentAt = (clientX: number) => {
      const { left, width } = element.getBoundingClientRect()
      const { from, to } = latest.current.range
      return from + ((clientX - left) / width) * (to - from)
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey
      const { width } = element.getBoundingClientRect()
      const delta = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1
      if (sideways) set(panRange(latest.current.range, ((event.deltaX || event.deltaY) * delta) / width))
      else {
        // A pinch on a touch pad comes as a wheel with Ctrl, in small steps.
        const speed = event.ctrlKey ? 0.01 : 0.0015
        set(zoomRange(latest.current.range, Math.exp(event.deltaY * delta * speed), momentAt(event.clientX)))
      }
    }
    const onDown = (event: PointerEvent) => {
      if (event.button === 0) fingers.set(event.pointerId, event.clientX)
    }
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (before === undefined || event.clientX === before) return
      const { width } = element.getBoundingClientRect()
      const other = [...fingers].find(([pointer]) => pointer !== event.pointerId)?.[1]
      if (other === undefined) {
        if (Math.abs(event.clientX - before) < 3 && !element.hasPointerCapture(event.pointerId)) return
        // Only a drag is caught, so that a click still finds its mark.
        element.setPointerCapture(event.pointerId)
        set(panRange(latest.current.range, (before - event.clientX) / width))
      } else {
        const spread = Math.max(8, Math.abs(before - other)) / Math.max(8, Math.abs(event.clientX - other))
        set(zoomRange(latest.current.range, spread, momentAt((event.clientX + other) / 2)))
      }
      fingers.set(event.pointerId, event.clientX)
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
