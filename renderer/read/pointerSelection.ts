/**
 * Tells when a person has selected words with the pointer. A press in the text is not
 * enough: the buttons of a fold, a grip, a drag that the browser took for its own leave
 * the words selected that were selected before. Only a selection that changed between
 * the press and what follows it was made by it.
 */
import type { ReaderSelection } from '../reader/reader.ts'
import type { Store } from '../ui/store.ts'

export type PointerSelectionOptions = {
  readonly selection: Store<ReaderSelection | null>
  /** Whether a press there may select words of this text. */
  readonly isText: (target: Element) => boolean
  /** Presses there leave everything as it is. */
  readonly isOurs: (target: Element) => boolean
  /** These words were selected, and the button was let go. */
  readonly onSelected: (selected: ReaderSelection) => void
  /** The person does something else, or nothing is selected any more. */
  readonly onLeft: () => void
}

/** Watches until the function that it answers is called. */
export function watchPointerSelection(options: PointerSelectionOptions): () => void {
  const { selection, isText, isOurs, onSelected, onLeft } = options
  let press: 'none' | 'held' | 'let go' = 'none'
  let changed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    press = 'none'
    changed = false
    clearTimeout(timer)
    onLeft()
  }
  const tell = () => {
    const selected = selection.get()
    if (press === 'let go' && changed && selected !== null) onSelected(selected)
  }
  const onDown = ({ target, button }: PointerEvent) => {
    if (!(target instanceof Element) || isOurs(target)) return
    leave()
    if (button === 0 && isText(target)) press = 'held'
  }
  const onUp = () => {
    if (press !== 'held') return
    press = 'let go'
    // The reader may take the selection up only after the pointer event.
    timer = setTimeout(tell, 0)
  }
  const stop = selection.subscribe(() => {
    if (selection.get() === null) onLeft()
    if (press === 'none') return
    changed = true
    tell()
  })
  // In the window: the button may be let go anywhere.
  window.addEventListener('pointerdown', onDown, { capture: true })
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', leave)
  window.addEventListener('keydown', leave, { capture: true })
  return () => {
    stop()
    window.removeEventListener('pointerdown', onDown, { capture: true })
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', leave)
    window.removeEventListener('keydown', leave, { capture: true })
    leave()
  }
}
