/** Two revisions of one article beside each other: which they are, and which change is the one in view. */
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { DiffBlock, DiffPiece, RevisionInfo } from '../../app/results.ts'

export type RevisionPair = {
  readonly articleId: ArticleId
  /** Null for the one before `toId`. */
  readonly fromId: RevisionId | null
  /** Null for the current one. */
  readonly toId: RevisionId | null
  /** Index of the change in view; −1 before the first was gone to. */
  readonly at: number
  /** How many changed blocks there are; null until they were compared. */
  readonly changes: number | null
}

/** Which of an article's revisions, oldest first, are meant; null where there are not two. */
export function revisionsOf(
  { fromId, toId }: Pick<RevisionPair, 'fromId' | 'toId'>,
  revisions: readonly RevisionInfo[],
): { readonly from: RevisionInfo; readonly to: RevisionInfo } | null {
  const place = (wanted: RevisionId | null) => revisions.findIndex(({ id }) => id === wanted)
  const current = revisions.findIndex((revision) => revision.current)
  const at = place(toId) === -1 ? current : place(toId)
  const to = revisions[at]
  const from = revisions[place(fromId)] ?? revisions[at === 0 ? 1 : at - 1]
  return from === undefined || to === undefined ? null : { from, to }
}

/** What a block shows on the older or the newer side; empty where that side has nothing there. */
export function sideOf({ pieces }: DiffBlock, side: 'older' | 'newer'): readonly DiffPiece[] {
  const other = side === 'older' ? 'added' : 'removed'
  const own = pieces.filter(({ change }) => change !== other)
  return own.every(({ text }) => text.trim() === '') ? [] : own
}
