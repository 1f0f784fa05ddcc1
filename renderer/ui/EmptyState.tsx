/**
 * What stands where nothing is yet: what this place is for, and what to do next. Where it
 * takes the place of what had the keys, it takes them, so that Tab leads to what can be done.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react'

export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  const place = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    const { activeElement } = document
    const stage = place.current?.closest('main')
    if (activeElement === document.body || activeElement === stage)
      place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={place} className="empty" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children === undefined ? null : <div className="text">{children}</div>}
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </section>
  )
}
