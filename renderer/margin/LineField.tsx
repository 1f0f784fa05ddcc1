/** Lines and notes that are saved when they are left, also by Escape; a line also on Enter. */
import { TextField } from '../ui/Field.tsx'
import { useDraft } from '../ui/useDraft.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
}

export function LineField({ label, value, onCommit }: Props) {
  const [draft, setDraft] = useDraft(onCommit)
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
      }}
    />
  )
}

/** A longer text: Enter is a new line. */
export function NoteField({ label, value, onCommit }: Props) {
  const [draft, setDraft] = useDraft(onCommit)
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
