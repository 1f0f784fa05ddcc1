/** Imports a text that was copied somewhere: headline, byline and dates are read from it as from a file. */
import { useState } from 'react'
import { maxImportBytes } from '../../app/limits.ts'
import { importText } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { counted } from '../frame/counted.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { useParts } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

/** A larger text than this is not drawn in the field, which would make the window wait. */
const mostShown = 200_000

export function PasteDialog({ initial }: { readonly initial: string }) {
  const parts = useParts()
  const close = useClose()
  const [text, setText] = useState(initial)
  const large = initial.length > mostShown
  const unavailable =
    text.trim() === ''
      ? 'Paste a text first.'
      : text.length > maxImportBytes
        ? 'This text is longer than Gainsay takes in.'
        : null
  const submit = () => {
    if (unavailable !== null) return
    close()
    void reporting(parts, () => importText(parts, text))
  }
  return (
    <Dialog
      wide
      title="Import pasted text"
      description="Headline, publisher, authors and dates are taken from the text where it has them; everything can be corrected afterwards."
      onClose={close}
      foot={
        <>
          <span className="grow field-hint">{counted(text.length, 'character')}</span>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" unavailable={unavailable} onClick={submit}>
            Import
          </Button>
        </>
      }
    >
      {large ? (
        <p className="paste-large" dir="auto">
          {initial.slice(0, 2000)} …
        </p>
      ) : (
        <TextField
          data-autofocus
          label="Text"
          rows={14}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      )}
    </Dialog>
  )
}
