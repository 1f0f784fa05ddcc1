/** Lines and notes that are saved when they are left; a line also on Enter. */
import { useState } from 'react'
import { TextField } from '../ui/Field.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
}

export function LineField({ label, value, onCommit }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    onCommit(draft)
  }
  return (
    <TextField
      label={label}
      dir="auto"
      value={draft ?? value}
      autoComplete="off"
      maxLength={1024}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
        else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}

/** A longer text: Enter is a new line, and leaving it by Escape keeps what was written. */
export function NoteField({ label, value, onCommit }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      dir="auto"
      rows={2}
      maxLength={20_000}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft === null) return
        setDraft(null)
        onCommit(draft)
      }}
    />
  )
}
