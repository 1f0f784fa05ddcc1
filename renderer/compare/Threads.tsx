/**
 * The overlay of threads. Links are few on the screen; their shapes are worked out
 * anew in the frame in which a column scrolls, and only then.
 */
import { type CSSProperties, memo, type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleId, LinkId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import type { Relation } from '../../app/vocabulary.ts'
import { nameIn } from '../margin/passageActions.ts'
import type { Signal } from '../read/signal.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import type { DragLine } from './markDrag.ts'
import { threadEdges } from './threadEdges.ts'
import { type ThreadShape, threadShapes } from './threadGeometry.ts'
import { threadLooks } from './threadLook.ts'
import { columnsOnScreen, frameOf, type LinkedPassages, threadsOnScreen } from './threadsOnScreen.ts'

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
  const focusId = useWorkspace((state) => state.focusId)
  const shapes = useDrawn(parts, columns, frame, moved)
  const drawn = shapes.flatMap((shape) => {
    const link = parts.records.link(shape.id as LinkId) // shapes are named by the links they were made of
    return link === null ? [] : [{ shape, link, focused: isFocused(link, focusId, chosen) }]
  })
  const any = drawn.some(({ focused }) => focused)
  return (
    // biome-ignore lint/a11y/useSemanticElements: threads are a group, and a fieldset cannot be a drawing
    <svg className={any ? 'threads some-focused' : 'threads'} role="group" aria-label="Threads">
      {drawn
        .toSorted((a, b) => Number(a.focused) - Number(b.focused))
        .map(({ shape, link, focused }) => (
          <Thread
            key={shape.id}
            parts={parts}
            shape={shape}
            link={link}
            focused={focused}
            onChoose={onChoose}
          />
        ))}
      {drag !== null && <line className="thread-drag" {...drag} />}
    </svg>
  )
})

function isFocused(link: Link, focusId: string | null, chosen: LinkId | null): boolean {
  return link.id === chosen || link.fromId === focusId || link.toId === focusId
}

function Thread({
  parts,
  shape,
  link,
  focused,
  onChoose,
}: {
  readonly parts: Parts
  readonly shape: ThreadShape
  readonly link: Link
  readonly focused: boolean
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
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand in a drawing
    <g
      className={focused ? 'thread focused' : 'thread'}
      style={styleOf(link.relation)}
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
      {[shape.from, shape.to].map((end) =>
        end.away === null ? <circle key={`${end.column} ${end.y}`} cx={end.x} cy={end.y} r="2.5" /> : null,
      )}
      {focused && (
        <text
          className="thread-label"
          textAnchor="middle"
          // Beside a bracket there is room for a line of text on its side only.
          transform={`translate(${shape.middle.x} ${shape.middle.y})${shape.bracket ? ' rotate(90)' : ''}`}
          dy={shape.bracket ? 4 : -6}
        >
          {link.relation}
        </text>
      )}
    </g>
  )
}

function useDrawn(
  parts: Parts,
  columns: readonly ArticleId[],
  frame: RefObject<HTMLElement | null>,
  moved: Signal,
): readonly ThreadShape[] {
  const [drawn, setDrawn] = useState<readonly ThreadShape[]>([])
  useEffect(() => {
    const { records, workspace } = parts
    const linked = linkedPassages(records)
    let pending = 0
    const work = () => {
      pending = 0
      const root = frame.current
      if (root === null) return
      const origin = root.querySelector('.threads')?.getBoundingClientRect() ?? root.getBoundingClientRect()
      const onScreen = columnsOnScreen(columns, workspace.readers, root)
      const threads = threadsOnScreen(onScreen, records, linked.of, origin.top)
      const frames = onScreen.map((column) => frameOf(column, origin))
      // At once: this runs in the frame in which the text moved, and the threads must move with it.
      const { shapes, counts } = threadShapes(frames, threads)
      flushSync(() => {
        setDrawn((before) => (shapes.length === 0 && before.length === 0 ? before : shapes))
        if (counts.length > 0 || threadEdges.get().length > 0) threadEdges.set(() => counts)
      })
    }
    const schedule = () => {
      pending ||= requestAnimationFrame(work)
    }
    // The readers tell of a scroll inside their own frame: the threads are drawn in the same one.
    const stops = [
      moved.listen(work),
      records.subscribe(() => {
        linked.forget()
        schedule()
      }),
      workspace.subscribe(schedule),
    ]
    const resized = new ResizeObserver(schedule)
    if (frame.current !== null) resized.observe(frame.current)
    schedule()
    return () => {
      threadEdges.set(() => [])
      for (const stop of stops) stop()
      resized.disconnect()
      cancelAnimationFrame(pending)
    }
  }, [parts, columns, frame, moved])
  return drawn
}

/** The passages with links of each article, found once until records change. */
function linkedPassages(records: RecordStore) {
  const known = new Map<ArticleId, { all: readonly Annotation[]; linked: LinkedPassages }>()
  let links = records.links().size
  return {
    of(articleId: ArticleId): LinkedPassages {
      const all = records.annotationsOf(articleId)
      const there = known.get(articleId)
      if (there?.all === all) return there.linked
      const list = all.filter((annotation) => records.linksOf(annotation.id).length > 0)
      const linked = { list, indexes: new Map(list.map((annotation, index) => [annotation.id, index])) }
      known.set(articleId, { all, linked })
      return linked
    },
    /** Forgets what a new or removed link makes wrong. */
    forget() {
      const now = records.links().size
      if (now !== links) known.clear()
      links = now
    },
  }
}
