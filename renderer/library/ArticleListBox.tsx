/** The list of articles: drawn only where it is seen, walked with the arrow keys. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleRow } from '../../app/results.ts'
import { correctMetadata, openArticle, removeArticles } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { addToCompare } from '../commands/viewCommands.ts'
import { useStore } from '../ui/store.ts'
import { useParts, useWorkspace } from '../workspace/context.ts'
import { ArticleRowView, isOnTick } from './ArticleRowView.tsx'
import { indexOf, placeAt, type RowPlace } from './rowPlace.ts'

export function ArticleListBox() {
  const parts = useParts()
  const { library } = parts
  const rows = useStore(library, (state) => state.rows)
  const total = useStore(library, (state) => state.total ?? 0)
  const search = useStore(library, (state) => state.search)
  const openId = useWorkspace((state) =>
    state.view === 'compare' ? (state.columns[state.activeColumn] ?? null) : state.articleId,
  )
  const columns = useWorkspace((state) => (state.view === 'compare' ? state.columns : none))
  const chosen = useWorkspace((state) => state.chosen)
  const [place, setPlace] = useState(first)
  const active = indexOf(rows, place, total)
  const setActive = (index: number) => setPlace(placeAt(rows, index))
  /** Where a run of chosen rows begins. */
  const anchor = useRef(first)
  const setAnchor = (index: number) => {
    anchor.current = placeAt(rows, index)
  }
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
    getItemKey: (index) => rows.get(index)?.article.id ?? index,
  })
  const drawn = virtualizer.getVirtualItems()
  const start = drawn[0]?.index ?? 0
  const end = (drawn.at(-1)?.index ?? 0) + 1

  // Rows that were thrown away by a refresh are asked for again, hence `rows`.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => library.need(start, end), [library, start, end, rows])
  // A search begins at its best match; the whole list, when it comes back, at the article that is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where another search is shown
  useEffect(() => {
    const at = search === '' ? library.findIndex(openId) : null
    const there = at === null ? first : placeAt(rows, at)
    setPlace(there)
    anchor.current = there
    if (at === null) virtualizer.scrollToOffset(0)
    else virtualizer.scrollToIndex(at, { align: 'center' })
  }, [search])
  // The open article is brought into view once, when its row is known; after that the person scrolls.
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current === openId) return
    const at = library.findIndex(openId)
    if (at === null) return
    shown.current = openId
    const there = placeAt(rows, at)
    setPlace(there)
    anchor.current = there
    virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [openId, rows, virtualizer, library])
  // Rows that come in above push the one the keys are on down; who is at the list keeps it in sight.
  const stood = useRef(active)
  useEffect(() => {
    const moved = stood.current !== active
    stood.current = active
    if (moved && scroller.current === document.activeElement)
      virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [active, virtualizer])

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    setActive(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  const { workspace } = parts
  const choose = (ids: Iterable<ArticleId>) => workspace.patch({ chosen: new Set(ids) })
  /** Chooses from the anchor to a row, and goes there. */
  const extend = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    goTo(next)
    void reporting(parts, async () =>
      choose(await library.listIds(indexOf(rows, anchor.current, total), next)),
    )
  }
  const turn = (index: number) => {
    const id = rows.get(index)?.article.id
    if (id === undefined) return
    const { chosen: before } = workspace.get()
    choose(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id])
    setAnchor(index)
  }
  const onClick = (index: number, row: ArticleRow, event: MouseEvent) => {
    setActive(index)
    if (event.ctrlKey || event.metaKey) turn(index)
    else if (event.shiftKey) extend(index)
    else if (isOnTick(event)) turn(index)
    else {
      setAnchor(index)
      choose([])
      act(row, event.altKey ? 'compare' : 'open')
    }
  }
  const onChoosingKey = (event: KeyboardEvent, to: number | undefined): boolean => {
    const mod = event.ctrlKey || event.metaKey
    if (mod && !event.altKey && event.key.toLowerCase() === 'a') {
      void reporting(parts, async () => choose(await library.listIds()))
    } else if (mod && event.key === ' ') turn(active)
    else if (event.shiftKey && to !== undefined) extend(to)
    else if (event.key === 'Escape' && workspace.get().chosen.size > 0) choose([])
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, end - start - 8)
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    }[event.key]
    const row = rows.get(active)
    if (onChoosingKey(event, to)) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (to !== undefined) {
      event.preventDefault()
      goTo(to)
      setAnchor(Math.max(0, Math.min(total - 1, to)))
    } else {
      const what = actOf(event)
      if (what === null) return
      event.preventDefault()
      const isStale = search !== workspace.get().search
      if (isStale && (what === 'open' || what === 'compare')) actOnBest(what)
      else if (!isStale && row !== undefined) act(row, what)
    }
  }
  /** Typed faster than the host answers: the best match of what was typed is meant, not a row of the search before. */
  const actOnBest = (what: Act) =>
    void reporting(parts, async () => {
      const best = (await library.answered()) ? library.get().rows.get(0) : undefined
      if (best !== undefined) act(best, what)
    })
  const act = (row: ArticleRow, what: Act) => {
    const { id } = row.article
    const { chosen: several } = workspace.get()
    // The last two are of all that are chosen, where the row is one of them.
    const ids = several.has(id) ? [...several] : [id]
    switch (what) {
      case 'open':
        return openArticle(parts, id)
      case 'compare':
        return addToCompare(parts, id)
      case 'correct':
        return correctMetadata(parts, ids)
      case 'remove':
        return void reporting(parts, () => removeArticles(parts, ids))
    }
  }

  return (
    <div
      ref={scroller}
      id="library-list"
      className="library-list"
      role="listbox"
      tabIndex={0}
      aria-label="Articles"
      aria-multiselectable="true"
      aria-describedby="library-keys"
      aria-activedescendant={rows.has(active) ? `library-row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <span id="library-keys" hidden>
        Enter opens, Shift Enter adds to compare, M corrects the metadata, Delete removes. Shift with the
        arrow keys chooses several, Control A all, Control Space one more.
      </span>
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {drawn.map((item) => {
          const row = rows.get(item.index)
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="presentation"
              className="library-slot"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row === undefined ? (
                <div className="library-wait" role="presentation" />
              ) : (
                <ArticleRowView
                  id={`library-row-${item.index}`}
                  row={row}
                  position={item.index + 1}
                  total={total}
                  active={item.index === active}
                  open={row.article.id === openId}
                  beside={row.article.id !== openId && columns.includes(row.article.id)}
                  chosen={chosen.has(row.article.id)}
                  several={chosen.size > 0}
                  onClick={(event) => onClick(item.index, row, event)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What is done with a row, or with all that are chosen. */
type Act = 'open' | 'compare' | 'correct' | 'remove'

function actOf({ key, shiftKey }: KeyboardEvent): Act | null {
  switch (key.toLowerCase()) {
    case 'enter':
      return shiftKey ? 'compare' : 'open'
    case 'delete':
      return 'remove'
    case 'm':
      return shiftKey ? null : 'correct'
    default:
      return null
  }
}

const none: readonly never[] = []
/** Until somebody goes to a row, the keys stand on the top one, whichever that is. */
const first: RowPlace = { index: 0, id: null }
