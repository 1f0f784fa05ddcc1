/** Which format a file is of: by its content first, by its name second. */
import type { Format } from './formats/format.ts'
import { formats } from './formats/table.ts'

/** The format that is surest of the bytes; text where none is. */
export function recognise(bytes: Uint8Array, name: string): Format {
  let best: { format: Format; sure: number } | null = null
  for (const format of formats) {
    const sure = format.recognise(bytes, name)
    if (best === null || sure > best.sure) best = { format, sure }
  }
  if (best === null) throw new Error('The table of formats is empty.')
  return best.format
}

/** The format of that id; null where there is none. */
export function findFormat(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null
}
