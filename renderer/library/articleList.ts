/**
 * The library as a list that is fetched in pages while it is scrolled: which
 * filter and order, how many there are, the rows that are here so far.
 *
 * An answer that comes after a newer question is dropped. While a new question is
 * on its way the old rows stay on screen, so that typing never makes the list blink.
 */
import type { Input } from '../../app/contract.ts'
import { toWireError, type WireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { articleSorts } from '../../app/inputForms.ts'
import type { ArticleRow } from '../../app/results.ts'
import type { Client } from '../client/client.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { createStore, type Store } from '../ui/store.ts'
import type { Workspace } from '../workspace/workspace.ts'

export type ArticleSort = (typeof articleSorts)[number]

export type ArticleListState = {
  /** How many articles match; null until the first answer. */
  readonly total: number | null
  /** Rows by index, as far as they were fetched. */
  readonly rows: ReadonlyMap<number, ArticleRow>
  /** The search that the rows answer. */
  readonly search: string
  /** Only this publisher; null for articles without one; undefined for all. */
  readonly publisher: string | null | undefined
  readonly sort: ArticleSort
  readonly descending: boolean
  /** Whether a search comes best match first, whatever the order; so it is until another is asked for while searching. */
  readonly bestFirst: boolean
  readonly publishers: readonly { readonly publisher: string | null; readonly count: number }[]
  readonly error: WireError | null
}

export type ArticleList = Store<ArticleListState> & {
  /** Fetches the rows of this range that are missing. `end` is exclusive. */
  need(start: number, end: number): void
  filter(publisher: string | null | undefined): void
  order(sort: ArticleSort, descending: boolean): void
  /** Puts the best match of the search first again. */
  orderByMatch(): void
  /** Resolves once the rows are those of the search as it is typed now; false where they could not be had. */
  answered(): Promise<boolean>
  /** Asks for everything anew; resolves when the first page is here. */
  refresh(): Promise<void>
  /** Forgets rows and filter, as another case is open now, and asks for its articles. */
  restart(): Promise<void>
  /** The ids of rows from one to another, both counted, in the order shown; of all where none are given. */
  listIds(from?: number, to?: number): Promise<readonly ArticleId[]>
  /** The index of an article's row among those that are here; null where it is not. */
  findIndex(id: ArticleId | null): number | null
  /** The article before (−1) or after (+1) the one given, in the order shown; null at the ends. */
  findNeighbour(id: ArticleId | null, step: 1 | -1): Promise<ArticleId | null>
}

const none: ArticleListState['rows'] = new Map()
const pageSize = 100
const searchPause = 160
const refreshPause = 250
/** While an import keeps the host busy, the list is asked for again after so many times as long as it took, up to a second. */
const restAfter = 30
const longestPause = 1000

export function createArticleList(client: Client, records: RecordStore, workspace: Workspace): ArticleList {
  const store = createStore<ArticleListState>({
    total: null,
    rows: none,
    search: '',
    publisher: undefined,
    sort: 'imported',
    descending: true,
    bestFirst: true,
    publishers: [],
    error: null,
  })
  /** Rises with each new question; answers to older ones are void. */
  let question = 0
  const asked = new Set<number>()
  /** The range that is on screen. */
  let seen = { start: 0, end: pageSize }

  /** Which articles are listed, and in which order; the host ranks a search that comes without one. */
  const listed = (search = '') => {
    const { publisher, sort, descending, bestFirst } = store.get()
    const order = search !== '' && bestFirst ? {} : { sort, descending }
    return { ...order, ...(publisher === undefined ? {} : { publisher }) }
  }
  const ask = (typed: string, offset: number) => {
    const search = typed.trim()
    const input: Input<'article.list'> = { ...listed(search), offset, limit: pageSize }
    if (search !== '') input.search = search
    return client.call('article.list', input)
  }

  /** Publishers are asked for only where articles changed, and come with the rows, so that the screen is drawn once. */
  let publishersDue = true

  const take = (
    page: number,
    answer: Awaited<ReturnType<typeof ask>>,
    anew: Pick<ArticleListState, 'rows' | 'search'> & Partial<ArticleListState>,
  ) => {
    records.rememberArticles(answer.rows.map((row) => row.article))
    const rows = new Map(anew.rows)
    answer.rows.forEach((row, at) => {
      rows.set(page * pageSize + at, row)
    })
    store.set((state) => ({ ...state, ...anew, rows, total: answer.total, error: null }))
  }

  /** Whether the page came and was still wanted. */
  const fetchPage = async (page: number, fresh: boolean): Promise<boolean> => {
    const mine = question
    const search = fresh ? workspace.get().search : store.get().search
    asked.add(page)
    try {
      const [answer, publishers] = await Promise.all([
        ask(search, page * pageSize),
        fresh && publishersDue ? client.call('article.publishers', {}) : null,
      ])
      if (mine !== question) return false
      if (publishers !== null) publishersDue = false
      const rows = fresh ? none : store.get().rows
      take(page, answer, { rows, search, ...(publishers === null ? {} : { publishers }) })
      return true
    } catch (error) {
      if (mine !== question) return false
      asked.delete(page)
      store.set((state) => ({ ...state, error: toWireError(error) }))
      return false
    }
  }

  const need = (start: number, end: number) => {
    seen = { start, end }
    for (let page = Math.floor(start / pageSize); page * pageSize < end; page++) {
      if (!asked.has(page)) void fetchPage(page, false)
    }
  }

  let newest = Promise.resolve()
  /** How long the last answer took to come, in milliseconds. */
  let took = 0
  /** Resolves once the newest question is answered, whoever asked it meanwhile. */
  const refresh = () => {
    const begun = performance.now()
    newest = askAll().finally(() => {
      took = performance.now() - begun
    })
    return newest
  }
  const askAll = async () => {
    question++
    asked.clear()
    const mine = question
    if (!(await fetchPage(Math.floor(seen.start / pageSize), true))) {
      if (mine !== question) await newest
      return
    }
    need(seen.start, seen.end)
  }

  let version = records.articlesVersion()
  const refreshSoon = pausing(
    () => {
      publishersDue = true
      void refresh()
    },
    () => Math.max(refreshPause, Math.min(longestPause, restAfter * took)),
  )
  records.subscribe(() => {
    if (records.articlesVersion() === version) return
    version = records.articlesVersion()
    refreshSoon()
  })
  /** Begins anew: a search at its best match, the whole list at the article that is open. */
  const beginAnew = async () => {
    const id = workspace.activeArticle()
    seen = { start: 0, end: pageSize }
    if (!searching() && id !== null) {
      try {
        const place = await client.call('article.place', { id, ...listed() })
        if (place !== null) seen = { start: place, end: place + 1 }
      } catch (error) {
        store.set((state) => ({ ...state, error: toWireError(error) }))
        return
      }
    }
    await refresh()
  }
  let search = workspace.get().search
  const searchSoon = pausing(
    () => void beginAnew(),
    () => searchPause,
  )
  workspace.subscribe(() => {
    if (workspace.get().search === search) return
    search = workspace.get().search
    if (search.trim() === '') store.set((state) => ({ ...state, bestFirst: true }))
    searchSoon()
  })

  const searching = () => workspace.get().search.trim() !== ''
  const askAnew = (part: Partial<ArticleListState>) => {
    seen = { start: 0, end: pageSize }
    store.set((state) => ({ ...state, ...part }))
    return refresh()
  }

  const findIndex = (id: ArticleId | null) =>
    [...store.get().rows].find(([, row]) => row.article.id === id)?.[0] ?? null

  return {
    ...store,
    need,
    findIndex,
    refresh,
    restart() {
      publishersDue = true
      return askAnew({ total: null, rows: none, search: '', publisher: undefined, publishers: [] })
    },
    filter: (publisher) => void askAnew({ publisher }),
    order: (sort, descending) => void askAnew({ sort, descending, bestFirst: !searching() }),
    orderByMatch: () => void askAnew({ bestFirst: true }),
    answered: () =>
      new Promise((resolve) => {
        const look = () => {
          const { search: shown, error } = store.get()
          const here = shown === workspace.get().search
          if (!here && error === null) return
          stop()
          resolve(here)
        }
        const stop = store.subscribe(look)
        look()
      }),
    async listIds(from = 0, to = Number.POSITIVE_INFINITY) {
      const { rows, total, search: shown } = store.get()
      const [start, end] = [Math.min(from, to), Math.min(Math.max(from, to) + 1, total ?? 0)]
      const ids: ArticleId[] = []
      for (let at = start; at < end; ) {
        const here = rows.get(at)
        if (here !== undefined) {
          ids.push(here.article.id)
          at++
          continue
        }
        const page = Math.floor(at / pageSize) * pageSize
        const answer = await ask(shown, page)
        const found = answer.rows.slice(at - page, end - page)
        if (found.length === 0) break
        ids.push(...found.map((row) => row.article.id))
        at += found.length
      }
      return ids
    },
    async findNeighbour(id, step) {
      const { rows, total, search: shown } = store.get()
      if (total === null || total === 0) return null
      const at = findIndex(id)
      const wanted = at === null ? (step === 1 ? 0 : total - 1) : at + step
      if (wanted < 0 || wanted >= total) return null
      const here = rows.get(wanted)
      if (here) return here.article.id
      const answer = await ask(shown, Math.floor(wanted / pageSize) * pageSize)
      return answer.rows[wanted % pageSize]?.article.id ?? null
    },
  }
}

/** Calls at the end of a pause that begins with the first request, however many follow within it. */
function pausing(run: () => void, milliseconds: () => number): () => void {
  let _timer: ReturnType<typeof setTimeout> | null = null
  return () => {
    _timer ??= setTimeout(() => {
      _timer = null
      run()
    }, milliseconds())
  }
}
