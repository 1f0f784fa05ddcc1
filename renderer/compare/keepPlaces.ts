/** Columns that get wider or narrower have their lines broken anew; what was being read stays at their top. */
import { flushSync } from 'react-dom'
import type { Parts } from '../workspace/context.ts'

/** Makes a change of the columns, on the screen at once, and brings each text that stays back to where it was. */
export function keepPlaces({ workspace }: Pick<Parts, 'workspace'>, change: () => void): void {
  const places = [...workspace.readers.values()].map((reader) => ({ reader, start: reader.place() }))
  flushSync(change)
  const readers = new Set(workspace.readers.values())
  for (const { reader, start } of places) {
    // At 0 the head of the article is seen, which is at the top anyhow.
    if (start > 0 && readers.has(reader)) reader.reveal({ start, end: start + 1 }, 'top')
  }
}
