/**
 * The threads while the texts move. Any change of the document makes the browser find
 * every highlight in the texts anew and paint them all, 4 ms a frame; what is drawn on
 * a canvas changes no document. So threads are drawn here as long as something moves,
 * and stand as elements, which can be chosen and told, once all rests.
 */
import { relations } from '../../app/vocabulary.ts'
import type { DrawnThread } from './drawnThreads.ts'
import type { ThreadShape } from './threadGeometry.ts'
import { behindStroke, endRadius, goesDown, labelShift, threadLooks, threadStrokes } from './threadLook.ts'
import { type Reach, reachOf } from './threadReach.ts'

export type ThreadCanvas = {
  /** Draws these threads in place of what was drawn. */
  draw(threads: readonly DrawnThread[]): void
  /** Takes all away and lies where these threads are, so that the first frame in which they move need not lay it there. */
  rest(shapes: readonly ThreadShape[]): void
}

/** What the style sheet says, read once at the start of a movement. */
type Paint = {
  readonly tone: (name: string) => string
  readonly ink: string
  readonly paper: string
  readonly font: string
}

export function createThreadCanvas(canvas: HTMLCanvasElement): ThreadCanvas {
  const context = canvas.getContext('2d')
  let paint: Paint | null = null
  let reach: Reach | null = null
  let shown = false

  /** Lays the canvas over the stretch the threads reach; without a graphics card each pixel of it costs in each frame. */
  const cover = (shapes: readonly ThreadShape[]) => {
    const next = reachOf(shapes, reach)
    if (next === null || next === reach) return
    reach = next
    canvas.style.left = `${next.left}px`
    // What lies beyond the columns would make them scroll.
    canvas.style.width = `min(${next.right - next.left}px, 100% - ${next.left}px)`
  }
  const wipe = (target: CanvasRenderingContext2D) => {
    const { clientWidth, clientHeight } = canvas
    const [width, height] = [clientWidth, clientHeight].map((side) => Math.round(side * devicePixelRatio))
    // Setting a size, even the same, is a change of the document.
    if (width !== undefined && canvas.width !== width) canvas.width = width
    if (height !== undefined && canvas.height !== height) canvas.height = height
    target.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    target.clearRect(0, 0, clientWidth, clientHeight)
    target.translate(-(reach?.left ?? 0), 0)
  }
  return {
    draw(threads) {
      if (context === null) return
      paint ??= paintOf(canvas)
      cover(threads.map(({ shape }) => shape))
      wipe(context)
      const any = threads.some(({ focused }) => focused)
      drawPlain(
        context,
        threads.filter(({ focused }) => !focused),
        any ? 'dimmed' : 'plain',
        paint,
      )
      for (const thread of threads) if (thread.focused) drawFocused(context, thread, paint)
      shown = true
    },
    rest(shapes) {
      if (context === null) return
      paint = null
      reach = null
      cover(shapes)
      if (shown) wipe(context)
      shown = false
    },
  }
}

function paintOf(canvas: HTMLCanvasElement): Paint {
  const style = getComputedStyle(canvas)
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const forced = matchMedia('(forced-colors: active)').matches
  return {
    tone: forced ? () => 'CanvasText' : value,
    ink: forced ? 'CanvasText' : value('ink'),
    paper: forced ? 'Canvas' : value('paper'),
    font: `600 12px ${value('sans')}`,
  }
}

/** All threads of a relation as one line: they are many, and alike. */
function drawPlain(
  context: CanvasRenderingContext2D,
  threads: readonly DrawnThread[],
  state: 'plain' | 'dimmed',
  { tone }: Paint,
): void {
  const { width, opacity } = threadStrokes[state]
  context.globalAlpha = opacity
  for (const relation of relations) {
    const own = threads.filter(({ link }) => link.relation === relation)
    if (own.length === 0) continue
    const [lines, gates] = [new Path2D(), new Path2D()]
    for (const { shape } of own) {
      lines.addPath(new Path2D(shape.stub ?? shape.path))
      if (shape.stub === null) gates.addPath(new Path2D(shape.gates))
    }
    strokeLines(context, lines, relation, width, tone)
    context.stroke(gates)
    drawEnds(context, own)
  }
}

function drawFocused(context: CanvasRenderingContext2D, thread: DrawnThread, paint: Paint): void {
  const { shape, link } = thread
  const { width, opacity } = threadStrokes.focused
  context.globalAlpha = opacity
  strokeLines(context, new Path2D(shape.path), link.relation, width, paint.tone)
  context.stroke(new Path2D(shape.gates))
  drawEnds(context, [thread])
  context.globalAlpha = behindStroke.opacity
  context.lineWidth = behindStroke.width
  context.setLineDash(lengths(behindStroke.dash))
  context.stroke(new Path2D(shape.behind))
  context.globalAlpha = 1
  drawLabel(context, thread, paint)
}

/** Leaves the line without dashes. */
function strokeLines(
  context: CanvasRenderingContext2D,
  path: Path2D,
  relation: DrawnThread['link']['relation'],
  width: number,
  tone: Paint['tone'],
): void {
  const look = threadLooks[relation]
  context.strokeStyle = tone(look.tone)
  context.lineWidth = width
  context.lineCap = look.round ? 'round' : 'butt'
  context.setLineDash(lengths(look.dash))
  context.stroke(path)
  context.setLineDash([])
}

const lengths = (dash: string | null) => (dash === null ? [] : dash.split(' ').map(Number))

function drawEnds(context: CanvasRenderingContext2D, threads: readonly DrawnThread[]): void {
  context.fillStyle = context.strokeStyle
  context.beginPath()
  for (const { shape } of threads)
    for (const { x, y, away } of [shape.from, shape.to]) {
      if (away !== null) continue
      context.moveTo(x + endRadius, y)
      context.arc(x, y, endRadius, 0, 2 * Math.PI)
    }
  context.fill()
}

function drawLabel(context: CanvasRenderingContext2D, { shape, link }: DrawnThread, paint: Paint): void {
  context.save()
  context.translate(shape.middle.x, shape.middle.y)
  const down = goesDown(link.relation, shape.room)
  if (down) context.rotate(Math.PI / 2)
  context.font = paint.font
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = paint.paper
  context.fillStyle = paint.ink
  const y = labelShift(down)
  context.strokeText(link.relation, 0, y)
  context.fillText(link.relation, 0, y)
  context.restore()
}
