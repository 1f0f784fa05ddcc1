/** The passages of a revision on the pieces of a comparison. Pure. */
import type { Annotation } from '../../app/model.ts'
import type { DiffPiece } from '../../app/results.ts'

/** Words of a piece that lie in the same passages. */
export type MarkedRun = { readonly text: string; readonly passages: readonly Annotation[] }

/**
 * A piece in runs, each with the passages it lies in; without any the piece is one run.
 *
 * @param passages those of the revision on that side
 */
export function markedRuns(
  piece: DiffPiece,
  side: 'older' | 'newer',
  passages: readonly Annotation[],
): MarkedRun[] {
  const from = piece[side]
  const whole = { text: piece.text, passages: [] }
  if (from === null) return [whole]
  const to = from + piece.text.length
  const spans = passages.flatMap((passage) =>
    passage.segments
      .filter(({ start, end }) => start < to && end > from)
      .map(({ start, end }) => ({ passage, start: Math.max(start, from), end: Math.min(end, to) })),
  )
  if (spans.length === 0) return [whole]
  const edges = [...new Set([from, to, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((edge, index) => ({
    text: piece.text.slice(edge - from, (edges[index + 1] ?? to) - from),
    passages: spans.filter(({ start, end }) => start <= edge && end > edge).map(({ passage }) => passage),
  }))
}
