/**
 * What two sequences have in common, in order: Myers' greedy algorithm (An O(ND)
 * Difference Algorithm and Its Variations, 1986) while the difference is bounded.
 * Texts that differ more are parted first where both have the same word once
 * (Cohen's patience diff), which keeps time and memory bounded for any input.
 */

/** `length` items from `a` on in the one are the same as those from `b` on in the other. */
export type Run = { readonly a: number; readonly b: number; readonly length: number }

/** Most insertions and deletions that are followed one by one; memory is its square in 32-bit numbers. */
const mostDifferences = 1200

/** The common runs, in order; what lies between them was removed from `a` or added in `b`. */
export function commonRuns(a: Int32Array, b: Int32Array): Run[] {
  const runs: Run[] = []
  const todo: [number, number, number, number][] = [[0, a.length, 0, b.length]]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    let [fromA, toA, fromB, toB] = next
    const start = { a: fromA, b: fromB }
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
      fromA += 1
      fromB += 1
    }
    addRun(runs, start.a, start.b, fromA - start.a)
    let tail = 0
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
      toA -= 1
      toB -= 1
      tail += 1
    }
    addRun(runs, toA, toB, tail)
    if (fromA === toA || fromB === toB) continue
    const close = followDifferences(a.subarray(fromA, toA), b.subarray(fromB, toB))
    if (close !== null) for (const run of close) addRun(runs, run.a + fromA, run.b + fromB, run.length)
    else todo.push(...partAtAnchors(a, b, [fromA, toA, fromB, toB]))
  }
  return joinRuns(runs)
}

function addRun(runs: Run[], a: number, b: number, length: number): void {
  if (length > 0) runs.push({ a, b, length })
}

function joinRuns(runs: Run[]): Run[] {
  runs.sort((x, y) => x.a - y.a)
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b)
      joined[joined.length - 1] = { ...last, length: last.length + run.length }
    else joined.push(run)
  }
  return joined
}

/** Myers' algorithm; null where there are more differences than it is allowed to follow. */
function followDifferences(a: Int32Array, b: Int32Array): Run[] | null {
  const most = Math.min(mostDifferences, a.length + b.length)
  const reach = new Int32Array(2 * most + 3)
  const centre = most + 1
  const history: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    history.push(reach.slice(centre - d, centre + d + 1))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, centre + k - 1) < at(reach, centre + k + 1))
      let x = down ? at(reach, centre + k + 1) : at(reach, centre + k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach[centre + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(history, a.length, b.length)
    }
  }
  return null
}

/** `history[d]` is how far each diagonal from −d to d had come before step d. */
function walkBack(history: readonly Int32Array[], endA: number, endB: number): Run[] {
  const runs: Run[] = []
  let x = endA
  let y = endB
  for (let d = history.length - 1; d > 0; d -= 1) {
    const reach = history[d] ?? new Int32Array()
    const k = x - y
    const down = k === -d || (k !== d && at(reach, d + k - 1) < at(reach, d + k + 1))
    const fromK = down ? k + 1 : k - 1
    const fromX = at(reach, d + fromK)
    const startX = down ? fromX : fromX + 1
    addRun(runs, startX, startX - k, x - startX)
    x = fromX
    y = fromX - fromK
  }
  addRun(runs, 0, 0, Math.min(x, y))
  return runs
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0

type Part = [fromA: number, toA: number, fromB: number, toB: number]

/** The parts between words that both have exactly once, in the longest order they share; none without such words. */
function partAtAnchors(a: Int32Array, b: Int32Array, [fromA, toA, fromB, toB]: Part): Part[] {
  const inA = onlyOnce(a, fromA, toA)
  const inB = onlyOnce(b, fromB, toB)
  const pairs: { a: number; b: number }[] = []
  for (const [item, place] of inA) {
    const other = inB.get(item)
    if (place >= 0 && other !== undefined && other >= 0) pairs.push({ a: place, b: other })
  }
  const anchors = longestRising(pairs.sort((x, y) => x.a - y.a))
  if (anchors.length === 0) return []
  const parts: Part[] = []
  let last = { a: fromA, b: fromB }
  for (const anchor of anchors) {
    // An anchor stands at the head of its part, so that it is taken as common there.
    parts.push([last.a, anchor.a, last.b, anchor.b])
    last = anchor
  }
  parts.push([last.a, toA, last.b, toB])
  return parts.filter(([x, y, v, w]) => x < y && v < w)
}

/** The place of each item that stands once; −1 for those that stand more often. */
function onlyOnce(items: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let place = from; place < to; place += 1) {
    const item = at(items, place)
    places.set(item, places.has(item) ? -1 : place)
  }
  return places
}

/** The longest selection in which `b` rises (patience sorting). */
function longestRising<P extends { readonly b: number }>(pairs: readonly P[]): P[] {
  const tops: number[] = []
  const before: number[] = []
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < pair.b) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1)
    tops[low] = index
  })
  const rising: P[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) rising.push(pair)
  }
  return rising.reverse()
}
