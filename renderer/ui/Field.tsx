/** A label over a control, with a hint or an error under it, tied together for screen readers. */
import { type ComponentProps, type ReactNode, useId } from 'react'

export type FieldTies = { readonly id: string; readonly 'aria-describedby': string | undefined }

export function Field({
  label,
  hint,
  error,
  children,
}: {
  readonly label: string
  readonly hint?: ReactNode
  /** The sentence that says what is wrong; null or absent when nothing is. */
  readonly error?: string | null
  readonly children: (ties: FieldTies) => ReactNode
}) {
  const id = useId()
  const under = error ?? hint
  const underId = `${id}-under`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': under ? underId : undefined })}
      {under ? (
        <div id={underId} className={error ? 'field-error' : 'field-hint'}>
          {under}
        </div>
      ) : null}
    </div>
  )
}

/** A line or, with `rows`, a field of text. */
export function TextField({
  label,
  hint,
  error,
  rows,
  ...rest
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly rows?: number
} & Omit<ComponentProps<'input'> & ComponentProps<'textarea'>, 'ref' | 'className'>) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(ties) =>
        rows === undefined ? (
          <input {...rest} {...ties} className="input" aria-invalid={error ? true : undefined} />
        ) : (
          <textarea
            {...rest}
            {...ties}
            rows={rows}
            className="input"
            aria-invalid={error ? true : undefined}
          />
        )
      }
    </Field>
  )
}

/** One of a closed list, or nothing. */
export function ChoiceField<T extends string>({
  label,
  value,
  options,
  none = '–',
  onChange,
}: {
  readonly label: string
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string }[]
  /** How “nothing chosen” reads. */
  readonly none?: string
  readonly onChange: (value: T | null) => void
}) {
  return (
    <Field label={label}>
      {(ties) => (
        <select
          {...ties}
          className="input"
          value={value ?? ''}
          onChange={(event) =>
            onChange(options.find((option) => option.value === event.currentTarget.value)?.value ?? null)
          }
        >
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
