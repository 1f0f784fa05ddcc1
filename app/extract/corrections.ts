/**
 * What a story says of its own correction: a mark before the headline, a notice
 * in brackets at the top, an editor's note at the top or the bottom.
 */
import type { CorrectionStatus } from '../vocabulary.ts'

/** Marks and verbs by status, the gravest first: where two are found, the first holds. */
const marks: readonly (readonly [CorrectionStatus, RegExp])[] = [
  [
    'retracted',
    /^(?:RETRACT(?:ED|ION)|WITHDRAWN|WITHDRAWAL|KILL(?:ED)?|ADVISORY|STORY WITHDRAWN|ОТОЗВАНО|RETIRADO|RÉTRACTÉ|ZURÜCKGEZOGEN)\b/iu,
  ],
  [
    'corrected',
    /^(?:CORRECTED|CORRECTION|CORRECTS?|CORRECTIF|RECTIFICATIF|KORREKTUR|BERICHTIGUNG|KORRIGIERT|CORRECCIÓN|CORREGIDO|CORREÇÃO|CORRETTO|ИСПРАВЛЕН[ИОАЫЯ]+|تصحيح|更正)(?![\p{L}])/iu,
  ],
  [
    'clarified',
    /^(?:CLARIFICATION|CLARIFIED|CLARIFIES|PRÉCISION|KLARSTELLUNG|ACLARACIÓN|УТОЧНЕНИЕ|توضيح)(?![\p{L}])/iu,
  ],
  ['refiled', /^(?:REFILED?|RE-FILED?|REPEAT|RPT|REPUBLISHED)(?![\p{L}])/iu],
  [
    'updated',
    /^(?:UPDATED?(?:\s?\d{1,2})?|UPDATE\s?\d{1,2}|ACTUALISÉ|AKTUALISIERT|ACTUALIZACIÓN|ACTUALIZA(?:\s?\d)?|ОБНОВЛЕНО|ОБНОВЛЕНИЕ|تحديث)(?![\p{L}])/iu,
  ],
]
const between = /^\s*(?:[-–—:/]|\((?:OFFICIAL|[\p{Lu}\s]{2,20})\)|\[[\p{L}\s]{2,20}\])[-–—:\s]*/u

/** What was read off the front of a headline. */
export type HeadlineMark = { status: CorrectionStatus; rest: string }

function gravest(a: CorrectionStatus | null, b: CorrectionStatus): CorrectionStatus {
  const order = marks.map(([status]) => status)
  return a !== null && order.indexOf(a) <= order.indexOf(b) ? a : b
}

/** Takes `CORRECTED-(OFFICIAL)-`, `UPDATE 2-`, `Correction:` and their like off a headline; null where there is none. */
export function readHeadlineMark(line: string): HeadlineMark | null {
  let rest = line.slice(0, 400)
  let status: CorrectionStatus | null = null
  for (let round = 0; round < 3; round += 1) {
    const bracket = /^[([]\s*([\p{L} ]{4,20}\d?)\s*[)\]]\s*[-–—:]?\s*/u.exec(rest)
    const inner = bracket?.[1]
      ? marks.find(([, pattern]) => pattern.exec(bracket[1] ?? '')?.[0].length === bracket[1]?.length)
      : undefined
    if (bracket && inner) {
      status = gravest(status, inner[0])
      rest = rest.slice(bracket[0].length)
      continue
    }
    const found = marks.find(([, pattern]) => pattern.test(rest))
    if (found === undefined) break
    const word = found[1].exec(rest)?.[0] ?? ''
    const after = rest.slice(word.length)
    const sign = between.exec(after)
    // `Update on the crisis` is a headline, not a mark: a sign must follow.
    if (sign === null) break
    const second = between.exec(after.slice(sign[0].length))
    status = gravest(status, found[0])
    rest = after.slice(sign[0].length + (second?.[0].length ?? 0))
  }
  return status === null || rest.trim() === '' ? null : { status, rest: rest.trim() + line.slice(400) }
}

/** What a notice tells. */
export type Notice = { status: CorrectionStatus; notice: string }

const openers: readonly (readonly [CorrectionStatus, RegExp])[] = [
  [
    'retracted',
    /^(?:(?:this|the) (?:story|article|report)[^.]{0,60}\b(?:has been|was|is) (?:retracted|withdrawn)|retract(?:ed|ion)\b|withdraws\b|editor'?s note[^.]{0,120}\b(?:retracted|withdrawn))/iu,
  ],
  [
    'corrected',
    /^(?:corrects?\b|corrected\b|correction\b|corrige\b|corrigiert\b|korrigiert\b|korrektur\b|berichtigung\b|correcci[oó]n\b|rectificatif\b|correctif\b|исправлен|исправляет|تصحيح|更正)/iu,
  ],
  [
    'clarified',
    /^(?:clarif(?:ies|ication|ied)\b|klarstellung\b|aclara(?:ci[oó]n)?\b|précision\b|уточнени|уточняет|توضيح)/iu,
  ],
  [
    'refiled',
    /^(?:refiles?\b|refiling\b|re-?sends?\b|repeats?\b|repeating\b|fixes (?:typo|format|link|spelling))/iu,
  ],
  [
    'updated',
    /^(?:updates?\b(?! on)|adds?\b|adding\b|recasts?\b|rewrites?\b|writes through\b|agrega\b|añade\b|actualiza\b|aktualisiert\b|обновлен|дополнен|добавлен|يضيف\b)/iu,
  ],
]
const selfReference =
  /\b(?:this|an earlier|a previous|the original|earlier|previous)\b[^.]{0,30}\b(?:story|article|report|version|post|headline|piece|item|column)s?\b[^.]{0,100}\b(correct(?:ed|ion|s)?|clarif\w+|amended|updated|retracted|withdrawn|misstated|misspelled|misidentified|incorrectly|mistakenly|erroneously|said|stated|referred|gave|had|edited)/iu
const label =
  /^(?:[*•]\s*)?(?:(?:(?:editor|publisher|author)(?:'|’)?s'? note|note|editors' note|nota(?: del editor| de la redacción)?|anm(?:erkung)?\.?(?: d(?:er|\.) red(?:aktion|\.)?)?|note de la rédaction|ndlr|примечание(?: редакции)?|correction|clarification|update|retraction|correction\s*\/\s*clarification|corrections? (?:and|&) clarifications?)\s*(?:\([^)]{0,40}\))?\s*(?:appended)?\s*[:：.–—-]\s*)/iu
const storyReference =
  /^(?:in|this|the)\s+(?:(?:may|june|july|sept?|oct|nov|dec|jan|feb|mar|apr|aug)[\p{L}.]*\s+\d{1,2}\s+)?(?:story|article|report)\b|^in (?:paragraph|para|headline|lead|the \w+ paragraph)/iu

function statusOfWord(word: string): CorrectionStatus {
  if (/^(?:retract|withdraw)/iu.test(word)) return 'retracted'
  if (/^clarif/iu.test(word)) return 'clarified'
  if (/^updated/iu.test(word)) return 'updated'
  return 'corrected'
}

/** The words without the brackets or the asterisk around them. */
function bare(line: string): { words: string; bracketed: boolean } {
  const match = /^[*\s]*[([{（［](.*)[)\]}）］]\.?$/su.exec(line)
  if (match?.[1] !== undefined && !/[()]\s.*\(/su.test(match[1]))
    return { words: match[1].trim(), bracketed: true }
  return { words: line.replace(/^\*+\s*|\s*\*+$/gu, ''), bracketed: false }
}

/**
 * Reads a paragraph as a notice of correction; null where it is anything else.
 * `marked` is the status a mark in the headline gave: then any bracketed note above the story is its notice.
 */
export function readNotice(line: string, marked: CorrectionStatus | null, atTop: boolean): Notice | null {
  if (line.length > 1500) return null
  const { words, bracketed } = bare(line)
  const plain = words.replaceAll('’', "'")
  const labelled = label.exec(plain)
  const body = labelled === null ? plain : plain.slice(labelled[0].length)
  const self = selfReference.exec(body.slice(0, 400))
  const opener = openers.find(([, pattern]) => pattern.test(plain)) ?? null
  if (labelled !== null && (self !== null || (opener !== null && /[:：–—-]|appended/u.test(labelled[0])))) {
    const status = opener?.[0] ?? statusOfWord(self?.[1] ?? '')
    // `Update: …` inside a story is new text, not a notice about the old one.
    if (status === 'updated' && self === null && !bracketed) return null
    return { status, notice: words }
  }
  if (bracketed && atTop) {
    if (opener !== null) return { status: gravest(marked, opener[0]), notice: words }
    if (storyReference.test(plain) || self !== null)
      return { status: marked ?? statusOfWord(self?.[1] ?? ''), notice: words }
    return marked === null ? null : { status: marked, notice: words }
  }
  if (self === null) return null
  // Without a label only a sentence that begins with the story itself is a notice.
  const begins =
    /^(?:this (?:story|article|post|piece|column|item|report|page|headline)|(?:an|the|a) (?:earlier|original|previous) version|the headline (?:of|on|for|to) this)\b/iu.test(
      plain,
    )
  const certain =
    /\b(?:has been|was|is being|were) (?:\w+ ){0,2}(?:correct|clarif|amend|updat|retract|withdraw|edit)|\b(?:misstated|misspelled|misidentified|incorrectly|mistakenly|erroneously)\b/iu
  return begins && certain.test(plain) ? { status: statusOfWord(self[1] ?? ''), notice: words } : null
}

/** The status of a line that is nothing but a heading such as `Correction:`, whose notice is the next paragraph; else null. */
export function readNoticeHeading(line: string): CorrectionStatus | null {
  if (line.length > 40) return null
  const plain = line.replace(/^[*\s]+|[\s:.*]+$/gu, '')
  return marks.find(([, pattern]) => pattern.exec(plain)?.[0].length === plain.length)?.[0] ?? null
}
