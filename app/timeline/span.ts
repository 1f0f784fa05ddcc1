/**
 * A date as the stretch of time it can mean. `May 2011` is the whole month, `2011~`
 * the whole year and marked as roughly meant; an open interval runs to infinity. Plain
 * dates, nearly all there are, are read here; the `edtf` package reads the rest, and
 * two of its readings are mended: seasons (which it takes for quarters) and unknown
 * ends of intervals (which it takes for 1970).
 */
import edtf from 'edtf'

/** How sure a date is: `~` is approximate, `?` uncertain, `%` both. */
export type Certainty = 'sure' | 'approximate' | 'uncertain' | 'both'

/** First and last millisecond that a date can mean, UTC; infinite where it is open or unknown. */
export type Span = { readonly earliest: number; readonly latest: number; readonly certainty: Certainty }

const kept = new Map<string, Span | null>()
const mostKept = 50_000

/** The span of a date in EDTF; null where the text is not EDTF. */
export function spanOf(text: string): Span | null {
  const found = kept.get(text)
  if (found !== undefined) return found
  if (kept.size >= mostKept) kept.clear()
  const span = readSpan(text)
  kept.set(text, span)
  return span
}

/** Orders dates by when they begin, then by when they end; dates that are not known come last. */
export function compareDates(a: string | null, b: string | null): number {
  const one = a === null ? null : spanOf(a)
  const other = b === null ? null : spanOf(b)
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
  return compare(one.earliest, other.earliest) || compare(one.latest, other.latest)
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)

function readSpan(text: string): Span | null {
  const [from = '', to, more] = text.split('/')
  if (more !== undefined) return null
  const certainty = certaintyOf(text)
  const start = from === '' || from === '..' ? null : readPoint(from)
  if (to === undefined) return start === null ? null : { ...start, certainty }
  const end = to === '' || to === '..' ? null : readPoint(to)
  if ((start === null && !isOpen(from)) || (end === null && !isOpen(to))) return null
  if (start === null && end === null) return null
  const earliest = start?.earliest ?? Number.NEGATIVE_INFINITY
  const latest = end?.latest ?? Number.POSITIVE_INFINITY
  return earliest > latest ? null : { earliest, latest, certainty }
}

const isOpen = (end: string) => end === '' || end === '..'

function certaintyOf(text: string): Certainty {
  const approximate = /[~%]/u.test(text)
  const uncertain = /[?%]/u.test(text)
  if (approximate) return uncertain ? 'both' : 'approximate'
  return uncertain ? 'uncertain' : 'sure'
}

type Stretch = { readonly earliest: number; readonly latest: number }

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/u
const toMinute = /T\d{2}:\d{2}(?:Z|[+-]\d{2}(?::\d{2})?)?$/u

function readPoint(text: string): Stretch | null {
  const match = plain.exec(text)
  if (match !== null) return readPlain(Number(match[1]), match[2], match[3])
  try {
    const { min, max } = edtf(text)
    return { earliest: min, latest: toMinute.test(text) ? max + 59_999 : max }
  } catch {
    // The package has no other way to say that a text is no date.
    return null
  }
}

function readPlain(year: number, month: string | undefined, day: string | undefined): Stretch | null {
  if (month === undefined) return stretch(utc(year, 1, 1), utc(year + 1, 1, 1))
  const number = Number(month)
  // Seasons of the north: spring is March to May, winter runs into the next year.
  if (number >= 21 && number <= 24 && day === undefined) {
    const first = (number - 20) * 3
    return stretch(utc(year, first, 1), utc(year, first + 3, 1))
  }
  if (number < 1 || number > 12) return null
  if (day === undefined) return stretch(utc(year, number, 1), utc(year, number + 1, 1))
  const start = utc(year, number, Number(day))
  return new Date(start).getUTCDate() === Number(day) ? stretch(start, start + 86_400_000) : null
}

/** Midnight of a day; a month past December runs into the next year. Years before 100 are meant as they stand. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

const stretch = (from: number, next: number): Stretch => ({ earliest: from, latest: next - 1 })
