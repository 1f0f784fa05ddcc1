/**
 * Which passages are proposed first for a link, with the reason in words. Only the
 * passages that the quick order of linkSearch.ts puts first are looked at closely:
 * among tens of thousands the rest have nothing in common with the origin.
 */
import type { ActorId, AnnotationId } from '../../app/ids.ts'
import type { Annotation, Article } from '../../app/model.ts'
import { rarity } from '../../app/relate/bm25.ts'
import { type LinkablePassage, linkCandidates, type Reason } from '../../app/relate/candidates.ts'
import { termsOf } from '../../app/relate/terms.ts'
import { type NameOf, quoteOf } from '../margin/passageWords.ts'

/** What is known of the passage that is being linked. */
export type ProposalOrigin = Pick<LinkablePassage, 'text' | 'language' | 'actorIds' | 'date' | 'kind'> & {
  readonly id: AnnotationId | null
  /** Passages that it is linked with already; they are not proposed again. */
  readonly linked: ReadonlySet<AnnotationId>
}

/** A passage to link to; `why` is null where nothing speaks for it but the order of the list. */
export type Proposal = { readonly annotation: Annotation; readonly why: string | null }

/** How many passages are looked at closely. */
const looked = 60
const mostProposed = 8

type ArticleOf = (annotation: Annotation) => Pick<Article, 'language' | 'published'> | null

/** What of a passage counts for a link; the date of its article where it has none of its own. */
export function linkable(annotation: Annotation, articleOf: ArticleOf): LinkablePassage {
  const { id, kind, fields } = annotation
  const article = articleOf(annotation)
  const own = kind === 'event' ? fields.when : fields.said
  return {
    id,
    kind,
    text: quoteOf(annotation),
    language: article?.language ?? null,
    actorIds: actorsOf(annotation),
    date: own ?? article?.published ?? null,
  }
}

function actorsOf({ kind, fields }: Annotation): readonly ActorId[] {
  if (kind === 'event') return fields.participantIds
  return fields.speakerId === null ? [] : [fields.speakerId]
}

/** The passages in their quick order, with those that there is a reason for first. */
export function proposeLinks(
  origin: ProposalOrigin,
  ordered: readonly Annotation[],
  articleOf: ArticleOf,
  nameOf: NameOf,
): Proposal[] {
  const { linked, id, ...words } = origin
  const own: LinkablePassage = { ...words, id: id ?? 'new' }
  const near = ordered
    .filter((annotation) => annotation.id !== id && !linked.has(annotation.id))
    .slice(0, looked)
  const passages = near.map((annotation) => linkable(annotation, articleOf))
  const found = linkCandidates(own, passages, rarityAmong([own, ...passages]), mostProposed)
  const byId = new Map<string, Annotation>(near.map((annotation) => [annotation.id, annotation]))
  const proposed = found.flatMap((candidate): Proposal[] => {
    const annotation = byId.get(candidate.id)
    return annotation === undefined ? [] : [{ annotation, why: reasonWords(candidate.reasons, nameOf) }]
  })
  const done = new Set(proposed.map(({ annotation }) => annotation))
  return [
    ...proposed,
    ...ordered.filter((annotation) => !done.has(annotation)).map((annotation) => ({ annotation, why: null })),
  ]
}

/** Passages without a word that are thought to stand beside these few, so that no chance word decides. */
const unseen = 100

function rarityAmong(passages: readonly LinkablePassage[]): (term: string) => number {
  const holders = new Map<string, number>()
  for (const { text, language } of passages)
    for (const term of new Set(termsOf(text, language).map((each) => each.term)))
      holders.set(term, (holders.get(term) ?? 0) + 1)
  return (term) => rarity(unseen + passages.length, holders.get(term) ?? 0)
}

/** The reasons as one line: `same actor: Panetta · near words: safe, haven · 2 days apart`. */
export function reasonWords(reasons: readonly Reason[], nameOf: NameOf): string {
  return reasons.map((reason) => reasonWord(reason, nameOf)).join(' · ')
}

function reasonWord(reason: Reason, nameOf: NameOf): string {
  switch (reason.why) {
    case 'same actor': {
      // The ids are those of the passages, which are ids of actors.
      const names = reason.actorIds.map((id) => nameOf(id as ActorId)).filter((name) => name !== '')
      return `same actor: ${names.join(', ')}`
    }
    case 'near words':
      return `near words: ${reason.words.join(', ')}`
    case 'denial cue':
      return `denial: “${reason.word}”`
    case 'near date':
      return reason.days === 0 ? 'same day' : reason.days === 1 ? '1 day apart' : `${reason.days} days apart`
  }
}
