/** The relations that can be chosen between two passages, worded from the first; the impossible ones last, with why. */
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { canLink, sameLink, symmetricRelations } from '../../app/rules.ts'
import { inverseLabels, type Kind, type Relation, relations } from '../../app/vocabulary.ts'

export type RelationChoice = {
  readonly key: string
  readonly relation: Relation
  /** Whether the first passage is the link's `from` or its `to`. */
  readonly newIs: 'from' | 'to'
  /** What the first passage is tagged as for this relation. */
  readonly kind: Kind
  /** How it reads from the first passage. */
  readonly word: string
  /** Why it cannot be chosen; null when it can. */
  readonly why: string | null
}

/**
 * `kinds` are what the first passage may be: its own kind, or all three while it
 * is still to be tagged (`ownId` null). `links` are those the first passage has.
 */
export function relationChoices(
  ownId: AnnotationId | null,
  kinds: readonly Kind[],
  other: Annotation,
  links: readonly Link[],
): RelationChoice[] {
  const choices: RelationChoice[] = []
  for (const relation of relations) {
    for (const newIs of ['from', 'to'] as const) {
      // Read from either end it is the same, so it stands in the list once.
      if (newIs === 'to' && symmetricRelations.has(relation)) continue
      choices.push(...choicesOf(ownId, kinds, other, links, relation, newIs))
    }
  }
  return choices.toSorted(
    (a, b) => Number(a.why !== null) - Number(b.why !== null) || plainness(a) - plainness(b),
  )
}

/** “responds to” joins anything and says least: the telling relations come first. */
const plainness = (choice: RelationChoice) => Number(choice.relation === 'responds to')

function choicesOf(
  ownId: AnnotationId | null,
  kinds: readonly Kind[],
  other: Annotation,
  links: readonly Link[],
  relation: Relation,
  newIs: 'from' | 'to',
): RelationChoice[] {
  const verdicts = kinds.map((kind) => {
    const own = { id: ownId ?? 'new', kind }
    const verdict = newIs === 'from' ? canLink(own, relation, other) : canLink(other, relation, own)
    return { kind, why: verdict.allowed ? null : verdict.why }
  })
  const allowed = verdicts.filter(({ why }) => why === null)
  const shown = allowed.length > 0 ? allowed : verdicts.slice(0, 1)
  const there = ownId !== null && links.some((link) => sameLink(link, ends(ownId, relation, other, newIs)))
  return shown.map(({ kind, why }) => ({
    key: `${relation} ${newIs} ${kind}`,
    relation,
    newIs,
    kind,
    word: newIs === 'from' ? relation : inverseLabels[relation],
    why: why ?? (there ? 'The two are linked so already.' : null),
  }))
}

const ends = (ownId: AnnotationId, relation: Relation, other: Annotation, newIs: 'from' | 'to') =>
  newIs === 'from' ? { fromId: ownId, toId: other.id, relation } : { fromId: other.id, toId: ownId, relation }
