/** What is shown of the related passages of two neighbouring columns, and how one walks through it. Pure. */
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { Range } from '../../app/model.ts'
import type { Shade } from '../reader/shades.ts'
import type { RelatedPair, RelatedPassages } from './relatedPassages.ts'

/** Passages that both articles have, or those that only one has. */
export type RelatedList = 'pairs' | 'only'

export type RelatedState = {
  /** The left article of the two. */
  readonly hereId: ArticleId
  /** The right one. */
  readonly thereId: ArticleId
  /** Null while it is being looked for. */
  readonly found: RelatedPassages | null
  /** The revisions in whose texts it was found, that of the left article first; empty while it is being looked for. */
  readonly revisionIds: readonly RevisionId[]
  readonly list: RelatedList
  /** Place in the list of what is in view; −1 before the first. */
  readonly at: number
}

/** A passage that only one of the two articles has. */
export type OnlyPassage = { readonly side: 'here' | 'there'; readonly range: Range }

/**
 * The two columns to compare: the active one and the next, at the right end the one
 * before; those that are being compared already while the active one is among them.
 * Null where there are not two.
 */
export function pairOfColumns(
  columns: readonly ArticleId[],
  active: number,
  current: Pick<RelatedState, 'hereId' | 'thereId'> | null,
): readonly [hereId: ArticleId, thereId: ArticleId] | null {
  if (current !== null) {
    const at = columns.indexOf(current.hereId)
    const kept = at !== -1 && columns[at + 1] === current.thereId && (active === at || active === at + 1)
    if (kept) return [current.hereId, current.thereId]
  }
  const first = Math.max(0, Math.min(active, columns.length - 2))
  const [hereId, thereId] = [columns[first], columns[first + 1]]
  return hereId === undefined || thereId === undefined ? null : [hereId, thereId]
}

/** What only one of the two has: first all of the left one, then all of the right one. */
export const onlyPassages = (found: RelatedPassages): OnlyPassage[] => [
  ...found.onlyHere.map((range) => ({ side: 'here' as const, range })),
  ...found.onlyThere.map((range) => ({ side: 'there' as const, range })),
]

/** How many there are to walk through; 0 while they are being looked for. */
export function relatedCount({ found, list }: Pick<RelatedState, 'found' | 'list'>): number {
  if (found === null) return 0
  return list === 'pairs' ? found.pairs.length : found.onlyHere.length + found.onlyThere.length
}

/** The place one step on; null at the ends. From before the first, back leads to the last. */
export function stepInList(at: number, count: number, direction: 1 | -1): number | null {
  const next = at === -1 && direction === -1 ? count - 1 : at + direction
  return next < 0 || next >= count ? null : next
}

/** The pair in view; null without one. */
export const findPair = ({ found, list, at }: RelatedState): RelatedPair | null =>
  list === 'pairs' ? (found?.pairs[at] ?? null) : null

/** What of an article is in view: its side of the pair, or its own passage; null without. */
export function findInView(state: RelatedState, articleId: ArticleId): Range | null {
  const side = sideOf(state, articleId)
  if (side === null || state.found === null) return null
  if (state.list === 'pairs') return findPair(state)?.[side] ?? null
  const only = onlyPassages(state.found)[state.at]
  return only?.side === side ? only.range : null
}

export function sideOf(
  { hereId, thereId }: Pick<RelatedState, 'hereId' | 'thereId'>,
  articleId: ArticleId,
): 'here' | 'there' | null {
  return articleId === hereId ? 'here' : articleId === thereId ? 'there' : null
}

/** From these scores on, a shade is fair, then strong. */
const fairFrom = 0.35
const strongFrom = 0.55

/** How the reader of an article shades its passages; empty where it is neither of the two. */
export function shadesOf(state: RelatedState | null, articleId: ArticleId): Shade[] {
  const side = state === null ? null : sideOf(state, articleId)
  if (state === null || side === null || state.found === null) return []
  const inView = findInView(state, articleId)
  const current: Shade[] = inView === null ? [] : [{ ...inView, look: 'current' }]
  // Shades that lie over each other would darken the words.
  const beside = (range: Range) => range.start !== inView?.start
  if (state.list === 'only') {
    const ranges = side === 'here' ? state.found.onlyHere : state.found.onlyThere
    return [...ranges.filter(beside).map((range): Shade => ({ ...range, look: 'only' })), ...current]
  }
  const differing = findPair(state)?.differences.map((found): Shade => ({ ...found[side], look: 'differs' }))
  return [...bestShades(state.found.pairs, side).filter(beside), ...current, ...(differing ?? [])]
}

/** Each passage once, by the best pair it stands in. */
function bestShades(pairs: readonly RelatedPair[], side: 'here' | 'there'): Shade[] {
  const best = new Map<number, { range: Range; score: number }>()
  for (const pair of pairs) {
    const range = pair[side]
    if ((best.get(range.start)?.score ?? 0) < pair.score) best.set(range.start, { range, score: pair.score })
  }
  return [...best.values()].map(({ range: { start, end }, score }) => ({
    start,
    end,
    look: score >= strongFrom ? 'strong' : score >= fairFrom ? 'fair' : 'weak',
  }))
}
