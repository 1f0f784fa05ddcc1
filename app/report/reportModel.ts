/** What a report is made from: plain values, gathered by the host, with the clock's answer among them. */

import type { Actor, Annotation, Article, Link } from '../model.ts'
import type { ArticleContent } from '../results.ts'

export type ReportModel = {
  readonly caseName: string
  /** When the report was made, ISO 8601 in UTC. */
  readonly madeAt: string
  /** The articles reported on, in the order of the report. */
  readonly articles: readonly ArticleContent[]
  /** The annotations of those articles, and those at the far ends of their links. */
  readonly annotations: readonly Annotation[]
  /** Every link with at least one end in those articles. */
  readonly links: readonly Link[]
  readonly actors: readonly Actor[]
  /** The articles of far ends that are not reported on themselves. */
  readonly otherArticles: readonly Article[]
}
