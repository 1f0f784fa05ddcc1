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

/** Days since 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

export function formatDay(year: number, month: number, day: number): string {
  return `${formatMonth(year, month)}-${two(day)}`
}

export function formatMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`
}

/** The day that lies `by` days from another, as EDTF. */
export function addDays(year: number, month: number, day: number, by: number): string {
  const date = new Date(Date.UTC(year, month - 1, day + by))
  return formatDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The weekday, Monday 0; null where the day is not known. */
export function weekdayOf({ year, month, day }: Day): number | null {
  if (year === null || month === null || day === null) return null
  return (((dayNumber(year, month, day) + 3) % 7) + 7) % 7
}
