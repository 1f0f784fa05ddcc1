/**
 * The renderer's cache of the case, fed only by what the host sends: one load,
 * then every committed change set in order. Nothing here is optimistic. Of a case
 * that is opened the articles can be read before its other records are here (`whole`). The load
 * is made again whenever the store cannot know that it is complete: after a gap in
 * the counter, when another case was opened (also in the middle of a load), and
 * when the connection is back after it was lost.
 *
 * Annotations, links, actors and hand-made threads are all here, because they are the analyst's own
 * work and every view needs them, and with them the articles that they are about. Other articles
 * are here as far as somebody asked for them (`needArticles`); no text ever is.
 *
 * Arrays handed out keep their identity until their content changes, so React
 * components may compare by reference (`recordTables`).
 */
import type { Change, Committed, HistoryState } from '../../app/changes.ts'
import { toWireError, type WireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import type { CaseInfo, CaseRecords } from '../../app/results.ts'
import { wholeRecords } from '../../app/wholeRecords.ts'
import type { Client } from '../client/client.ts'
import { createRecordTables, type RecordLookup } from './recordTables.ts'

export type RecordStore = RecordLookup & {
  /** Everything that is shown hears of everything that changed; hooks compare what they read. */
  subscribe(listener: () => void): () => void
  /** The committed change sets as they come, after the store has taken them in. */
  onCommitted(listener: (committed: Committed) => void): () => void
  /** Null until it is known which case is open. */
  info(): CaseInfo | null
  /** Whether all records are here; while those of a case that was just opened come, there are none but articles. */
  whole(): boolean
  history(): HistoryState
  /** Rises whenever any article was made, changed or removed: time to ask for lists again. */
  articlesVersion(): number
  /** Rises with every change of what is here, articles that were fetched included. */
  version(): number
  /** What was committed since that version, oldest first; null when everything may be another. */
  changesSince(version: number): readonly Change[] | null
  /** Puts records that a list or get brought into the cache. */
  rememberArticles(articles: readonly Article[]): void
  /** Fetches the records that are missing. */
  needArticles(ids: readonly ArticleId[]): void
  /** Loads the open case; resolves once everything is here. Errors: those of the calls. */
  load(): Promise<void>
}

const none: readonly never[] = []

/** So many commits back it is known what they changed. */
const mostKept = 500

/** `onLoadError` hears of loads that the store began by itself and that failed. */
export function createRecordStore(
  client: Client,
  onLoadError: (error: WireError) => void = () => {},
): RecordStore {
  const listeners = new Set<() => void>()
  const commitListeners = new Set<(committed: Committed) => void>()
  let info: CaseInfo | null = null
  let isWhole = false
  let counter = -1
  let articlesVersion = 0
  let loading: Promise<void> | null = null
  /** Set when what a running load brings is void, because another case was opened meanwhile. */
  let loadAgain = false
  /** What was committed while a load is on its way. */
  let early: Committed[] = []

  const tables = createRecordTables()
  const { lookup } = tables
  let version = 0
  /** What the latest commits changed, each with the version that it made. */
  let log: { readonly version: number; readonly changes: readonly Change[] }[] = []
  /** The version since which the log is whole. */
  let logFrom = 0
  const asked = new Set<ArticleId>()

  const tell = () => {
    version++
    for (const listener of [...listeners]) listener()
  }

  const takeChange = (change: Change) => {
    if (change.type === 'article') articlesVersion++
    tables.change(change)
  }

  const take = (committed: Committed) => {
    for (const change of committed.changes) takeChange(change)
    log.push({ version: version + 1, changes: committed.changes })
    if (log.length > mostKept) logFrom = log.shift()?.version ?? version
    needArticles(taggedIn(committed))
    counter = committed.counter
    if (info) info = recount(info, committed, lookup.links().size)
  }

  const takeRecords = (records: CaseRecords, articlesStay: boolean) => {
    // Articles that were asked for while the others came followed what was committed meanwhile.
    tables.fill(records, articlesStay)
    log = []
    logFrom = version + 1
    asked.clear()
    articlesVersion++
    counter = records.counter
  }

  /** Puts another case on the screen, whose records are still to come. */
  const showCase = (opened: CaseInfo) => {
    if (isWhole && info?.path === opened.path) return
    isWhole = false
    takeRecords(noRecords, false)
    info = opened
    tell()
  }

  /** Takes what was committed during a load; false when something is missing. The two answers may stand at different counters. */
  const takeEarly = (loaded: CaseInfo) => {
    info = loaded
    isWhole = true
    for (const committed of early) {
      if (committed.counter > counter) {
        if (committed.counter !== counter + 1) return false
        for (const change of committed.changes) takeChange(change)
        needArticles(taggedIn(committed))
        counter = committed.counter
      }
      if (info !== null && committed.counter > info.counter)
        info = recount(info, committed, lookup.links().size)
    }
    return true
  }

  const loadOnce = async () => {
    early = []
    loadAgain = false
    const known = client.call('case.info', {}).then((opened) => {
      if (!loadAgain) showCase(opened)
      return opened
    })
    const [opened, records] = await Promise.all([known, wholeRecords(client.call)])
    if (loadAgain) return false
    takeRecords(records, !isWhole)
    return takeEarly(opened)
  }

  const load = () => {
    loading ??= (async () => {
      try {
        while (!(await loadOnce()));
      } finally {
        early = []
        loading = null
      }
      tell()
    })()
    return loading
  }

  const reload = () => {
    if (loading !== null) loadAgain = true
    else load().catch((error: unknown) => onLoadError(toWireError(error)))
  }

  const fetchArticles = async (ids: ArticleId[]) => {
    try {
      remember(await client.call('article.records', { ids }))
    } catch (error) {
      for (const id of ids) asked.delete(id)
      onLoadError(toWireError(error))
    }
  }

  const needArticles = (ids: readonly ArticleId[]) => {
    const missing = [...new Set(ids)].filter((id) => lookup.article(id) === null && !asked.has(id))
    for (const id of missing) asked.add(id)
    for (let at = 0; at < missing.length; at += 1000) void fetchArticles(missing.slice(at, at + 1000))
  }

  const remember = (list: readonly Article[]) => {
    const fresh = tables.addArticles(list)
    if (fresh.length === 0) return
    // What was made of passages while their article was not here is not right any more.
    if (fresh.some(({ id }) => lookup.annotationsOf(id).length > 0)) logFrom = version + 1
    tell()
  }

  /** What is committed while a case is opened shows at once in the articles, which are read already. */
  const followArticles = ({ changes }: Committed) => {
    const ofArticles = changes.filter(({ type }) => type === 'article')
    for (const change of ofArticles) takeChange(change)
    if (ofArticles.length > 0) tell()
  }

  client.onEvent((message) => {
    if (message.event === 'case-opened') {
      reload()
      return
    }
    if (message.event !== 'committed') return
    const committed = message.value
    if (loading !== null) {
      early.push(committed)
      if (!isWhole) followArticles(committed)
      return
    }
    if (counter === -1) return
    if (committed.counter !== counter + 1) {
      reload()
      return
    }
    take(committed)
    tell()
    for (const listener of [...commitListeners]) listener(committed)
  })

  let wasLost = false
  client.connection.subscribe(() => {
    if (client.connection.get() === 'lost') wasLost = true
    else if (wasLost) {
      wasLost = false
      // What was committed meanwhile was told to nobody. A load that was cut off has ended in an error by itself.
      void Promise.resolve(loading).then(reload, reload)
    }
  })

  return {
    ...lookup,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCommitted(listener) {
      commitListeners.add(listener)
      return () => commitListeners.delete(listener)
    },
    info: () => info,
    whole: () => isWhole,
    history: () => info?.history ?? { undo: null, redo: null },
    articlesVersion: () => articlesVersion,
    version: () => version,
    changesSince: (since) =>
      since < logFrom ? null : log.flatMap((entry) => (entry.version > since ? entry.changes : [])),
    rememberArticles: remember,
    needArticles,
    load,
  }
}

/** What is here of a case of which nothing came yet; its counter is that of no case. */
const noRecords: CaseRecords = {
  counter: -1,
  annotations: none,
  links: none,
  actors: none,
  threads: none,
  articles: none,
  rest: none,
}

/** The articles in which a change set makes or changes passages. */
const taggedIn = ({ changes }: Committed): ArticleId[] =>
  changes.flatMap(({ type, after }) => (type === 'annotation' && after !== null ? [after.articleId] : []))

function recount(info: CaseInfo, committed: Committed, links: number): CaseInfo {
  const counts = { ...info.annotations }
  let articles = info.articles
  for (const change of committed.changes) {
    if (change.type === 'annotation') {
      if (change.before) counts[change.before.kind]--
      if (change.after) counts[change.after.kind]++
    }
    if (change.type === 'article') articles += Number(change.after !== null) - Number(change.before !== null)
  }
  return {
    ...info,
    counter: committed.counter,
    articles,
    annotations: counts,
    links,
    history: committed.history,
  }
}
