/** What a report is made from: plain values, gathered by the host, with the clock's answer among them. */

import type { Actor, Article } from '../model.ts'
import type { ArticleContent } from '../results.ts'
import type { Scoped } from './narrow.ts'

export type ReportModel = Omit<Scoped, 'articles'> & {
  readonly caseName: string
  /** When the report was made, ISO 8601 in UTC. */
  readonly madeAt: string
  /** The articles reported on, in the order of the report. */
  readonly articles: readonly ArticleContent[]
  readonly actors: readonly Actor[]
  /** The articles of `otherAnnotations`, and those that articles of the report share their text with, as far as they are not reported on themselves. */
  readonly otherArticles: readonly Article[]
  /** Whether it is of chosen threads, which it names then. */
  readonly ofThreads: boolean
  /** Whether articles are printed whole, or only the blocks in which passages lie. */
  readonly wholeText: boolean
}
