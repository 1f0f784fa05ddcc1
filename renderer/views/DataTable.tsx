// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot be drawn in part and placed by transforms
/**
 * The one table of the views: columns that sort, a chosen line that the arrow keys
 * move, Enter that leads on. Only the lines that are seen are drawn, but when it is
 * printed. A grid in the sense of ARIA: it keeps the focus and names the chosen line.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { isDescending, type Orders, type Sorting } from '../../app/ledger/order.ts'
import { isFocusFree } from '../ui/focusFree.ts'
import { Icon } from '../ui/icons.tsx'
import { useWorkspace } from '../workspace/context.ts'
import { isHeading, nextRow, type TableLine } from './tableLines.ts'
import { useChosenLine } from './useChosenLine.ts'

export type Column<T> = {
  readonly key: string
  readonly title: string
  /** What stands for the title over a narrow column. */
  readonly short?: string
  /** Its track of the CSS grid, such as `minmax(200px, 2fr)`. */
  readonly track: string
  readonly render: (row: T) => ReactNode
  /** What a table file has in this column. */
  readonly text: (row: T) => string | number
  readonly numeric?: boolean
}

/** How a table is sorted; the columns that have an order can be asked for. */
export type TableSorting<T> = {
  readonly orders: Orders<T>
  readonly now: Sorting<string>
  readonly onSort: (key: string) => void
}

export type DataTableProps<T> = {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly lines: readonly TableLine<T>[]
  readonly chosenKey: string | null
  /** It says what is chosen in the picture beside it, and marks nothing else. */
  readonly besidePicture?: boolean
  readonly onChoose: (key: string, row: T) => void
  /** Enter, or a double click. */
  readonly onOpen: (row: T) => void
  /** Other keys while the table has the focus, without Shift or another key beside them; true when taken. */
  readonly onKey?: (key: string, row: T) => boolean
  readonly sorting?: TableSorting<T>
  readonly rowHeight?: number
  /** Whether the table takes the focus when it appears and nothing but what it lies in has it. */
  readonly takesFocus?: boolean
}

/** The height of the head with its line, pixels. */
const headHeight = 31

export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, lines, chosenKey, onChoose, onOpen, onKey, sorting, rowHeight = 44 } = props
  const { besidePicture = false, takesFocus = false } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const printing = useWorkspace((state) => state.printing)
  const template = { gridTemplateColumns: columns.map((column) => column.track).join(' ') }
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isHeading(lines[index]) ? 30 : rowHeight),
    overscan: 8,
    // The head stands above the lines, and stays in sight.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: { width: 900, height: 600 },
  })
  const { at, key: markedKey, row: markedRow } = useChosenLine(lines, chosenKey, !besidePicture)
  const heights = lines.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: headings come and go with the lines, and change their heights
  useEffect(() => virtualizer.measure(), [virtualizer, heights, rowHeight])
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])
  useEffect(() => {
    if (takesFocus && isFocusFree(scroller.current)) scroller.current?.focus()
  }, [takesFocus])

  const choose = (index: number) => {
    const line = lines[index]
    if (line !== undefined && 'key' in line) onChoose(line.key, line.row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) {
      // From the heads, down leads into the lines.
      if (event.key === 'ArrowDown') scroller.current?.focus()
      return
    }
    const to = movedTo(
      event,
      lines,
      at,
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1),
    )
    if (to !== null) choose(to)
    else if (markedRow === null || isHeldWith(event)) return
    else if (event.key === 'Enter') onOpen(markedRow)
    else if (!onKey?.(event.key, markedRow)) return
    event.preventDefault()
  }

  const drawLine = (index: number) => {
    const line = lines[index]
    if (line === undefined) return null
    if (isHeading(line)) {
      return (
        <div role="row" tabIndex={-1} className="table-heading" aria-rowindex={index + 2}>
          <span role="gridcell" tabIndex={-1} aria-colspan={columns.length}>
            <span dir="auto">{line.heading}</span> <small>{line.count.toLocaleString('en')}</small>
            {line.note === undefined ? null : <small>{line.note}</small>}
          </span>
        </div>
      )
    }
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the table takes the keys for all of its lines
      <div
        id={`${id}-${line.key}`}
        role="row"
        tabIndex={-1}
        className="table-row"
        aria-rowindex={index + 2}
        aria-selected={index === at}
        style={{ ...template, height: rowHeight }}
        onMouseDown={(event) => {
          event.preventDefault()
          scroller.current?.focus({ preventScroll: true })
        }}
        onClick={() => choose(index)}
        onDoubleClick={() => onOpen(line.row)}
      >
        {columns.map((column) => (
          <div
            key={column.key}
            role="gridcell"
            tabIndex={-1}
            className={column.numeric ? 'numeric' : undefined}
          >
            {column.render(line.row)}
          </div>
        ))}
      </div>
    )
  }

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={printing ? 'table printing' : 'table'}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={markedKey === null ? undefined : `${id}-${markedKey}`}
      onKeyDown={onKeyDown}
    >
      <div role="row" tabIndex={-1} className="table-head" aria-rowindex={1} style={template}>
        {columns.map((column) => (
          <ColumnHead key={column.key} column={column} sorting={sorting} />
        ))}
      </div>
      {printing ? (
        lines.map((line, index) => (
          <div key={isHeading(line) ? `heading ${line.heading}` : line.key} role="presentation">
            {drawLine(index)}
          </div>
        ))
      ) : (
        <div role="presentation" className="table-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.index}
              role="presentation"
              className="table-place"
              style={{ transform: `translateY(${item.start - headHeight}px)` }}
            >
              {drawLine(item.index)}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function ColumnHead<T>({
  column: { key, title, short, numeric },
  sorting,
}: {
  readonly column: Column<T>
  readonly sorting: TableSorting<T> | undefined
}) {
  const order = sorting?.orders[key]
  const down = order !== undefined && sorting?.now.by === key ? isDescending(order, sorting.now.turned) : null
  const words =
    short === undefined ? (
      title
    ) : (
      <>
        <span aria-hidden="true">{short}</span>
        <span className="visually-hidden">{title}</span>
      </>
    )
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      className={numeric ? 'numeric' : undefined}
      title={short === undefined ? undefined : title}
      aria-sort={down === null ? undefined : down ? 'descending' : 'ascending'}
    >
      {order === undefined ? (
        words
      ) : (
        <button
          type="button"
          // With the mouse the lines keep the keys.
          onMouseDown={(event) => {
            event.preventDefault()
            event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
          }}
          onClick={() => sorting?.onSort(key)}
        >
          {words}
          {down === null ? null : <Icon name={down ? 'down' : 'up'} size={11} />}
        </button>
      )}
    </div>
  )
}

/** Keys with one of these beside them are those of commands. */
const isHeldWith = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent) =>
  ctrlKey || altKey || metaKey || shiftKey

function movedTo<T>(
  event: KeyboardEvent,
  lines: readonly TableLine<T>[],
  at: number,
  page: number,
): number | null {
  if (isHeldWith(event) || lines.length === 0) return null
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return nextRow(lines, at, 1)
    case 'ArrowUp':
    case 'k':
      return nextRow(lines, at, -1)
    case 'Home':
      return nextRow(lines, -1, 1)
    case 'End':
      return nextRow(lines, lines.length, -1)
    case 'PageDown':
      return nextRow(lines, Math.min(lines.length - 1, at + page) + 1, -1)
    case 'PageUp':
      return nextRow(lines, Math.max(0, at - page) - 1, 1)
    default:
      return null
  }
}

/** The lines of a table as a file has them, the heads first. */
export function tableRows<T>(columns: readonly Column<T>[], rows: readonly T[]): (string | number)[][] {
  return [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ]
}
