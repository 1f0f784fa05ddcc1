/** The lines of a table: rows, and headings over those that follow. */

/** A heading over the lines that follow it. */
type TableHeading = { readonly heading: string; readonly count: number; readonly note?: string }

/** A line, or a heading. */
export type TableLine<T> = TableHeading | { readonly key: string; readonly row: T }

export const isHeading = <T>(line: TableLine<T> | undefined): line is TableHeading =>
  line !== undefined && 'heading' in line

/** The next line that is no heading, from an index on; the index itself when there is none. */
export function nextRow<T>(lines: readonly TableLine<T>[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) if (!isHeading(lines[at])) return at
  return from
}

/** The line at an index, else the one after it, else the one before it; −1 when there is none. */
export function nearestRow<T>(lines: readonly TableLine<T>[], index: number): number {
  const from = Math.min(index, lines.length)
  const after = nextRow(lines, from - 1, 1)
  if (after !== from - 1 || (lines[after] !== undefined && !isHeading(lines[after]))) return after
  return nextRow(lines, lines.length, -1) === lines.length ? -1 : nextRow(lines, lines.length, -1)
}
