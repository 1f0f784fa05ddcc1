/** A date in EDTF as text, with its reading in words beside it while it is typed. */
import { useState } from 'react'
import { formatEdtf, parseEdtf } from '../../app/dates.ts'
import { TextField } from './Field.tsx'

export function DateField({
  label,
  value,
  onCommit,
}: {
  readonly label: string
  readonly value: string | null
  /** Called with a date that can be read, or null, when the field is left or Enter is pressed. */
  readonly onCommit: (value: string | null) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value ?? ''
  const judged = text.trim() === '' ? null : parseEdtf(text)
  const reading = judged?.ok ? formatEdtf(judged.value) : ''
  const commit = () => {
    if (draft === null || judged?.ok === false) return
    setDraft(null)
    const next = judged?.value ?? null
    if (next !== value) onCommit(next)
  }
  return (
    <TextField
      label={label}
      value={text}
      placeholder="2011-05-02, 2011-05, 2011~"
      spellCheck={false}
      autoComplete="off"
      hint={reading === text.trim() ? undefined : reading}
      error={judged?.ok === false ? judged.why : null}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}
