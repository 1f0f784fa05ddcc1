/**
 * What stretch of time a date in EDTF (ISO 8601-2) leaves open: `2011-05` is all of
 * May, `2011-05-02/2011-05-03` two days, `2011~` the year with soft ends. The forms
 * that analysts write are read here, because a case has tens of thousands of them;
 * a form that is not among them has no place on the line.
 */

/** A stretch of time in milliseconds since 1970 UTC, `[earliest, latest)`. */
export type Span = {
  readonly earliest: number
  readonly latest: number
  /** Whether the date itself says that it is uncertain or approximate. */
  readonly fuzzy: boolean
  /** Which ends are open (`..`) or unknown; such an end is drawn fading, a year long. */
  readonly open: 'none' | 'start' | 'end'
}

const day = 86_400_000
const year = 365 * day

const form =
  /^(?<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX)(?:T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?(?<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?(?<doubt>[~?%])?$/

/** Dates repeat all through a case; more than this are forgotten and read anew. */
const mostKept = 20_000
const kept = new Map<string, Span | null>()

/** The span of a date; null where the form has no plain place on a line. */
export function spanOf(edtf: string): Span | null {
  const known = kept.get(edtf)
  if (known !== undefined) return known
  const span = readSpan(edtf)
  if (kept.size >= mostKept) kept.clear()
  kept.set(edtf, span)
  return span
}

function readSpan(edtf: string): Span | null {
  const [from, to, more] = edtf.split('/')
  if (from === undefined || more !== undefined) return null
  if (to === undefined) return pointSpan(from)
  const start = isOpen(from) ? null : pointSpan(from)
  const end = isOpen(to) ? null : pointSpan(to)
  if (start === null && end === null) return null
  if ((start === null) !== isOpen(from) || (end === null) !== isOpen(to)) return null
  if (start === null && end !== null)
    return { earliest: end.earliest - year, latest: end.latest, fuzzy: true, open: 'start' }
  if (start !== null && end === null)
    return { earliest: start.earliest, latest: start.latest + year, fuzzy: true, open: 'end' }
  if (start === null || end === null) return null
  return {
    earliest: Math.min(start.earliest, end.earliest),
    latest: Math.max(start.latest, end.latest),
    fuzzy: start.fuzzy || end.fuzzy,
    open: 'none',
  }
}

const isOpen = (text: string) => text === '..' || text === ''

function pointSpan(text: string): Span | null {
  const groups = form.exec(text)?.groups
  if (groups?.year === undefined) return null
  const fuzzy = groups.doubt !== undefined
  const span = (earliest: number, latest: number): Span => ({ earliest, latest, fuzzy, open: 'none' })
  if (groups.year.includes('X')) {
    const digits = groups.year.replaceAll('X', '')
    const length = 10 ** (4 - digits.length)
    const first = Number(digits) * length
    return { ...span(startOf(first), startOf(first + length)), fuzzy: true }
  }
  const at = Number(groups.year)
  if (groups.month === undefined || groups.month === 'XX') {
    return { ...span(startOf(at), startOf(at + 1)), fuzzy: fuzzy || groups.month === 'XX' }
  }
  const month = Number(groups.month)
  if (month > 20) return seasonSpan(at, month, fuzzy)
  if (month < 1 || month > 12) return null
  if (groups.day === undefined || groups.day === 'XX') {
    return { ...span(startOf(at, month), startOf(at, month + 1)), fuzzy: fuzzy || groups.day === 'XX' }
  }
  const start = startOf(at, month, Number(groups.day))
  if (groups.hour === undefined || groups.minute === undefined) return span(start, start + day)
  const seconds = Number(groups.hour) * 3600 + Number(groups.minute) * 60 + Number(groups.second ?? 0)
  const moment = start + seconds * 1000 - zoneOffset(groups.zone)
  return span(moment, moment + (groups.second === undefined ? 60_000 : 1000))
}

/** Spring is March to May, and so on; winter runs into the next year. */
function seasonSpan(at: number, season: number, fuzzy: boolean): Span | null {
  if (season > 24) return null
  const first = 3 + (season - 21) * 3
  return { earliest: startOf(at, first), latest: startOf(at, first + 3), fuzzy, open: 'none' }
}

function startOf(at: number, month = 1, dayOfMonth = 1): number {
  const date = new Date(0)
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(at, month - 1, dayOfMonth)
  return date.getTime()
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || 0)
  return sign * (hours * 60 + minutes) * 60_000
}
