/** The segments of a passage that has more than one, each with the way to take it out. */
import type { Annotation } from '../../app/model.ts'
import { useParts } from '../workspace/context.ts'
import { attempt } from './passageActions.ts'
import { quoted, shorten } from './passageWords.ts'

export function SegmentList({ annotation }: { readonly annotation: Annotation }) {
  const parts = useParts()
  if (annotation.segments.length < 2) return null
  const takeOut = (start: number) => {
    const segments = annotation.segments
      .filter((segment) => segment.start !== start)
      .map((segment) => ({ start: segment.start, end: segment.end }))
    const { id, revisionId } = annotation
    void attempt(parts, () => parts.client.call('annotation.update', { id, revisionId, segments }))
  }
  return (
    <div className="card-segments">
      <span className="field-label">Segments</span>
      <ol aria-label="Segments">
        {annotation.segments.map((segment) => (
          <li key={segment.start}>
            <span dir="auto">{quoted(shorten(segment.exact, 60))}</span>{' '}
            <button type="button" className="quiet" onClick={() => takeOut(segment.start)}>
              Take out<span className="visually-hidden"> “{shorten(segment.exact, 40)}”</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
