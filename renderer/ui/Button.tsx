/**
 * Buttons. One that cannot be used now keeps the focus and says why (`aria-disabled`
 * and a tooltip), because a button that vanishes from the tab order explains nothing.
 */
import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'

type Common = Omit<ComponentProps<'button'>, 'disabled' | 'type'> & {
  /** Why it cannot be used now; null or absent when it can. */
  readonly unavailable?: string | null
}

export function Button({
  look = 'normal',
  unavailable,
  className,
  onClick,
  submit = false,
  ...rest
}: Common & { readonly look?: 'normal' | 'primary' | 'plain'; readonly submit?: boolean }) {
  const button = (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={['button', look, className].filter(Boolean).join(' ')}
      aria-disabled={unavailable ? true : undefined}
      onClick={(event) => {
        if (unavailable) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
  return unavailable ? <Tooltip text={unavailable}>{button}</Tooltip> : button
}

/** A button that shows a sign only; its name is its label and its tooltip. */
export function IconButton({
  icon,
  label,
  hint,
  keys,
  unavailable,
  className,
  onClick,
  ...rest
}: Common & {
  readonly icon: IconName
  readonly label: string
  /** What the tooltip says in place of the label. */
  readonly hint?: ReactNode
  /** The key as shown, already worded for the platform. */
  readonly keys?: string | undefined
}) {
  return (
    <Tooltip text={unavailable ?? hint ?? label} keys={keys}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        className={['button icon', className].filter(Boolean).join(' ')}
        aria-disabled={unavailable ? true : undefined}
        onClick={(event) => {
          if (!unavailable) onClick?.(event)
        }}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  )
}
