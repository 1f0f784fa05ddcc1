/**
 * The picture of the timeline: three lanes over one axis. It keeps the focus and names
 * what is chosen; arrows go from mark to mark and from lane to lane, plus and minus
 * zoom, Shift and arrows move. The wheel zooms at the pointer, a drag moves, two
 * fingers pinch. Dates that say themselves that they are uncertain have broken edges.
 */
import { scaleUtc } from 'd3-scale'
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { isSeen, type Mark, pixelOf, rowsFilled, seenMark, type Window } from '../../app/timeline/cluster.ts'
import { placeLanes, reachOf } from '../../app/timeline/laneRows.ts'
import { extentOf, lanes, type TimelineEntry } from '../../app/timeline/lanes.ts'
import { IconButton } from '../ui/Button.tsx'
import { isFocusFree } from '../ui/focusFree.ts'
import { useStore } from '../ui/store.ts'
import { usePictureGestures } from '../views/usePictureGestures.ts'
import { useSize } from '../views/useSize.ts'
import {
  besideOf,
  entryOf,
  holds,
  keyOf,
  revealShown,
  type Shown,
  stepFrom,
  stretchOf,
} from './shownMarks.ts'
import { GatheringShape, labelWidth, MarkShape } from './TimeMarks.tsx'
import { panRange, type Range, rangeLens, revealIn, zoomRange } from './timelineRange.ts'
import { patchTimeline, timelineState } from './timelineState.ts'
import { rangeText, tickText } from './timeText.ts'

const headHeight = 44
const axisHeight = 26
const laneHead = 24
const laneFoot = 4
const rowHeight = 23

export function TimelinePicture({
  entries,
  picture,
  onOpen,
}: {
  readonly entries: readonly TimelineEntry[]
  readonly picture: RefObject<SVGSVGElement | null>
  readonly onOpen: (entry: TimelineEntry) => void
}) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const { range: wanted, chosenKey } = useStore(timelineState, (state) => state)
  const extent = useMemo(() => extentOf(entries), [entries])
  const range = wanted ?? extent ?? { from: 0, to: 1 }
  const width = Math.max(200, size?.width ?? 800)
  const height = Math.max(240, size?.height ?? 400)
  const room = height - headHeight - axisHeight - lanes.length * (laneHead + laneFoot)
  const allRows = Math.floor(room / rowHeight)
  const { from, to } = range
  const measured = size !== null
  const anchor = useAnchor(range, entries, width, allRows)
  const laidOut = useMemo(() => {
    // Nothing is painted before the size is known; laying out for another would be for nothing.
    if (!measured) return []
    const byLane = lanes.map((lane) => entries.filter((entry) => entry.lane === lane))
    const placed = placeLanes(byLane, anchor, allRows, labelWidth)
    const filled = placed.map(rowsFilled)
    // What is left over under the rows goes to all lanes alike.
    const taken = filled.reduce((sum, rows) => sum + Math.max(2, rows) * rowHeight, 0)
    const spare = Math.max(0, Math.floor((room - taken) / lanes.length))
    let top = headHeight
    return placed.map((own, index) => {
      const at = top
      const rows = filled[index] ?? 0
      top += laneHead + Math.max(2, rows) * rowHeight + laneFoot + spare
      return { lane: lanes[index] ?? 'said', ...own, filled: rows, top: at }
    })
  }, [entries, anchor, allRows, room, measured])
  const placed = useMemo(() => {
    const moved = pixelOf(anchor, from)
    return laidOut.map((own) => ({
      ...own,
      beside: besideOf(entries, own.lane, { from, to }),
      marks: own.marks.flatMap((mark): Mark | readonly [] => seenMark(mark, moved, width, labelWidth) ?? []),
      gatherings: own.gatherings
        .map((one) => ({ ...one, x: one.x - moved }))
        .filter((one) => isSeen(one, width)),
    }))
  }, [laidOut, anchor, entries, from, to, width])
  const shown = useMemo(
    () =>
      placed.map(({ lane, marks, gatherings }) =>
        [
          ...marks.map((mark): Shown => ({ lane, x: mark.x, mark, gathering: null })),
          ...gatherings.map((gathering): Shown => ({ lane, x: gathering.x, mark: null, gathering })),
        ].sort((a, b) => a.x - b.x),
      ),
    [placed],
  )
  const chosen = shown.flat().find((one) => holds(one, chosenKey)) ?? null
  const setRange = (next: Range) => patchTimeline({ range: next })
  usePictureGestures(frame, rangeLens, range, setRange)
  useFocusAtStart(frame)
  useRevealChosen(entries, chosenKey, range, wanted !== null)

  const openShown = (one: Shown) => {
    if (one.mark !== null) onOpen(one.mark.entry)
    else setRange(stretchOf(one.gathering))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== frame.current || event.ctrlKey || event.altKey || event.metaKey) return
    const middle = chosen === null ? (from + to) / 2 : from + (chosen.x / width) * (to - from)
    if (event.key === '+' || event.key === '=') setRange(revealShown(zoomRange(range, 0.6, middle), chosen))
    else if (event.key === '-' || event.key === '_') setRange(zoomRange(range, 1 / 0.6, middle))
    else if (event.key === '0') patchTimeline({ range: null })
    else if (event.shiftKey && event.key === 'ArrowLeft') setRange(panRange(range, -0.2))
    else if (event.shiftKey && event.key === 'ArrowRight') setRange(panRange(range, 0.2))
    else if (event.key === 'Enter' && chosen !== null) openShown(chosen)
    else {
      const next = stepFrom(shown, chosen, event.key)
      if (next === null) return
      patchTimeline({ chosenKey: entryOf(next)?.key ?? null })
    }
    event.preventDefault()
  }
  const scale = scaleUtc([new Date(from), new Date(to)], [0, width])
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 110)))

  return (
    <div className="picture-frame">
      <div
        ref={frame}
        role="listbox"
        tabIndex={0}
        className="picture"
        aria-label="Timeline: arrows choose, plus and minus zoom, Shift with arrows moves, Enter opens"
        aria-activedescendant={chosen === null ? undefined : `${id}-${keyOf(chosen)}`}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A mark must not take the focus: the picture has the keys.
          event.preventDefault()
          frame.current?.focus({ preventScroll: true })
        }}
      >
        <svg
          ref={picture}
          role="presentation"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          {ticks.map((tick) => (
            <g key={tick.getTime()} transform={`translate(${scale(tick)} 0)`}>
              <line className="time-line" y1={headHeight} y2={height - axisHeight + 4} />
              {scale(tick) + labelWidth(tickText(tick)) + 4 > width ? null : (
                <text className="time-tick" x={4} y={height - 8}>
                  {tickText(tick)}
                </text>
              )}
            </g>
          ))}
          <text className="time-range" x={8} y={27}>
            {rangeText(range)}
          </text>
          {placed.map(({ lane, top, filled, beside, marks, gatherings }) => (
            <g key={lane} transform={`translate(0 ${top})`}>
              <line className="lane-line" x1={0} x2={width} y1={0} y2={0} />
              <rect className="lane-ground" x={4} y={4} width={76} height={17} rx={3} />
              <text className="lane-name" x={8} y={17}>
                {lane}
              </text>
              {beside.earlier === 0 ? null : (
                <text className="lane-beside" x={88} y={17}>
                  ← {beside.earlier.toLocaleString('en')} earlier
                </text>
              )}
              {beside.later === 0 ? null : (
                <text className="lane-beside" x={width - 8} y={17} textAnchor="end">
                  {beside.later.toLocaleString('en')} later →
                </text>
              )}
              {marks.map((mark) => (
                <MarkShape
                  key={mark.entry.key}
                  id={`${id}-${mark.entry.key}`}
                  mark={mark}
                  y={laneHead + mark.row * rowHeight}
                  chosen={mark.entry.key === chosenKey}
                  onOpen={onOpen}
                />
              ))}
              {gatherings.map((gathering) => (
                <GatheringShape
                  key={gathering.key}
                  id={`${id}-${gathering.key}`}
                  gathering={gathering}
                  y={laneHead + (filled - 1) * rowHeight}
                  chosen={chosen !== null && keyOf(chosen) === gathering.key}
                  onOpen={() => setRange(stretchOf(gathering))}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <div className="picture-tools">
        <IconButton
          icon="plus"
          label="Zoom in"
          keys="+"
          onClick={() => setRange(zoomRange(range, 0.6, (from + to) / 2))}
        />
        <IconButton
          icon="minus"
          label="Zoom out"
          keys="-"
          onClick={() => setRange(zoomRange(range, 1 / 0.6, (from + to) / 2))}
        />
        <button type="button" className="button" onClick={() => patchTimeline({ range: null })}>
          All <kbd>0</kbd>
        </button>
      </div>
    </div>
  )
}

/**
 * The window that is laid out for: the one on the screen when it was last zoomed, its size
 * or the entries changed, it jumped further than half its length, or came to the end of what
 * is laid out. While it is only moved, rows and sides of labels stay.
 */
function useAnchor(range: Range, entries: readonly TimelineEntry[], width: number, rows: number): Window {
  const kept = useRef<{ anchor: Window; entries: readonly TimelineEntry[]; rows: number; last: number }>(null)
  const length = range.to - range.from
  const now = kept.current
  const stays =
    now !== null &&
    now.entries === entries &&
    now.rows === rows &&
    now.anchor.width === width &&
    Math.abs(now.anchor.to - now.anchor.from - length) < length * 1e-6 &&
    Math.abs(range.from - now.last) <= length / 2 &&
    Math.abs(range.from - now.anchor.from) <= length * reachOf(entries.length)
  const anchor = stays ? now.anchor : { ...range, width }
  kept.current = { anchor, entries, rows, last: range.from }
  return anchor
}

function useFocusAtStart(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (isFocusFree(frame.current)) frame.current?.focus()
  }, [frame])
}

/** What is chosen elsewhere, such as in the table, is brought into the picture. */
function useRevealChosen(
  entries: readonly TimelineEntry[],
  chosenKey: string | null,
  range: Range,
  narrowed: boolean,
): void {
  const latest = useRef({ entries, range, narrowed })
  latest.current = { entries, range, narrowed }
  useEffect(() => {
    const now = latest.current
    const entry = now.entries.find((one) => one.key === chosenKey)
    if (entry === undefined || !now.narrowed) return
    const next = revealIn(now.range, { from: entry.span.earliest, to: entry.span.latest })
    if (next !== now.range) patchTimeline({ range: next })
  }, [chosenKey])
}
