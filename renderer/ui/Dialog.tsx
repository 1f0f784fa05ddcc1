/**
 * A modal dialog: named, described, closed by Escape, and the focus goes back to
 * where it was. Shown as long as it is mounted. The veil is our own element:
 * Radix's overlay would add a style element, which the content policy forbids.
 */
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { isFocusFree } from './focusFree.ts'
import { Icon } from './icons.tsx'

export type DialogProps = {
  readonly title: string
  /** One sentence under the title; without it the dialog has no description. */
  readonly description?: ReactNode
  /** Keeps title and description for screen readers only, as for the palette. */
  readonly bare?: boolean
  readonly wide?: boolean
  readonly onClose: () => void
  /** Where the dialog has steps: Escape goes back one instead of closing; null in the first. */
  readonly onBack?: (() => void) | null
  /** Called once the dialog is gone and the focus is back where it was. */
  readonly onClosed?: () => void
  /** Buttons at the foot. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Dialog({
  title,
  description,
  bare = false,
  wide = false,
  onClose,
  onBack = null,
  onClosed,
  foot,
  children,
}: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const closed = useRef(onClosed)
  closed.current = onClosed
  useFocusBack(closed)
  const noDescription = description === undefined ? { 'aria-describedby': undefined } : {}
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <div className="veil" />
        <Radix.Content
          {...noDescription}
          ref={content}
          className={wide ? 'dialog wide' : 'dialog'}
          onOpenAutoFocus={(event) => {
            const first = content.current?.querySelector<HTMLElement>('[data-autofocus]')
            if (!first) return
            event.preventDefault()
            first.focus()
          }}
          onEscapeKeyDown={(event) => {
            // Escape closes an open list of completions first.
            const completing = event.target instanceof Element && event.target.matches('[data-completing]')
            if (!completing && onBack === null) return
            event.preventDefault()
            if (!completing) onBack?.()
          }}
          // Ctrl or ⌘ and Enter send the form from any of its fields, also where Enter alone ends the field.
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            const form = content.current?.querySelector('form')
            if (!form) return
            event.preventDefault()
            // The field takes over what was typed on the same press.
            setTimeout(() => form.requestSubmit(), 0)
          }}
          // Radix would do it a tick later, when keys have gone nowhere already: see useFocusBack.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className={bare ? 'visually-hidden' : 'dialog-head'}>
            <Radix.Title>{title}</Radix.Title>
            {description === undefined ? null : <Radix.Description>{description}</Radix.Description>}
          </div>
          {bare ? children : <div className="dialog-body">{children}</div>}
          {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
          {bare ? null : <CloseButton />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** For the pointer, which has no Escape. Last in the order of Tab; without a tooltip, which would take the first Escape for itself. */
function CloseButton() {
  return (
    <Radix.Close className="button icon dialog-close" aria-label="Close" title="Close (Esc)">
      <Icon name="close" />
    </Radix.Close>
  )
}

let placeOutside: Element | null = null

/** What has the focus outside of dialogs: for one that takes the place of another, what had it before that; for one chosen in a menu, the button of the menu. */
function placeBefore(): Element | null {
  const { activeElement } = document
  const menu = activeElement?.closest('[role=menu]')
  if (menu) placeOutside = document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  else if (activeElement?.closest('[role=dialog]') == null) placeOutside = activeElement
  return placeOutside
}

/**
 * Gives the focus back in the task in which the dialog goes, so that no key falls
 * between. It waits for the end of React's commit, when the dialog and what keeps
 * the focus in it are gone; what has the focus by then, such as the next dialog, keeps it.
 */
function useFocusBack(closed: RefObject<(() => void) | undefined>): void {
  const [before] = useState(placeBefore)
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        if (isFocusFree(document.body)) giveBackFocus(before)
        // After what listens to the focus has settled, such as the reader's selection.
        if (closed.current) setTimeout(closed.current, 0)
      }),
    [before, closed],
  )
}

/** To where the focus was; where that is gone, or was nowhere, to the text that is being read, else to the view. */
function giveBackFocus(before: Element | null): void {
  const there = before instanceof HTMLElement && before.isConnected && before !== document.body
  const text = document.querySelector<HTMLElement>('[data-reader] [contenteditable]')
  const target = there ? before : (text ?? document.getElementById('stage'))
  target?.focus({ preventScroll: true })
}
