/**
 * Keeps columns, their widths and their places with the case. What changes is sent once
 * it has rested for a moment, and at once when the window is left or closed, so that
 * scrolling makes no traffic and quitting loses nothing. What comes from the case is
 * put on the screen only where nobody has set columns yet.
 */
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Layout } from '../../app/layout.ts'
import { forgetPlaces, keepPlace, placeOfArticle } from '../read/places.ts'
import type { Parts } from '../workspace/context.ts'
import type { WorkspaceState } from '../workspace/workspace.ts'

/** How long things rest before they are sent, in milliseconds. */
const rest = 800

export function keepLayout(parts: Parts): void {
  const { client, records, workspace } = parts
  /** The case whose layout is on the screen; null until it came. */
  let path: string | null = null
  let asked: string | null = null
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  let shown: WorkspaceState = workspace.get()

  const flush = () => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    if (path === null || client.connection.get() !== 'open') return
    const layout = layoutOf(parts)
    const text = JSON.stringify(layout)
    if (text === sent) return
    sent = text
    client.call('layout.set', { path, layout }).catch((error: unknown) => {
      sent = ''
      // Without a host nothing can be kept, which the window says already.
      const { code, message } = toWireError(error)
      if (code !== 'disconnected') workspace.notify('refused', message)
    })
  }
  const later = () => {
    if (path === null) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(flush, rest)
  }
  const take = (from: string, layout: Layout | null) => {
    if (records.info()?.path !== from) return
    path = from
    sent = layout === null ? '' : JSON.stringify(layout)
    if (layout === null || layout.columns.length === 0 || workspace.get().columns.length > 0) return
    for (const { articleId, place } of layout.columns) keepPlace(articleId, place)
    workspace.patch(columnsOf(layout))
  }
  records.subscribe(() => {
    const now = records.info()?.path ?? null
    if (now === asked) return
    asked = now
    path = null
    if (timer !== null) clearTimeout(timer)
    timer = null
    forgetPlaces()
    if (now === null) return
    client.call('layout.get', {}).then(
      (layout) => take(now, layout),
      (error: unknown) => workspace.notify('refused', toWireError(error).message),
    )
  })
  workspace.subscribe(() => {
    const before = shown
    shown = workspace.get()
    const moved =
      shown.columns !== before.columns ||
      shown.activeColumn !== before.activeColumn ||
      shown.columnShares !== before.columnShares
    if (moved) later()
    // A dialog may lead to another case.
    if (shown.dialog !== before.dialog || shown.view !== before.view) flush()
  })
  const onScroll = () => {
    if (workspace.get().view === 'compare') later()
  }
  window.addEventListener('scroll', onScroll, { capture: true, passive: true })
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush())
}

function layoutOf({ workspace }: Parts): Layout {
  const { columns, activeColumn, columnShares } = workspace.get()
  return {
    columns: columns.map((articleId) => ({
      articleId,
      share: columnShares.get(articleId) ?? null,
      place: placeOfArticle(workspace, articleId),
    })),
    active: activeColumn,
  }
}

function columnsOf({
  columns,
  active,
}: Layout): Pick<WorkspaceState, 'columns' | 'activeColumn' | 'columnShares'> {
  return {
    columns: columns.map(({ articleId }) => articleId),
    activeColumn: active,
    columnShares: new Map(
      columns.flatMap(({ articleId, share }): [ArticleId, number][] =>
        share === null ? [] : [[articleId, share]],
      ),
    ),
  }
}
