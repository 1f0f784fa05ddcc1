/**
 * Proposes who speaks in a passage, from the words of attribution around it:
 * `…,” Panetta told reporters`, `said a senior official who …`, `Pakistan says …`,
 * `according to …`. A pronoun is led back to the last speaker named before. It is a
 * proposal in a field that the analyst edits, so it says nothing rather than guess far.
 */
import type { Range } from '../model.ts'
import { sentences } from '../text/sentences.ts'
import type { Attribution } from '../vocabulary.ts'
import { betweenWords, cueVerbs, pronouns, strongVerbs, unnamedHead } from './cueWords.ts'

/** Who is proposed and how the words reach the reader. */
export type SpeakerSuggestion = {
  /** As printed, without a leading article; null where the words are a quotation of nobody named near. */
  name: string | null
  attribution: Attribution
}

/** A word of attribution with the words that name its speaker. Offsets are in the text that was searched. */
type Cue = {
  speaker: string
  start: number
  end: number
  pronoun: boolean
  verb: string
  after: boolean
  weak: boolean
}

const paragraphReach = 6000
const linesBack = 6
/** A passage that holds an attribution of its own is usually the words of somebody named outside it. */
const insidePenalty = 200
const weakReach = 3
/** Private-use characters: they stand for quoted words and for the full stops of abbreviations. */
const filler = '\uE000'

function paragraphAround(text: string, range: Range): Range {
  const start = Math.max(text.lastIndexOf('\n', range.start - 1) + 1, range.start - paragraphReach, 0)
  const next = text.indexOf('\n', Math.max(range.start, range.end - 1))
  return { start, end: Math.min(next < 0 ? text.length : next, range.end + paragraphReach) }
}

/** Positions inside quotation marks, the marks included. A quotation may run on to the paragraph's end. */
function quotedPlaces(paragraph: string): Uint8Array {
  const inside = new Uint8Array(paragraph.length)
  let open = ''
  for (let index = 0; index < paragraph.length; index += 1) {
    const sign = paragraph.charAt(index)
    if (open === '' && (sign === '“' || sign === '„' || sign === '«' || sign === '"')) {
      open = sign
      inside[index] = 1
    } else if (open !== '') {
      inside[index] = 1
      if (sign === '”' || sign === '»' || sign === '"' || (open === '„' && sign === '“')) open = ''
    }
  }
  return inside
}

/** The paragraph with every quoted character replaced, so that only the reporter's own words are searched. */
function mask(paragraph: string, inside: Uint8Array): string {
  let masked = ''
  for (let index = 0; index < paragraph.length; index += 1)
    masked += inside[index] ? filler : paragraph.charAt(index)
  return masked
}

const clauseStart =
  /(?:\uE000|[;:()–—]|\s-\s|,|\b(?:but|that|while|because|although|though|after|before|if|when|where|since|whether|so|yet)\s|\band\s(?=(?:he|she|they|it|\p{Lu}[\p{L}’'.-]*)\s*$))/giu

/** Words before a verb, back to where its clause begins; an apposition between commas is stepped over. */
function subjectBefore(left: string): string {
  // A party or an age in brackets after the name.
  let words = left.replace(/\s?\([^()]{1,40}\)/gu, '').trimEnd()
  if (words.endsWith(',')) {
    const back = words.slice(0, -1)
    const comma = back.lastIndexOf(',')
    const inner = comma < 0 ? '' : back.slice(comma + 1).trim()
    if (/^(?:\p{Lu}[\p{L}.’'-]*\s?){2,4}$/u.test(inner)) return inner
    if (comma < 0 || back.includes(filler, comma)) return ''
    words = back.slice(0, comma)
  }
  words = words.replace(betweenWords, '')
  if (/,\s*(?:who|which)$/iu.test(words)) words = words.replace(/,\s*(?:who|which)$/iu, '')
  else words = words.replace(/\s+(?:who|which)$/iu, '')
  let from = 0
  for (const match of words.matchAll(clauseStart)) from = match.index + match[0].length
  return words.slice(from)
}

const phraseEnd =
  /[,;:.!?()–—\uE000]|\s-\s|\s(?:who|whom|whose|which|that|when|while|after|before|because|as|in|on|at|during|by|to|from|with|about|told|said|has|had|is|was|adding|referring|speaking)\s/u

/** Words after an inverted verb, up to the end of the noun phrase. Full stops of initials and titles belong to it. */
function subjectAfter(right: string): string {
  const plain = right.replace(
    /(?<=\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|Rev|Prof|Adm|Jr|St)|U\.S|U\.N)\.(?=\s)/gu,
    '\uE001',
  )
  const end = plain.search(phraseEnd)
  return (end < 0 ? plain : plain.slice(0, end)).replaceAll('\uE001', '.')
}

/** True where the noun phrase ends the clause, so that `…, said Ali.` is told from `Ali, …, said the road was …`. */
function closesSoon(right: string): boolean {
  const rest = right.slice(subjectAfter(right).length)
  return rest === '' || /^[,;.:!?]|^\s(?:who|in|on|at|during)\s/u.test(rest)
}

const leading =
  /^(?:(?:and|but|or|yet|so|still|also|however|meanwhile|instead|then|now|later|earlier|separately|indeed|thus|nevertheless|as|for\s(?:his|her|its|their)\spart|in\s(?:a|an|the|his|her)\s[\p{Ll}\s]{1,40}|on\s\p{Lu}\p{Ll}+day|(?:last|this|that)\s\p{Ll}+|in\s(?:19|20)\d{2})[\s,]+)+/iu
const determined =
  /^(?:an?|the|one|two|three|four|several|some|many|most|other|another|both|his|her|their|its|these|those|all|few)\s/iu

/** The words as a speaker's name; null where they cannot be one. */
function readSubject(raw: string): { speaker: string; pronoun: boolean } | null {
  const words = raw.replace(/\s+/gu, ' ').trim().replace(leading, '').replace(betweenWords, '').trim()
  if (words === '' || words.length > 120) return null
  if (pronouns.has(words.toLowerCase())) return { speaker: words, pronoun: true }
  const count = words.split(' ').length
  if (count > 14) return null
  const opens =
    /^\p{Lu}|^['’"]?\p{Lu}/u.test(words) ||
    determined.test(words) ||
    unnamedHead.test(words) ||
    /^\p{Lo}/u.test(words)
  if (
    !opens ||
    /^(?:there|what|this|that|these|those|who|which|here|if|when|how|why|where|as|to|in|on|at|not|you)$/iu.test(
      words,
    )
  )
    return null
  if (
    /^(?:there|what|if|when|how|why|where|who|as|with|after|before|in|on|at|by|for|from|of|to|he|she|they|it|i|we)\s/iu.test(
      words,
    )
  )
    return null
  if (/\s(?:was|is|are|were|would|will|has|have|had|won|went|did|could|can)\s/u.test(words)) return null
  return { speaker: words.replace(/^(?:an?|the|one)\s+/iu, ''), pronoun: false }
}

const token = /[\p{L}]+/gu
const accordingTo = /\baccording to\s+/giu

/** All attributions in a stretch of masked text, in order. */
function findCues(masked: string, offset: number): Cue[] {
  const cues: Cue[] = []
  for (const match of masked.matchAll(accordingTo)) {
    const at = match.index + match[0].length
    const read = readSubject(subjectAfter(masked.slice(at, at + 200)))
    if (read !== null)
      cues.push({
        ...read,
        start: offset + match.index,
        end: offset + at,
        verb: 'according',
        after: true,
        weak: false,
      })
  }
  for (const match of masked.matchAll(token)) {
    const verb = match[0].toLowerCase()
    if (!cueVerbs.has(verb) || match[0] !== verb) continue
    const cue = readCue(masked, match.index, verb)
    if (cue !== null)
      cues.push({ ...cue, start: offset + match.index, end: offset + match.index + verb.length })
  }
  return cues.sort((a, b) => a.start - b.start)
}

function readCue(masked: string, at: number, verb: string): Omit<Cue, 'start' | 'end'> | null {
  const left = masked.slice(Math.max(0, at - 240), at)
  const right = masked.slice(at + verb.length, at + verb.length + 240)
  const bare = left.trimEnd()
  const quoteBefore = bare.endsWith(filler) || /\uE000[,.]?$/u.test(bare)
  const turned = /,$/u.test(bare) && /^(?:said|says|added|wrote|adds)$/u.test(verb) && closesSoon(right)
  if (quoteBefore || turned) {
    const read = readSubject(subjectAfter(right))
    if (read !== null) return { ...read, verb, after: true, weak: false }
  }
  // A noun such as `the report` or an infinitive such as `to say` is no attribution.
  if (/\b(?:the|a|an|this|his|her|their|its|no|any|of|in)$/iu.test(bare)) return null
  const certain = strongVerbs.has(verb) || /^\s*(?:that\b|\uE000|,?\s*\uE000|:)/u.test(right)
  const read = readSubject(subjectBefore(left))
  return read === null ? null : { ...read, verb, after: false, weak: !certain }
}

const strong = (cue: Cue) => !cue.weak

/** Of the attributions in the passage's sentences, the one that stands nearest outside it. */
function nearest(cues: readonly Cue[], range: Range): Cue | null {
  let best: Cue | null = null
  let least = Number.POSITIVE_INFINITY
  for (const cue of cues) {
    if (cue.weak && (cue.end > range.start || range.start - cue.end > weakReach)) continue
    const distance =
      cue.end <= range.start
        ? range.start - cue.end
        : cue.start >= range.end
          ? cue.start - range.end
          : insidePenalty + cue.start - range.start
    if (distance < least) {
      best = cue
      least = distance
    }
  }
  return best
}

/** The last speaker named before an offset, in its paragraph or the few lines before. */
function speakerBefore(text: string, offset: number, pronoun: string): string | null {
  let end = offset
  for (let round = 0; round < linesBack && end > 0; round += 1) {
    const start = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - paragraphReach)
    const line = text.slice(start, end)
    const masked = mask(line, quotedPlaces(line))
    const named = mainClauses(masked).filter((cue) => !cue.pronoun && fits(cue.speaker, pronoun))
    const last = named.at(-1)
    if (last !== undefined) return last.speaker
    if (round > 0) {
      const person = lastPerson(masked, pronoun)
      if (person !== null) return person
    }
    end = Math.max(0, start - 1)
  }
  return null
}

/** The attributions that no other one of their sentence comes before: not what somebody says that others said. */
function mainClauses(masked: string): Cue[] {
  let last: Cue | null = null
  return findCues(masked, 0).filter((cue) => {
    if (cue.weak) return false
    const embedded = last !== null && !/[.!?\uE000]\s/u.test(masked.slice(last.end, cue.start))
    if (!embedded) last = cue
    return !embedded
  })
}

function fits(speaker: string, pronoun: string): boolean {
  const many = /(?:^|\s)\p{Ll}+s$|\bpeople$|\band\b/u.test(speaker)
  return pronoun === 'they' || pronoun === 'we' ? true : !many
}

function lastPerson(masked: string, pronoun: string): string | null {
  if (pronoun !== 'he' && pronoun !== 'she') return null
  return [...masked.matchAll(/\p{Lu}\p{L}+(?:\s(?:\p{Lu}\.\s)?\p{Lu}\p{Ll}+){1,2}/gu)].at(-1)?.[0] ?? null
}

/** The whole quotation that a quoted passage is part of. */
function quotationAround(inside: Uint8Array, first: number, last: number): Range {
  let start = first
  let end = last + 1
  while (start > 0 && inside[start - 1] === 1) start -= 1
  while (end < inside.length && inside[end] === 1) end += 1
  return { start, end }
}

function attributionOf(speaker: string | null, quoted: boolean): Attribution {
  if (quoted) return 'direct quote'
  if (speaker === null) return 'indirect'
  // A name in it, as in `analyst Bruce Riedel`, names it.
  const named = /\p{Lu}\p{Ll}+\s+(?:\p{Lu}\.\s+)?\p{Lu}\p{Ll}+$/u.test(speaker)
  return unnamedHead.test(speaker) && !named ? 'unnamed' : 'indirect'
}

/**
 * The speaker of a passage of the canonical text; null where no words of attribution
 * are near. The range is in UTF-16 code units.
 */
export function suggestSpeaker(text: string, range: Range): SpeakerSuggestion | null {
  const around = paragraphAround(text, range)
  const paragraph = text.slice(around.start, around.end)
  const inside = quotedPlaces(paragraph)
  const masked = mask(paragraph, inside)
  const first = range.start - around.start
  const last = Math.max(first, range.end - around.start - 1)
  const quoted = inside[first + (/^\s*/u.exec(paragraph.slice(first, last + 1))?.[0].length ?? 0)] === 1
  const spans = sentences(paragraph)
  const touched = spans.filter((span) => span.end > first && span.start <= last)
  const from = touched[0]?.start ?? 0
  const to = touched.at(-1)?.end ?? paragraph.length
  const local = quoted ? quotationAround(inside, first, last) : { start: first, end: last + 1 }
  let cue = nearest(findCues(masked.slice(from, to), from), local)
  if (cue === null && quoted)
    cue =
      findCues(masked.slice(to), to).find(strong) ??
      findCues(masked.slice(0, from), 0).findLast(strong) ??
      null
  if (cue === null && !quoted) return null
  if (cue !== null && !cue.pronoun)
    return { name: cue.speaker, attribution: attributionOf(cue.speaker, quoted) }
  const place = around.start + (cue?.start ?? 0)
  const name = speakerBefore(
    text,
    cue === null ? Math.max(0, around.start - 1) : place,
    cue?.speaker.toLowerCase() ?? 'he',
  )
  return name === null && cue === null ? null : { name, attribution: attributionOf(name, quoted) }
}
