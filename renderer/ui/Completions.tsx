/**
 * The list of completions under a text field (ARIA combobox pattern, list
 * autocomplete with manual selection). The field keeps the focus; the list lies
 * in the browser's top layer, so that neither a scroller nor a dialog cuts it.
 */
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

export type CompletionTies = {
  readonly role: 'combobox'
  readonly 'aria-autocomplete': 'list'
  readonly 'aria-expanded': boolean
  readonly 'aria-controls': string | undefined
  readonly 'aria-activedescendant': string | undefined
  readonly 'data-completing': '' | undefined
}

/** State and keys of a completion list. `pick` takes the option chosen. */
export function useCompletions(
  shown: readonly string[],
  pick: (option: string) => void,
): {
  readonly open: boolean
  setOpen(open: boolean): void
  /** Handles arrows, Enter and Escape; true when it did. */
  onKey(event: KeyboardEvent): boolean
  readonly active: string | null
  readonly ties: CompletionTies
  readonly listId: string
  readonly activeIndex: number
} {
  const [open, setOpen] = useState(false)
  const [index, setIndex] = useState(-1)
  const listId = useId()
  const visible = open && shown.length > 0
  const activeIndex = visible ? Math.min(index, shown.length - 1) : -1
  const active = shown[activeIndex] ?? null
  return {
    open: visible,
    setOpen(next) {
      setOpen(next)
      setIndex(-1)
    },
    onKey(event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (shown.length === 0) return false
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        setOpen(true)
        setIndex(
          visible
            ? (activeIndex + step + shown.length + 1) % (shown.length + 1)
            : step === 1
              ? 0
              : shown.length - 1,
        )
        return true
      }
      if (event.key === 'Escape' && visible) {
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
        return true
      }
      if (event.key === 'Enter' && active !== null) {
        event.preventDefault()
        pick(active)
        setOpen(false)
        setIndex(-1)
        return true
      }
      return false
    },
    active,
    activeIndex,
    listId,
    ties: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': visible,
      'aria-controls': visible ? listId : undefined,
      'aria-activedescendant': active === null ? undefined : `${listId}-${activeIndex}`,
      'data-completing': visible ? '' : undefined,
    },
  }
}

export function CompletionList({
  anchor,
  id,
  label,
  options,
  activeIndex,
  onPick,
  onScrolled,
}: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly id: string
  readonly label: string
  readonly options: readonly string[]
  readonly activeIndex: number
  readonly onPick: (option: string) => void
  /** The page moved under the list. */
  readonly onScrolled: () => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = anchor.current?.getBoundingClientRect()
    const element = list.current
    if (!box || !element) return
    element.showPopover()
    const below = window.innerHeight - box.bottom - 8
    const above = below < 140 && box.top > below
    element.style.left = `${box.left}px`
    element.style.width = `${Math.max(box.width, 180)}px`
    element.style.maxHeight = `${Math.min(240, above ? box.top - 8 : below)}px`
    element.style.top = above ? 'auto' : `${box.bottom + 2}px`
    element.style.bottom = above ? `${window.innerHeight - box.top + 2}px` : 'auto'
  }, [anchor])
  useEffect(() => {
    const onScroll = (event: Event) => {
      if (event.target !== list.current) onScrolled()
    }
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', onScroll, { capture: true })
  }, [onScrolled])
  useEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' })
  }, [activeIndex])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className="completions"
      popover="manual"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for the whole list
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === activeIndex}
          dir="auto"
          // The field must not lose the focus, or its text would be taken as final.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {option}
        </div>
      ))}
    </div>
  )
}
