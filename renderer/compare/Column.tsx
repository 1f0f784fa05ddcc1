/** One column of the compare view: its reader, its tools, and the handle that makes it wider. */
import { memo, type PointerEvent, useRef } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import { mostColumns } from '../../app/layout.ts'
import { useCommand } from '../frame/useCommand.ts'
import { ReaderPane } from '../read/ReaderPane.tsx'
import type { ReaderOptions } from '../reader/reader.ts'
import { ExportMenu } from '../views/ViewHead.tsx'
import { useArticle, useParts, useWorkspace } from '../workspace/context.ts'
import { closeColumn } from './columnSet.ts'
import { moveColumn } from './moveColumn.ts'

type Props = {
  readonly articleId: ArticleId
  readonly index: number
  readonly count: number
  readonly onLayout: () => void
  readonly onDragMark: NonNullable<ReaderOptions['onDragMark']>
  /** New widths, in pixels, of all columns. */
  readonly onResize: (widths: ReadonlyMap<ArticleId, number>) => void
  /** How much of this column and the next is this one's, in percent. */
  readonly portion: number
}

export const Column = memo(function Column({
  articleId,
  index,
  count,
  onLayout,
  onDragMark,
  onResize,
  portion,
}: Props) {
  const parts = useParts()
  const { workspace } = parts
  const active = useWorkspace((state) => state.activeColumn === index)
  const headline = useArticle(articleId)?.headline ?? 'article'
  const place = useRef<HTMLElement>(null)
  const activate = () => {
    if (workspace.get().activeColumn !== index) workspace.patch({ activeColumn: index })
  }
  const [moveLeft, moveRight] = [useCommand('compare.moveLeft'), useCommand('compare.moveRight')]
  const move = (to: number) => moveColumn(parts, index, to)
  const close = () => closeColumn(parts, index)
  return (
    <section
      ref={place}
      className={active ? 'column active' : 'column'}
      aria-label={`Column ${index + 1}: ${headline}`}
      data-column={index}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
    >
      <div className="column-tools">
        {index === 0 && <ViewTools count={count} />}
        {index > 0 && (
          <button
            type="button"
            className="quiet"
            aria-label="Move column left"
            title={`Move column left (${moveLeft.keys})`}
            onClick={() => move(index - 1)}
          >
            ←
          </button>
        )}
        {index < count - 1 && (
          <button
            type="button"
            className="quiet"
            aria-label="Move column right"
            title={`Move column right (${moveRight.keys})`}
            onClick={() => move(index + 1)}
          >
            →
          </button>
        )}
        <button type="button" className="quiet" aria-label={`Close column: ${headline}`} onClick={close}>
          Close
        </button>
      </div>
      <ReaderPane articleId={articleId} compact active={active} onLayout={onLayout} onDragMark={onDragMark} />
      {index < count - 1 && <Handle column={place} onResize={onResize} portion={portion} />}
    </section>
  )
})

/** What is done with the whole view, at the start of the first column. */
function ViewTools({ count }: { readonly count: number }) {
  const add = useCommand('compare.add')
  return (
    <div className="view-tools">
      <ExportMenu hasPicture />
      {/* One column alone has a hint that says it. */}
      {count > 1 && count < mostColumns && (
        <button type="button" className="quiet" title={`${add.title} (${add.keys})`} onClick={add.run}>
          Add an article …
        </button>
      )}
    </div>
  )
}

const keyStep = 24

/** The line between two columns; dragged, or moved with the arrow keys. */
function Handle({
  column,
  onResize,
  portion,
}: {
  readonly column: React.RefObject<HTMLElement | null>
  readonly onResize: Props['onResize']
  readonly portion: number
}) {
  const { workspace } = useParts()
  const drag = useRef<{ x: number; widths: number[] } | null>(null)
  const widths = () =>
    [...(column.current?.parentElement?.querySelectorAll(':scope > .column') ?? [])].map(
      (element) => element.getBoundingClientRect().width,
    )
  const resize = (from: readonly number[], by: number) => {
    const { columns } = workspace.get()
    const index = Number(column.current?.dataset.column ?? 0)
    const left = from[index]
    const right = from[index + 1]
    if (left === undefined || right === undefined) return
    const least = 240
    const shift = Math.max(least - left, Math.min(right - least, by))
    const next = from.with(index, left + shift).with(index + 1, right - shift)
    onResize(new Map(columns.map((id, at) => [id, next[at] ?? 1])))
  }
  const stop = () => {
    drag.current = null
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter that is moved is a separator with a focus, which hr is not
    <div
      className="column-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the columns"
      aria-valuenow={portion}
      aria-valuetext={`${portion} percent to the left column`}
      tabIndex={0}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, widths: widths() }
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) resize(drag.current.widths, event.clientX - drag.current.x)
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey) return
        const by = event.key === 'ArrowLeft' ? -keyStep : event.key === 'ArrowRight' ? keyStep : 0
        if (by === 0) return
        event.preventDefault()
        resize(widths(), by)
      }}
    />
  )
}
