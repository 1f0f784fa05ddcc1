/**
 * Which passages lie in a stretch of text, among ten thousand.
 *
 * Entries stand in one array sorted by start; every run of 64 knows the furthest
 * end within it. A query stops at the first start beyond the stretch and steps
 * over runs that end before it. Inserting moves part of an array and refreshes
 * the runs behind: some microseconds, where a tree would need balancing.
 */
import type { Range } from '../../app/model.ts'

export type Interval<T> = Range & { readonly value: T }

const runLength = 64

export type Intervals<T> = {
  add(interval: Interval<T>): void
  /** Removes the very object that was added; unknown ones are ignored. */
  remove(interval: Interval<T>): void
  /** Those that share at least one code unit with `[start, end)`, by start; with `touching` also those that only meet it. */
  query(start: number, end: number, touching?: boolean): Interval<T>[]
  readonly size: number
}

const before = <T>(a: Interval<T>, b: Interval<T>) => a.start - b.start || a.end - b.end

export function createIntervals<T>(initial: readonly Interval<T>[] = []): Intervals<T> {
  const entries = [...initial].sort(before)
  const furthest: number[] = []

  const refresh = (from: number) => {
    const first = Math.floor(Math.max(0, from) / runLength)
    furthest.length = Math.ceil(entries.length / runLength)
    for (let run = first; run < furthest.length; run++) {
      let most = 0
      const stop = Math.min(entries.length, (run + 1) * runLength)
      for (let i = run * runLength; i < stop; i++) most = Math.max(most, entries[i]?.end ?? 0)
      furthest[run] = most
    }
  }
  refresh(0)

  // The first index whose entry does not sort before the one given.
  const lowerBound = (interval: Interval<T>) => {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      const entry = entries[middle]
      if (entry && before(entry, interval) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return entries.length
    },
    add(interval) {
      const at = lowerBound(interval)
      entries.splice(at, 0, interval)
      refresh(at)
    },
    remove(interval) {
      for (let i = lowerBound(interval); i < entries.length; i++) {
        const entry = entries[i]
        if (entry === interval) {
          entries.splice(i, 1)
          refresh(i)
          return
        }
        if (!entry || before(entry, interval) > 0) return
      }
    },
    query(start, end, touching = false) {
      const found: Interval<T>[] = []
      const slack = touching ? 1 : 0
      for (let run = 0; run < furthest.length; run++) {
        if ((furthest[run] ?? 0) + slack <= start) continue
        const stop = Math.min(entries.length, (run + 1) * runLength)
        for (let i = run * runLength; i < stop; i++) {
          const entry = entries[i]
          if (!entry || entry.start >= end + slack) return found
          if (entry.end + slack > start) found.push(entry)
        }
      }
      return found
    },
  }
}

/** Ranges sorted and united where they overlap or touch. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ start: range.start, end: range.end })
  }
  return merged
}
