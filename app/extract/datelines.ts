/**
 * Datelines: `ISLAMABAD (Reuters) - `, `KABUL, Afghanistan, Sept. 15 (AP) — `,
 * `LAHORE: `, `МОСКВА, 15 сен — РИА Новости.`, `新华社北京9月15日电`. Only the first
 * 140 characters are looked at. A place without an agency must be in capitals,
 * so that an ordinary sentence with a dash is not taken for one.
 */
import { findAgency } from './agencies.ts'
import { findDate } from './dates.ts'

/** What a dateline tells. */
export type Dateline = {
  /** The place as printed; null for `(Reuters) - `. */
  place: string | null
  /** The date as printed; null where there is none. */
  date: string | null
  /** EDTF of that date where it has a year; else null. */
  edtf: string | null
  agency: string | null
  /** Where the story's words begin, UTF-16 code units. */
  end: number
}

const span = 140
const bracketed = /^(.{0,90}?)[\s–—-]*[(（]([^()（）]{2,40})[)）]\s*(?:\.?\s?[-–—―:.]{1,3}|،|：)?\s*/u
const dashed = /^(.{2,90}?)(?:\s+[-–—―]{1,2}\s+|\s*[—―]\s*|\s?\.-\s?)/u
const coloned = /^(\p{Lu}[\p{Lu}\p{M} .'’/-]{2,40}):\s/u
const agencyAfter = /^([\p{L}. /-]{2,30}?)(?:\.|\s[-–—]|:)\s/u
const slashed = /^(.{2,60}?)[.,]?\s*\/([\p{L} -]{2,30})\/[.\s]*/u
const chinese =
  /^[（(]?([\p{Script=Han}]{2,4}社|中新网)([\p{Script=Han}]{1,10}?)?\s?(\d{1,2}月\d{1,2}日)?(?:电|讯)\s?[）)]?/u
const country = /^(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:(?:of|the|and|de|del|la)\s+)?\p{Lu}[\p{L}.'’-]*){0,3}$/u
const notPlaces =
  /^(?:UPDATED?|CORRECT(?:ED|ION|S)?|REFILED?|RPT|WRAPUP|RETRACT(?:ED|ION)|WITHDRAWN|ADVISORY|INSIGHT|SPECIAL REPORT|INTERVIEW|SNAPSHOT|ALERT|BREAKING|WATCH|VIDEO|NOTE|EXCLUSIVE|CORRECTION|CLARIFICATION|EDITOR'?S? NOTE|QUESTION|ANSWER|Q|A|READ MORE|SEE ALSO|ANALYSIS|OPINION|FILE|PHOTO|WARNING|RELATED|FACTBOX|TIMELINE|LIVE|FULL TEXT|ABSTRACT|TL;DR|PS|P\.S)\b/u

function isPlace(words: string, capitalsOnly: boolean): boolean {
  const parts = words.split(/\s*,\s*/u)
  const first = parts[0] ?? ''
  if (first.length < 3 || first.length > 45 || notPlaces.test(first) || parts.length > 4) return false
  if (capitalsOnly) {
    if (!/^[\p{Lu}\p{M}][\p{Lu}\p{M}\s.'’/()-]*$/u.test(first) || !/\p{Lu}{3}/u.test(first)) return false
    if (first.split(' ').length > 4) return false
  } else if (!country.test(first.replaceAll('/', ' ')) && /\p{Lu}|\p{Ll}/u.test(first)) return false
  return parts.slice(1).every((part) => country.test(part) || part === '')
}

/** Without the signs around it; the full stop of `Mass.` and `N.Y.` after a comma stays. */
function trimPlace(words: string): string {
  const bare = words.replace(/^[\s–—-]+|[\s,;:،|–—-]+$/gu, '')
  return /,\s\p{Lu}[\p{L}.]{0,5}\.$/u.test(bare) ? bare : bare.replace(/[\s.,]+$/u, '')
}

/** Splits `KABUL, Afghanistan, Sept. 15, 2011` into place and date; null where the place is none. */
function placeAndDate(
  words: string,
  capitalsOnly: boolean,
): { place: string; date: string | null; edtf: string | null } | null {
  const trimmed = trimPlace(words)
  const found = findDate(trimmed)
  const before = found === null ? trimmed : trimPlace(trimmed.slice(0, found.start))
  const place = before.replace(/[,.]?\s*(?:\p{L}{3,9}day|\p{Lu}\p{Ll}{2})$/u, (tail) =>
    /day$|^[,.]?\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/u.test(tail) ? '' : tail,
  )
  if (found !== null && !/^[\s\d:apm.,|-]*$/iu.test(trimmed.slice(found.end))) return null
  return isPlace(place, capitalsOnly)
    ? { place, date: found?.printed ?? null, edtf: found?.edtf ?? null }
    : null
}

function bracketedDateline(head: string): Dateline | null {
  const match = bracketed.exec(head)
  if (match === null) return null
  const agency = findAgency(match[2] ?? '')
  const before = (match[1] ?? '').trim()
  const marked = /[-–—―:]\s*$/u.test(match[0]) || /[-–—]\s*$/u.test(match[1] ?? '')
  if (before === '') {
    return agency === null ? null : { place: null, date: null, edtf: null, agency, end: match[0].length }
  }
  // An unknown agency is believed only after a place in capitals and before a dash.
  const found = placeAndDate(before, agency === null || !marked)
  if (found === null || (agency === null && (!marked || !/^[\p{Lu}]/u.test(match[2] ?? '')))) return null
  return { ...found, agency: agency ?? (match[2] ?? '').trim(), end: match[0].length }
}

function dashedDateline(head: string): Dateline | null {
  const match = dashed.exec(head)
  if (match === null) return null
  const found = placeAndDate(match[1] ?? '', true)
  if (found === null) return null
  const end = match[0].length
  const after = agencyAfter.exec(head.slice(end))
  const agency = after?.[1] ? findAgency(after[1]) : null
  return { ...found, agency, end: agency === null || after === null ? end : end + after[0].length }
}

function dottedDateline(head: string): Dateline | null {
  const slash = slashed.exec(head)
  if (slash?.[1] && slash[2]) {
    const found = placeAndDate(slash[1], false)
    const agency = findAgency(slash[2])
    if (found && agency) return { ...found, agency, end: slash[0].length }
  }
  const dotted =
    /^(\p{Lu}[\p{L} -]{2,30})[.,]\s(\d{1,2}\s\p{L}{3,10})\.?\s(?:[-–—]\s)?([\p{Lu}][\p{L}.-]{2,30}(?:\s\p{Lu}\p{L}+)?)\.?\s?[-–—.]\s/u.exec(
      head,
    )
  const agency = dotted?.[3] ? findAgency(dotted[3]) : null
  if (!dotted?.[1] || !dotted[2] || agency === null) return null
  return { place: dotted[1], date: dotted[2], edtf: null, agency, end: dotted[0].length }
}

/** The dateline at the start of a paragraph, or null. `loneColon` allows `LAHORE: `, which looks like a speaker's label. */
export function readDateline(paragraph: string, loneColon = true): Dateline | null {
  const head = paragraph.slice(0, span)
  const han = chinese.exec(head)
  if (han?.[1]) {
    const agency = findAgency(han[1])
    if (agency !== null)
      return { place: han[2] ?? null, date: han[3] ?? null, edtf: null, agency, end: han[0].length }
  }
  const found = bracketedDateline(head) ?? dottedDateline(head) ?? dashedDateline(head)
  if (found !== null) return found
  const colon = loneColon ? coloned.exec(head) : null
  if (!colon?.[1] || !isPlace(colon[1], true)) return null
  return { place: colon[1].trim(), date: null, edtf: null, agency: null, end: colon[0].length }
}
