/** Single lines that are furniture wherever they stand, told by their words alone. The tables are in `clutterWords`. */
import type { FurnitureReason } from '../vocabulary.ts'
import { legalNote, menuWords, phrases, sectionLabels, shareFillers, shareWords } from './clutterWords.ts'
import { endsSentence, fold, hasLetters, longestTitle, wordCount } from './shape.ts'

const slug = /^[a-z0-9]+(?:[-_][a-z0-9]+){2,}$/u
const separatorsOnly = /^[\s\d:|/\\·•*_=~<>«»‹›←→▲▼×+#.,;–—―-]+$/u
const markup =
  /^(?:<\/?[a-z][^>]*>\s*)+$|^\{[\s\S]*\}$|^(?:(?:var|function)\s.*[;{(]|window\.|document\.|@media\b|\.?[\w-]+\s*\{)|^[a-z]+-[a-z]+:\s?[^;]{1,60};$|^\}+;?$|^\[(?:if|endif|caption|\/caption|gallery|embed|video|ad|adsense)[^\]]*\]$|^(?:https?:\/\/\S+\.(?:jpe?g|png|gif|webp|svg)\S*|data:image\/\S+)$/u

/** Letters of what is said again: a refrain of a word or two is none. */
const leastEcho = 20

/** Reason for which a line is furniture on its own; null where its words do not tell. */
export function readFurniture(line: string): FurnitureReason | null {
  if (line.length > 400) return isLegalNote(line) ? 'notice' : null
  const text = fold(line)
  if (isDebris(text)) return 'debris'
  if (isEcho(text)) return 'related'
  if (isShareBar(text)) return 'share'
  if (isMenuBar(text)) return 'menu'
  if (text.length > 300) return null
  const found = phrases.find(({ pattern }) => pattern.test(text))?.reason ?? null
  // `Read: …` before a long whole sentence is more likely the article's own voice.
  return found === 'related' && endsSentence(text) && wordCount(text) > 20 ? null : found
}

/** A long paragraph that opens as only a page's small print does. */
function isLegalNote(line: string): boolean {
  return legalNote.test(fold(line.slice(0, 300)))
}

/** True for lines without words that are no part of a text: counters, class names, mark-up. */
export function isDebris(text: string): boolean {
  if (markup.test(text)) return true
  if (hasLetters(text)) return slug.test(text) && text.split(/[-_]/u).length >= 4
  // `* * *` and the like part the sections of a story, and a lone year or figure can be a heading.
  return (
    separatorsOnly.test(text) &&
    /[:|/\\<>«»‹›←→▲▼×]/u.test(text) &&
    !/^\d{1,4}(?:[-–—:/.]\d{1,4})*$/u.test(text.replace(/^\s+|\s+$/gu, ''))
  )
}

/** True where the line says the same again and again, as a teaser's title does that stands in its picture too. */
function isEcho(text: string): boolean {
  const length = text.indexOf(text.slice(0, leastEcho), leastEcho)
  if (length < 0 || text.length < 2 * length - 1) return false
  const once = text.slice(0, length)
  return once.endsWith(' ') && `${once.repeat(Math.ceil(text.length / length))} `.startsWith(text)
}

/** True where the line looks like the name of a style class: `landscape-tablet-and-above`. */
export function isSlug(line: string): boolean {
  return line.length <= 80 && (slug.test(line) || /^[a-z0-9]+-[a-z0-9]+$/u.test(line))
}

function isShareBar(text: string): boolean {
  if (text.length > 160) return false
  const words = text.split(/[\s|/·•,:;()]+/u).filter((word) => word !== '' && !/^[-\d.]+k?$/u.test(word))
  if (words.length === 0 || !words.every((word) => shareWords.has(word))) return false
  return words.some((word) => !shareFillers.has(word))
}

function isMenuBar(text: string): boolean {
  const parts = text.split(/\s*[|·•»>›/]\s*/u).filter((part) => part !== '')
  return (
    parts.length >= 3 &&
    parts.length <= 60 &&
    parts.filter((part) => menuWords.has(part) || part.split(' ').length <= 2).length === parts.length &&
    parts.filter((part) => menuWords.has(part)).length * 3 >= parts.length
  )
}

/** True where the line is one label of a menu or the name of a section. */
export function isMenuWord(line: string): boolean {
  return line.length <= 40 && menuWords.has(fold(line).replace(/[:>»›\s]+$/u, ''))
}

/** Reason of the section that the line opens, such as `Most popular`; null where it opens none. */
export function readSectionLabel(line: string): FurnitureReason | null {
  if (line.length > longestTitle) return null
  const text = fold(line)
    .replace(/^[\s>»|•*#-]+/u, '')
    .replace(/[\s:>»|…·-]+$/u, '')
    .replace(/\s?[([]\d[\d.,]*[)\]]$/u, '')
    .replace(/^\d+ (?=comments?$)/u, '')
  return sectionLabels.find(({ pattern }) => pattern.test(text))?.reason ?? null
}
