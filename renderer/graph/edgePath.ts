/** The line of an edge between two nodes. Pure. */
import type { NodeSort } from '../../app/graph/graph.ts'
import { nodeSize, type Place } from '../../app/graph/layout.ts'

/** The width of a node in pixels. */
export const widthOf = (sort: NodeSort): number => (sort === 'actor' ? nodeSize.actorWidth : nodeSize.width)

const round = (value: number) => Math.round(value * 10) / 10

/** From the side of one node to the facing side of the other; within a column in a bow towards the middle. */
export function edgePath(
  from: Place,
  fromWidth: number,
  to: Place,
  toWidth: number,
): { line: string; head: string } {
  const same = from.column === to.column
  // The right-hand columns have their free side on the left.
  const way = same ? (from.column >= 3 ? -1 : 1) : to.x >= from.x ? 1 : -1
  const start = from.x + (way * fromWidth) / 2
  const end = same ? to.x + (way * toWidth) / 2 : to.x - (way * toWidth) / 2
  const bend = same
    ? Math.min(30, 14 + Math.abs(to.y - from.y) / 12)
    : Math.max(20, Math.abs(end - start) / 2)
  const inward = same ? way : -way
  const line = `M${round(start)} ${round(from.y)}C${round(start + way * bend)} ${round(from.y)} ${round(end + inward * bend)} ${round(to.y)} ${round(end)} ${round(to.y)}`
  const head = `M${round(end)} ${round(to.y)}l${inward * 8} -4v8z`
  return { line, head }
}
