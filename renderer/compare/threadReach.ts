/** From where to where threads and their labels reach across the view, in CSS pixels of the overlay. */
import type { ThreadShape } from './threadGeometry.ts'

export type Reach = { readonly left: number; readonly right: number }

/** Half of the longest label, and what a line or a dot has beside its middle. */
const beside = 56

/** The stretch that holds all of these threads, and the one before it where that is given; null for no threads. */
export function reachOf(
  shapes: readonly Pick<ThreadShape, 'from' | 'to' | 'middle'>[],
  before: Reach | null,
): Reach | null {
  let [left, right] =
    before === null ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [before.left, before.right]
  for (const { from, to, middle } of shapes) {
    left = Math.min(left, Math.floor(Math.min(from.x, to.x, middle.x)) - beside)
    right = Math.max(right, Math.ceil(Math.max(from.x, to.x, middle.x)) + beside)
  }
  if (left > right) return null
  return before !== null && before.left === left && before.right === right ? before : { left, right }
}
