/** Moving a column to another place: its text stays where it is being read, and keeps the keys. */
import { flushSync } from 'react-dom'
import type { ArticleId } from '../../app/ids.ts'
import type { Parts } from '../workspace/context.ts'
import { needColumns } from './columnSet.ts'

/** The columns with the one at `from` moved to `to`; null where there is no such place. */
export function withMoved(
  columns: readonly ArticleId[],
  from: number,
  to: number,
): readonly ArticleId[] | null {
  const moved = columns[from]
  if (moved === undefined || from === to || columns[to] === undefined) return null
  return columns.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** Why the active column cannot go a step to the left or the right; null when it can. */
export function needPlace(parts: Parts, step: 1 | -1): string | null {
  const none = needColumns(parts)
  if (none !== null) return none
  const { columns, activeColumn } = parts.workspace.get()
  if (withMoved(columns, activeColumn, activeColumn + step) !== null) return null
  return step === -1 ? 'This is the first column.' : 'This is the last column.'
}

/** Moves the column at `from` to `to` and goes to it. */
export function moveColumn({ workspace }: Pick<Parts, 'workspace'>, from: number, to: number): void {
  const { columns } = workspace.get()
  const next = withMoved(columns, from, to)
  if (next === null) return
  const places = new Map(columns.map((id, index) => [id, scrollerOf(index)?.scrollTop ?? 0]))
  const focused = document.activeElement
  flushSync(() => workspace.patch({ columns: next, activeColumn: to }))
  // An element that is put elsewhere in the document forgets how far it was scrolled, and lets go of the keys.
  for (const [index, id] of next.entries()) {
    const scroller = scrollerOf(index)
    if (scroller) scroller.scrollTop = places.get(id) ?? 0
  }
  const stays = focused instanceof HTMLElement && focused.isConnected && focused !== document.body
  if (stays && document.activeElement !== focused) focused.focus({ preventScroll: true })
  else if (!stays) workspace.activeReader()?.focus()
}

const scrollerOf = (index: number) => document.querySelector(`.column[data-column="${index}"] .pane-scroller`)
