/**
 * The dates a passage names, resolved against the day its article was published:
 * "on Thursday", "last month", "May 30", "three days ago". News tells of what was, so
 * a weekday is the latest one not after publication unless the words point ahead.
 * Nothing is resolved further than the article's own date is known: without a day of
 * publication a weekday stays unresolved and is not returned. What would be no date, a
 * 29 February of another year, is not returned either.
 */

import {
  addDays,
  type Day,
  dayExists,
  dayNumber,
  formatDay,
  formatMonth,
  hasFourDigits,
  readDay,
  weekdayOf,
} from '../calendar.ts'
import { findDate } from '../extract/dates.ts'
import { monthNames } from '../extract/months.ts'
import { dayWords, weekdays } from './dateWords.ts'
import { numberWords } from './numbers.ts'
import { primaryTag } from './terms.ts'

/** A date named in a text. */
export type ResolvedDate = {
  /** EDTF. */
  readonly edtf: string
  /** As printed. */
  readonly printed: string
  /** Range in the text, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Whether the article's date was needed to resolve it. */
  readonly relative: boolean
}

type Found = { readonly start: number; readonly end: number; readonly edtf: string | null }
type Rule = {
  readonly pattern: RegExp
  /** The date the words name, or null where the article's date does not reach for it. */
  readonly read: (match: RegExpExecArray, published: Day, tag: string) => string | null
}

const monthOf = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
const longest = 300

/**
 * The dates named in a text, in order, not overlapping; `published` is EDTF or null, `language`
 * BCP 47 or null where not known.
 */
export function datesIn(
  text: string,
  published: string | null,
  language: string | null = null,
): ResolvedDate[] {
  const anchor = published === null ? null : anchorOf(published)
  const dates: ResolvedDate[] = []
  let rest = text
  const take = (found: Found, relative: boolean) => {
    const { start, end, edtf } = found
    rest = `${rest.slice(0, start)}${'\u0000'.repeat(end - start)}${rest.slice(end)}`
    if (edtf !== null) dates.push({ edtf, printed: text.slice(start, end), start, end, relative })
  }
  for (const { date, offset } of printedDates(text)) {
    const start = offset + date.start
    // A month may bring the full stop of its abbreviation, or of the sentence.
    const end = offset + date.end - (date.printed.endsWith('.') ? 1 : 0)
    const edtf = date.edtf ?? (anchor === null ? null : nearestYear(date.printed, anchor))
    take({ start, end, edtf }, date.edtf === null)
  }
  for (const rule of rules) {
    for (const match of rest.matchAll(rule.pattern)) {
      const words = match[1] ?? match[0]
      const start = match.index + match[0].lastIndexOf(words)
      if (rest.slice(start, start + words.length).includes('\u0000')) continue
      const edtf = rule.read(match, anchor ?? nobodyKnows, primaryTag(language))
      if (edtf !== null) take({ start, end: start + words.length, edtf }, rule !== yearAlone)
    }
  }
  return dates.sort((a, b) => a.start - b.start)
}

/** The day of publication as far as it is sure: of an interval what both ends have in common. */
function anchorOf(published: string): Day | null {
  const [from = '', to] = published.split('/')
  const first = sureDay(from)
  if (to === undefined) return first
  const last = sureDay(to)
  if (first === null || last === null || first.year !== last.year) return null
  const month = first.month === last.month ? first.month : null
  return { year: first.year, month, day: month !== null && first.day === last.day ? first.day : null }
}

/** Without the part that a mark of doubt stands behind. */
function sureDay(edtf: string): Day | null {
  const known = readDay(edtf)
  if (known === null || !/[~?%]$/u.test(edtf)) return known
  if (known.day !== null) return { ...known, day: null }
  return known.month === null ? null : { ...known, month: null }
}

/** An article whose date is not known. */
const nobodyKnows: Day = { year: null, month: null, day: null }

/** Every date printed with day or month and year, or with day and month. */
function printedDates(text: string): { date: NonNullable<ReturnType<typeof findDate>>; offset: number }[] {
  const found: { date: NonNullable<ReturnType<typeof findDate>>; offset: number }[] = []
  for (const { piece, offset } of pieces(text)) {
    let rest = piece
    for (let date = findDate(rest); date !== null; date = findDate(rest)) {
      found.push({ date: { ...date, printed: piece.slice(date.start, date.end) }, offset })
      rest = `${rest.slice(0, date.start)}${'\u0000'.repeat(date.end - date.start)}${rest.slice(date.end)}`
    }
  }
  return found
}

/** The text in pieces that `findDate` takes, cut at spaces that stand in no date. */
function* pieces(text: string): Generator<{ piece: string; offset: number }> {
  let offset = 0
  while (offset < text.length) {
    let end = Math.min(text.length, offset + longest)
    if (end < text.length) {
      const stop = Math.max(
        text.lastIndexOf('. ', end),
        text.lastIndexOf(', ', end),
        text.lastIndexOf('\n', end),
      )
      if (stop > offset + longest / 2) end = stop + 1
    }
    yield { piece: text.slice(offset, end), offset }
    offset = end
  }
}

/** `May 30` or `30 May` in the year that brings it nearest to publication. */
function nearestYear(printed: string, { year, month, day }: Day): string | null {
  if (year === null) return null
  const number = Number(/\d{1,2}/u.exec(printed)?.[0])
  const name = /\p{L}{3,}/gu
  const named = [...printed.toLowerCase().matchAll(name)].flatMap(([word]) => monthOf.get(word) ?? [])[0]
  const signs = /(\d{1,2})月(\d{1,2})/u.exec(printed)
  const wanted = signs === null ? named : Number(signs[1])
  const wantedDay = signs === null ? number : Number(signs[2])
  if (wanted === undefined) return null
  const years = month === null ? [year] : [year, year - 1, year + 1]
  const here = dayNumber(year, month ?? wanted, day ?? 15)
  const [best] = years
    .filter((candidate) => dayExists(candidate, wanted, wantedDay))
    .map((candidate) => ({
      candidate,
      far: Math.abs(dayNumber(candidate, wanted, wantedDay) - here),
    }))
    .sort((a, b) => a.far - b.far)
  return best === undefined ? null : formatDay(best.candidate, wanted, wantedDay)
}

const shiftDays = ({ year, month, day }: Day, by: number) =>
  year === null || month === null || day === null ? null : addDays(year, month, day, by)

function shiftMonths({ year, month }: Day, by: number): string | null {
  if (year === null || month === null) return null
  const index = year * 12 + month - 1 + by
  const shifted = Math.floor(index / 12)
  return hasFourDigits(shifted) ? formatMonth(shifted, (index % 12) + 1) : null
}

/** Monday to Sunday of the week that lies `by` weeks from publication. */
function shiftWeeks(published: Day, by: number): string | null {
  const weekday = weekdayOf(published)
  if (weekday === null) return null
  const monday = shiftDays(published, by * 7 - weekday)
  const sunday = shiftDays(published, by * 7 - weekday + 6)
  return monday === null || sunday === null ? null : `${monday}/${sunday}`
}

function shiftYears({ year }: Day, by: number): string | null {
  return year === null || !hasFourDigits(year + by) ? null : String(year + by).padStart(4, '0')
}

function shift(unit: string, published: Day, by: number): string | null {
  if (unit === 'month') return shiftMonths(published, by)
  if (unit === 'week') return shiftWeeks(published, by)
  return shiftYears(published, by)
}

/** The weekday nearest before publication, that day included; ahead of it, or a week back, where the words say so. */
function readWeekday(before: string, name: string, published: Day): string | null {
  const wanted = weekdays.get(name.toLowerCase())
  const here = weekdayOf(published)
  if (wanted === undefined || here === null) return null
  const back = (here - wanted + 7) % 7
  if (/^(?:next|coming|this coming)\s*$/iu.test(before)) return shiftDays(published, 7 - back)
  return shiftDays(published, /^last\s*$/iu.test(before) && back === 0 ? -7 : -back)
}

/** The latest such month not after that of publication; the coming one after `next`. */
function readMonth(before: string, name: string, { year, month }: Day): string | null {
  const wanted = monthOf.get(name.toLowerCase())
  if (year === null || month === null || wanted === undefined) return null
  if (/^next$/iu.test(before)) return formatMonth(wanted > month ? year : year + 1, wanted)
  const past = /^last$/iu.test(before) ? wanted < month : wanted <= month
  return formatMonth(past ? year : year - 1, wanted)
}

function readAgo(count: string, unit: string, published: Day): string | null {
  const plain = count.toLowerCase().replaceAll(',', '')
  const value = /^\d+$/u.test(plain) ? Number(plain) : (numberWords.get(plain) ?? 1)
  if (unit === 'day') return shiftDays(published, -value)
  const about = unit === 'week' ? shiftDays(published, -7 * value) : shift(unit, published, -value)
  return about === null ? null : `${about}~`
}

/** French has `hier` for yesterday, its neighbours for here. */
const meansHere = (word: string, tag: string) => word === 'hier' && (tag === 'de' || tag === 'nl')

const names = [...weekdays.keys()].sort((a, b) => b.length - a.length).join('|')
const counts = [...numberWords.keys()].sort((a, b) => b.length - a.length).join('|')
const englishMonths = 'January|February|March|April|May|June|July|August|September|October|November|December'
const steps = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
])

const yearAlone: Rule = {
  pattern:
    /(?<=\b(?:in|since|of|during|by|until|from|before|after|early|late|mid|to|and|year|for)[\s-]+|\()((?:19|20)\d{2})(?![\d.,]*\d|[\p{L}%])/giu,
  read: ([, year]) => year ?? null,
}

const rules: readonly Rule[] = [
  {
    // Not the end of a longer number or word: “200,000 years ago”, “twenty three years ago”.
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}]|[\\p{L}\\p{N}][.,/‑–-]|[a-z]ty\\s)((?:\\d+(?:,\\d{3})*|an?|${counts})\\s+(?:day|week|month|year)s?\\s+(?:ago|earlier))\\b`,
      'giu',
    ),
    read: ([words = ''], published) => {
      const [count = '', unit = ''] = words.split(/\s+/u)
      return readAgo(count, unit.toLowerCase().replace(/s$/u, ''), published)
    },
  },
  {
    pattern: /\b((?:last|past|previous|this|next|coming)\s+(?:week|month|year))\b/giu,
    read: ([words = ''], published) => {
      const [step = '', unit = ''] = words.toLowerCase().split(/\s+/u)
      return shift(unit, published, steps.get(step) ?? 0)
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}])((?:(?:last|next|this coming|coming)\\s+)?(?:${names}))(?![\\p{L}\\p{M}])`,
      'giu',
    ),
    read: ([words = ''], published) => {
      const name = /\S+$/u.exec(words)?.[0] ?? ''
      return readWeekday(words.slice(0, -name.length).trim(), name, published)
    },
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|until|by|from|during|of|early|late|mid|through|to|between|and)[\\s-]+)(${englishMonths})\\b(?!\\s+\\d)`,
      'gu',
    ),
    read: ([, name = ''], published) => readMonth('', name, published),
  },
  {
    pattern: new RegExp(`\\b((?:[Ll]ast|[Nn]ext|[Tt]his)\\s+(?:${englishMonths}))\\b(?!\\s+\\d)`, 'gu'),
    read: ([words = ''], published) => {
      const [before = '', name = ''] = words.split(/\s+/u)
      return readMonth(before, name, published)
    },
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{M}])(${[...dayWords.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'giu'),
    read: ([words = ''], published, tag) => {
      const word = words.toLowerCase()
      return meansHere(word, tag) ? null : shiftDays(published, dayWords.get(word) ?? 0)
    },
  },
  yearAlone,
]
