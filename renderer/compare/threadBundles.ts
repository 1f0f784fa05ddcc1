/**
 * Threads that lead from one neighbourhood to another run together on their way: each
 * leaves its own mark, joins the others at a waist between the columns, and parts from
 * them again. So many threads read as few, and each can still be followed and chosen.
 *
 * All measures are CSS pixels in the coordinates of the overlay.
 */

/** One thread between two columns, from the left one to the right one. */
export type Strand = {
  readonly id: string
  /** Which columns it joins; only strands of the same two run together. */
  readonly between: string
  readonly left: { readonly x: number; readonly y: number }
  readonly right: { readonly x: number; readonly y: number }
}

/** How near ends stand to those of the first strand, on both sides, to run with it. */
const neighbourhood = 44
/** Fewer than these are told apart well enough. */
const fewest = 3
/** How far strands lie from each other at the waist. */
const apart = 1.6
/** Where the waist begins, as a share of the way; it ends as far from the other side. */
const waist = 0.36

/** The path of each strand that runs with others, by its id. */
export function bundledPaths(strands: readonly Strand[]): Map<string, string> {
  const paths = new Map<string, string>()
  for (const bundle of bundles(strands)) {
    if (bundle.length < fewest) continue
    const ordered = bundle.toSorted((a, b) => a.left.y + a.right.y - b.left.y - b.right.y)
    const mean = (side: 'left' | 'right') => bundle.reduce((sum, one) => sum + one[side].y, 0) / bundle.length
    const [from, to] = [mean('left'), mean('right')]
    ordered.forEach((strand, index) => {
      const lane = (index - (ordered.length - 1) / 2) * apart
      paths.set(strand.id, pathThrough(strand, from + lane, to + lane))
    })
  }
  return paths
}

/** Strands in the order of their left ends, each with the first bundle it is near to. */
function bundles(strands: readonly Strand[]): Strand[][] {
  const found: Strand[][] = []
  for (const strand of strands.toSorted((a, b) => a.left.y - b.left.y || a.right.y - b.right.y)) {
    const near = found.find(([first]) => first !== undefined && isNear(first, strand))
    if (near === undefined) found.push([strand])
    else near.push(strand)
  }
  return found
}

const isNear = (a: Strand, b: Strand) =>
  a.between === b.between &&
  Math.abs(a.left.y - b.left.y) <= neighbourhood &&
  Math.abs(a.right.y - b.right.y) <= neighbourhood

/** A curve to the waist, straight through it, and a curve from it. */
function pathThrough({ left, right }: Strand, from: number, to: number): string {
  const way = right.x - left.x
  const at = (share: number) => `${round(left.x + share * way)} ${round(from + share * (to - from))}`
  const level = (x: number, y: number) => `${round(x)} ${round(y)}`
  return [
    `M${level(left.x, left.y)}`,
    `C${level(left.x + way * 0.2, left.y)} ${at(waist - 0.16)} ${at(waist)}`,
    `L${at(1 - waist)}`,
    `C${at(1 - waist + 0.16)} ${level(right.x - way * 0.2, right.y)} ${level(right.x, right.y)}`,
  ].join('')
}

const round = (value: number) => Math.round(value * 10) / 10
