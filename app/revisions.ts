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
    const root = sourceRoot(article.id, (id) => known.get(id))
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [article])
    else group.push(article)
  }
  return [...groups.values()]
}

/**
 * The id that all articles of one source share: `reprintOf` followed as far as articles are known;
 * a circle ends where it closes.
 */
export function sourceRoot(id: string, articleOf: (id: string) => Sharing | null | undefined): string {
  const seen = new Set<string>()
  let root = id
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next)
    root = next
    next = articleOf(next)?.reprintOf ?? null
  }
  return root
}
