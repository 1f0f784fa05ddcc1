/**
 * Dates as a person writes them: EDTF, or English words, those of `formatEdtf` among them,
 * so that whatever Gainsay shows as a date can be typed back. What can be read in two ways,
 * such as 02/05/2011, is none.
 */
import { type EdtfResult, months, parseEdtf, seasons } from './dates.ts'

/** The date that a person wrote. */
export function readDate(text: string): EdtfResult {
  const edtf = parseEdtf(text)
  const written = edtf.ok ? null : findWritten(text)
  return written === null ? edtf : parseEdtf(written)
}

/** Longest text in words that is looked at, in UTF-16 code units. */
const longest = 128

function findWritten(text: string): string | null {
  if (text.length > longest) return null
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/ ?[–—] ?/gu, '–')
  return spanOf(words)
}

/** A date, or one that lasts from another on, up to another or between two. */
function spanOf(words: string): string | null {
  const since = /^since (.+)$/u.exec(words)?.[1]
  if (since !== undefined) return join(pointOf(since), '..')
  const until = /^until (.+)$/u.exec(words)?.[1]
  if (until !== undefined) return join('..', pointOf(until))
  const century = /^between (\d{2})00 and \1(?:99)$/u.exec(words)?.[1]
  if (century !== undefined) return `${century}XX`
  const two =
    /^between (.+) and (.+)$/u.exec(words) ??
    /^(?:from )?(.+?)(?: to |–)(.+)$/u.exec(words) ??
    // Within a date in figures the hyphen parts nothing.
    /^([^-]+?) ?- ?([^-]+)$/u.exec(words)
  return two === null ? pointOf(words) : spanBetween(two[1] ?? '', two[2] ?? '')
}

function spanBetween(from: string, to: string): string | null {
  const end = to === 'an unknown date' ? '' : pointOf(to)
  if (from === 'an unknown date') return join('', end)
  // `2–3 May 2011` and `30 May – 2 June 2011` name once what both have.
  const year = / \d{4}$/u.exec(to)?.[0] ?? ''
  const monthAndYear = / \p{L}+\.? \d{4}$/u.exec(to)?.[0] ?? ''
  return join(pointOf(from) ?? pointOf(from + year) ?? pointOf(from + monthAndYear), end)
}

const join = (from: string | null, to: string | null) =>
  from === null || to === null ? null : `${from}/${to}`

const doubts = [
  [/^perhaps about /u, '%'],
  [/^perhaps /u, '?'],
  [/^(?:about|around|circa|ca?\.?) /u, '~'],
] as const

function pointOf(words: string): string | null {
  const doubt = doubts.find(([sign]) => sign.test(words))
  const date = dayOrLess(doubt === undefined ? words : words.replace(doubt[0], ''))
  return date === null ? null : date + (doubt?.[1] ?? '')
}

const clock = /,? (\d{2}:\d{2})(?: (utc)([+-]\d{2}(?::\d{2})?)?)?$/u
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /u

function dayOrLess(words: string): string | null {
  const edtf = parseEdtf(words.toUpperCase())
  if (edtf.ok) return edtf.value
  const decade = /^(?:the )?(\d{3})0s$/u.exec(words)?.[1]
  if (decade !== undefined) return `${decade}X`
  if (/^\d{1,4} bc$/u.test(words)) return yearOf(words)
  const time = clock.exec(words)
  const day = dayIn(words.replace(clock, '').replace(weekday, ''))
  if (time === null || day === null) return day
  return `${day}T${time[1]}:00${time[2] === undefined ? '' : (time[3] ?? 'Z')}`
}

const dayThenMonth = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?(\p{L}+)\.?,? (\d{4}|\d{1,4} bc)$/u
const monthThenDay = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{1,4} bc)$/u
const monthAlone = /^(\p{L}+)\.?,? (?:of )?(\d{4}|\d{1,4} bc)$/u

/** The year 1 BC is 0 in EDTF, and those before it go down from there. */
function yearOf(words: string): string {
  const before = /^(\d+) bc$/u.exec(words)?.[1]
  if (before === undefined) return words
  const year = 1 - Number(before)
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

function dayIn(words: string): string | null {
  const dayFirst = dayThenMonth.exec(words)
  const monthFirst = monthThenDay.exec(words)
  const noDay = monthAlone.exec(words)
  const [month, day, year] =
    dayFirst !== null
      ? [dayFirst[2], dayFirst[1], dayFirst[3]]
      : monthFirst !== null
        ? [monthFirst[1], monthFirst[2], monthFirst[3]]
        : [noDay?.[1], undefined, noDay?.[2]]
  const number =
    month === undefined ? null : (monthNumber(month) ?? (day === undefined ? seasonNumber(month) : null))
  if (number === null || year === undefined) return null
  const date = `${yearOf(year)}-${number}`
  return day === undefined ? date : `${date}-${day.padStart(2, '0')}`
}

/** A month may be shortened, to three letters at least. */
function monthNumber(word: string): string | null {
  const index = word.length < 3 ? -1 : months.findIndex((name) => name.toLowerCase().startsWith(word))
  if (word === 'sept' || index >= 0) return String((word === 'sept' ? 8 : index) + 1).padStart(2, '0')
  return null
}

const seasonNumber = (word: string): string | null =>
  Object.keys(seasons).find((number) => seasons[number] === word) ?? (word === 'fall' ? '23' : null)
