/**
 * When the reader paints and measures. Which stretch of text is near the screen is
 * found anew at most once a frame, and only after scrolling by most of a screen or
 * when something changed the layout; everybody who draws beside the text is told
 * in the same frame.
 *
 * What a person does is on the screen in the next frame: it is painted at once in
 * the way that lays nothing out, and for good when that frame is out.
 *
 * Paper shows the whole article, so for paper all of it is painted.
 */
import type { EditorView } from 'prosemirror-view'
import type { Block, Range } from '../../app/model.ts'
import { type Settling, settleBlocks } from './blockViews.ts'
import { syncSelection } from './caretKeys.ts'
import { blockIndexAt } from './folds.ts'
import type { Emphasis, Painter } from './painter.ts'
import type { Passages } from './passages.ts'
import { createRest } from './rest.ts'
import type { Viewport } from './viewport.ts'

// A stretch of this many screens on each side is painted,
const screensAround = 1
// and another one after scrolling by this share of a screen: the browser paints all of it anew each time.
const screensLeft = 0.8
// Milliseconds after the last scrolling.
const restAfter = 120

// Where each frame shows other words than the last, nobody reads: one in so many is painted.
const paintedWhileFlying = 4

export type PaintLoop = {
  /** The stretch of text that is painted; null before the first frame. */
  stretch(): Range | null
  /** Passages or their emphasis changed. */
  changed(): void
  /** The layout changed: measures and paints in the next frame. */
  relayout(): void
  /** Asks for a frame, in which `onLayout` is called. */
  schedule(): void
  /** The document is a new one. */
  restart(): void
  destroy(): void
}

type Parts = {
  readonly view: EditorView
  readonly mount: HTMLElement
  readonly scroller: HTMLElement
  readonly viewport: Viewport
  readonly passages: Passages
  readonly painter: Painter
  /** What is painted over the passages. */
  readonly overlays: readonly { paint(stretch: Range): void }[]
  blocks(): readonly Block[]
  emphasis(): Emphasis
  onLayout(): void
}

/** Letters in a line as last measured. */
let lineChars: number | null = null

export function createPaintLoop(parts: Parts): PaintLoop {
  const { view, mount, scroller, viewport, passages, painter, overlays } = parts
  let stretch: Range | null = null
  let paintedAt = 0
  let stale = true
  let seenAt = 0
  let leaps = 0
  let settling: Settling | null = null
  let pending = 0
  let repaint = 0
  let onPaper = false

  const near = ({ start, end }: Range) => passages.within(start, end)

  const paintOverlays = (at: Range) => {
    for (const overlay of overlays) overlay.paint(at)
  }
  const paint = () => {
    if (!stretch) return
    // Drawing puts the selection that ProseMirror knows back: it must know the latest.
    syncSelection(view)
    painter.paint(near(stretch), stretch, parts.emphasis())
    paintOverlays(stretch)
  }
  const rest = createRest(scroller, restAfter, paint)
  const paintAtOnce = (at: Range) => {
    syncSelection(view)
    if (!painter.paintAtOnce(near(at), at, parts.emphasis(), false)) return
    cancelAnimationFrame(repaint)
    repaint = requestAnimationFrame(() => {
      repaint = requestAnimationFrame(paint)
    })
  }
  // While the text runs past, no marks are made: they come once it rests.
  // Nor are they made before the first picture, which must not wait for them.
  const paintMoving = (at: Range) => {
    const more = painter.paintAtOnce(near(at), at, parts.emphasis(), true)
    if (more) rest.moved()
    else rest.stop()
    paintOverlays(at)
  }
  // A single jump is painted at once; true from the second frame on in which a screen or more went by.
  const flies = () => {
    const { scrollTop, clientHeight } = scroller
    leaps = Math.abs(scrollTop - seenAt) > clientHeight ? leaps + 1 : 0
    seenAt = scrollTop
    return leaps > 0 && leaps % paintedWhileFlying !== 1
  }
  const update = () => {
    if (onPaper) return
    if (flies() && !stale) return schedule()
    const moved = Math.abs(scroller.scrollTop - paintedAt)
    if (!stale && moved < scroller.clientHeight * screensLeft) return
    const first = stretch === null
    const moving = !stale
    stale = false
    paintedAt = scroller.scrollTop
    stretch = viewport.window(screensAround)
    if ((moving || first) && stretch) paintMoving(stretch)
    else paint()
  }
  const settle = () => {
    const blocks = parts.blocks()
    const first = stretch ? (blockIndexAt(blocks, stretch.start) ?? 0) : 0
    const lengthOf = (index: number) => (blocks[index]?.end ?? 0) - (blocks[index]?.start ?? 0)
    return settleBlocks(viewport.elements(), lengthOf, first)
  }
  const frame = () => {
    pending = 0
    update()
    settling ??= settle()
    parts.onLayout()
  }
  const schedule = () => {
    pending ||= requestAnimationFrame(frame)
  }
  const relayout = () => {
    stale = true
    schedule()
  }
  const beforePrint = () => {
    onPaper = true
    stretch = { start: 0, end: parts.blocks().at(-1)?.end ?? 0 }
    paint()
  }
  const afterPrint = () => {
    onPaper = false
    relayout()
  }
  const measure = () => {
    const size = Number.parseFloat(getComputedStyle(view.dom).fontSize)
    // The mean width of a letter in running text is near to 0.45 of its size in book faces.
    const perLine = Math.max(10, Math.round(view.dom.clientWidth / (size * 0.45)))
    setLineChars(perLine)
  }
  const setLineChars = (count: number) => {
    lineChars = count
    mount.style.setProperty('--line-chars', String(count))
  }

  const resized = new ResizeObserver(() => {
    measure()
    relayout()
  })
  resized.observe(scroller)
  resized.observe(view.dom)
  scroller.addEventListener('scroll', schedule, { passive: true })
  document.fonts.addEventListener('loadingdone', relayout)
  window.addEventListener('beforeprint', beforePrint)
  window.addEventListener('afterprint', afterPrint)
  // Measuring lays the page out. What the last reader found holds until the observer says otherwise.
  if (lineChars === null) measure()
  else setLineChars(lineChars)

  return {
    stretch: () => stretch,
    changed() {
      if (stretch && !stale) paintAtOnce(stretch)
      else schedule()
    },
    relayout,
    schedule,
    restart() {
      settling?.stop()
      settling = null
      stretch = null
    },
    destroy() {
      cancelAnimationFrame(pending)
      cancelAnimationFrame(repaint)
      rest.stop()
      settling?.stop()
      resized.disconnect()
      scroller.removeEventListener('scroll', schedule)
      document.fonts.removeEventListener('loadingdone', relayout)
      window.removeEventListener('beforeprint', beforePrint)
      window.removeEventListener('afterprint', afterPrint)
    },
  }
}
