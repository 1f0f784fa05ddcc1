/** The ranges of a passage with one more in it, or one taken out. Offsets are UTF-16 code units. */
import type { Range } from '../../app/model.ts'

/** In text order; ranges that meet or overlap become one. */
export function withRange(segments: readonly Range[], range: Range): Range[] {
  const sorted = [...segments, range].toSorted((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const { start, end } of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else merged.push({ start, end })
  }
  return merged
}

/** What is left outside of the range. */
export const withoutRange = (segments: readonly Range[], range: Range): Range[] =>
  segments.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, range.start) },
      { start: Math.max(start, range.end), end },
    ].filter((part) => part.start < part.end),
  )
