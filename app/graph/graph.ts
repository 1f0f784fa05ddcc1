/**
 * Statements and actors as nodes, what they say of each other as edges; and the part
 * of it that is shown, because all of it at once is a hairball. Pure.
 */
import type { ActorId, AnnotationId } from '../ids.ts'
import { actorsIn, type CaseView, gistOf, passagesByActor, speakerOf } from '../ledger/caseView.ts'
import type { Annotation } from '../model.ts'
import type { Kind, Relation } from '../vocabulary.ts'

/** `actor` is a person, office, organisation or place; the others are the kinds of statement. */
export type NodeSort = Kind | 'actor'
/** Links by their relation; `says` and `takes part` lead from an actor to a statement. */
export type EdgeSort = Relation | 'says' | 'takes part'

export type GraphNode = {
  readonly id: AnnotationId | ActorId
  readonly sort: NodeSort
  readonly label: string
  /** Who says it; empty for actors, events and where nobody is named. */
  readonly who: string
}
export type GraphEdge = {
  readonly id: string
  readonly sort: EdgeSort
  readonly from: string
  readonly to: string
}
/** Nodes and edges are made when they are asked for: a case has tens of thousands, a picture a few dozen. */
export type Graph = {
  /** How many nodes there are. */
  readonly size: number
  /** Null for what is not in the graph. */
  node(id: string): GraphNode | null
  /** In both directions. */
  edgesOf(id: string): readonly GraphEdge[]
  /** All nodes, statements first. */
  ids(): Iterable<string>
}

/** The whole graph of a case. An actor is in it when some passage names it. */
export function makeGraph(view: CaseView): Graph {
  // What is not found is null, so any text may be asked for.
  const passageOf = (id: string) => view.annotations.get(id as AnnotationId)
  const byActor = passagesByActor(view)
  const nodes = new Map<string, GraphNode | null>()
  const edges = new Map<string, readonly GraphEdge[]>()
  return {
    size: view.annotations.size + byActor.size,
    node: (id) => kept(nodes, id, () => makeNode(view, passageOf(id), id)),
    edgesOf: (id) =>
      kept(edges, id, () => {
        const passage = passageOf(id)
        if (passage === undefined) {
          return (byActor.get(id as ActorId) ?? []).map((said) => voiceEdge(id as ActorId, said))
        }
        const voices = actorsIn(passage).filter((actorId) => byActor.has(actorId))
        return [
          ...voices.map((actorId) => voiceEdge(actorId, passage)),
          ...view
            .linksOf(passage.id)
            .map(({ id: key, relation: sort, fromId: from, toId: to }) => ({ id: key, sort, from, to })),
        ]
      }),
    *ids() {
      yield* view.annotations.keys()
      yield* byActor.keys()
    },
  }
}

function makeNode(view: CaseView, passage: Annotation | undefined, id: string): GraphNode | null {
  if (passage !== undefined) {
    return { id: passage.id, sort: passage.kind, label: gistOf(passage), who: speakerOf(view, passage) }
  }
  const actorId = id as ActorId // what is no passage is an actor or nothing
  if (!passagesByActor(view).has(actorId)) return null
  return { id: actorId, sort: 'actor', label: view.actor(actorId)?.name ?? '', who: '' }
}

const voiceEdge = (actorId: ActorId, passage: Annotation): GraphEdge => ({
  id: `${actorId} ${passage.id}`,
  sort: passage.kind === 'event' ? 'takes part' : 'says',
  from: actorId,
  to: passage.id,
})

function kept<T>(known: Map<string, T>, id: string, make: () => T): T {
  const found = known.get(id)
  if (found !== undefined) return found
  const made = make()
  known.set(id, made)
  return made
}

/** The other end of an edge. */
export const otherEnd = (edge: GraphEdge, id: string): string => (edge.from === id ? edge.to : edge.from)

/** The nodes next to one, each once, statements before actors. */
export function neighboursOf(graph: Graph, id: string): string[] {
  const found = new Set(graph.edgesOf(id).map((edge) => otherEnd(edge, id)))
  return [...found]
    .filter((other) => graph.node(other) !== null)
    .sort((a, b) => rank(graph, a) - rank(graph, b))
}

const rank = (graph: Graph, id: string) => (graph.node(id)?.sort === 'actor' ? 1 : 0)

/** The nodes around some, nearest first, until there are `most`; links count before speakers. */
export function around(graph: Graph, starts: readonly string[], most: number): Set<string> {
  const shown = new Set<string>()
  let ring = starts.filter((id) => graph.node(id) !== null)
  while (ring.length > 0 && shown.size < most) {
    const next: string[] = []
    for (const id of ring) {
      if (shown.size >= most) break
      if (shown.has(id)) continue
      shown.add(id)
      // An actor that spoke leads on to all that it ever said; that is for whoever asks for it.
      if (graph.node(id)?.sort === 'actor' && !starts.includes(id)) continue
      next.push(...neighboursOf(graph, id))
    }
    ring = next
  }
  return shown
}

/** The edges with both ends shown, each once. */
export function edgesAmong(graph: Graph, shown: ReadonlySet<string>): GraphEdge[] {
  const found = new Map<string, GraphEdge>()
  for (const id of shown) {
    for (const edge of graph.edgesOf(id)) {
      if (shown.has(edge.from) && shown.has(edge.to)) found.set(edge.id, edge)
    }
  }
  return [...found.values()]
}

/** All statements that are linked, with who says them; all there is where nothing is linked. */
export function linkedNodes(view: CaseView, graph: Graph): Set<string> {
  const linked = new Set<string>()
  for (const { fromId, toId } of view.links) {
    linked.add(fromId)
    linked.add(toId)
  }
  if (linked.size === 0) return new Set(graph.ids())
  for (const id of [...linked]) {
    for (const edge of graph.edgesOf(id)) if (edge.sort === 'says') linked.add(edge.from)
  }
  return linked
}

/** The statements that most others deny or contradict, at most so many. */
export function mostDisputed(view: CaseView, most: number): AnnotationId[] {
  const against = new Map<AnnotationId, number>()
  for (const { relation, toId } of view.links) {
    if (relation === 'denies' || relation === 'contradicts') against.set(toId, (against.get(toId) ?? 0) + 1)
  }
  return [...against]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([id]) => id)
}
