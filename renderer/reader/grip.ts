/**
 * The grip at the end of the passage under the pointer, from which a link is
 * drawn. It lies over the text, not in it: passages painted as highlights have
 * one too. For the keyboard there is the link command, so it is hidden from
 * screen readers.
 */
import type { AnnotationId } from '../../app/ids.ts'

export type DragMark = {
  from: AnnotationId
  clientX: number
  clientY: number
  phase: 'start' | 'move' | 'end'
}

export type Grip = { hide(): void; destroy(): void }

/** `passageAt` names the passage under a point; `boxes` gives its client rects. */
export function createGrip(
  host: HTMLElement,
  passageAt: (x: number, y: number) => AnnotationId | null,
  boxes: (id: AnnotationId) => DOMRect[] | null,
  onDrag: (event: DragMark) => void,
): Grip {
  const knob = document.createElement('div')
  knob.className = 'grip'
  knob.setAttribute('aria-hidden', 'true')
  knob.hidden = true
  host.append(knob)
  let shownFor: AnnotationId | null = null
  let dragging = false
  let frame = 0

  const hide = () => {
    if (dragging) return
    knob.hidden = true
    shownFor = null
  }
  const showFor = (id: AnnotationId) => {
    const rect = boxes(id)?.at(-1)
    if (!rect) return hide()
    const origin = host.getBoundingClientRect()
    shownFor = id
    knob.hidden = false
    knob.style.left = `${rect.right - origin.left - 3}px`
    knob.style.top = `${rect.bottom - origin.top - 7}px`
  }
  const onMove = (event: PointerEvent) => {
    if (dragging || event.buttons !== 0 || event.target === knob) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const id = passageAt(event.clientX, event.clientY)
      // On the way from a line of the passage to its grip, at the end of its last, nothing may take the grip away.
      if (id === null && shownFor !== null && onTheWay(boxes(shownFor) ?? [], event)) return
      if (id === null) hide()
      else if (id !== shownFor) showFor(id)
    })
  }
  const tell = (phase: DragMark['phase'], { clientX, clientY }: PointerEvent) => {
    if (shownFor !== null) onDrag({ from: shownFor, clientX, clientY, phase })
  }
  const stop = (event: PointerEvent) => {
    if (!dragging) return
    tell('end', event)
    dragging = false
    hide()
  }
  knob.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    knob.setPointerCapture(event.pointerId)
    dragging = true
    tell('start', event)
  })
  knob.addEventListener('pointermove', (event) => {
    if (dragging) tell('move', event)
  })
  knob.addEventListener('pointerup', stop)
  knob.addEventListener('pointercancel', stop)
  host.addEventListener('pointermove', onMove)
  host.addEventListener('pointerleave', hide)
  return {
    hide,
    destroy() {
      cancelAnimationFrame(frame)
      host.removeEventListener('pointermove', onMove)
      host.removeEventListener('pointerleave', hide)
      knob.remove()
    },
  }
}

/** How far from a passage and its grip the pointer may stray, pixels. */
const reach = 32

/** Whether the pointer is in the rectangle that holds all lines of a passage, or near it. */
function onTheWay(lines: readonly DOMRect[], { clientX, clientY }: PointerEvent): boolean {
  const within = (at: number, low: number[], high: number[]) =>
    at > Math.min(...low) - reach && at < Math.max(...high) + reach
  return (
    within(
      clientX,
      lines.map(({ left }) => left),
      lines.map(({ right }) => right),
    ) &&
    within(
      clientY,
      lines.map(({ top }) => top),
      lines.map(({ bottom }) => bottom),
    )
  )
}
