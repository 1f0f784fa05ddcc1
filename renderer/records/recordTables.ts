/** The records that are here, and what is looked up in them: by article, by revision, by end. */
import { byAge } from '../../app/byAge.ts'
import type { Change } from '../../app/changes.ts'
import type { ActorId, AnnotationId, ArticleId, LinkId, RevisionId, ThreadId } from '../../app/ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../../app/model.ts'
import type { CaseRecords } from '../../app/results.ts'
import { byPosition, withoutId, withRecord } from './ordered.ts'

/** What can be looked up; arrays keep their identity until their content changes. */
export type RecordLookup = {
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
  /** An article with passages, or one somebody asked for; null while it is not here. */
  article(id: ArticleId): Article | null
}

export type RecordTables = {
  readonly lookup: RecordLookup
  /** Takes in one change. */
  change(change: Change): void
  /** Holds these records and no others, but for the articles that are here where they are kept. */
  fill(records: CaseRecords, articlesStay: boolean): void
  /** Takes in articles that are not here yet, and returns those. */
  addArticles(list: readonly Article[]): readonly Article[]
}

const none: readonly never[] = []

export function createRecordTables(): RecordTables {
  let annotations = new Map<AnnotationId, Annotation>()
  let byArticle = new Map<ArticleId, readonly Annotation[]>()
  let links = new Map<LinkId, Link>()
  let byEnd = new Map<AnnotationId, readonly Link[]>()
  let actors = new Map<ActorId, Actor>()
  let actorList: readonly Actor[] | null = null
  let articles = new Map<ArticleId, Article>()
  let threads = new Map<ThreadId, ThreadRecord>()
  const byRevision = new Map<RevisionId, { of: readonly Annotation[]; on: readonly Annotation[] }>()

  const indexLink = (link: Link, put: boolean) => {
    for (const end of [link.fromId, link.toId]) {
      const rest = byEnd.get(end) ?? none
      byEnd.set(end, put ? withRecord(rest, link, byAge) : withoutId(rest, link.id))
    }
  }

  const indexAnnotation = ({ id, before, after }: Extract<Change, { type: 'annotation' }>) => {
    const articleId = (after ?? before)?.articleId
    if (articleId === undefined) return
    const rest = byArticle.get(articleId) ?? none
    byArticle.set(articleId, after ? withRecord(rest, after, byPosition) : withoutId(rest, id))
  }

  return {
    change(change) {
      switch (change.type) {
        case 'annotation':
          indexAnnotation(change)
          return putOrDelete(annotations, change)
        case 'link':
          if (change.before) indexLink(change.before, false)
          if (change.after) indexLink(change.after, true)
          return putOrDelete(links, change)
        case 'actor':
          actorList = null
          return putOrDelete(actors, change)
        case 'thread':
          return putOrDelete(threads, change)
        case 'article':
          return putOrDelete(articles, change)
      }
    },
    fill(records, articlesStay) {
      annotations = mapById(records.annotations)
      const groups = Map.groupBy(records.annotations, (annotation) => annotation.articleId)
      for (const group of groups.values()) group.sort(byPosition)
      byArticle = groups
      links = mapById(records.links)
      byEnd = groupByEnds(records.links)
      actors = mapById(records.actors)
      threads = mapById(records.threads)
      actorList = null
      articles = new Map([...(articlesStay ? articles : none), ...mapById(records.articles)])
    },
    addArticles(list) {
      const fresh = list.filter((article) => !articles.has(article.id))
      for (const article of fresh) articles.set(article.id, article)
      return fresh
    },
    lookup: {
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
      article: (id) => articles.get(id) ?? null,
    },
  }
}

function mapById<T extends { readonly id: unknown }>(list: readonly T[]): Map<T['id'], T> {
  return new Map(list.map((record) => [record.id, record]))
}

function putOrDelete<I, T>(
  map: Map<I, T>,
  { id, after }: { readonly id: I; readonly after: T | null },
): void {
  if (after === null) map.delete(id)
  else map.set(id, after)
}

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
