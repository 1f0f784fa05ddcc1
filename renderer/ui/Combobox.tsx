/** A field of free text with completions, such as a speaker: what is typed counts, the list only helps. */
import { type ReactNode, type Ref, useCallback, useRef } from 'react'
import { CompletionList, useCompletions } from './Completions.tsx'
import { Field } from './Field.tsx'
import { matching } from './matching.ts'
import { useDraft } from './useDraft.ts'

export function Combobox({
  label,
  value,
  options,
  placeholder,
  hint,
  inputRef,
  autoFocus = false,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
  readonly autoFocus?: boolean
  /** Called with the trimmed text when a completion is chosen, Enter is pressed or the field is left, if it changed; answers as `useDraft` asks. */
  readonly onCommit: (value: string) => unknown
}) {
  const {
    text: draft,
    type,
    commit,
  } = useDraft((next) => (next.trim() === value ? undefined : onCommit(next.trim())))
  const anchor = useRef<HTMLDivElement>(null)
  const text = draft ?? value
  const shown = matching(options, draft ?? '').filter((option) => option !== draft)
  const list = useCompletions(shown, commit)
  const close = useCallback(() => list.setOpen(false), [list.setOpen])
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <div ref={anchor}>
          <input
            {...ties}
            {...list.ties}
            ref={inputRef}
            className="input"
            dir="auto"
            value={text}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: a card that opens for editing puts the cursor here, as the design asks
            autoFocus={autoFocus}
            onChange={(event) => {
              type(event.currentTarget.value)
              list.setOpen(true)
            }}
            onBlur={() => {
              list.setOpen(false)
              commit()
            }}
            onKeyDown={(event) => {
              if (list.onKey(event)) return
              if (event.key === 'Enter' && draft !== null) {
                list.setOpen(false)
                commit()
              }
            }}
          />
          {list.open ? (
            <CompletionList
              anchor={anchor}
              id={list.listId}
              label={`Completions for ${label}`}
              options={shown}
              activeIndex={list.activeIndex}
              onPick={(option) => {
                list.setOpen(false)
                commit(option)
              }}
              onScrolled={close}
            />
          ) : null}
        </div>
      )}
    </Field>
  )
}
