/** A menu under a button. Not modal, so that no scroll lock adds a style element, which the content policy forbids. */
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

export function Menu({
  trigger,
  label,
  align = 'start',
  children,
}: {
  readonly trigger: ReactElement
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" aria-label={label} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({
  children,
  keys,
  disabled = false,
  onSelect,
}: {
  readonly children: ReactNode
  readonly keys?: string | undefined
  readonly disabled?: boolean
  readonly onSelect: () => void
}) {
  return (
    <Radix.Item className="menu-item" disabled={disabled} onSelect={onSelect}>
      <span className="main">{children}</span>
      {keys === undefined ? null : <kbd>{keys}</kbd>}
    </Radix.Item>
  )
}

/** One of several of which exactly one is chosen. */
export function MenuChoice({
  chosen,
  children,
  onSelect,
}: {
  readonly chosen: boolean
  readonly children: ReactNode
  readonly onSelect: () => void
}) {
  return (
    <Radix.CheckboxItem
      className="menu-item"
      role="menuitemradio"
      checked={chosen}
      onCheckedChange={() => onSelect()}
    >
      <span className="main">{children}</span>
      {chosen ? <span aria-hidden="true">✓</span> : null}
    </Radix.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="menu-label">{children}</Radix.Label>
}

export function MenuLine() {
  return <Radix.Separator className="menu-line" />
}
