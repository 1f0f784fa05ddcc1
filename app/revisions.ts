/** What lies on which revision, and which articles are one source. */
import type { Annotation, Article } from './model.ts'

/** Whether the annotation waits for a decision: it lies on an older revision and nobody left it there on purpose. */
export function needsReview(
  annotation: Pick<Annotation, 'revisionId' | 'detached'>,
  article: Pick<Article, 'revisionId'>,
): boolean {
  return annotation.revisionId !== article.revisionId && !annotation.detached
}

/** Whether the annotation's words stand in the current text. */
export function isOnCurrent(
  annotation: Pick<Annotation, 'revisionId'>,
  article: Pick<Article, 'revisionId'>,
): boolean {
  return annotation.revisionId === article.revisionId
}

type Sharing = Pick<Article, 'id' | 'reprintOf'>

/**
 * The articles by independent source: those that share one text (a wire story and its
 * reprints) are one group, in the order given. Groups come in the order of their first
 * article; the count of groups is the count of independent sources.
 */
export function sourceGroups<A extends Sharing>(articles: readonly A[]): A[][] {
  const known = new Map<string, A>(articles.map((article) => [article.id, article]))
  const groups = new Map<string, A[]>()
  for (const article of articles) {
    const root = rootOf(article, known)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [article])
    else group.push(article)
  }
  return [...groups.values()]
}

/** Follows `reprintOf` as far as the articles given lead; a circle ends where it closes. */
function rootOf(article: Sharing, known: ReadonlyMap<string, Sharing>): string {
  const seen = new Set<string>([article.id])
  let root: string = article.id
  let next = article.reprintOf
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    root = next
    next = known.get(next)?.reprintOf ?? null
  }
  return root
}
