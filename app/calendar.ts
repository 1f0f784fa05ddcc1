/** Days of the proleptic Gregorian calendar, reckoned in whole days; no clock, no zone. */

/** A date as far as it is known. */
export type Day = {
  readonly year: number | null
  /** 1–12. */
  readonly month: number | null
  readonly day: number | null
}

const two = (value: number) => String(value).padStart(2, '0')

/** The year, month and day that an EDTF date begins with; an interval gives its first day. Null where it names no year. */
export function readDay(edtf: string): Day | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(edtf)
  if (match === null) return null
  const month = match[2] === undefined || Number(match[2]) > 12 ? null : Number(match[2])
  return {
    year: Number(match[1]),
    month,
    day: month === null || match[3] === undefined ? null : Number(match[3]),
  }
}

/** Date.UTC would take the years 0 to 99 for 1900 to 1999. */
const utc = (year: number, month: number, day: number) => new Date(0).setUTCFullYear(year, month - 1, day)

/** Days since 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(utc(year, month, day) / 86_400_000)
}

/** Whether the calendar has the day. */
export function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(utc(year, month, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export function formatDay(year: number, month: number, day: number): string {
  return `${formatMonth(year, month)}-${two(day)}`
}

export function formatMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`
}

/** The day that lies `by` days from another, as EDTF; null beyond the years of four digits. */
export function addDays(year: number, month: number, day: number, by: number): string | null {
  const date = new Date(utc(year, month, day + by))
  return hasFourDigits(date.getUTCFullYear())
    ? formatDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
    : null
}

/** Whether EDTF writes the year, of our era, with four digits; not so for what is no year at all. */
export const hasFourDigits = (year: number): boolean => year > 0 && year <= 9999

/** The weekday, Monday 0; null where the day is not known. */
export function weekdayOf({ year, month, day }: Day): number | null {
  if (year === null || month === null || day === null) return null
  return (((dayNumber(year, month, day) + 3) % 7) + 7) % 7
}
