/** What the scope of a report comes to in the case as it is now. */
import type { AnnotationId, ArticleId } from '../ids.ts'
import type { CaseView } from '../ledger/caseView.ts'
import { makeThreads, type Thread } from '../ledger/threads.ts'
import type { Annotation, Article, Link } from '../model.ts'
import type { ReportScope } from './reportScope.ts'

/** What of a case a report has. */
export type Scoped = {
  /** The articles reported on. */
  readonly articles: readonly Article[]
  /** The passages reported on, each in one of these articles. */
  readonly annotations: readonly Annotation[]
  /** What else there is in their threads and at the far ends of their links: named, not reported on. */
  readonly otherAnnotations: readonly Annotation[]
  /** All links between any of these, in the order of the view. */
  readonly links: readonly Link[]
  /** The threads of the passages reported on. */
  readonly threads: readonly Thread[]
  readonly inCase: { readonly articles: number; readonly threads: number }
}

/** The threads that any of the passages is in. */
export const threadsWith = <T extends Pick<Thread, 'members'>>(
  threads: readonly T[],
  passages: ReadonlySet<AnnotationId>,
): T[] => threads.filter(({ members }) => members.some(({ id }) => passages.has(id)))

/**
 * Narrows a case to a scope. `articles`: all of the case, in the order of the report.
 * `view` may leave out what the scope does not reach; `threadsInCase` says then how many
 * threads there are in all.
 */
export function narrow(
  view: CaseView,
  articles: readonly Article[],
  scope: ReportScope,
  threadsInCase: number | null = null,
): Scoped {
  const all = makeThreads(view)
  const chosen = scope.threadsOf === undefined ? all : threadsWith(all, new Set(scope.threadsOf))
  const named = namedArticles(articles, scope.articleIds)
  const ids = new Set<ArticleId>(named.map(({ id }) => id))
  const threads = chosen.filter(({ members }) => members.some(({ articleId }) => ids.has(articleId)))
  const reported = new Set(
    threads.flatMap(({ members }) => members.filter(({ articleId }) => ids.has(articleId))),
  )
  const here = new Set([...reported].map(({ articleId }) => articleId))
  const others = othersOf(view, threads, reported)
  const known = new Set([...reported, ...others].map(({ id }) => id))
  return {
    articles: scope.threadsOf === undefined ? named : named.filter(({ id }) => here.has(id)),
    annotations: [...reported],
    otherAnnotations: [...others],
    links: [...view.links].filter(({ fromId, toId }) => known.has(fromId) && known.has(toId)),
    threads,
    inCase: { articles: articles.length, threads: threadsInCase ?? all.length },
  }
}

function namedArticles(articles: readonly Article[], ids: readonly ArticleId[] | null): readonly Article[] {
  if (ids === null) return articles
  const byId = new Map(articles.map((article) => [article.id, article]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

function othersOf(
  view: CaseView,
  threads: readonly Thread[],
  reported: ReadonlySet<Annotation>,
): Set<Annotation> {
  const others = new Set(threads.flatMap(({ members }) => members.filter((member) => !reported.has(member))))
  for (const { id } of reported) {
    for (const { fromId, toId } of view.linksOf(id)) {
      const other = view.annotations.get(fromId === id ? toId : fromId)
      if (other !== undefined && !reported.has(other)) others.add(other)
    }
  }
  return others
}
