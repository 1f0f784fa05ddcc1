/** Which edge the table beside the picture marks. Pure. */
import type { GraphEdge } from '../../app/graph/graph.ts'

/**
 * An edge of the chosen node: one that leads from it, or into it where none leads from it. Of several
 * the one chosen in the table, else the first. Null where the node has none, or none is chosen.
 */
export function chosenEdge(
  edges: readonly GraphEdge[],
  edgeId: string | null,
  nodeId: string | null,
): string | null {
  const leading = edges.filter((edge) => edge.from === nodeId)
  const own = leading.length > 0 ? leading : edges.filter((edge) => edge.to === nodeId)
  return (own.find((edge) => edge.id === edgeId) ?? own[0])?.id ?? null
}
