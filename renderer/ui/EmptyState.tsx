/** What stands where nothing is yet: what this place is for, and what to do next. */
import type { ReactNode } from 'react'

export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children === undefined ? null : <div className="text">{children}</div>}
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  )
}
