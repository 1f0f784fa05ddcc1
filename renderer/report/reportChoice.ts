/** Which articles the report is of, and whether it is to be printed once it is drawn; shared by the view and the commands. */
import type { ArticleId } from '../../app/ids.ts'
import { createStore, type Store } from '../ui/store.ts'

export type ReportChoice = {
  /** The ticked articles, in the order of the list; null for all. */
  readonly articleIds: readonly ArticleId[] | null
  readonly printWanted: boolean
}

export const reportChoice: Store<ReportChoice> = createStore<ReportChoice>({
  articleIds: null,
  printWanted: false,
})
