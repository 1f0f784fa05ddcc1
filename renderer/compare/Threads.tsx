/** The overlay of threads: on a canvas while a text moves, as elements one can choose while all rests. */
import { type CSSProperties, memo, type RefObject, useRef } from 'react'
import type { ArticleId, LinkId } from '../../app/ids.ts'
import type { Relation } from '../../app/vocabulary.ts'
import { nameIn } from '../margin/passageActions.ts'
import type { Signal } from '../read/signal.ts'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import { type DrawnThread, drawnThreads } from './drawnThreads.ts'
import type { DragLine } from './markDrag.ts'
import {
  behindStroke,
  endRadius,
  goesDown,
  labelShift,
  type ThreadState,
  threadLooks,
  threadStrokes,
} from './threadLook.ts'
import { useThreadShapes } from './useThreadShapes.ts'

type Props = {
  readonly columns: readonly ArticleId[]
  readonly frame: RefObject<HTMLElement | null>
  readonly moved: Signal
  readonly chosen: LinkId | null
  readonly onChoose: (id: LinkId) => void
  readonly drag: DragLine | null
}

/** The colour and dashes of a relation, as properties that the style sheet takes. */
function styleOf(relation: Relation): CSSProperties {
  const { tone, dash, round } = threadLooks[relation]
  // Properties of our own; React's type knows none.
  return {
    ['--thread' as string]: `var(--${tone})`,
    ['--dash' as string]: dash ?? 'none',
    ['--cap' as string]: round ? 'round' : 'butt',
  }
}

export const Threads = memo(function Threads({ columns, frame, moved, chosen, onChoose, drag }: Props) {
  const parts = useParts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const focusId = useWorkspace((state) => state.focusId)
  const shapes = useThreadShapes(columns, { frame, canvas, svg }, moved, chosen)
  const drawn = drawnThreads(shapes, parts.records, focusId, chosen)
  const any = drawn.some(({ focused }) => focused)
  return (
    <>
      <canvas ref={canvas} className="threads" />
      {/* biome-ignore lint/a11y/useSemanticElements: threads are a group, and a fieldset cannot be a drawing */}
      <svg ref={svg} className="threads" role="group" aria-label="Threads">
        {drawn
          .toSorted((a, b) => Number(a.focused) - Number(b.focused))
          .map((thread) => (
            <Thread
              key={thread.shape.id}
              parts={parts}
              thread={thread}
              state={thread.focused ? 'focused' : any ? 'dimmed' : 'plain'}
              onChoose={onChoose}
            />
          ))}
        {drag !== null && <line className="thread-drag" {...drag} />}
      </svg>
    </>
  )
})

function Thread({
  parts,
  thread: { shape, link, focused },
  state,
  onChoose,
}: {
  readonly parts: Parts
  readonly thread: DrawnThread
  readonly state: ThreadState
  readonly onChoose: (id: LinkId) => void
}) {
  const from = parts.records.annotation(link.fromId)
  const to = parts.records.annotation(link.toId)
  const name =
    from === null || to === null
      ? link.relation
      : `${nameIn(parts, from)} – ${link.relation} – ${nameIn(parts, to)}`
  const choose = () => onChoose(link.id)
  const path = focused ? shape.path : (shape.stub ?? shape.path)
  const { width, opacity } = threadStrokes[state]
  const down = goesDown(link.relation, shape.room)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand in a drawing
    <g
      className={focused ? 'thread focused' : 'thread'}
      style={styleOf(link.relation)}
      strokeWidth={width}
      opacity={opacity}
      role="button"
      tabIndex={focused ? 0 : -1}
      aria-label={name}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
    >
      <path className="thread-reach" d={path} />
      <path className="thread-line" d={path} />
      {shape.gates !== '' && path === shape.path && <path className="thread-gate" d={shape.gates} />}
      {focused && shape.behind !== '' && (
        <path
          className="thread-gate"
          d={shape.behind}
          strokeWidth={behindStroke.width}
          strokeDasharray={behindStroke.dash}
          strokeOpacity={behindStroke.opacity}
        />
      )}
      {[shape.from, shape.to].map((end) =>
        end.away === null ? (
          <circle key={`${end.column} ${end.y}`} cx={end.x} cy={end.y} r={endRadius} />
        ) : null,
      )}
      {focused && (
        <text
          className="thread-label"
          textAnchor="middle"
          transform={`translate(${shape.middle.x} ${shape.middle.y})${down ? ' rotate(90)' : ''}`}
          dy={labelShift(down)}
        >
          {link.relation}
        </text>
      )}
    </g>
  )
}
