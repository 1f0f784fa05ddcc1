/** Several values in one field, such as labels or participants: each a chip, the next one typed behind them. */
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { CompletionList, useCompletions } from './Completions.tsx'
import { Icon } from './icons.tsx'
import { matching } from './matching.ts'

export function TagField({
  label,
  values,
  options,
  placeholder,
  onCommit,
}: {
  readonly label: string
  readonly values: readonly string[]
  readonly options: readonly string[]
  readonly placeholder?: string
  /** Called with the whole list whenever one was added or taken out. */
  readonly onCommit: (values: readonly string[]) => void
}) {
  const id = useId()
  const [draft, setDraft] = useState('')
  const anchor = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // What was committed and has not come back as `values` yet: the next value may be typed before it does.
  const underWay = useRef<readonly string[] | null>(null)
  useEffect(() => {
    if (underWay.current?.join('\n') === values.join('\n')) underWay.current = null
  }, [values])
  const commit = (next: readonly string[]) => {
    underWay.current = next
    onCommit(next)
  }
  const shown = matching(options, draft).filter((option) => !values.includes(option))
  const add = (text: string) => {
    const value = text.trim()
    const present = underWay.current ?? values
    setDraft('')
    if (value !== '' && !present.includes(value)) commit([...present, value])
  }
  const takeOut = (value: string) => {
    input.current?.focus()
    commit((underWay.current ?? values).filter((other) => other !== value))
  }
  const list = useCompletions(shown, add)
  const close = useCallback(() => list.setOpen(false), [list.setOpen])
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div ref={anchor} className="input tags">
        {values.length === 0 ? null : (
          <ul aria-label={label}>
            {values.map((value) => (
              <li key={value} className="tag">
                <span dir="auto">{value}</span>
                <button type="button" aria-label={`Take out ${value}`} onClick={() => takeOut(value)}>
                  <Icon name="close" size={10} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          {...list.ties}
          ref={input}
          id={id}
          dir="auto"
          value={draft}
          placeholder={values.length === 0 ? placeholder : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setDraft(event.currentTarget.value)
            list.setOpen(event.currentTarget.value !== '')
          }}
          onFocus={() => {
            // What was refused never comes back, and must not be sent again.
            underWay.current = null
          }}
          onBlur={() => {
            list.setOpen(false)
            add(draft)
          }}
          onKeyDown={(event) => {
            if (list.onKey(event)) return
            if (event.key === 'Enter' && draft.trim() !== '') {
              event.preventDefault()
              list.setOpen(false)
              add(draft)
            } else if (event.key === 'Backspace' && draft === '') {
              const last = values.at(-1)
              if (last !== undefined) takeOut(last)
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
              add(option)
            }}
            onScrolled={close}
          />
        ) : null}
      </div>
    </div>
  )
}
