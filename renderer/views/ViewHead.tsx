/** What stands over each of these views: its name or tabs, its filters, how much is shown, and what to do with it. */
import { type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { CommandItems } from '../frame/CommandItems.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useParts } from '../workspace/context.ts'
import type { Choice, ViewExports } from '../workspace/workspace.ts'
import { findViewPlace } from './viewPlace.ts'

export function ViewHead({
  title,
  tabs,
  status,
  hasPicture,
  clear = null,
  children,
}: {
  readonly title: string
  readonly tabs?: ReactNode
  readonly status: ReactNode
  readonly hasPicture: boolean
  /** Takes all filters away; null while none is set. Beside the status, where it moves nothing when it comes. */
  readonly clear?: (() => void) | null
  /** The filters. */
  readonly children?: ReactNode
}) {
  return (
    <header className="view-head">
      <div className="view-head-line">
        <h2 className={tabs === undefined ? undefined : 'visually-hidden'}>{title}</h2>
        {tabs}
        <div className="view-shown">
          <p role="status" className="view-status">
            {status}
          </p>
          {clear === null ? null : <ClearFilters clear={clear} />}
        </div>
        <ExportMenu hasPicture={hasPicture} />
      </div>
      {children === undefined ? null : <div className="view-filters">{children}</div>}
    </header>
  )
}

/** Goes with the last filter; the keys go on in what the filters let through. */
function ClearFilters({ clear }: { readonly clear: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const onClick = () => {
    const view = button.current?.closest('.view')
    flushSync(clear)
    findViewPlace(view)?.focus()
  }
  return (
    <Button look="plain" ref={button} onClick={onClick}>
      Clear filters
    </Button>
  )
}

const pictures = ['export.svg', 'export.png'] as const

/** Every way to take what the view shows out of Gainsay. */
export function ExportMenu({ hasPicture }: { readonly hasPicture: boolean }) {
  return (
    <Menu
      label="Export"
      align="end"
      trigger={
        <Button>
          Export <Icon name="down" size={12} />
        </Button>
      }
    >
      <CommandItems ids={['export.csv', ...(hasPicture ? pictures : []), 'export.print']} />
    </Menu>
  )
}

/** Says what the view gives away, as long as it is shown. Keep the identity of `exports` while it is the same. */
export function useExports(exports: ViewExports): void {
  const { workspace } = useParts()
  useEffect(() => {
    workspace.exports.current = exports
    return () => {
      if (workspace.exports.current === exports) workspace.exports.current = null
    }
  }, [workspace, exports])
}

/** A field that filters by words. */
export function TextFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <input
      className="input view-search"
      type="text"
      aria-label={label}
      placeholder={label}
      dir="auto"
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation()
          onChange('')
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        document.querySelector<HTMLElement>('.view [role=grid]')?.focus()
      }}
    />
  )
}

/** One of a short list, or any. */
export function SelectFilter<T extends string>({
  label,
  value,
  options,
  any = 'any',
  onChange,
}: {
  readonly label: string
  readonly value: T | null
  readonly options: readonly T[]
  readonly any?: string
  readonly onChange: (value: T | null) => void
}) {
  return (
    <label className={value === null ? 'view-select' : 'view-select set'}>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(options.find((option) => option === event.currentTarget.value) ?? null)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}

/** One of a long list, chosen in a searchable dialog. */
export function PickFilter({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  /** What is chosen, as shown; null for any. */
  readonly value: string | null
  readonly choices: () => readonly Choice[]
  readonly onChange: (key: string | null) => void
}) {
  const { workspace } = useParts()
  const pick = useRef<HTMLButtonElement>(null)
  const clear = () => {
    // Before the button that clears is gone, and the focus with it.
    pick.current?.focus()
    onChange(null)
  }
  return (
    <span className={value === null ? 'view-pick' : 'view-pick set'}>
      <Button
        ref={pick}
        look="plain"
        title={value ?? undefined}
        onClick={() =>
          workspace.patch({
            dialog: {
              dialog: 'choose',
              chooser: { title: `Filter by ${label.toLowerCase()}`, label, choices, onChoose: onChange },
            },
          })
        }
      >
        <span className="view-pick-label">{label}</span>{' '}
        <span className="view-pick-value">{value ?? 'any'}</span>
      </Button>
      {value === null ? null : (
        <button
          type="button"
          className="view-clear"
          aria-label={`Any ${label.toLowerCase()}`}
          onClick={clear}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}
