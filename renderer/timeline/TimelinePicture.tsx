/**
 * The picture of the timeline: three lanes over one axis. It keeps the focus and names
 * what is chosen; arrows go from mark to mark and from lane to lane, plus and minus
 * zoom, Shift and arrows move. The wheel zooms at the pointer, a drag moves, two
 * fingers pinch. Dates that say themselves that they are uncertain have broken edges.
 */
import { scaleUtc } from 'd3-scale'
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { formatEdtf } from '../../app/dates.ts'
import { dealRows, type Gathering, type Mark, placeLane, rowsWanted } from '../../app/timeline/cluster.ts'
import { extentOf, type Lane, lanes, type TimelineEntry } from '../../app/timeline/lanes.ts'
import { IconButton } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { fitLines } from '../views/fitText.ts'
import { useSize } from '../views/useSize.ts'
import { panRange, type Range, revealIn, zoomRange } from './timelineRange.ts'
import { patchTimeline, timelineState } from './timelineState.ts'
import { useRangeGestures } from './useRangeGestures.ts'

const headHeight = 38
const axisHeight = 26
const laneHead = 24
const laneFoot = 4
const rowHeight = 23
const markHeight = 19
const font = '12px system-ui, sans-serif'

type Shown = { readonly lane: Lane; readonly x: number } & (
  | { readonly mark: Mark; readonly gathering: null }
  | { readonly mark: null; readonly gathering: Gathering }
)
const keyOf = (shown: Shown) => shown.mark?.entry.key ?? shown.gathering?.key ?? ''

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
  const placed = useMemo(() => {
    const window = { from, to, width }
    const byLane = lanes.map((lane) => entries.filter((entry) => entry.lane === lane))
    const rows = dealRows(
      byLane.map((some) => rowsWanted(some, window, allRows)),
      allRows,
    )
    // What is left over under the rows goes to all lanes alike.
    const spare = Math.max(0, Math.floor((room - allRows * rowHeight) / lanes.length))
    let top = headHeight
    return lanes.map((lane, index) => {
      const own = rows[index] ?? 1
      const at = top
      top += laneHead + own * rowHeight + laneFoot + spare
      return { lane, top: at, rows: own, ...placeLane(byLane[index] ?? [], window, own) }
    })
  }, [entries, from, to, width, allRows, room])
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
  useRangeGestures(frame, range, setRange)
  useFocusAtStart(frame)
  useRevealChosen(entries, chosenKey, range, wanted !== null)

  const openShown = (one: Shown) => {
    if (one.mark !== null) onOpen(one.mark.entry)
    else setRange(stretchOf(one.gathering))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== frame.current || event.ctrlKey || event.altKey || event.metaKey) return
    const middle = chosen === null ? (from + to) / 2 : from + (chosen.x / width) * (to - from)
    if (event.key === '+' || event.key === '=') setRange(zoomRange(range, 0.6, middle))
    else if (event.key === '-' || event.key === '_') setRange(zoomRange(range, 1 / 0.6, middle))
    else if (event.key === '0') patchTimeline({ range: null })
    else if (event.shiftKey && event.key === 'ArrowLeft') setRange(panRange(range, -0.2))
    else if (event.shiftKey && event.key === 'ArrowRight') setRange(panRange(range, 0.2))
    else if (event.key === 'Enter' && chosen !== null) openShown(chosen)
    else {
      const next = stepFrom(shown, chosen, event.key)
      if (next === null) return
      patchTimeline({ chosenKey: keyOf(next) })
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
              <text className="time-tick" x={4} y={height - 8}>
                {tickText(tick)}
              </text>
            </g>
          ))}
          <text className="time-range" x={8} y={24}>
            {rangeText(range)}
          </text>
          {placed.map(({ lane, top, rows, marks, gatherings }) => (
            <g key={lane} transform={`translate(0 ${top})`}>
              <line className="lane-line" x1={0} x2={width} y1={0} y2={0} />
              <rect className="lane-ground" x={4} y={4} width={76} height={17} rx={3} />
              <text className="lane-name" x={8} y={17}>
                {lane}
              </text>
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
                  y={laneHead + (rows - 1) * rowHeight}
                  height={markHeight}
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

function MarkShape({
  id,
  mark,
  y,
  chosen,
  onOpen,
}: {
  readonly id: string
  readonly mark: Mark
  readonly y: number
  readonly chosen: boolean
  readonly onOpen: (entry: TimelineEntry) => void
}) {
  const { entry, x, width, labelWidth } = mark
  const look = entry.kind ?? 'article'
  const fuzzy = entry.span.fuzzy ? ' fuzzy' : ''
  const inside = width > 60
  const room = labelWidth - (inside ? 10 : width + 8)
  const [label] = room > 30 ? fitLines(entry.label, room, 1, font) : []
  return (
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={`time-mark ${look}${fuzzy}${chosen ? ' chosen' : ''}`}
      transform={`translate(${x} ${y})`}
      onClick={() => patchTimeline({ chosenKey: entry.key })}
      onDoubleClick={() => onOpen(entry)}
    >
      <title>{`${entry.label}, ${entry.lane} ${formatEdtf(entry.date)}${entry.who === '' ? '' : `, ${entry.who}`}`}</title>
      <rect className="time-hit" width={Math.max(width, labelWidth, 12)} height={markHeight} />
      <rect className="time-span" width={width} height={markHeight} rx={Math.min(4, width / 2)} />
      {label === undefined ? null : (
        <text className="time-label" x={inside ? 6 : width + 5} y={14}>
          {label}
        </text>
      )}
    </g>
  )
}

function GatheringShape({
  id,
  gathering,
  y,
  height,
  chosen,
  onOpen,
}: {
  readonly id: string
  readonly gathering: Gathering
  readonly y: number
  readonly height: number
  readonly chosen: boolean
  readonly onOpen: () => void
}) {
  const { entries } = gathering
  const [first, last] = [entries[0], entries.at(-1)]
  const dates =
    first === undefined || last === undefined ? '' : `${formatEdtf(first.date)} to ${formatEdtf(last.date)}`
  return (
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={chosen ? 'time-gathering chosen' : 'time-gathering'}
      transform={`translate(${gathering.x} ${y})`}
      onClick={() => patchTimeline({ chosenKey: gathering.key })}
      onDoubleClick={onOpen}
    >
      <title>{`${entries.length} dates, ${dates}; Enter shows them`}</title>
      <rect className="time-span" width={gathering.width} height={height} rx={5} />
      <text className="time-count" x={gathering.width / 2} y={height / 2 + 4}>
        {entries.length > 9999 ? `${Math.round(entries.length / 1000)}k` : entries.length}
      </text>
    </g>
  )
}

const holds = (one: Shown, key: string | null): boolean =>
  key !== null &&
  (one.mark === null
    ? one.gathering.key === key || one.gathering.entries.some((entry) => entry.key === key)
    : one.mark.entry.key === key)

/** The stretch of a gathering, so near that it comes apart. */
function stretchOf({ entries }: Gathering): Range {
  const starts = entries.map((entry) => entry.span.earliest)
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  const room = Math.max((last - first) * 0.1, 43_200_000)
  return { from: first - room, to: last + room }
}

function stepFrom(shown: readonly (readonly Shown[])[], chosen: Shown | null, key: string): Shown | null {
  const all = shown.flat()
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null
  if (chosen === null) return all[0] ?? null
  const lane = lanes.indexOf(chosen.lane)
  const list = shown[lane] ?? []
  const at = list.indexOf(chosen)
  if (key === 'ArrowLeft') return list[at - 1] ?? chosen
  if (key === 'ArrowRight') return list[at + 1] ?? chosen
  if (key === 'Home') return list[0] ?? chosen
  if (key === 'End') return list.at(-1) ?? chosen
  const step = key === 'ArrowUp' ? -1 : 1
  for (let next = lane + step; next >= 0 && next < shown.length; next += step) {
    const near = [...(shown[next] ?? [])].sort(
      (a, b) => Math.abs(a.x - chosen.x) - Math.abs(b.x - chosen.x),
    )[0]
    if (near !== undefined) return near
  }
  return chosen
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The largest unit that begins at the tick: a year, a month, a day, or the hour. */
function tickText(tick: Date): string {
  if (tick.getUTCHours() !== 0 || tick.getUTCMinutes() !== 0) return tick.toISOString().slice(11, 16)
  if (tick.getUTCDate() !== 1) return shortFormat.format(tick)
  return tick.getUTCMonth() === 0 ? String(tick.getUTCFullYear()) : monthFormat.format(tick)
}

const rangeText = ({ from, to }: Range) => `${dayFormat.format(from)} – ${dayFormat.format(to)}`

function useFocusAtStart(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const free = document.activeElement === null || document.activeElement === document.body
    if (free) frame.current?.focus()
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
