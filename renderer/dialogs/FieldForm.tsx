/** A form of several fields in a dialog, each of which takes over what was typed when it is left or on Enter. */
import type { ReactNode } from 'react'

/** `onSave` is called only where every field could read what was typed; else the first that could not has the focus. */
export function FieldForm({
  id,
  onSave,
  children,
}: {
  readonly id: string
  readonly onSave: () => void
  readonly children: ReactNode
}) {
  return (
    <form
      id={id}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        // What cannot be read was not taken over: saving now would drop it in silence.
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid=true]')
        if (wrong === null) onSave()
        else wrong.focus()
      }}
      onKeyDown={(event) => {
        // Enter ends a field here; the form is sent from its button, or as every dialog is.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
      }}
    >
      {children}
    </form>
  )
}
