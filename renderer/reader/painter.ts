/**
 * Paints the passages near the screen.
 *
 * Where few are (most articles) each is a real `<mark>`, which screen readers
 * tell; where they crowd, their ranges are united by kind and lane and painted
 * as CSS highlights, which cost no elements. Either way only what changed since
 * the last time is touched.
 */
import type { EditorState } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { AnnotationId } from '../../app/ids.ts'
import type { Range } from '../../app/model.ts'
import { kinds } from '../../app/vocabulary.ts'
import type { HighlightLayers } from './highlights.ts'
import { mergeRanges } from './intervals.ts'
import { laneCount, type Passage } from './passages.ts'
import { toPosition } from './schema.ts'
import { shadeLayer, shadeLooks } from './shades.ts'

/** More passages than this near the screen are painted without elements. */
export const mostMarks = 300
// Splitting the text of an enormous block into marks would lay the whole block out again.
const mostMarkedText = 60_000

const key = new PluginKey<DecorationSet>('marks')

/** Holds the decorations that the painter makes. */
export function marksPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, value): DecorationSet => transaction.getMeta(key) ?? value,
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  })
}

/** How the focus stands: the passage in focus, those linked to it. */
export type Emphasis = { focus: AnnotationId | null; partners: ReadonlySet<AnnotationId> }

export type Painter = {
  /** Paints these passages, of which only the parts inside the stretch are needed. */
  paint(passages: readonly Passage[], stretch: Range, emphasis: Emphasis): void
  /**
   * The same without drawing text anew, which would lay the article out again:
   * what is new is painted as highlights for the time being. True if `paint` must follow.
   * `moving`: only the stretch is another, so no mark has to go either.
   */
  paintAtOnce(passages: readonly Passage[], stretch: Range, emphasis: Emphasis, moving: boolean): boolean
  /** Forgets what was painted: the document is a new one. */
  reset(): void
}

type Mark = { readonly signature: string; readonly passage: Passage; readonly decoration: Decoration }

export function createPainter(view: EditorView, highlights: HighlightLayers): Painter {
  let marks = new Map<string, Mark>()

  const setMarks = (next: Map<string, Mark>) => {
    const gone: Decoration[] = []
    const come: Decoration[] = []
    for (const [name, mark] of marks) if (next.get(name) !== mark) gone.push(mark.decoration)
    for (const [name, mark] of next) if (marks.get(name) !== mark) come.push(mark.decoration)
    marks = next
    if (gone.length === 0 && come.length === 0) return
    const { state } = view
    const before = key.getState(state) ?? DecorationSet.empty
    const set = next.size === 0 ? DecorationSet.empty : before.remove(gone).add(state.doc, come)
    view.dispatch(state.tr.setMeta(key, set))
  }

  const wantedMarks = (passages: readonly Passage[], stretch: Range, emphasis: Emphasis) => {
    const wanted = new Map<string, Mark>()
    for (const passage of passages) {
      const state = emphasisOf(passage, emphasis)
      passage.intervals.forEach(({ start, end }, index) => {
        const from = Math.max(start, stretch.start)
        const to = Math.min(end, stretch.end)
        if (from >= to) return
        const name = markName(passage.annotation.id, index)
        const signature = `${from} ${to} ${state}`
        const kept = marks.get(name)
        const same = kept?.passage === passage && kept.signature === signature
        wanted.set(name, same ? kept : { signature, passage, decoration: markOf(passage, from, to, state) })
      })
    }
    return wanted
  }

  const isMarked = ({ annotation }: Passage) => marks.has(markName(annotation.id, 0))

  const paintHighlights = (passages: readonly Passage[], stretch: Range, emphasis: Emphasis) => {
    const layers = new Map<string, Range[]>(layerNames.map((name) => [name, []]))
    for (const passage of passages) {
      const names = isMarked(passage) ? [] : [layerName(passage.annotation.kind, passage.lane)]
      const state = emphasisOf(passage, emphasis)
      if (state !== '') names.push(`gainsay-${state}`)
      for (const interval of passage.intervals) {
        const start = Math.max(interval.start, stretch.start)
        const end = Math.min(interval.end, stretch.end)
        if (start < end) for (const name of names) layers.get(name)?.push({ start, end })
      }
    }
    for (const [name, ranges] of layers) highlights.paint(name, mergeRanges(ranges))
  }

  const paint = (passages: readonly Passage[], stretch: Range, emphasis: Emphasis) => {
    if (takesMarks(passages, stretch)) {
      paintHighlights([], stretch, emphasis)
      setMarks(wantedMarks(passages, stretch, emphasis))
    } else {
      // First the marks go, since that draws the text anew which the highlights point into.
      setMarks(new Map())
      paintHighlights(passages, stretch, emphasis)
    }
  }

  return {
    paint,
    paintAtOnce(passages, stretch, emphasis, moving) {
      if (!takesMarks(passages, stretch)) {
        paint(passages, stretch, emphasis)
        return false
      }
      const wanted = wantedMarks(passages, stretch, emphasis)
      if (!moving) setMarks(new Map([...marks].filter(([name]) => wanted.has(name))))
      const late = passages.filter(({ annotation, intervals }) =>
        intervals.some((_, index) => {
          const name = markName(annotation.id, index)
          return marks.get(name) !== wanted.get(name)
        }),
      )
      paintHighlights(late, stretch, emphasis)
      return moving || late.length > 0
    },
    reset() {
      marks = new Map()
      paintHighlights([], { start: 0, end: 0 }, { focus: null, partners: new Set() })
    },
  }
}

const emphasisOf = ({ annotation }: Passage, { focus, partners }: Emphasis) =>
  annotation.id === focus ? 'focus' : partners.has(annotation.id) ? 'partner' : ''

const takesMarks = (passages: readonly Passage[], { start, end }: Range) =>
  passages.length <= mostMarks && end - start <= mostMarkedText

const markName = (id: AnnotationId, segment: number) => `${id} ${segment}`

const layerName = (kind: string, lane: number) => `gainsay-${kind}-${lane}`

const layerNames = [
  ...kinds.flatMap((kind) => Array.from({ length: laneCount }, (_, lane) => layerName(kind, lane))),
  'gainsay-focus',
  'gainsay-partner',
]

/** Which highlight of the reader lies above which. */
export function highlightPriority(name: string): number {
  const above = [
    ...shadeLooks.map(shadeLayer),
    'gainsay-partner',
    'gainsay-focus',
    'gainsay-find',
    'gainsay-find-current',
  ]
  return above.indexOf(name) + 1
}

function markOf({ annotation, lane }: Passage, start: number, end: number, state: string): Decoration {
  const { id, kind } = annotation
  return Decoration.inline(toPosition(start), toPosition(end), {
    nodeName: 'mark',
    class: `passage ${kind} lane-${lane}${state === '' ? '' : ` ${state}`}`,
    'data-annotation': id,
    'data-kind': kind,
    'aria-description': kind,
  })
}
