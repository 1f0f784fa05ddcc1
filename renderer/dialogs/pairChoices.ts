/** How two passages that are not tagged yet can be tagged and linked, as one list of choices. Pure. */
import { relationEnds, symmetricRelations } from '../../app/rules.ts'
import { type Kind, kinds, type Relation } from '../../app/vocabulary.ts'
import { relationWord } from '../margin/passageWords.ts'

export type PairChoice = {
  readonly key: string
  readonly relation: Relation
  /** Whether the left passage is the link's `from` or its `to`. */
  readonly hereIs: 'from' | 'to'
  readonly hereKind: Kind
  readonly thereKind: Kind
  /** How it reads from the left passage. */
  readonly word: string
}

/** What passages that say the same most often are, first; “responds to” joins anything and says least. */
const order = [
  'same claim',
  'same event',
  'denies',
  'contradicts',
  'supports',
  'follows',
  'responds to',
] as const satisfies readonly Relation[]

/** All ways that the rules allow. */
export function pairChoices(): PairChoice[] {
  return order.flatMap((relation) =>
    (['from', 'to'] as const).flatMap((hereIs) => {
      if (hereIs === 'to' && symmetricRelations.has(relation)) return []
      return kinds.flatMap((hereKind) =>
        kinds.flatMap((thereKind): PairChoice[] => {
          const [from, to] = hereIs === 'from' ? [hereKind, thereKind] : [thereKind, hereKind]
          const ends: { readonly from: readonly Kind[]; readonly to: readonly Kind[] } =
            relationEnds[relation]
          if (!ends.from.includes(from) || !ends.to.includes(to)) return []
          const word = relationWord(relation, hereIs)
          return [{ key: `${hereKind} ${word} ${thereKind}`, relation, hereIs, hereKind, thereKind, word }]
        }),
      )
    }),
  )
}
