/**
 * The shapes of the threads, worked out anew in the frame in which something moved.
 * While it moves they go to the canvas alone; at rest to whoever draws elements.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleId, LinkId } from '../../app/ids.ts'
import type { Signal } from '../read/signal.ts'
import { createRest } from '../reader/rest.ts'
import { useParts } from '../workspace/context.ts'
import { drawnThreads } from './drawnThreads.ts'
import { createLineCache } from './lineCache.ts'
import { createThreadCanvas } from './threadCanvas.ts'
import { noteEdges, showEdges } from './threadEdges.ts'
import { type ThreadShape, threadShapes } from './threadGeometry.ts'
import { columnsOnScreen, frameOf, linkedPassages, threadsOnScreen } from './threadsOnScreen.ts'

/**
 * Milliseconds after the last movement. The readers paint what is near 120 after it: both in one frame
 * would hold up whoever scrolls on, and the threads would measure what was just made dirty.
 */
const restAfter = 220

type Places = {
  readonly frame: RefObject<HTMLElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly svg: RefObject<SVGSVGElement | null>
}

/** The shapes as they stood when all rested last. */
export function useThreadShapes(
  columns: readonly ArticleId[],
  { frame, canvas, svg }: Places,
  moved: Signal,
  chosen: LinkId | null,
): readonly ThreadShape[] {
  const parts = useParts()
  const [resting, setResting] = useState<readonly ThreadShape[]>([])
  const chosenNow = useRef(chosen)
  chosenNow.current = chosen
  useEffect(() => {
    const { records, workspace } = parts
    const [root, drawing, overlay] = [frame.current, canvas.current, svg.current]
    if (root === null || drawing === null || overlay === null) return
    const linked = linkedPassages(records)
    const lines = createLineCache()
    const picture = createThreadCanvas(drawing)
    let pending = 0
    let settling = 0
    let moving = false

    const measure = () => {
      const origin = overlay.getBoundingClientRect()
      const onScreen = columnsOnScreen(columns, workspace.readers, root, lines)
      const threads = threadsOnScreen(onScreen, records, linked.of, origin.top)
      return threadShapes(
        onScreen.map((column) => frameOf(column, origin)),
        threads,
      )
    }
    const stand = () => {
      cancelAnimationFrame(pending)
      pending = 0
      const { shapes, counts } = measure()
      flushSync(() => {
        setResting((before) => (shapes.length === 0 && before.length === 0 ? before : shapes))
        showEdges(counts)
      })
      const settle = () => {
        moving = false
        picture.rest(shapes)
        overlay.classList.remove('moving')
      }
      // Making the elements takes a frame: the canvas shows the threads in it, and lets go of them in the next.
      if (moving) settling = requestAnimationFrame(settle)
      else settle()
    }
    const rest = createRest(placeOf(root), restAfter, stand)
    const move = () => {
      cancelAnimationFrame(settling)
      const { shapes, counts } = measure()
      noteEdges(counts)
      if (!moving) overlay.classList.add('moving')
      moving = true
      picture.draw(drawnThreads(shapes, records, workspace.get().focusId, chosenNow.current))
      rest.moved()
    }
    const schedule = () => {
      pending ||= requestAnimationFrame(() => {
        pending = 0
        if (moving) move()
        else stand()
      })
    }
    // The readers tell of a scroll inside their own frame: the threads are drawn in the same one.
    const stops = [
      moved.listen(move),
      records.subscribe(() => {
        linked.forget()
        lines.forget()
        schedule()
      }),
      workspace.subscribe(schedule),
    ]
    const resized = new ResizeObserver(schedule)
    resized.observe(root)
    schedule()
    return () => {
      showEdges([])
      for (const stop of stops) stop()
      rest.stop()
      resized.disconnect()
      cancelAnimationFrame(pending)
      cancelAnimationFrame(settling)
    }
  }, [parts, columns, frame, canvas, svg, moved])
  return resting
}

/** Where all that scrolls stands, as one. */
const placeOf = (root: HTMLElement) => ({
  get scrollTop() {
    let place = root.scrollLeft
    for (const scroller of root.querySelectorAll('.pane-scroller')) place += scroller.scrollTop
    return place
  },
})
