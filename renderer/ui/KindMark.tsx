/** The shape of a kind beside its colour: a claim is round, a denial is barred, an event is a diamond. */
import type { Kind } from '../../app/vocabulary.ts'

const shapes = {
  claim: <circle cx="6" cy="6" r="5" />,
  denial: <path d="M1 1h10v3.6H1zM1 7.4h10V11H1z" />,
  event: <path d="M6 0l6 6-6 6-6-6z" />,
} as const satisfies Record<Kind, unknown>

export function KindMark({ kind }: { readonly kind: Kind }) {
  return (
    <svg aria-hidden="true" className={`kind-mark ${kind}`} viewBox="0 0 12 12">
      {shapes[kind]}
    </svg>
  )
}
