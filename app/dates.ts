/**
 * Dates as analysts know them: sure, fuzzy or open (EDTF, ISO 8601-2).
 * The `edtf` package judges what is EDTF; formatting is our own, since a report
 * must read the same on every machine, whatever its locale data.
 */
import { parse } from 'edtf'
import { dayExists } from './calendar.ts'
import { spanOf } from './timeline/span.ts'

/** A text as EDTF, trimmed, or the sentence that says why it is none. */
export type EdtfResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: string }

/** Longest date that is looked at, in UTF-16 code units. */
const longest = 128

/** Judges whether a text is a date in EDTF, a day that the calendar has, and no interval that ends before it begins. */
export function parseEdtf(text: string): EdtfResult {
  const value = text.trim()
  if (value.length > longest || !isEdtf(value) || !daysExist(value)) {
    const shown = value.length > 40 ? `${value.slice(0, 40).replace(/[\uD800-\uDBFF]$/, '')}…` : value
    return {
      ok: false,
      why: `“${shown}” is not a date Gainsay can read; write it like 2011-05-02, 2 May 2011, May 2011, 2011~ or 2011-05-02/2011-05-03.`,
    }
  }
  if (isTurned(value))
    return { ok: false, why: `“${value}” ends before it begins; the earlier date comes first.` }
  return { ok: true, value }
}

/** EDTF asks for the earlier end first, but its grammar does not. */
function isTurned(text: string): boolean {
  const [from, to] = text.split('/').map((end) => (end === '' ? null : spanOf(end)))
  return from != null && to != null && to.latest <= from.earliest
}

function isEdtf(text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    // The parser has no other way to say no; what it throws is the answer.
    return false
  }
}

/** The grammar lets 31 February through; the calendar does not. */
function daysExist(text: string): boolean {
  for (const match of text.matchAll(/(?<![\dXY-])(-?\d{4})-(\d{2})-(\d{2})(?!\d)/g)) {
    if (!dayExists(Number(match[1]), Number(match[2]), Number(match[3]))) return false
  }
  return true
}

/** The months in English, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** The seasons in English, by the number that EDTF has for them. */
export const seasons: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
}

/**
 * The date in words: `about 2011`, `2–3 May 2011`, `15 September 2011`, `the 2010s`.
 * A form that has no plain words in English (a set, a mask inside a date), or a
 * text that is not EDTF at all, comes back as it is.
 */
export function formatEdtf(text: string, _locale: 'en' = 'en'): string {
  const [from, to, more] = text.split('/')
  if (from === undefined || more !== undefined) return text
  if (to === undefined) return formatPoint(from) ?? text
  if (to === '..' || to === '') {
    const start = formatPoint(from)
    return start === null ? text : to === '' ? `${start} to an unknown date` : `since ${start}`
  }
  if (from === '..' || from === '') {
    const end = formatPoint(to)
    return end === null ? text : from === '' ? `an unknown date to ${end}` : `until ${end}`
  }
  return formatInterval(from, to) ?? text
}

function formatInterval(from: string, to: string): string | null {
  const a = plainDay(from)
  const b = plainDay(to)
  if (from !== to && a !== null && b !== null && a.year === b.year) {
    const year = yearName(a.year)
    if (a.month === b.month) return `${a.day}–${b.day} ${a.month} ${year}`
    return `${a.day} ${a.month} – ${b.day} ${b.month} ${year}`
  }
  const start = formatPoint(from)
  const end = formatPoint(to)
  if (start === end) return start
  return start === null || end === null ? null : `${start} – ${end}`
}

/** `year` as written, `month` by its name. */
type Day = { readonly year: string; readonly month: string; readonly day: number }

function plainDay(text: string): Day | null {
  const match = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [, year, digits = '', day] = match ?? []
  const month = monthName(digits)
  return year === undefined || month === undefined || day === undefined
    ? null
    : { year, month, day: Number(day) }
}

const point =
  /^(?<year>-?\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}(?::\d{2})?)?)?)?)?(?<doubt>[~?%])?$/

function formatPoint(text: string): string | null {
  const decade = /^(\d{3})X$/.exec(text)
  if (decade !== null) return `the ${decade[1]}0s`
  const century = /^(\d{2})XX$/.exec(text)
  if (century !== null) return `between ${century[1]}00 and ${century[1]}99`
  const groups = point.exec(text)?.groups
  const year = groups?.year
  if (groups === undefined || year === undefined) return null
  const month = groups.month === undefined ? '' : monthName(groups.month)
  if (month === undefined) return null
  const words = [
    doubtWord(groups.doubt),
    groups.day === undefined ? '' : String(Number(groups.day)),
    month,
    yearName(year),
  ]
  const date = words.filter((word) => word !== '').join(' ')
  return groups.time === undefined ? date : `${date}, ${groups.time}${zoneName(groups.zone)}`
}

const doubtWord = (mark: string | undefined) =>
  mark === '~' ? 'about' : mark === '?' ? 'perhaps' : mark === '%' ? 'perhaps about' : ''
/** A month or a season; undefined for the quarters and halves of a year that EDTF numbers on from there. */
const monthName = (digits: string) => months[Number(digits) - 1] ?? seasons[digits]
/** The year 0 is the one before the year 1 of our era. */
const yearName = (digits: string) =>
  Number(digits) > 0 ? String(Number(digits)) : `${1 - Number(digits)} BC`
const zoneName = (zone: string | undefined) =>
  zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`
