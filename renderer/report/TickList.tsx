/**
 * One of the two choices of a report: all of them, or only those that are ticked in a list,
 * which is found through by words. The list keeps the focus and names the line that the
 * arrow keys stand on; Space ticks it. Only the lines that are seen are drawn.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { isFocusFree } from '../ui/focusFree.ts'

export type TickItem = {
  readonly key: string
  readonly ticked: boolean
  readonly title: string
  /** What stands before the title and under it. */
  readonly mark: ReactNode
  readonly under: ReactNode
}

export type TickListProps = {
  /** What is chosen: `Threads`. */
  readonly legend: string
  /** The way to all of them: `All threads`. */
  readonly all: string
  readonly only: boolean
  readonly onOnly: (only: boolean) => void
  /** The lines that the words let through. */
  readonly items: readonly TickItem[]
  readonly onTick: (keys: readonly string[], on: boolean) => void
  readonly words: string
  readonly onWords: (words: string) => void
  /** Said where no line is let through. */
  readonly none: string
  /** Said under the list; null for nothing. */
  readonly more: string | null
  /** Whether the list takes the focus when it appears and nothing has it. */
  readonly takesFocus?: boolean
}

export function TickList(props: TickListProps) {
  const { legend, all, only, onOnly, items, onTick, words, onWords, none, more, takesFocus = false } = props
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  return (
    <fieldset className={only ? 'report-part open' : 'report-part'}>
      <legend>{legend}</legend>
      <label className="report-choice">
        <input type="radio" name={name} checked={!only} onChange={() => onOnly(false)} />
        {all}
      </label>
      <label className="report-choice">
        <input type="radio" name={name} checked={only} onChange={() => onOnly(true)} />
        Only those ticked
      </label>
      {only ? (
        <>
          <input
            className="input"
            type="text"
            aria-label={`Find ${legend.toLowerCase()}`}
            placeholder={`Find ${legend.toLowerCase()}`}
            dir="auto"
            value={words}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && words !== '') onWords('')
              else if (event.key === 'ArrowDown' || event.key === 'Enter') list.current?.focus()
              else return
              event.preventDefault()
              event.stopPropagation()
            }}
          />
          {items.length === 0 ? (
            <p className="report-none">{none}</p>
          ) : (
            <Lines
              list={list}
              label={`${legend} to tick`}
              items={items}
              onTick={onTick}
              takesFocus={takesFocus}
            />
          )}
          {more === null ? null : <p className="report-none">{more}</p>}
          <div className="report-tick-all">
            <Button look="plain" onClick={() => onTick(keysOf(items), true)}>
              Tick all
            </Button>
            <Button look="plain" onClick={() => onTick(keysOf(items), false)}>
              Tick none
            </Button>
          </div>
        </>
      ) : null}
    </fieldset>
  )
}

const keysOf = (items: readonly TickItem[]) => items.map(({ key }) => key)

function Lines({
  list,
  label,
  items,
  onTick,
  takesFocus,
}: Pick<TickListProps, 'items' | 'onTick'> & {
  readonly list: React.RefObject<HTMLDivElement | null>
  readonly label: string
  readonly takesFocus: boolean
}) {
  const id = useId()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  // Until somebody goes to a line, the keys stand on the first that is ticked.
  const found = items.findIndex(({ key, ticked }) => (activeKey === null ? ticked : key === activeKey))
  const active = Math.max(0, found)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => 46,
    overscan: 6,
    initialRect: { width: 250, height: 300 },
    getItemKey: (index) => items[index]?.key ?? index,
  })
  useEffect(() => {
    if (takesFocus && isFocusFree(list.current)) list.current?.focus({ preventScroll: true })
  }, [takesFocus, list])
  useEffect(() => virtualizer.scrollToIndex(active, { align: 'auto' }), [active, virtualizer])

  const turn = (index: number) => {
    const item = items[index]
    if (item === undefined) return
    setActiveKey(item.key)
    onTick([item.key], !item.ticked)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (event.altKey) return
    const last = items.length - 1
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: last,
    }[event.key]
    if (mod && event.key.toLowerCase() === 'a') onTick(keysOf(items), !items.every(({ ticked }) => ticked))
    else if (mod || event.shiftKey) return
    else if (to !== undefined) setActiveKey(items[Math.max(0, Math.min(last, to))]?.key ?? null)
    else if (event.key === ' ' || event.key === 'Enter') turn(active)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      className="report-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-describedby={`${id}-keys`}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      <span id={`${id}-keys`} hidden>
        Space ticks, Control A ticks all.
      </span>
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          return item === undefined ? null : (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="presentation"
              className="report-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active line */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all lines */}
              <div
                id={`${id}-${index}`}
                role="option"
                className={index === active ? 'report-line active' : 'report-line'}
                aria-selected={item.ticked}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                onClick={() => turn(index)}
              >
                <span className="report-tick" aria-hidden="true" />
                {item.mark}
                <span className="report-line-words">
                  <span className="report-line-title" dir="auto" title={item.title}>
                    {item.title}
                  </span>
                  <small>{item.under}</small>
                </span>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
