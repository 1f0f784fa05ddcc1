/**
 * Gathers what lies too close together to be told apart. Marks are placed by their
 * middle as it is drawn; a run of marks on one lane, each nearer than the least
 * distance to the one before, becomes one group with a count, but a group is never
 * wider than a few least distances, so that a busy year does not become one blot.
 */
import { type Lane, type LaneItem, lanes } from './lanes.ts'

/** Where the axis stands: pixels from the left edge for a moment in milliseconds. */
export type Scale = {
  readonly from: number
  readonly to: number
  /** Pixels between `from` and `to`. */
  readonly width: number
}

/** One mark, or several gathered into a count. */
export type Cluster = {
  readonly lane: Lane
  readonly items: readonly LaneItem[]
  /** Left and right edge in pixels; clipped to one width beyond both sides. */
  readonly left: number
  readonly right: number
}

/** A group may be this many least distances wide. */
const widest = 3

/** The marks to draw at a scale, from left to right, lane by lane; what lies outside is left out. */
export function clusterItems(items: readonly LaneItem[], scale: Scale, leastDistance: number): Cluster[] {
  return lanes.flatMap((lane) => {
    const placed = items
      .filter(
        (item) => item.lane === lane && item.span.latest >= scale.from && item.span.earliest <= scale.to,
      )
      .map((item) => place(item, scale))
      .sort((a, b) => a.middle - b.middle || a.left - b.left)
    return gather(lane, placed, leastDistance)
  })
}

type Placed = {
  readonly item: LaneItem
  readonly left: number
  readonly right: number
  readonly middle: number
}

function place(item: LaneItem, { from, to, width }: Scale): Placed {
  const perMs = width / Math.max(1, to - from)
  const clip = (x: number) => Math.max(-width, Math.min(2 * width, x))
  const left = clip((item.span.earliest - from) * perMs)
  const right = clip((item.span.latest - from) * perMs)
  return { item, left, right, middle: (left + right) / 2 }
}

function gather(lane: Lane, placed: readonly Placed[], leastDistance: number): Cluster[] {
  const clusters: Cluster[] = []
  let group: Placed[] = []
  const close = () => {
    if (group.length === 0) return
    clusters.push({
      lane,
      items: group.map(({ item }) => item),
      left: Math.min(...group.map(({ left }) => left)),
      right: Math.max(...group.map(({ right }) => right)),
    })
    group = []
  }
  for (const mark of placed) {
    const first = group[0]
    const last = group.at(-1)
    const near = last !== undefined && mark.middle - last.middle < leastDistance
    const fits = first !== undefined && mark.middle - first.middle < widest * leastDistance
    if (!near || !fits || isWide(mark, leastDistance) || (last !== undefined && isWide(last, leastDistance)))
      close()
    group.push(mark)
  }
  close()
  return clusters
}

/** A span that is seen as a span at this scale stands for itself. */
const isWide = ({ left, right }: Placed, leastDistance: number) => right - left > widest * leastDistance
