/** The marks and gatherings that are drawn, and how the arrow keys go from one to the next. Pure. */
import type { Gathering, Mark } from '../../app/timeline/cluster.ts'
import { type Lane, lanes, type TimelineEntry } from '../../app/timeline/lanes.ts'
import { type Range, revealIn } from './timelineRange.ts'

export type Shown = { readonly lane: Lane; readonly x: number } & (
  | { readonly mark: Mark; readonly gathering: null }
  | { readonly mark: null; readonly gathering: Gathering }
)
/** The key of the entry, or of the gathering. */
export const keyOf = (shown: Shown) => shown.mark?.entry.key ?? shown.gathering?.key ?? ''

/** The entry; of a gathering the first, which stays chosen when the gathering comes apart. */
export const entryOf = (shown: Shown): TimelineEntry | undefined =>
  shown.mark?.entry ?? shown.gathering?.entries[0]

/** Whether it is the entry of the key, or has gathered it. */
export const holds = (one: Shown, key: string | null): boolean =>
  key !== null &&
  (one.mark === null ? one.gathering.entries.some((entry) => entry.key === key) : one.mark.entry.key === key)

/** The stretch of a gathering, so near that it comes apart. */
export function stretchOf({ entries }: Gathering): Range {
  const starts = entries.map((entry) => entry.span.earliest)
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  const room = Math.max((last - first) * 0.1, 43_200_000)
  return { from: first - room, to: last + room }
}

/** How many dates of a lane lie before and after the stretch that is seen. */
export function besideOf(
  entries: readonly TimelineEntry[],
  lane: Lane,
  { from, to }: Range,
): { readonly earlier: number; readonly later: number } {
  let [earlier, later] = [0, 0]
  for (const entry of entries) {
    if (entry.lane !== lane) continue
    if (entry.span.latest <= from) earlier += 1
    else if (entry.span.earliest >= to) later += 1
  }
  return { earlier, later }
}

/** The range with what is chosen in sight. */
export function revealShown(range: Range, chosen: Shown | null): Range {
  const entry = chosen === null ? undefined : entryOf(chosen)
  return entry === undefined ? range : revealIn(range, { from: entry.span.earliest, to: entry.span.latest })
}

/** Where an arrow key, Home or End leads; null for other keys. `shown` is by lane, each from left to right. */
export function stepFrom(
  shown: readonly (readonly Shown[])[],
  chosen: Shown | null,
  key: string,
): Shown | null {
  const all = shown.flat()
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null
  if (chosen === null) return (key === 'End' ? all.at(-1) : all[0]) ?? null
  const lane = lanes.indexOf(chosen.lane)
  const list = shown[lane] ?? []
  const at = list.indexOf(chosen)
  if (key === 'ArrowLeft') return list[at - 1] ?? chosen
  if (key === 'ArrowRight') return list[at + 1] ?? chosen
  if (key === 'Home') return list[0] ?? chosen
  if (key === 'End') return list.at(-1) ?? chosen
  const step = key === 'ArrowUp' ? -1 : 1
  for (let next = lane + step; next >= 0 && next < shown.length; next += step) {
    const near = [...(shown[next] ?? [])].sort(
      (a, b) => Math.abs(a.x - chosen.x) - Math.abs(b.x - chosen.x),
    )[0]
    if (near !== undefined) return near
  }
  return chosen
}
