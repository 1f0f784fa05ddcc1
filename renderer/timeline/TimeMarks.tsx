/** What stands on the lanes of the timeline: a date as the span it is, and the count of a dense stretch. */
import { formatEdtf } from '../../app/dates.ts'
import type { Gathering, Mark } from '../../app/timeline/cluster.ts'
import type { TimelineEntry } from '../../app/timeline/lanes.ts'
import { fitLines, textWidth } from '../views/fitText.ts'
import { patchTimeline } from './timelineState.ts'

const markHeight = 19
const font = '12px system-ui, sans-serif'
const widthOfWords = (words: string) => textWidth(words, font)

/** The width of a label as it is drawn, in pixels. */
export const labelWidth = (label: string): number => Math.ceil(widthOfWords(label)) + 1

/** One date. */
export function MarkShape({
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
  const { entry, x, width, label } = mark
  const look = entry.kind ?? 'article'
  const fuzzy = entry.span.fuzzy ? ' fuzzy' : ''
  const words = label === null ? undefined : fitLines(entry.label, label.width, 1, widthOfWords)[0]
  const left = Math.min(0, label?.x ?? 0)
  const right = Math.max(width, label === null ? 0 : label.x + label.width, 12)
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
      <rect className="time-hit" x={left} width={right - left} height={markHeight} />
      <rect className="time-span" width={width} height={markHeight} rx={Math.min(4, width / 2)} />
      {label === null ? null : (
        // A cut one is shorter than its room; before the mark it still ends where others do.
        <text
          className="time-label"
          x={label.x < 0 ? label.x + label.width : label.x}
          y={14}
          textAnchor={label.x < 0 ? 'end' : undefined}
        >
          {words}
        </text>
      )}
    </g>
  )
}

/** A stretch with more dates than there is room for. */
export function GatheringShape({
  id,
  gathering,
  y,
  chosen,
  onOpen,
}: {
  readonly id: string
  readonly gathering: Gathering
  readonly y: number
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
      onClick={() => patchTimeline({ chosenKey: first?.key ?? null })}
      onDoubleClick={onOpen}
    >
      <title>{`${entries.length} dates, ${dates}; Enter shows them`}</title>
      <rect className="time-span" width={gathering.width} height={markHeight} rx={5} />
      <text className="time-count" x={gathering.width / 2} y={markHeight / 2 + 4}>
        {entries.length > 9999 ? `${Math.round(entries.length / 1000)}k` : entries.length}
      </text>
    </g>
  )
}
