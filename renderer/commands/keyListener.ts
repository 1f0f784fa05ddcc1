/**
 * Listens to the keyboard for the whole window. A part of the screen with its own
 * use for a key takes it first (`preventDefault`); only the reader is asked after
 * us, because ProseMirror would take Enter and Delete for editing.
 */
import type { Parts } from '../workspace/context.ts'
import { runCommand } from './commands.ts'
import { findCommand, isKeptFromBrowser, placeOfTarget } from './keymap.ts'

/** Starts listening; returns the function that stops. */
export function listenToKeys(parts: Parts): () => void {
  const mac = parts.shell.mac
  /** The fields that were typed in since they got the focus. */
  let touched: EventTarget | null = null

  const take = (event: KeyboardEvent) => {
    const place = placeOfTarget(event.target)
    if (parts.workspace.get().dialog !== null) {
      // Behind a dialog nothing runs, but Ctrl-P must not print the page either.
      if (isKeptFromBrowser(event, place, mac)) event.preventDefault()
      return
    }
    const id = findCommand(event, place, touched !== null && touched === event.target, mac)
    if (id === null) return
    event.preventDefault()
    event.stopPropagation()
    void runCommand(parts, id)
  }
  const inReader = (event: KeyboardEvent) =>
    event.target instanceof Element && event.target.closest('[data-reader]') !== null
  const onCapture = (event: KeyboardEvent) => {
    if (inReader(event)) take(event)
  }
  const onBubble = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && !inReader(event)) take(event)
  }
  const onInput = (event: Event) => {
    touched = event.target
  }
  const onFocus = () => {
    touched = null
  }
  window.addEventListener('keydown', onCapture, { capture: true })
  window.addEventListener('keydown', onBubble)
  window.addEventListener('input', onInput)
  window.addEventListener('focusin', onFocus)
  return () => {
    window.removeEventListener('keydown', onCapture, { capture: true })
    window.removeEventListener('keydown', onBubble)
    window.removeEventListener('input', onInput)
    window.removeEventListener('focusin', onFocus)
  }
}
