/** A date as text, in words or in EDTF, which is what is saved; how it is read stands under it. */
import { formatEdtf } from '../../app/dates.ts'
import { readDate } from '../../app/writtenDate.ts'
import { TextField } from './Field.tsx'
import { useDraft } from './useDraft.ts'

export function DateField({
  label,
  value,
  onCommit,
  onLost,
}: {
  readonly label: string
  readonly value: string | null
  /** Called with a date that can be read, or null, when the field is left or Enter is pressed; answers as `useDraft` asks. */
  readonly onCommit: (value: string | null) => unknown
  /** Called with what was typed and cannot be read, when the field goes from the screen. */
  readonly onLost?: (text: string) => void
}) {
  const save = (typed: string) => {
    const date = judge(typed)
    if (date?.ok === false) return onLost?.(typed.trim())
    return (date?.value ?? null) === value ? undefined : onCommit(date?.value ?? null)
  }
  const draft = useDraft(save)
  const text = draft.text ?? value ?? ''
  const judged = judge(text)
  // In words for figures, in figures for words: a line that came only when the field is left would push a button from under the pointer that presses it.
  const reading = judged?.ok
    ? [formatEdtf(judged.value), judged.value].find((words) => words !== text.trim())
    : undefined
  const commit = () => {
    if (judged?.ok !== false) draft.commit()
  }
  return (
    <TextField
      label={label}
      value={text}
      placeholder="2011-05-02, May 2011, 2011~"
      spellCheck={false}
      autoComplete="off"
      hint={reading}
      error={judged?.ok === false ? judged.why : null}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
    />
  )
}

/** The date that a text is; null for an empty one. */
const judge = (text: string) => (text.trim() === '' ? null : readDate(text))
