/**
 * The margin: a card for each passage near the screen, in the scroller of the
 * text, so that both move as one. In narrow places only the chosen passage has a
 * card, and it lies over the text.
 *
 * What was tagged is painted first and gets its card in the frame after: the
 * highlight must not wait for a form.
 */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AnnotationId, ArticleId, RevisionId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { Signal } from '../read/signal.ts'
import { blockIndexAt } from '../reader/folds.ts'
import type { Reader } from '../reader/reader.ts'
import { createRest } from '../reader/rest.ts'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import { Card } from './Card.tsx'
import { layoutCards } from './cardLayout.ts'
import { type CardPassage, passagesBetween } from './visibleCards.ts'
import './margin.css'

type Props = {
  readonly articleId: ArticleId
  /** The revision on the screen: passages on others have no place here. */
  readonly revisionId: RevisionId
  readonly reader: Reader
  readonly scroller: HTMLElement
  readonly mount: HTMLElement
  /** The text moved, or was laid out anew. */
  readonly moved: Signal
  readonly beside: boolean
  readonly label: string
}

type Shown = {
  readonly passages: readonly CardPassage[]
  /** From the top of the margin down to the text. */
  readonly offset: number
  /** The stretch of the text's height that is on the screen. */
  readonly screen: { readonly top: number; readonly bottom: number }
}

const estimatedHeight = 72
/** Scrolling by more screens a second than this, nobody reads: the cards come when it rests. */
const fastScreens = 2
/** Milliseconds after the last scrolling. */
const restAfter = 100
const layout = { gap: 8, reach: 420, moreHeight: 24 } as const

export const Margin = memo(function Margin(props: Props) {
  const { workspace } = useParts()
  const focusId = useWorkspace((state) => state.focusId)
  const editingId = useWorkspace((state) => state.editingId)
  const list = useRef<HTMLUListElement>(null)
  const shown = useShownPassages(props, list)
  const { heights, watch } = useHeights()

  const places = useMemo(
    () =>
      layoutCards(
        shown.passages.map(({ annotation, top }) => {
          const height = heights.get(annotation.id) ?? estimatedHeight
          const open = annotation.id === editingId
          return { id: annotation.id, top: open ? intoScreen(top, height, shown.screen) : top, height }
        }),
        { ...layout, focusId, start: -shown.offset },
      ),
    [shown, focusId, editingId, heights],
  )
  const byId = useMemo(
    () => new Map(shown.passages.map(({ annotation }) => [annotation.id as string, annotation])),
    [shown],
  )

  return (
    <aside className={props.beside ? 'margin beside' : 'margin over'} aria-label={props.label} data-margin="">
      <ul className="cards" ref={list}>
        {places.map((place) => {
          const style = { transform: `translateY(${Math.round(place.y + shown.offset)}px)` }
          if (place.type === 'more') {
            const [first] = place.ids
            return (
              <li key={`more ${first}`} className="card-slot" style={style}>
                <button
                  type="button"
                  className="cards-more"
                  onClick={() => {
                    const next = byId.get(first ?? '')
                    if (next !== undefined) workspace.patch({ focusId: next.id, editingId: null })
                  }}
                >
                  {place.ids.length} more here
                </button>
              </li>
            )
          }
          const annotation = byId.get(place.id)
          if (annotation === undefined) return null
          const focused = annotation.id === focusId
          return (
            <li
              key={annotation.id}
              className={focused ? 'card-slot focused' : 'card-slot'}
              style={style}
              ref={watch}
              data-slot={annotation.id}
            >
              <Card
                annotation={annotation}
                page={pageOf(props.reader, annotation)}
                focused={focused}
                editing={annotation.id === editingId}
                over={!props.beside}
              />
            </li>
          )
        })}
      </ul>
    </aside>
  )
})

/** The page of the source on which the passage begins. */
function pageOf(reader: Reader, { segments }: Annotation): number | null {
  const blocks = findReaderContent(reader)?.revision.blocks ?? []
  const index = blockIndexAt(blocks, segments[0]?.start ?? 0)
  return index === null ? null : (blocks[index]?.page ?? null)
}

/** A card that is open for editing moves up as far as it must to be seen whole: the text stays where it is. */
function intoScreen(top: number, height: number, screen: Shown['screen']): number {
  const room = 12
  return Math.min(top, Math.max(screen.top + room, screen.bottom - height - room))
}

/** Heights of the cards as they are on the screen; a new map whenever one changed. */
function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        const found = entries.flatMap((entry) => {
          const { target } = entry
          const id = target instanceof HTMLElement ? target.dataset.slot : undefined
          return id === undefined ? [] : [[id, entry.borderBoxSize[0]?.blockSize ?? 0] as const]
        })
        // Before this frame is painted, so that no card is seen lying over another.
        flushSync(() =>
          setHeights((known) =>
            found.every(([id, height]) => known.get(id) === height) ? known : new Map([...known, ...found]),
          ),
        )
      }),
    [],
  )
  useEffect(() => () => observer.disconnect(), [observer])
  const watch = useCallback(
    (element: HTMLLIElement) => {
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer],
  )
  return { heights, watch }
}

/** The passages that have a card, worked out anew when records, focus or the place on the page change. */
function useShownPassages(
  { articleId, revisionId, reader, scroller, mount, moved, beside }: Props,
  list: React.RefObject<HTMLElement | null>,
): Shown {
  const parts = useParts()
  const [shown, setShown] = useState<Shown>({
    passages: [],
    offset: 0,
    screen: { top: 0, bottom: 0 },
  })
  useEffect(() => {
    let frame = 0
    let timer = 0
    let doneAt = Number.NaN
    let seenAt = 0
    let seenTime = performance.now()
    let runs = false
    let { focusId, editingId } = parts.workspace.get()
    let screenOf: AnnotationId | null = null
    const work = () => {
      frame = 0
      timer = 0
      doneAt = scroller.scrollTop
      const textTop = mount.getBoundingClientRect().top
      const screenTop = scroller.getBoundingClientRect().top - textTop
      const offset = textTop - (list.current?.getBoundingClientRect().top ?? textTop)
      const passages = beside
        ? besidePassages(
            parts,
            parts.records.annotationsOn(articleId, revisionId),
            reader,
            screenTop,
            scroller.clientHeight,
          )
        : overPassages(parts, revisionId, reader, textTop)
      // Taken when a card opens: scrolling on, it stays where it was put.
      const fresh = editingId === null || editingId !== screenOf
      screenOf = editingId
      setShown((before) => {
        const screen = fresh ? { top: screenTop, bottom: screenTop + scroller.clientHeight } : before.screen
        const same = sameShown(before, passages, offset) && (!fresh || editingId === null)
        return same ? before : { passages, offset, screen }
      })
    }
    const schedule = () => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        timer = window.setTimeout(work, 0)
      })
    }
    const resized = new ResizeObserver(() => {
      // Blocks that come near get their true height; while the text runs past, cards wait for its rest.
      if (!runs) schedule()
    })
    resized.observe(mount)
    const onMoved = () => {
      const { scrollTop, clientHeight } = scroller
      const now = performance.now()
      runs = Math.abs(scrollTop - seenAt) / (now - seenTime) > (clientHeight * fastScreens) / 1000
      seenAt = scrollTop
      seenTime = now
      // Cards stand ready for a screen on each side.
      if (!runs && Math.abs(scrollTop - doneAt) > clientHeight / 2) schedule()
      rest.moved()
    }
    const rest = createRest(scroller, restAfter, () => {
      runs = false
      schedule()
    })
    let annotations = parts.records.annotationsOn(articleId, revisionId)
    const stops = [
      moved.listen(onMoved),
      parts.records.subscribe(() => {
        const next = parts.records.annotationsOn(articleId, revisionId)
        if (next !== annotations) schedule()
        annotations = next
      }),
      parts.workspace.subscribe(() => {
        const next = parts.workspace.get()
        if (next.focusId !== focusId || next.editingId !== editingId) schedule()
        focusId = next.focusId
        editingId = next.editingId
      }),
    ]
    // The text is seen first.
    schedule()
    return () => {
      for (const stop of stops) stop()
      resized.disconnect()
      cancelAnimationFrame(frame)
      window.clearTimeout(timer)
      rest.stop()
    }
  }, [parts, articleId, revisionId, reader, scroller, mount, moved, beside, list])
  return shown
}

function besidePassages(
  { workspace }: Parts,
  annotations: readonly Annotation[],
  reader: Reader,
  screenTop: number,
  screen: number,
): CardPassage[] {
  const { focusId, editingId } = workspace.get()
  return passagesBetween(
    annotations,
    reader,
    screenTop - screen,
    screenTop + 2 * screen,
    editingId ?? focusId,
  )
}

/** Only the chosen passage; its card begins below its last line on the screen. */
function overPassages(
  { records, workspace }: Parts,
  revisionId: RevisionId,
  reader: Reader,
  textTop: number,
): CardPassage[] {
  const { focusId } = workspace.get()
  const annotation = focusId === null ? null : records.annotation(focusId)
  if (annotation === null || annotation.revisionId !== revisionId) return []
  const bottom = reader.boxes(annotation.id)?.at(-1)?.bottom
  const top = bottom === undefined ? reader.top(annotation.id) : bottom - textTop + 6
  return top === null ? [] : [{ annotation, top }]
}

function sameShown(before: Shown, passages: readonly CardPassage[], offset: number): boolean {
  return (
    Math.abs(before.offset - offset) < 0.5 &&
    before.passages.length === passages.length &&
    passages.every(({ annotation, top }, index) => {
      const there = before.passages[index]
      return there?.annotation === annotation && Math.abs(there.top - top) < 0.5
    })
  )
}
