/** Whether the list of an import is folded: so that it never lies over what somebody works at. */
import { type RefObject, useEffect, useState } from 'react'
import { useWorkspace } from '../workspace/context.ts'

/** Pressed alone they do nothing. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])

/**
 * Unfolds when an import begins or is given more files (`total`), and folds when a key or the pointer is
 * pressed in the view or a card is open there.
 */
export function useFolded(panel: RefObject<HTMLElement | null>, total: number, working: boolean) {
  const editing = useWorkspace((state) => state.editingId !== null || state.correcting !== null)
  const [folded, setFolded] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: files that came while a card is open are told in the line
  useEffect(() => {
    if (working) setFolded(editing)
  }, [total, working])
  useEffect(() => {
    if (editing) setFolded(true)
  }, [editing])
  useEffect(() => {
    const onWork = (event: Event) => {
      if (event instanceof KeyboardEvent && modifiers.has(event.key)) return
      // The key may just have led to the list.
      if (panel.current?.contains(document.activeElement) === true && event.type === 'keydown') return
      if (event.target instanceof Element && event.target.closest('#stage') !== null) setFolded(true)
    }
    const signs = ['pointerdown', 'keydown']
    for (const sign of signs) window.addEventListener(sign, onWork, { capture: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onWork, { capture: true })
    }
  }, [panel])
  return [folded, setFolded] as const
}
