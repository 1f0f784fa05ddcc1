/** The actors as rows: what each says and takes part in, and in how many articles. Pure. */
import type { Actor, Annotation } from '../model.ts'
import type { Kind } from '../vocabulary.ts'
import { type CaseView, compareWords, passagesByActor } from './caseView.ts'
import { type Orders, type Sorting, sortBy } from './order.ts'

export type ActorRow = {
  readonly actor: Actor
  /** The passages in which the actor speaks or acts. */
  readonly passages: readonly Annotation[]
  /** How many of them are of each kind. */
  readonly counts: Readonly<Record<Kind, number>>
  readonly articles: number
}

/** One row for each actor, in the order given. */
export function makeActorRows(view: CaseView, actors: readonly Actor[]): ActorRow[] {
  const byActor = passagesByActor(view)
  return actors.map((actor) => {
    const passages = byActor.get(actor.id) ?? []
    const counts = { claim: 0, denial: 0, event: 0 }
    for (const { kind } of passages) counts[kind] += 1
    return { actor, passages, counts, articles: new Set(passages.map((one) => one.articleId)).size }
  })
}

/** Words to sort by; null where there are none. */
const wordsOf = (words: string | null): string | null => (words === null || words === '' ? null : words)

export const actorOrders = {
  name: { of: ({ actor }) => actor.name },
  type: { of: ({ actor }) => actor.type },
  aliases: { of: ({ actor }) => wordsOf(actor.aliases.join(', ')) },
  claims: { of: ({ counts }) => counts.claim, mostFirst: true },
  denials: { of: ({ counts }) => counts.denial, mostFirst: true },
  events: { of: ({ counts }) => counts.event, mostFirst: true },
  passages: { of: ({ passages }) => passages.length, mostFirst: true },
  articles: { of: ({ articles }) => articles, mostFirst: true },
} as const satisfies Orders<ActorRow>
export type ActorSort = keyof typeof actorOrders

/** The rows in order; what is equal comes with those who speak most first, then by name. */
export const sortActors = (rows: readonly ActorRow[], { by, turned }: Sorting<ActorSort>): ActorRow[] =>
  sortBy(
    rows,
    actorOrders[by],
    turned,
    (a, b) => b.passages.length - a.passages.length || compareWords(a.actor.name, b.actor.name),
  )
