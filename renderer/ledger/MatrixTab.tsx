// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot be drawn in part and placed by transforms
/** Who said what: actors down, threads across, a mark for what each said. Only the cells that are seen are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { filterRows, isFiltering, sortRows } from '../../app/ledger/filter.ts'
import { type MatrixCell, makeMatrix } from '../../app/ledger/matrix.ts'
import { counted } from '../frame/counted.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isFocusFree } from '../ui/focusFree.ts'
import { useStore } from '../ui/store.ts'
import { textWidth } from '../views/fitText.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useSize } from '../views/useSize.ts'
import { useExports, ViewHead } from '../views/ViewHead.tsx'
import { useParts, useWorkspace } from '../workspace/context.ts'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerTabs } from './LedgerTabs.tsx'
import { clearFilters, ledgerState, patchLedger } from './ledgerState.ts'
import { MatrixPaper } from './MatrixPaper.tsx'
import { matrixSigns } from './matrixSigns.ts'
import { usePointAt } from './threadAtHand.ts'

/** The heads of the columns are as high as the matrix allows, within these bounds; pixels. */
const leastHead = 170
const mostHead = 240
const cellWidth = 46
const cellHeight = 32

/** The column of names is as wide as they are, within these bounds; with room beside the threads up to the last. Pixels. */
const leastName = 130
const mostName = 250
const mostNameWithRoom = 440
const nameFont = '600 13.5px system-ui, sans-serif'

export function MatrixTab() {
  const parts = useParts()
  const book = useCaseBook()
  const id = useId()
  const { filter, sorting, cell } = useStore(ledgerState, (state) => state)
  const printing = useWorkspace((state) => state.printing)
  const all = useMemo(() => sortRows(filterRows(book.rows(), filter), sorting), [book, filter, sorting])
  const actors = useMemo(() => makeMatrix(book.view, all), [book, all])
  const threads = useMemo(() => {
    const named = new Set(actors.flatMap((actor) => [...actor.cells.keys()]))
    return all.filter((row) => named.has(row.key))
  }, [all, actors])
  const scroller = useRef<HTMLDivElement>(null)
  const view = useRef<HTMLElement>(null)
  const size = useSize(view)
  const nameWidth = useMemo(() => {
    const widest = actors.reduce((most, { name }) => Math.max(most, textWidth(name, nameFont)), 0)
    const room = Math.min(mostNameWithRoom, (size?.width ?? 0) - threads.length * cellWidth - 1)
    return Math.min(Math.max(mostName, room), Math.max(leastName, Math.ceil(widest) + 24))
  }, [actors, threads, size])
  const headHeight = Math.round(Math.min(mostHead, Math.max(leastHead, (size?.height ?? 0) * 0.22)))
  useExports(
    useMemo(
      () => ({
        name: 'Matrix',
        table: () => [
          ['Actor', ...threads.map((thread) => thread.title)],
          ...actors.map((actor) => [
            actor.name,
            ...threads.map((thread) => actor.cells.get(thread.key)?.marks.join(', ') ?? ''),
          ]),
        ],
        picture: null,
      }),
      [actors, threads],
    ),
  )
  const rows = useVirtualizer({
    count: actors.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellHeight,
    overscan: 6,
    scrollPaddingStart: headHeight,
    initialRect: { width: 900, height: 600 },
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: threads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth,
    overscan: 6,
    scrollPaddingStart: nameWidth,
    initialRect: { width: 900, height: 600 },
  })
  const at = {
    row: Math.min(cell.row, Math.max(0, actors.length - 1)),
    column: Math.min(cell.column, Math.max(0, threads.length - 1)),
  }
  usePointAt(threads[at.column]?.leadId ?? null)
  useEffect(() => {
    if (isFocusFree(scroller.current)) scroller.current?.focus()
  }, [])
  const go = (row: number, column: number) => {
    patchLedger({ cell: { row, column } })
    rows.scrollToIndex(row, { align: 'auto' })
    columns.scrollToIndex(column, { align: 'auto' })
  }
  const cellAt = (row: number, column: number): MatrixCell | null =>
    actors[row]?.cells.get(threads[column]?.key ?? '') ?? null
  const open = (row: number, column: number) => {
    const first = cellAt(row, column)?.annotationIds[0]
    if (first !== undefined) goToPassage(parts, first)
    else parts.workspace.notify('refused', 'This actor says nothing in this thread.')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const [lastRow, lastColumn] = [actors.length - 1, threads.length - 1]
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [Math.min(lastRow, at.row + 1), at.column],
      ArrowUp: [Math.max(0, at.row - 1), at.column],
      ArrowRight: [at.row, Math.min(lastColumn, at.column + 1)],
      ArrowLeft: [at.row, Math.max(0, at.column - 1)],
      Home: [at.row, 0],
      End: [at.row, lastColumn],
      PageDown: [Math.min(lastRow, at.row + 12), at.column],
      PageUp: [Math.max(0, at.row - 12), at.column],
    }
    const to = moves[event.key]
    if (to !== undefined) go(to[0], to[1])
    else if (event.key === 'Enter') open(at.row, at.column)
    else return
    event.preventDefault()
  }
  const seenRows = rows.getVirtualItems()
  const seenColumns = columns.getVirtualItems()
  return (
    <section ref={view} className="view ledger" aria-label="Matrix">
      <ViewHead
        title="Matrix"
        hasPicture={false}
        clear={isFiltering(filter) ? clearFilters : null}
        tabs={<LedgerTabs counts={{ threads: book.rows().length, open: book.openItems().length }} />}
        status={`${counted(actors.length, 'actor')} in ${counted(threads.length, 'thread')}`}
      >
        <LedgerFilters book={book} grouped={false} />
      </ViewHead>
      {actors.length === 0 ? (
        <EmptyState
          title="Nobody speaks here"
          actions={<Button onClick={clearFilters}>Clear filters</Button>}
        >
          Name the speakers of passages, or clear the filters: the matrix shows who said what in which thread.
        </EmptyState>
      ) : (
        <>
          <p className="matrix-key">
            {Object.entries(matrixSigns).map(([mark, sign]) => (
              <span key={mark}>
                <b aria-hidden="true" className={`mark ${mark.replace(' ', '-')}`}>
                  {sign}
                </b>{' '}
                {mark}
              </span>
            ))}
          </p>
          {printing ? <MatrixPaper actors={actors} threads={threads} /> : null}
          <div
            ref={scroller}
            role="grid"
            tabIndex={0}
            className="matrix"
            aria-label="Who said what"
            aria-rowcount={actors.length + 1}
            aria-colcount={threads.length + 1}
            aria-activedescendant={`${id}-${at.row}-${at.column}`}
            onKeyDown={onKeyDown}
          >
            <div
              role="presentation"
              className="matrix-space"
              style={{
                width: nameWidth + threads.length * cellWidth,
                height: headHeight + actors.length * cellHeight,
              }}
            >
              <div role="row" tabIndex={-1} className="matrix-head" style={{ height: headHeight }}>
                <div role="columnheader" tabIndex={-1} className="matrix-corner" style={{ width: nameWidth }}>
                  Actor
                </div>
                {seenColumns.map(({ index, start }) => (
                  <div
                    key={index}
                    role="columnheader"
                    tabIndex={-1}
                    aria-colindex={index + 2}
                    aria-label={threads[index]?.title}
                    title={threads[index]?.title}
                    className={index === at.column ? 'matrix-title chosen' : 'matrix-title'}
                    style={{ left: nameWidth + start, width: cellWidth, height: headHeight }}
                  >
                    <span dir="auto">{threads[index]?.title}</span>
                  </div>
                ))}
              </div>
              {seenRows.map(({ index: row, start: top }) => (
                <div
                  key={row}
                  role="row"
                  tabIndex={-1}
                  aria-rowindex={row + 2}
                  className="matrix-row"
                  style={{ top: headHeight + top, height: cellHeight }}
                >
                  <div
                    role="rowheader"
                    tabIndex={-1}
                    className={row === at.row ? 'matrix-name chosen' : 'matrix-name'}
                    style={{ width: nameWidth }}
                    title={actors[row]?.name}
                    dir="auto"
                  >
                    {actors[row]?.name}
                  </div>
                  {seenColumns.map(({ index: column, start: left }) => {
                    const shown = cellAt(row, column)
                    const here = row === at.row && column === at.column
                    return (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its cells
                      <div
                        key={column}
                        id={`${id}-${row}-${column}`}
                        role="gridcell"
                        tabIndex={-1}
                        aria-colindex={column + 2}
                        aria-selected={here}
                        aria-label={shown === null ? 'nothing' : shown.marks.join(', ')}
                        className="matrix-cell"
                        style={{ left: nameWidth + left, width: cellWidth }}
                        onClick={() => {
                          scroller.current?.focus({ preventScroll: true })
                          patchLedger({ cell: { row, column } })
                        }}
                        onDoubleClick={() => open(row, column)}
                      >
                        {shown?.marks.map((mark) => (
                          <span key={mark} aria-hidden="true" className={`mark ${mark.replace(' ', '-')}`}>
                            {matrixSigns[mark]}
                          </span>
                        ))}
                      </div>
                    )
                  })}
                </div>
              ))}
            </div>
          </div>
        </>
      )}
    </section>
  )
}
