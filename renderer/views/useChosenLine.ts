/**
 * Which line of a table is chosen. Where the one with the key is gone it is the line
 * that took its place, as in an inbox. The table marks it, and what stands beside the
 * table is of it: both ask here, so that a button never acts on another line.
 */
import { useEffect, useRef } from 'react'
import { isHeading, nearestRow, type TableLine } from './tableLines.ts'

/** The chosen line and its index; the index is −1 and the rest null without any line. */
export type ChosenLine<T> = { readonly at: number; readonly key: string | null; readonly row: T | null }

/** `another` is whether some line is meant also where the chosen one is gone or none was chosen. */
export function useChosenLine<T>(
  lines: readonly TableLine<T>[],
  key: string | null,
  another = true,
): ChosenLine<T> {
  const found = key === null ? -1 : lines.findIndex((line) => 'key' in line && line.key === key)
  const lastAt = useRef(0)
  useEffect(() => {
    if (found !== -1) lastAt.current = found
  }, [found])
  const at = found === -1 && another ? nearestRow(lines, lastAt.current) : found
  const line = lines[at]
  return line === undefined || isHeading(line) ? noLine : { at, key: line.key, row: line.row }
}

const noLine = { at: -1, key: null, row: null } as const
