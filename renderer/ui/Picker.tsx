/**
 * The one searchable list of the app: palette, link dialog and article picker are
 * all this. The field keeps the focus, the list follows the arrow keys
 * (aria-activedescendant). Answers of a slow source that come too late are
 * dropped. Long lists are drawn only where they are seen.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'

export type PickerProps<T> = {
  /** What is chosen here, for screen readers and as the placeholder. */
  readonly label: string
  readonly initialQuery?: string
  /** What matches; called with the trimmed text. Keep its identity while it would answer the same. */
  readonly source: (query: string) => readonly T[] | Promise<readonly T[]>
  readonly keyOf: (item: T) => string
  /** The heading an item stands under; items of a group must follow each other. */
  readonly groupOf?: (item: T) => string
  /** Why the item cannot be picked; null when it can. */
  readonly refusalOf?: (item: T) => string | null
  readonly render: (item: T, query: string) => ReactNode
  readonly onPick: (item: T, event: { readonly shift: boolean }) => void
  /** Called as the arrow keys move; null when nothing is shown. */
  readonly onActive?: (item: T | null) => void
  /** What to say, and to do, when nothing matches. */
  readonly empty: (query: string) => ReactNode
  /** Called when the source fails. */
  readonly onError?: (error: unknown) => void
}

type Line<T> = { readonly heading: string } | { readonly item: T; readonly index: number }

const virtualFrom = 100

export function Picker<T>(props: PickerProps<T>) {
  const { label, source, keyOf, groupOf, refusalOf, render, onPick, onActive, empty, onError } = props
  const [query, setQuery] = useState(props.initialQuery ?? '')
  const [answer, setAnswer] = useState<{ readonly items: readonly T[]; readonly query: string } | null>(null)
  const [active, setActive] = useState(0)
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)

  /** What is shown, for whoever answers the same words again: the choice stays on the item that somebody went to, else on the first. */
  const shown = useRef<{ readonly query: string; readonly key: string | null } | null>(null)
  const moved = useRef(false)
  const goTo = (index: number) => {
    moved.current = true
    setActive(index)
  }
  const keyIn = useRef(keyOf)
  keyIn.current = keyOf

  useEffect(() => {
    let wanted = true
    const trimmed = query.trim()
    const found = source(trimmed)
    const take = (items: readonly T[]) => {
      if (!wanted) return
      const kept = moved.current && shown.current?.query === trimmed ? shown.current.key : null
      setAnswer({ items, query: trimmed })
      setActive(
        Math.max(
          0,
          items.findIndex((item) => keyIn.current(item) === kept),
        ),
      )
    }
    if (found instanceof Promise) found.then(take, (error: unknown) => wanted && onError?.(error))
    else take(found)
    return () => {
      wanted = false
    }
  }, [query, source, onError])

  const items = answer?.items ?? []
  const lines = useMemo(() => withHeadings(answer?.items ?? [], groupOf), [answer, groupOf])
  const virtual = lines.length > virtualFrom
  const virtualizer = useVirtualizer({
    count: virtual ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 8,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 20,
    initialRect: { width: 600, height: 440 },
  })
  const activeLine = lines.findIndex((line) => 'item' in line && line.index === active)
  const current = items[active] ?? null

  useEffect(() => {
    if (activeLine === -1) return
    if (virtual) virtualizer.scrollToIndex(activeLine, { align: 'auto' })
    else document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, activeLine, virtual, virtualizer, listId])
  useEffect(() => onActive?.(current), [current, onActive])
  useEffect(() => {
    shown.current =
      answer === null ? null : { query: answer.query, key: current === null ? null : keyOf(current) }
  })

  const pick = (item: T, shift: boolean) => {
    if (!refusalOf?.(item)) onPick(item, { shift })
  }
  // Enter that came before the answer to what was typed takes the first of that answer.
  const early = useRef<{ readonly shift: boolean } | null>(null)
  useEffect(() => {
    if (early.current === null || answer?.query !== query.trim()) return
    const { shift } = early.current
    early.current = null
    if (current !== null) pick(current, shift)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextIndex(event, active, items.length)
    early.current = null
    if (to !== null) {
      event.preventDefault()
      goTo(to)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (answer?.query !== query.trim()) early.current = { shift: event.shiftKey }
      else if (current !== null) pick(current, event.shiftKey)
    }
  }

  const drawLine = (line: Line<T>) =>
    'heading' in line ? (
      <div className="picker-group" role="presentation">
        {line.heading}
      </div>
    ) : (
      // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for the whole list
      <div
        id={`${listId}-${line.index}`}
        role="option"
        className="picker-option"
        aria-selected={line.index === active}
        aria-disabled={refusalOf?.(line.item) ? true : undefined}
        aria-setsize={items.length}
        aria-posinset={line.index + 1}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={() => goTo(line.index)}
        onClick={(event) => pick(line.item, event.shiftKey)}
      >
        {render(line.item, answer?.query ?? '')}
      </div>
    )

  return (
    <div className="picker">
      <input
        data-autofocus
        className="picker-input"
        role="combobox"
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current === null ? undefined : `${listId}-${active}`}
        placeholder={label}
        value={query}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          moved.current = false
          setQuery(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {answer !== null && items.length === 0 ? (
        <div className="picker-empty" role="status">
          {empty(answer.query)}
        </div>
      ) : null}
      <div
        ref={scroller}
        id={listId}
        role="listbox"
        aria-label={label}
        className="picker-list"
        hidden={items.length === 0}
      >
        {virtual ? (
          <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {virtualizer.getVirtualItems().map((row) => {
              const line = lines[row.index]
              return line === undefined ? null : (
                <div
                  key={lineKey(line, keyOf)}
                  ref={virtualizer.measureElement}
                  data-index={row.index}
                  role="presentation"
                  style={{
                    position: 'absolute',
                    insetInline: 0,
                    top: 0,
                    transform: `translateY(${row.start}px)`,
                  }}
                >
                  {drawLine(line)}
                </div>
              )
            })}
          </div>
        ) : (
          lines.map((line) => (
            <div key={lineKey(line, keyOf)} role="presentation">
              {drawLine(line)}
            </div>
          ))
        )}
      </div>
    </div>
  )
}

function lineKey<T>(line: Line<T>, keyOf: (item: T) => string): string {
  return 'heading' in line ? `heading ${line.heading}` : keyOf(line.item)
}

function withHeadings<T>(
  items: readonly T[],
  groupOf: ((item: T) => string) | undefined,
): readonly Line<T>[] {
  let heading: string | null = null
  return items.flatMap((item, index): Line<T>[] => {
    const group = groupOf?.(item) ?? null
    if (group === null || group === heading) return [{ item, index }]
    heading = group
    return [{ heading: group }, { item, index }]
  })
}

function nextIndex(event: KeyboardEvent, active: number, count: number): number | null {
  if (count === 0) return null
  switch (event.key) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active - 1 + count) % count
    case 'PageDown':
      return Math.min(count - 1, active + 10)
    case 'PageUp':
      return Math.max(0, active - 10)
    default:
      return null
  }
}
