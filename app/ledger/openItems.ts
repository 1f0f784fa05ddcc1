/** What is left to do in a case, worked through like an inbox. An item goes when its cause goes; nothing is ticked off. */
import type { Annotation, Article, Link } from '../model.ts'
import type { Row } from './rows.ts'

export const openSorts = [
  'link to re-check',
  'contradiction',
  'denial without its claim',
  'claim nobody answered',
  'event with one source',
  'no speaker',
] as const
export type OpenSort = (typeof openSorts)[number]

export type OpenItem = {
  /** The same for the same thing to do, so that the place in the list is kept. */
  readonly key: string
  readonly sort: OpenSort
  /** The passage to go to. */
  readonly annotationId: string
  /** The link to look at; null where the item is about a passage alone. */
  readonly linkId: string | null
}

/** Links with an end that stands in a revision which is no longer its article's. */
export function linksToRecheck(
  annotations: readonly Annotation[],
  links: readonly Link[],
  articles: readonly Article[],
): Link[] {
  const current = new Map<string, string>(articles.map((article) => [article.id, article.revisionId]))
  const moved = new Set<string>()
  for (const { id, articleId, revisionId } of annotations) {
    const now = current.get(articleId)
    if (now !== undefined && now !== revisionId) moved.add(id)
  }
  return moved.size === 0 ? [] : links.filter(({ fromId, toId }) => moved.has(fromId) || moved.has(toId))
}

/** Everything open, by sort in the order of `openSorts`, each in the order of its records. */
export function openItemsOf(
  annotations: readonly Annotation[],
  links: readonly Link[],
  rows: readonly Row[],
  recheck: readonly Link[],
): OpenItem[] {
  const denying = new Set<string>(
    links.filter(({ relation }) => relation === 'denies').map(({ fromId }) => fromId),
  )
  const item = (sort: OpenSort, annotationId: string, linkId: string | null = null): OpenItem => ({
    key: `${sort}:${linkId ?? annotationId}`,
    sort,
    annotationId,
    linkId,
  })
  return [
    ...recheck.map((link) => item('link to re-check', link.fromId, link.id)),
    ...links
      .filter(({ relation }) => relation === 'contradicts')
      .map((link) => item('contradiction', link.fromId, link.id)),
    ...annotations
      .filter(({ kind, id }) => kind === 'denial' && !denying.has(id))
      .map(({ id }) => item('denial without its claim', id)),
    ...rows.filter(isUnanswered).map(({ id }) => item('claim nobody answered', id)),
    ...rows
      .filter(({ kind, sources }) => kind === 'event' && sources === 1)
      .map(({ id }) => item('event with one source', id)),
    ...annotations.filter(lacksSpeaker).map(({ id }) => item('no speaker', id)),
  ]
}

/** Support is no answer. */
const isUnanswered = ({ kind, denials, contradictions, responses }: Row) =>
  kind === 'claim' && denials.length + contradictions.length + responses.length === 0

function lacksSpeaker(annotation: Annotation): boolean {
  if (annotation.kind === 'event' || annotation.fields.speakerId !== null) return false
  return annotation.kind === 'denial' || annotation.fields.attribution !== 'unnamed'
}
