/** Differences of detail in words. Pure. */
import { formatEdtf } from '../../app/dates.ts'
import type { Difference } from '../../app/relate/details.ts'

export const differenceSorts = {
  number: 'Number',
  date: 'Date',
  name: 'Name',
  quote: 'Quotation',
} as const satisfies Record<Difference['sort'], string>

/** What one side says; of a date also the day it means where the words do not name it. */
export function wordingOf(found: Difference, side: 'here' | 'there', text: string): string {
  const says = found.says[side === 'here' ? 0 : 1]
  if (found.sort !== 'date') return says
  const printed = text.slice(found[side].start, found[side].end)
  const meant = formatEdtf(says)
  return printed === meant ? printed : `${printed} (${meant})`
}

/** Each difference as `Number: 9 guards – 12 guards`. */
export const differenceLines = (found: readonly Difference[], here: string, there: string): string[] =>
  found.map(
    (one) =>
      `${differenceSorts[one.sort]}: ${wordingOf(one, 'here', here)} – ${wordingOf(one, 'there', there)}`,
  )
