/** Which articles the report is of, and whether it is to be printed once it is drawn; shared by the view and the commands. */
import type { Committed } from '../../app/changes.ts'
import type { ArticleId } from '../../app/ids.ts'
import { createStore, type Store } from '../ui/store.ts'

export type ReportChoice = {
  /** The ticked articles, in the order of the list; null for all. */
  readonly articleIds: readonly ArticleId[] | null
  readonly printWanted: boolean
}

const allArticles: ReportChoice = { articleIds: null, printWanted: false }

export const reportChoice: Store<ReportChoice> = createStore<ReportChoice>(allArticles)

/** Another case is open: its report is of all its articles. */
export const forgetReportChoice = (): void => reportChoice.set(allArticles)

/** The choice without the articles that a change set removed; the same value when none was ticked. */
export function withoutRemovedArticles(choice: ReportChoice, { changes }: Committed): ReportChoice {
  const gone = new Set<string>(
    changes.filter(({ type, after }) => type === 'article' && after === null).map(({ id }) => id),
  )
  if (gone.size === 0 || choice.articleIds?.some((id) => gone.has(id)) !== true) return choice
  return { ...choice, articleIds: choice.articleIds.filter((id) => !gone.has(id)) }
}
