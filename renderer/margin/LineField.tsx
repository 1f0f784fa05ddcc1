/** Lines and notes that are saved when they are left, also by Escape; a line also on Enter. */
import { TextField } from '../ui/Field.tsx'
import { useDraft } from '../ui/useDraft.ts'

type Props = {
  readonly label: string
  readonly value: string
  /** Answers as `useDraft` asks. */
  readonly onCommit: (value: string) => unknown
}

export function LineField({ label, value, onCommit }: Props) {
  const draft = useDraft(onCommit)
  return (
    <TextField
      label={label}
      dir="auto"
      value={draft.text ?? value}
      autoComplete="off"
      maxLength={1024}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => draft.commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) draft.commit()
      }}
    />
  )
}

/** A longer text: Enter is a new line. */
export function NoteField({ label, value, onCommit }: Props) {
  const draft = useDraft(onCommit)
  return (
    <TextField
      label={label}
      dir="auto"
      rows={2}
      maxLength={20_000}
      value={draft.text ?? value}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => draft.commit()}
    />
  )
}
