/**
 * Dates as they are printed: English, ISO and numeric forms, month names of a
 * dozen languages, Chinese and Japanese signs, Arabic digits. A date is only
 * given as precisely as the words are: `03/04/2012` in English is the year 2012.
 */
import { dayExists } from '../calendar.ts'
import { findPublisherName } from './agencies.ts'
import { dateCompanions, monthNames, weekdayNames } from './months.ts'

/** A date found in a line. */
export type FoundDate = {
  /** EDTF; null where the words name no year, such as `May 30`. */
  edtf: string | null
  /** The words of the date as printed. */
  printed: string
  /** Position in the line, UTF-16 code units. */
  start: number
  end: number
}

const monthOf = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
const monthWords = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')
const month = `(?<![\\p{L}])(${monthWords})(?![\\p{L}])\\.?`
const day = '(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?'
const year = '((?:19|20)\\d{2})(?!\\d)'

type Form = {
  pattern: RegExp
  read: (parts: (string | undefined)[], dayFirst: boolean | null) => string | null
}

const two = (value: number) => String(value).padStart(2, '0')

function dayOf(y: string | undefined, m: number | undefined, d: string | undefined): string | null {
  const number = Number(d)
  if (y === undefined || m === undefined || !dayExists(Number(y), m, number)) return null
  return `${y}-${two(m)}-${two(number)}`
}

const named = (word: string | undefined) => (word === undefined ? undefined : monthOf.get(word.toLowerCase()))

const numeric = (a: string, b: string, y: string, dayFirst: boolean | null): string | null => {
  const full = y.length === 2 ? `20${y}` : y
  if (Number(a) > 12 || dayFirst === true) return dayOf(full, Number(b), a)
  if (Number(b) > 12 || dayFirst === false) return dayOf(full, Number(a), b)
  return a === b ? dayOf(full, Number(a), b) : full
}

const forms: readonly Form[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u,
    read: ([, y, m, d]) => dayOf(y, Number(m), d),
  },
  {
    pattern: /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号일]/u,
    read: ([, y, m, d]) => dayOf(y, Number(m), d),
  },
  {
    pattern: new RegExp(`${month}\\s+${day},?\\s+${year}`, 'iu'),
    read: ([, m, d, y]) => dayOf(y, named(m), d),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)${day}[\\s./-]+(?:de\\s+|of\\s+)?${month},?[\\s./-]+(?:de\\s+|del\\s+)?${year}`,
      'iu',
    ),
    read: ([, d, m, y]) => dayOf(y, named(m), d),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2}|\d{2})(?!\d)/u,
    read: ([, d, m, y]) => dayOf(y?.length === 2 ? `20${y}` : y, Number(m), d),
  },
  {
    pattern: /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})(?![\d/])/u,
    read: ([, a, b, y], dayFirst) => numeric(a ?? '', b ?? '', y ?? '', dayFirst),
  },
  { pattern: new RegExp(`${month}\\s+${day}(?!\\d)`, 'iu'), read: () => null },
  { pattern: new RegExp(`(?<!\\d)${day}\\s+(?:de\\s+)?${month}`, 'iu'), read: () => null },
  { pattern: /(\d{1,2})月(\d{1,2})[日号]/u, read: () => null },
  {
    pattern: new RegExp(`${month},?\\s+(?:de\\s+)?${year}`, 'iu'),
    read: ([, m, y]) => (named(m) ? `${y}-${two(named(m) ?? 0)}` : null),
  },
]

/** Latin digits for Arabic-Indic and Persian ones; the length does not change. */
function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/**
 * The first date in a line of at most 300 characters, or null. `dayFirst` settles
 * `03/04/2012`; where it is null, only what both readings share is given.
 */
export function findDate(line: string, dayFirst: boolean | null = null): FoundDate | null {
  if (line.length > 300) return null
  const text = latinDigits(line)
  for (const form of forms) {
    const match = form.pattern.exec(text)
    if (match === null) continue
    const edtf = form.read([...match], dayFirst)
    if (edtf === null && form.read.length > 0) continue
    const end = match.index + match[0].length
    return { edtf, printed: line.slice(match.index, end), start: match.index, end }
  }
  return null
}

/** Sign of a label that tells which of several dates is the publication. */
export type DateLine = { date: FoundDate; label: 'published' | 'updated' | null; place: string | null }

const updated =
  /^(?:last\s+)?(?:updated|modified|edited|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено|تحديث|آخر تحديث|更新)/iu
const published =
  /(?:^|\W)(?:(?:first )?published|posted|publié|veröffentlicht|publicado|pubblicato|опубликовано|نشر|发布)/iu
const clock =
  /(?<!\d)\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:[ap]\.?\s?m\.?)?(?!\p{L})|\b\d{1,2}\s?[ap]\.?m\.?(?!\p{L})/giu
const zone =
  /(?:[+-]\d{2}:?\d{2}|\b(?:GMT|UTC)\s?[+-]\d{1,2}|\d+\s+(?:years?|months?|weeks?|days?|hours?|minutes?|mins?)\s+(?:ago|read)|T\d{2}:\d{2}\S*)/giu
const placeBefore = /^(\p{Lu}[\p{L}.' -]{1,60}?)\s*[|•·]\s*$/u

/** What the words before a date say it is the date of; null where they say nothing. */
export function readDateLabel(before: string): DateLine['label'] {
  if (updated.test(before.trim())) return 'updated'
  return published.test(before) ? 'published' : null
}

/** Reads a line that says nothing but a date, with time, weekday, place or label beside it; else null. */
export function readDateLine(line: string, dayFirst: boolean | null = null): DateLine | null {
  if (line.length > 160 || !/[\d٠-٩۰-۹]/u.test(line)) return null
  const isoTime = line.replace(/(\d{4}-\d{2}-\d{2})T(?=\d)/u, '$1 ').replace(/(\d)Z$/u, '$1 Z')
  const date = findDate(isoTime, dayFirst)
  if (date === null) return null
  const before = isoTime.slice(0, date.start)
  const label = readDateLabel(before)
  const named = /^(.{2,60}?)\s*[|•·—–,-]+\s*(?:\S.*)?$/u.exec(before.trim())?.[1]
  const publisher = named !== undefined && findPublisherName(named) !== null ? named : null
  const placed = placeBefore.exec(
    before.replace(/[,\s]*\p{L}{2,10}\.?,?\s*$/u, (tail) => (isCompanion(tail) ? '' : tail)),
  )
  const place =
    publisher ?? (placed?.[1] && label === null && !isCompanion(placed[1]) ? placed[1].trim() : null)
  let rest = `${place === null ? before : before.replace(place, '')} ${isoTime.slice(date.end)}`
  for (let next = findDate(rest, dayFirst); next !== null; next = findDate(rest, dayFirst))
    rest = `${rest.slice(0, next.start)} ${rest.slice(next.end)}`
  const untimed = latinDigits(rest).replace(clock, ' ')
  const hasTime = untimed !== latinDigits(rest)
  rest = untimed.replace(zone, ' ')
  return isCompanion(rest) || (hasTime && isSource(rest)) ? { date, label, place } : null
}

/** True for the name that Chinese, Japanese and Korean pages set beside date and time without a sign between. */
function isSource(rest: string): boolean {
  const name = rest.trim()
  return (
    name.length <= 16 &&
    /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name) &&
    !/[。！？]/u.test(name)
  )
}

function isCompanion(rest: string): boolean {
  const words = rest
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && word !== '-')
  return words.every(
    (word) =>
      /^\d{1,2}$/u.test(word) || dateCompanions.has(word) || weekdayNames.has(word) || monthOf.has(word),
  )
}

/** True where the word is a month or a weekday in one of the languages known. */
export function isCalendarWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/[.,]/gu, '')
  return monthOf.has(plain) || weekdayNames.has(plain)
}
