/**
 * What the report is of, and whether it is to be printed once it is drawn; shared by the view
 * and the commands. Threads are ticked by their passages, since they are no records: whatever
 * becomes of a thread, the one that holds a ticked passage is meant. It is kept while the case
 * is open, and is no part of it.
 */
import type { Committed } from '../../app/changes.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { Thread } from '../../app/ledger/threads.ts'
import { threadsWith } from '../../app/report/narrow.ts'
import type { ReportScope } from '../../app/report/reportScope.ts'
import { createStore, type Store } from '../ui/store.ts'

/** What is ticked, and whether the report is of that alone: ticks are kept while it is of all. */
export type Ticks<Id extends string> = { readonly only: boolean; readonly ids: ReadonlySet<Id> }

export type ReportChoice = {
  readonly articles: Ticks<ArticleId>
  /** The passages of the ticked threads. */
  readonly threads: Ticks<AnnotationId>
  /** Null until somebody says: whole, but of ticked threads the blocks in which their passages lie. */
  readonly wholeText: boolean | null
  readonly printWanted: boolean
}

export const reportOfAll: ReportChoice = {
  articles: { only: false, ids: new Set() },
  threads: { only: false, ids: new Set() },
  wholeText: null,
  printWanted: false,
}

export const reportChoice: Store<ReportChoice> = createStore<ReportChoice>(reportOfAll)

/** Another case is open: its report is of all of it. */
export const forgetReportChoice = (): void => reportChoice.set(reportOfAll)

/** The report of these articles alone. */
export const ofArticles = (ids: Iterable<ArticleId>): ReportChoice => ({
  ...reportOfAll,
  articles: { only: true, ids: new Set(ids) },
})

/** The report of one thread alone. */
export const ofThread = (thread: Thread): ReportChoice => ({
  ...reportOfAll,
  threads: { only: true, ids: new Set(thread.members.map(({ id }) => id)) },
})

/** With some of the ids ticked, or ticked no more. */
export function tick<Id extends string>(ticks: Ticks<Id>, ids: readonly Id[], on: boolean): Ticks<Id> {
  const next = new Set(ticks.ids)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return { ...ticks, ids: next }
}

/** Whether articles are printed whole. */
export const isWhole = ({ wholeText, threads }: ReportChoice): boolean => wholeText ?? !threads.only

/** The choice as the host takes it. */
export function scopeOf(choice: ReportChoice): ReportScope {
  const { articles, threads } = choice
  return {
    articleIds: articles.only ? [...articles.ids] : null,
    ...(threads.only ? { threadsOf: [...threads.ids] } : {}),
    wholeText: isWhole(choice),
  }
}

/** The threads and articles that a choice comes to in the case as it is. */
export type Held = {
  readonly threads: readonly Thread[]
  /** In which the passages of these threads stand; all that are ticked where no thread is asked for. Null for all. */
  readonly articleIds: ReadonlySet<ArticleId> | null
}

export function heldBy(choice: ReportChoice, all: readonly Thread[]): Held {
  const threads = choice.threads.only ? threadsWith(all, choice.threads.ids) : all
  const ticked = choice.articles.only ? choice.articles.ids : null
  if (!choice.threads.only) return { threads, articleIds: ticked }
  const stands = threads.flatMap(({ members }) => members.map(({ articleId }) => articleId))
  return { threads, articleIds: new Set(stands.filter((id) => ticked === null || ticked.has(id))) }
}

/** Why there is no report of this choice, and what to do; null where there is one. */
export function lackOf(choice: ReportChoice, { threads, articleIds }: Held) {
  if (threads.length === 0 && choice.threads.only) {
    return { title: 'No thread is ticked', advice: 'Tick the threads that the report is to be of.' }
  }
  if (choice.articles.only && choice.articles.ids.size === 0) {
    return { title: 'No article is ticked', advice: 'Tick the articles that the report is to be of.' }
  }
  if (articleIds?.size === 0) {
    return {
      title: 'These threads stand in other articles',
      advice: 'No passage of the ticked threads stands in the ticked articles: tick others.',
    }
  }
  return null
}

/** The choice without the articles that a change set removed; the same value when none was ticked. */
export function withoutRemovedArticles(choice: ReportChoice, { changes }: Committed): ReportChoice {
  const gone = changes.flatMap((change) =>
    change.type === 'article' && change.after === null && choice.articles.ids.has(change.id)
      ? [change.id]
      : [],
  )
  return gone.length === 0 ? choice : { ...choice, articles: tick(choice.articles, gone, false) }
}
