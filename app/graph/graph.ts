/**
 * Statements and actors as nodes, what they say of each other as edges; and the part
 * of it that is shown, because all of it at once is a hairball. Pure.
 */
import type { ActorId, AnnotationId } from '../ids.ts'
import { actorsIn, type CaseView, gistOf, speakerOf } from '../ledger/caseView.ts'
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
export type Graph = {
  readonly nodes: ReadonlyMap<string, GraphNode>
  /** The edges of each node, in both directions. */
  readonly edgesOf: ReadonlyMap<string, readonly GraphEdge[]>
}

/** The whole graph of a case. An actor is in it when some passage names it. */
export function makeGraph(view: CaseView): Graph {
  const nodes = new Map<string, GraphNode>()
  const edgesOf = new Map<string, GraphEdge[]>()
  const addEdge = (edge: GraphEdge) => {
    for (const end of [edge.from, edge.to]) {
      const list = edgesOf.get(end)
      if (list === undefined) edgesOf.set(end, [edge])
      else list.push(edge)
    }
  }
  for (const annotation of view.annotations.values()) {
    nodes.set(annotation.id, {
      id: annotation.id,
      sort: annotation.kind,
      label: gistOf(annotation),
      who: speakerOf(view, annotation),
    })
    const sort = annotation.kind === 'event' ? 'takes part' : 'says'
    for (const actorId of actorsIn(annotation)) {
      const actor = view.actor(actorId)
      if (actor === null) continue
      nodes.set(actorId, { id: actorId, sort: 'actor', label: actor.name, who: '' })
      addEdge({ id: `${actorId} ${annotation.id}`, sort, from: actorId, to: annotation.id })
    }
  }
  for (const link of view.links) {
    addEdge({ id: link.id, sort: link.relation, from: link.fromId, to: link.toId })
  }
  return { nodes, edgesOf }
}

/** The other end of an edge. */
export const otherEnd = (edge: GraphEdge, id: string): string => (edge.from === id ? edge.to : edge.from)

/** The nodes next to one, each once, statements before actors. */
export function neighboursOf(graph: Graph, id: string): string[] {
  const found = new Set((graph.edgesOf.get(id) ?? []).map((edge) => otherEnd(edge, id)))
  return [...found].filter((other) => graph.nodes.has(other)).sort((a, b) => rank(graph, a) - rank(graph, b))
}

const rank = (graph: Graph, id: string) => (graph.nodes.get(id)?.sort === 'actor' ? 1 : 0)

/** The nodes around some, nearest first, until there are `most`; links count before speakers. */
export function around(graph: Graph, starts: readonly string[], most: number): Set<string> {
  const shown = new Set<string>()
  let ring = starts.filter((id) => graph.nodes.has(id))
  while (ring.length > 0 && shown.size < most) {
    const next: string[] = []
    for (const id of ring) {
      if (shown.size >= most) break
      if (shown.has(id)) continue
      shown.add(id)
      // An actor that spoke leads on to all that it ever said; that is for whoever asks for it.
      if (graph.nodes.get(id)?.sort === 'actor' && !starts.includes(id)) continue
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
    for (const edge of graph.edgesOf.get(id) ?? []) {
      if (shown.has(edge.from) && shown.has(edge.to)) found.set(edge.id, edge)
    }
  }
  return [...found.values()]
}
