/**
 * Which kinds a relation may join. Everything that makes a link asks here:
 * the service that commits it, the picker that offers it, the drag that ends on a mark.
 */
import { type Kind, type Relation, relations } from './vocabulary.ts'

type Ends = { readonly from: readonly Kind[]; readonly to: readonly Kind[] }

/** The kinds allowed at each end of each relation. */
export const relationEnds = {
  denies: { from: ['denial'], to: ['claim'] },
  contradicts: { from: ['claim'], to: ['claim'] },
  supports: { from: ['claim', 'event'], to: ['claim'] },
  'same claim': { from: ['claim'], to: ['claim'] },
  'same event': { from: ['event'], to: ['event'] },
  'responds to': { from: ['claim', 'denial', 'event'], to: ['claim', 'denial', 'event'] },
  follows: { from: ['event'], to: ['event'] },
} as const satisfies Record<Relation, Ends>

/** Relations that mean the same read from either end; two annotations have at most one of each. */
export const symmetricRelations: ReadonlySet<Relation> = new Set(['contradicts', 'same claim', 'same event'])

const withArticle = { claim: 'a claim', denial: 'a denial', event: 'an event' } as const satisfies Record<
  Kind,
  string
>
const listed = (words: readonly Kind[]) => words.map((kind) => withArticle[kind]).join(' or ')

/** A refusal with the sentence that says why, or an allowance. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** What the rules need to know of an end of a link. */
export type LinkEnd = { readonly id: string; readonly kind: Kind }

/** Whether a relation may lead from one annotation to the other, judged by kinds alone. */
export function canLink(from: LinkEnd, relation: Relation, to: LinkEnd): Verdict {
  if (from.id === to.id) return { allowed: false, why: 'A passage cannot be linked to itself.' }
  const ends: Ends = relationEnds[relation]
  if (!ends.from.includes(from.kind) || !ends.to.includes(to.kind)) {
    return {
      allowed: false,
      why: `“${relation}” leads from ${listed(ends.from)} to ${listed(ends.to)}, not from ${withArticle[from.kind]} to ${withArticle[to.kind]}.`,
    }
  }
  return { allowed: true }
}

/** The relations that may lead from one annotation to the other, in the order of the vocabulary. */
export function allowedRelations(from: LinkEnd, to: LinkEnd): Relation[] {
  return relations.filter((relation) => canLink(from, relation, to).allowed)
}

/** Whether two links say the same: same relation and ends, or turned ends where the relation is symmetric. */
export function sameLink(
  a: { fromId: string; toId: string; relation: Relation },
  b: { fromId: string; toId: string; relation: Relation },
): boolean {
  if (a.relation !== b.relation) return false
  if (a.fromId === b.fromId && a.toId === b.toId) return true
  return symmetricRelations.has(a.relation) && a.fromId === b.toId && a.toId === b.fromId
}
