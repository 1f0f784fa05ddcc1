/** The shape of a kind beside its colour: a claim is round, a denial is barred, an event is a diamond. */
import type { Kind } from '../../app/vocabulary.ts'

/** The shapes, as path data of SVG in a square of `kindShapeSize`. */
export const kindShapes = {
  claim: 'M1 6a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z',
  denial: 'M1 1h10v3.6H1zM1 7.4h10V11H1z',
  event: 'M6 0l6 6-6 6-6-6z',
} as const satisfies Record<Kind, string>

export const kindShapeSize = 12

export function KindMark({ kind }: { readonly kind: Kind }) {
  return (
    <svg aria-hidden="true" className={`kind-mark ${kind}`} viewBox={`0 0 ${kindShapeSize} ${kindShapeSize}`}>
      <path d={kindShapes[kind]} />
    </svg>
  )
}
