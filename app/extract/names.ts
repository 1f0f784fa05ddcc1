/**
 * Lists of people's names as bylines and credit lines print them: `A, B and C in
 * Kabul`. Capitalised words, particles between them, no calendar words.
 */
import { findAgency } from './agencies.ts'
import { isCalendarWord } from './dates.ts'

const particles = new Set(
  'al- el- de da do dos das di del della van von der den ter la le bin bint ibn al el y e ben abu mac du af zu ul ur'.split(
    ' ',
  ),
)
const roles =
  /^(?:(?:our|senior|chief|foreign|staff|special|political|diplomatic|defen[cs]e|security|national|world|deputy|managing|associated|assistant|contributing|science|health|business|environment|legal|white house|middle east|freelance)\s+)*(?:correspondents?|reporters?|writers?|editors?|staff|contributors?|columnists?|analysts?|bureau(?: chief)?|producers?|fellow|press writers?|news(?: service| desk)?|web desk|monitoring desk|m\.?d\.?|ph\.?d\.?|jr\.?|sr\.?|iii?)$/iu
const notNames =
  /^(?:the|a|an|this|that|these|those|his|her|their|its|our|my|your|all|some|most|many|contrast|now|then|far|comparison|default|and|or|but|it|he|she|we|they|you|i|last|next|no|law|one|two|three|signing|using|doing|being|making|taking)$/iu

/** Posts that end the names of a line: what comes after them is where they are held. */
const posts =
  /\b(?:technologist|counsel|attorney|director|professor|researcher|scientist|strategist|engineer|manager|officer|president|lecturer|advis[eo]r|advocate|historian|lawyer)$/iu
/** Words that only the names of houses have. */
const houses =
  /\b(?:project|institute|universit\w+|programme?|center|centre|department|office|college|school|council|foundation|association|union|group|desk|team|media)\b/iu

/** True where the words are a post at a paper. */
export const isRole = (words: string): boolean => roles.test(words)

/** True where the words can be a person's or a desk's name. */
export function isName(words: string): boolean {
  const parts = words.split(' ')
  if (parts.length > 6 || words.length > 60 || /[\d:;!?"“”@]/u.test(words) || parts[0] === undefined)
    return false
  if (isCalendarWord(parts[0]) || notNames.test(parts[0])) return false
  return parts.every(
    (part) =>
      /^[\p{Lu}\p{Lo}]/u.test(part) ||
      particles.has(part.toLowerCase()) ||
      /^(?:d'|al-|el-)\p{Lu}/u.test(part),
  )
}

const joint =
  /\s*[,;&|،、]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|и|en|och|ve|with|mit|avec|con)\s+|\s+و(?=\p{L})/u
const where = /\s+(?:in|at|on|from|en|à|aus|bei|à|em|desde|в|из|في)\s+.*$/u

/** The names in `words`; null where something among them is neither a name, a role nor an agency. */
export function readNames(words: string): { names: string[]; agency: string | null } | null {
  const names: string[] = []
  let agency: string | null = null
  let place = false
  let posted = false
  for (const raw of words.replace(/[()]/gu, ' ').split(joint)) {
    const bare = raw.replace(/\s+/gu, ' ').trim()
    if (bare === '' || roles.test(bare)) continue
    if (names.length > 0 && posts.test(bare)) {
      posted = true
      continue
    }
    if (posted && (!bare.includes(' ') || houses.test(bare) || /\b\p{Lu}{3,}\b/u.test(bare))) continue
    const here = where.test(bare)
    const part = bare
      .replace(where, '')
      .replace(/[.:]$/u, (dot) => (/(?:\b\p{Lu}|\b[JS]r)\.$/u.test(bare) ? dot : ''))
      .trim()
    const known = findAgency(part)
    const tail = known === null ? trailingAgency(part) : null
    if (known !== null) agency = known
    else if (tail !== null && isName(tail.name)) {
      names.push(nameCase(tail.name))
      agency = tail.agency
      place = true
      continue
    } else if (!isName(part)) return null
    // After `in Kabul` a comma may go on with the country; a lone word then is no name.
    else if (!(place && !part.includes(' '))) names.push(nameCase(part))
    place = here || place
  }
  return names.length > 0 || agency !== null ? { names, agency } : null
}

/** `Ali Khan BBC News`: the name before the agency's. */
function trailingAgency(part: string): { name: string; agency: string } | null {
  const words = part.split(' ')
  for (const count of [3, 2, 1]) {
    if (words.length < count + 2) continue
    const agency = findAgency(words.slice(-count).join(' '))
    if (agency !== null) return { name: words.slice(0, -count).join(' '), agency }
  }
  return null
}

/** Names in capitals as they are written otherwise. */
function nameCase(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{3}/u.test(name) || !name.includes(' ')) return name
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}
