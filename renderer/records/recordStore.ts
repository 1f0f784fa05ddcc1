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
 * components may compare by reference.
 */
import { byAge } from '../../app/byAge.ts'
import type { Change, Committed, HistoryState } from '../../app/changes.ts'
import { toWireError, type WireError } from '../../app/errors.ts'
import type { ActorId, AnnotationId, ArticleId, LinkId, RevisionId, ThreadId } from '../../app/ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../../app/model.ts'
import type { CaseInfo, CaseRecords } from '../../app/results.ts'
import { wholeRecords } from '../../app/wholeRecords.ts'
import type { Client } from '../client/client.ts'
import { byPosition, withoutId, withRecord } from './ordered.ts'

export type RecordStore = {
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
  annotation(id: AnnotationId): Annotation | null
  annotations(): ReadonlyMap<AnnotationId, Annotation>
  /** In text order. */
  annotationsOf(articleId: ArticleId): readonly Annotation[]
  /** Those that lie on the revision, in text order. */
  annotationsOn(articleId: ArticleId, revisionId: RevisionId): readonly Annotation[]
  link(id: LinkId): Link | null
  links(): ReadonlyMap<LinkId, Link>
  /** Links that begin or end at the annotation, oldest first. */
  linksOf(id: AnnotationId): readonly Link[]
  actor(id: ActorId): Actor | null
  /** By name. */
  actors(): readonly Actor[]
  /** What was settled about threads by hand. */
  threads(): ReadonlyMap<ThreadId, ThreadRecord>
  /** Rises with every change of what is here, articles that were fetched included. */
  version(): number
  /** What was committed since that version, oldest first; null when everything may be another. */
  changesSince(version: number): readonly Change[] | null
  /** An article with passages, or one somebody asked for; null while it is not here. */
  article(id: ArticleId): Article | null
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

  let annotations = new Map<AnnotationId, Annotation>()
  let byArticle = new Map<ArticleId, readonly Annotation[]>()
  let links = new Map<LinkId, Link>()
  let byEnd = new Map<AnnotationId, readonly Link[]>()
  let actors = new Map<ActorId, Actor>()
  let actorList: readonly Actor[] | null = null
  let articles = new Map<ArticleId, Article>()
  let threads = new Map<ThreadId, ThreadRecord>()
  let version = 0
  /** What the latest commits changed, each with the version that it made. */
  let log: { readonly version: number; readonly changes: readonly Change[] }[] = []
  /** The version since which the log is whole. */
  let logFrom = 0
  const asked = new Set<ArticleId>()
  const byRevision = new Map<RevisionId, { of: readonly Annotation[]; on: readonly Annotation[] }>()

  const tell = () => {
    version++
    for (const listener of [...listeners]) listener()
  }

  const indexLink = (link: Link, put: boolean) => {
    for (const end of [link.fromId, link.toId]) {
      const rest = byEnd.get(end) ?? none
      byEnd.set(end, put ? withRecord(rest, link, byAge) : withoutId(rest, link.id))
    }
  }

  const takeChange = (change: Change) => {
    switch (change.type) {
      case 'annotation': {
        const articleId = (change.after ?? change.before)?.articleId
        if (articleId === undefined) return
        const rest = byArticle.get(articleId) ?? none
        byArticle.set(
          articleId,
          change.after ? withRecord(rest, change.after, byPosition) : withoutId(rest, change.id),
        )
        if (change.after) annotations.set(change.id, change.after)
        else annotations.delete(change.id)
        return
      }
      case 'link':
        if (change.before) indexLink(change.before, false)
        if (change.after) {
          indexLink(change.after, true)
          links.set(change.id, change.after)
        } else links.delete(change.id)
        return
      case 'actor':
        actorList = null
        if (change.after) actors.set(change.id, change.after)
        else actors.delete(change.id)
        return
      case 'thread':
        if (change.after) threads.set(change.id, change.after)
        else threads.delete(change.id)
        return
      case 'article':
        articlesVersion++
        if (change.after) articles.set(change.id, change.after)
        else articles.delete(change.id)
    }
  }

  const take = (committed: Committed) => {
    for (const change of committed.changes) takeChange(change)
    log.push({ version: version + 1, changes: committed.changes })
    if (log.length > mostKept) logFrom = log.shift()?.version ?? version
    needArticles(taggedIn(committed))
    counter = committed.counter
    if (info) info = recount(info, committed, links)
  }

  const takeRecords = (records: CaseRecords) => {
    annotations = new Map(records.annotations.map((annotation) => [annotation.id, annotation]))
    const groups = Map.groupBy(records.annotations, (annotation) => annotation.articleId)
    for (const group of groups.values()) group.sort(byPosition)
    byArticle = groups
    links = new Map(records.links.map((link) => [link.id, link]))
    byEnd = groupByEnds(records.links)
    actors = new Map(records.actors.map((actor) => [actor.id, actor]))
    threads = new Map(records.threads.map((thread) => [thread.id, thread]))
    actorList = null
    // Those that were asked for while the others came followed what was committed meanwhile.
    const kept = isWhole ? none : articles
    articles = new Map([...kept, ...records.articles.map((article) => [article.id, article] as const)])
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
    articles = new Map()
    takeRecords(noRecords)
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
      if (info !== null && committed.counter > info.counter) info = recount(info, committed, links)
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
    takeRecords(records)
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
    const missing = [...new Set(ids)].filter((id) => !articles.has(id) && !asked.has(id))
    for (const id of missing) asked.add(id)
    for (let at = 0; at < missing.length; at += 1000) void fetchArticles(missing.slice(at, at + 1000))
  }

  const remember = (list: readonly Article[]) => {
    const fresh = list.filter((article) => !articles.has(article.id))
    if (fresh.length === 0) return
    for (const article of fresh) articles.set(article.id, article)
    // What was made of passages while their article was not here is not right any more.
    if (fresh.some(({ id }) => byArticle.has(id))) logFrom = version + 1
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
    annotation: (id) => annotations.get(id) ?? null,
    annotations: () => annotations,
    annotationsOf: (articleId) => byArticle.get(articleId) ?? none,
    annotationsOn(articleId, revisionId) {
      const of = byArticle.get(articleId) ?? none
      const known = byRevision.get(revisionId)
      if (known?.of === of) return known.on
      const matching = of.filter((annotation) => annotation.revisionId === revisionId)
      const on = matching.length === of.length ? of : sameList(known?.on, matching)
      byRevision.set(revisionId, { of, on })
      return on
    },
    link: (id) => links.get(id) ?? null,
    links: () => links,
    linksOf: (id) => byEnd.get(id) ?? none,
    actor: (id) => actors.get(id) ?? null,
    actors: () => (actorList ??= [...actors.values()].sort((a, b) => a.name.localeCompare(b.name))),
    threads: () => threads,
    version: () => version,
    changesSince: (since) =>
      since < logFrom ? null : log.flatMap((entry) => (entry.version > since ? entry.changes : [])),
    article: (id) => articles.get(id) ?? null,
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

/** The list known already where it holds the same. */
function sameList(known: readonly Annotation[] | undefined, list: readonly Annotation[]) {
  const same = known?.length === list.length && list.every((item, index) => item === known[index])
  return same && known !== undefined ? known : list
}

/** The links by each of their two ends, oldest first. */
function groupByEnds(links: readonly Link[]): Map<AnnotationId, readonly Link[]> {
  const groups = new Map<AnnotationId, Link[]>()
  for (const link of links.toSorted(byAge)) {
    for (const end of new Set([link.fromId, link.toId])) {
      const group = groups.get(end)
      if (group === undefined) groups.set(end, [link])
      else group.push(link)
    }
  }
  return groups
}

function recount(info: CaseInfo, committed: Committed, links: ReadonlyMap<LinkId, Link>): CaseInfo {
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
    links: links.size,
    history: committed.history,
  }
}
