/**
 * Finds the part of a long ordered list that stands in a stretch of the page,
 * asking for as few heights as it can: each one costs the browser a layout query.
 */

/**
 * Index of the first entry whose height is at least `y`, or `count`. `topAt` rises
 * with the index; it is null for entries that have no place on the page.
 */
export function firstAtOrBelow(count: number, topAt: (index: number) => number | null, y: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    let probe = middle
    let top = topAt(probe)
    while (top === null && probe + 1 < high) top = topAt(++probe)
    if (top === null || top >= y) high = middle
    else low = probe + 1
  }
  return low
}
