/** Bylines: `By A and B`, `By A, Associated Press`, `Von A`, `Автор: A`, `بقلم A`, `A, Staff Writer`, `A – 2 May 2011`. */
import { findPublisherName } from './agencies.ts'
import { findDate, isCalendarWord, readDateLine } from './dates.ts'
import { isName, isRole, readNames } from './names.ts'

/** What a byline tells. */
export type Byline = { authors: string[]; agency: string | null; published: string | null }

const openings =
  /^(?:(?:written|reported|posted|published|submitted|story|report|analysis|opinion|commentary|text|words)\s+by|by|von|par|por|di|door|av|af|tekst|text|texte|texto|testo|autor(?:in|es)?|auteur|author\(?s?\)?|автор(?:ы)?|текст|بقلم|كتب|كتبت|إعداد|作者|文|记者|本报记者|撰文|記者)(?:\s*[:：／/]\s*|\s+)/iu
const needsColon = /^(?:text|texte|texto|testo|tekst|di|av|af|door|文|текст|autor|كتب)$/iu
const tailNoise = /\s*(?:[|•·–—-]\s*)?(?:\d+\s*(?:min(?:ute)?s?\s*read|comments?)|@\w+|\S+@\S+)\s*$/iu
const trailingRole =
  /^(.{3,60}),\s*(?:[\p{L} ]{0,30}(?:correspondent|reporter|staff writer|writer|editor|columnist)|(?:the )?associated press|reuters|afp)$/iu

/** `By A B, a deputy editor who …`: what the paper tells of its author after the name. */
const toldOf =
  /^(by\s+\p{Lu}[^,]{2,50}),\s+(?:an?|the|who is)\s[^.]{0,60}\b(?:editor|reporter|writer|author|journalist|correspondent|columnist|professor|fellow|analyst|critic|researcher|producer|lecturer|historian|contributor)\b.*$/iu

/** Reads a line as a byline; null where it is anything else. */
export function readByline(whole: string): Byline | null {
  const told = whole.length > 500 ? null : toldOf.exec(whole)
  const line = told?.[1] ?? whole
  if (line.length > 180 || line.length < 4) return null
  const opening = openings.exec(line)
  const role = opening === null ? trailingRole.exec(line) : null
  if (opening === null && role === null) return readDatedByline(line)
  if (opening !== null && needsColon.test(opening[0].trim().toLowerCase())) return null
  const after = line.slice(opening?.[0].length ?? 0).replace(/\s@\w+/gu, '')
  const { words, published } = cutDate(after.replace(tailNoise, ''))
  if (/[.!?。]$/u.test(words) && !/(?:^|[\s.])\p{Lu}\.$|(?:Jr|Sr)\.$/u.test(words)) return null
  const read = readNames(words)
  if (read === null) return null
  return { authors: read.names, agency: read.agency, published }
}

/** `2/26/2015 7:11 AM PST by A B`, and `A B – Feb 26, 2015`. */
function readDatedByline(line: string): Byline | null {
  const [, name, beside] = /^(.{5,60}?)\s*(?:\s[-–—]|[|•·])\s+(.{2,60})$/u.exec(line) ?? []
  if (name !== undefined && beside !== undefined && isBareName(name) && isPerson(name)) {
    const date = readDateLine(beside)
    if (date !== null && date.place === null)
      return { authors: [name], agency: null, published: date.date.edtf }
    if (longAgo.test(beside)) return { authors: [name], agency: null, published: null }
  }
  const match = /^(.{6,60}?)[\s|,•·–—-]+by\s+(.{3,80})$/iu.exec(line)
  const date = match?.[1] ? readDateLine(match[1]) : null
  const read = match?.[2] ? readNames(match[2]) : null
  return date === null || read === null
    ? null
    : { authors: read.names, agency: read.agency, published: date.date.edtf }
}

/** When a page says how old it is instead of its date. */
const longAgo = /^\d{1,2}\s?(?:[hmd]|hrs?|mins?|(?:hour|minute|day)s?)(?:\s+ago)?$/iu

/** Not a paper, not a dateline in capitals, and no month or weekday among the words. */
const isPerson = (name: string) =>
  findPublisherName(name) === null && /\p{Ll}/u.test(name) && !name.split(' ').some(isCalendarWord)

function cutDate(words: string): { words: string; published: string | null } {
  const date = findDate(words)
  if (date === null) return { words: words.trim(), published: null }
  const before = words
    .slice(0, date.start)
    .replace(
      /[\s|,•·–—-]*(?:(?<=^|[\s|,•·–—-])(?:(?:last\s+)?updated|published|posted|on|am|le|el|el día)(?:\s+(?:on|at))?)?\s*:?[\s|,•·–—-]*(?:(?<=^|[\s|,•·–—-])(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|mo|di|mi|do|fr|sa|so),?\s*)?$/iu,
      '',
    )
  const rest = readDateLine(words.slice(date.start))
  return { words: before.trim(), published: rest === null ? date.edtf : rest.date.edtf }
}

/** True where the line is two to four capitalised words that can be nothing but a name: believed only beside a date. */
export function isBareName(line: string): boolean {
  const parts = line.replace(/\s+in\s+\p{Lu}[\p{L} ,]{2,40}$/u, '').split(' ')
  return (
    parts.length >= 2 &&
    parts.length <= 4 &&
    line.length <= 60 &&
    isName(parts.join(' ')) &&
    !/[,;&|]/u.test(line)
  )
}

/** True where the line is nothing but a post that a paper gives: `Games Editor`. */
export const isRoleLine = (line: string): boolean =>
  line.length <= 50 &&
  (isRole(line) || /^(?:\p{L}+ ){1,4}(?:correspondent|reporter|writer|editor|columnist)$/iu.test(line))
