/**
 * Where the nodes stand. The two sides of a quarrel face each other: what denies or
 * contradicts stands across from what it opposes, what supports or says the same on the
 * same side, events between them, and each actor outside of what it says. Each
 * column is a stack, so nothing overlaps; its order follows the neighbours (the
 * barycenter method of Sugiyama, Tagawa and Toda 1981).
 *
 * What stood somewhere stays there exactly; a new node takes the free place nearest to
 * its neighbours, and so does one that was hidden and whose place was taken meanwhile.
 * Only a layout without former places is made anew.
 */
import type { EdgeSort, NodeSort } from './graph.ts'

export type LayoutNode = { readonly id: string; readonly sort: NodeSort }
export type LayoutEdge = { readonly sort: EdgeSort; readonly from: string; readonly to: string }
/** The middle of a node; `column` from 0, the actors of one side, to 4, those of the other. */
export type Place = { readonly x: number; readonly y: number; readonly column: number }
export type Places = Readonly<Record<string, Place>>
export type LayoutInput = {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** Where nodes stood before, these and others. */
  readonly former: Places
}

/** The size of a node in pixels, and the room between columns and rows. */
export const nodeSize = { width: 216, height: 46, actorWidth: 170, actorHeight: 44 } as const
const columnX = [0, 247, 515, 783, 1030] as const
const rowHeight = 56

type Side = -1 | 0 | 1

/** Places for all nodes. Deterministic: the same input gives the same places. */
export function layOut({ nodes, edges, former }: LayoutInput): Places {
  const sides = sidesOf(nodes, edges, former)
  const columns = new Map<string, number>()
  for (const node of nodes) {
    const side = sides.get(node.id) ?? 0
    const kept = former[node.id]?.column
    columns.set(
      node.id,
      kept ?? (node.sort === 'actor' ? (side > 0 ? 4 : 0) : node.sort === 'event' ? 2 : side > 0 ? 3 : 1),
    )
  }
  const near = neighbours(edges)
  const places: Record<string, Place> = { ...keptPlaces(nodes, former) }
  const added = nodes.filter((node) => places[node.id] === undefined)
  if (added.length === nodes.length) return stackAll(nodes, columns, near)
  // Those with the most placed neighbours first, so that each finds its own.
  for (const node of added) {
    const column = columns.get(node.id) ?? 2
    const ys = (near.get(node.id) ?? []).flatMap((id) => places[id]?.y ?? [])
    const wanted = ys.length === 0 ? 0 : ys.reduce((sum, y) => sum + y, 0) / ys.length
    places[node.id] = { x: columnX[column] ?? 0, y: freePlace(places, column, wanted), column }
  }
  return places
}

/** The places that nodes keep: of two that stood in one place at different times, the first of the list has it. */
export function keptPlaces(nodes: readonly Pick<LayoutNode, 'id'>[], former: Places): Places {
  const kept: Record<string, Place> = {}
  const taken = new Map<number, number[]>()
  for (const { id } of nodes) {
    const place = former[id]
    if (place === undefined) continue
    const column = taken.get(place.column) ?? []
    taken.set(place.column, column)
    if (!isFree(place.y, column)) continue
    column.push(place.y)
    kept[id] = place
  }
  return kept
}

const isFree = (y: number, taken: readonly number[]) =>
  taken.every((other) => Math.abs(other - y) >= rowHeight)

function neighbours(edges: readonly LayoutEdge[]): Map<string, string[]> {
  const near = new Map<string, string[]>()
  const add = (a: string, b: string) => {
    const list = near.get(a)
    if (list === undefined) near.set(a, [b])
    else list.push(b)
  }
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return near
}

/** Edges between the two sides of a quarrel. */
export const opposing: ReadonlySet<EdgeSort> = new Set(['denies', 'contradicts'])
/** Edges that say which side a node is on, the strongest first. */
const sided: readonly (readonly EdgeSort[])[] = [
  ['denies', 'contradicts'],
  ['same claim', 'supports'],
  ['says'],
  ['responds to'],
]

/** The side of each node: −1, 1, or 0 for events and what touches nothing that has a side. */
function sidesOf(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  former: Places,
): Map<string, Side> {
  const sides = new Map<string, Side>()
  const sortOf = new Map(nodes.map((node) => [node.id, node.sort]))
  for (const { id } of nodes) {
    const column = former[id]?.column
    if (column !== undefined && column !== 2) sides.set(id, column < 2 ? -1 : 1)
  }
  const bySort = new Map<string, { readonly edge: LayoutEdge; readonly other: string }[]>()
  for (const edge of edges) {
    for (const [id, other] of [
      [edge.from, edge.to],
      [edge.to, edge.from],
    ] as const) {
      const list = bySort.get(id) ?? []
      bySort.set(id, list)
      list.push({ edge, other })
    }
  }
  const takesSide = (id: string) => sortOf.has(id) && sortOf.get(id) !== 'event'
  const spread = (starts: readonly string[], through: ReadonlySet<EdgeSort>) => {
    const ring = [...starts]
    for (const id of ring) {
      const side = sides.get(id) ?? 0
      if (side === 0) continue
      for (const { edge, other } of bySort.get(id) ?? []) {
        if (!through.has(edge.sort) || !takesSide(other) || sides.has(other)) continue
        sides.set(other, opposing.has(edge.sort) ? (side === 1 ? -1 : 1) : side)
        ring.push(other)
      }
    }
  }
  // What is opposed most is asserted on the left; its opponents follow to the right, and so on.
  const opposed = new Map<string, number>()
  for (const { sort, to } of edges) if (opposing.has(sort)) opposed.set(to, (opposed.get(to) ?? 0) + 1)
  const through = new Set<EdgeSort>()
  for (const sorts of sided) {
    for (const sort of sorts) through.add(sort)
    spread([...sides.keys()], through)
    if (!sorts.includes('denies')) continue
    for (const [id] of [...opposed].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      if (sides.has(id) || !takesSide(id)) continue
      sides.set(id, -1)
      spread([id], new Set<EdgeSort>(['denies', 'contradicts', 'same claim']))
    }
  }
  for (const { id, sort } of nodes) {
    if (sides.has(id) || sort === 'event') continue
    sides.set(id, sort === 'denial' ? 1 : -1)
    spread([id], through)
  }
  return sides
}

/** Stacks every column anew, its order settled by a few sweeps over the neighbours' heights. */
function stackAll(
  nodes: readonly LayoutNode[],
  columns: ReadonlyMap<string, number>,
  near: ReadonlyMap<string, readonly string[]>,
): Places {
  const stacks: string[][] = [[], [], [], [], []]
  for (const { id } of nodes) stacks[columns.get(id) ?? 2]?.push(id)
  const y = new Map<string, number>()
  const settle = (stack: readonly string[]) =>
    stack.forEach((id, index) => {
      y.set(id, (index - (stack.length - 1) / 2) * rowHeight)
    })
  stacks.forEach(settle)
  const weigh = (id: string) => {
    const ys = (near.get(id) ?? []).flatMap((other) => y.get(other) ?? [])
    return ys.length === 0 ? (y.get(id) ?? 0) : ys.reduce((sum, value) => sum + value, 0) / ys.length
  }
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (const column of sweep % 2 === 0 ? [1, 3, 2, 0, 4] : [2, 3, 1, 4, 0]) {
      const stack = stacks[column] ?? []
      const weights = new Map(stack.map((id) => [id, weigh(id)]))
      stack.sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || (a < b ? -1 : 1))
      settle(stack)
    }
  }
  const places: Record<string, Place> = {}
  for (const { id } of nodes) {
    const column = columns.get(id) ?? 2
    places[id] = { x: columnX[column] ?? 0, y: y.get(id) ?? 0, column }
  }
  return places
}

/** The free height of a column that is nearest to the one wanted. */
function freePlace(places: Places, column: number, wanted: number): number {
  const taken = Object.values(places)
    .filter((place) => place.column === column)
    .map((place) => place.y)
  const free = (y: number) => isFree(y, taken)
  if (free(wanted)) return wanted
  const tries = taken.flatMap((y) => [y - rowHeight, y + rowHeight]).filter(free)
  return tries.reduce(
    (best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best),
    tries[0] ?? wanted,
  )
}
