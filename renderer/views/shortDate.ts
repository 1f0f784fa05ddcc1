/** A date in few letters, for the cells of tables. */
import { formatEdtf } from '../../app/dates.ts'

const months = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+/g

/** As `formatEdtf`, months by their first three letters: `15 Sep 2011`; empty for null. */
export const shortDate = (edtf: string | null): string =>
  edtf === null ? '' : formatEdtf(edtf).replace(months, '$1')

/** The same without the time of day, for columns that have no room for it. */
export const shortDay = (edtf: string | null): string => shortDate(edtf).replace(/, \d{2}:\d{2}.*$/, '')
