/**
 * From the bytes of a file to its text, or a refusal that says why. The order is:
 * byte order mark, UTF-16 by its zero bytes, strict UTF-8, then the guess of
 * chardet, which is believed only when it is sure or when its reading is proved
 * by words of the language. A wrong guess would put wrong words into quotes, so
 * doubt is a refusal. Half surrogate pairs are refused for the same reason.
 */
import { analyse } from 'chardet'
import { GainsayError } from '../../app/errors.ts'
import { detectLanguage } from '../../app/extract/language.ts'
import { maxImportBytes, maxTextLines } from '../../app/limits.ts'
import { countBeyondAscii } from './counting.ts'
import { findSignature } from './signatures.ts'
import { guessWide } from './wideText.ts'

/** A file's text with LF line ends, and the WHATWG name of the encoding it was in. */
export type Decoded = { text: string; encoding: string }

const sampleSize = 64 * 1024
const sure = 60
const toUtf8 = 'Please save it as UTF-8 text and import it again.'

/**
 * Decodes a text file; `mostLines` bounds its lines with text. In `code`, such as JSON, the line separators
 * of Unicode stand for themselves and end no line. Throws a GainsayError: `too-large` for more than 32 MB or
 * that many lines, `unreadable` for everything that is not certainly text.
 */
export function decodeText(bytes: Uint8Array, mostLines: number = maxTextLines, code = false): Decoded {
  if (bytes.length > maxImportBytes) {
    throw new GainsayError(
      'too-large',
      `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; Gainsay takes in text files of up to ${maxImportBytes / 1024 / 1024} MB, so nothing was imported.`,
    )
  }
  if (bytes.length === 0) throw unreadable('The file is empty, so there is nothing to import.')
  refuseSignature(bytes)
  const { text, encoding } = decodeBytes(bytes)
  const clean = tidyText(code ? text : text.replace(/[\u2028\u2029\u0085]/gu, '\n'))
  if (!/[^\s\p{Cf}]/u.test(clean))
    throw unreadable('The file holds nothing but blank space, so there is nothing to import.')
  checkLines(clean, mostLines)
  return { text: clean, encoding }
}

/** Refuses what its first bytes give away as something else than was `wanted`, whatever its name says. */
export function refuseSignature(bytes: Uint8Array, wanted = 'a text file'): void {
  const signature = findSignature(bytes)
  if (signature !== null) throw unreadable(`The file is not ${wanted}: it looks like ${signature}.`)
}

/** The refusal of text whose encoding could only be guessed; the analyst may name it. */
export class DoubtfulEncoding extends GainsayError {
  constructor(sentence: string) {
    super('unreadable', sentence)
  }
}

function unreadable(sentence: string): GainsayError {
  return new GainsayError('unreadable', sentence)
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const marked = readMark(bytes)
  const wide = marked ?? guessWide(bytes)
  if (wide !== null && wide !== 'utf-8') return { text: decodeWide(bytes, wide), encoding: wide }
  if (bytes.includes(0)) {
    throw unreadable(
      'The file is not a text file: it contains zero bytes, as programs, images and databases do.',
    )
  }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) {
    refuseControls(utf8)
    return { text: utf8, encoding: 'utf-8' }
  }
  if (marked === 'utf-8') {
    throw unreadable(
      `The file says that it is UTF-8 but breaks the rules of UTF-8, so it may be damaged. ${toUtf8}`,
    )
  }
  return decodeGuessed(bytes)
}

function readMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) {
    throw unreadable(`The file is encoded in UTF-32, which Gainsay does not read. ${toUtf8}`)
  }
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const text = bytes.length % 2 === 0 ? tryDecode(bytes, encoding) : null
  if (text === null) {
    throw unreadable(
      `The file is UTF-16 text but is damaged: it contains half a character (a lone surrogate or a single byte). ${toUtf8}`,
    )
  }
  refuseControls(text)
  return text
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // Fatal decoding throws TypeError for bytes that break the encoding, RangeError for a name it does not know.
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

/** Control characters other than tab, line ends and form feed do not occur in text. One in a thousand is forgiven. */
function refuseControls(text: string): void {
  const most = Math.floor(text.length / 1000)
  let found = 0
  for (const _ of text.matchAll(/[\p{Cc}--[\t-\r\u0080-\u009f]]/gv)) {
    found += 1
    if (found > most) {
      throw unreadable(
        'The file is not a text file: it contains control characters that do not occur in text.',
      )
    }
  }
}

/** Single-byte and East Asian encodings by chardet's guess. */
function decodeGuessed(bytes: Uint8Array): Decoded {
  const matches = analyse(bytes.length > sampleSize ? bytes.subarray(0, sampleSize) : bytes)
  for (const match of matches.slice(0, 4)) {
    const decoder = findDecoder(match.name)
    const text = decoder === null ? null : tryDecode(bytes, decoder)
    if (decoder === null || text === null || /[\u0080-\u009f\uFFFD]/u.test(text)) continue
    if (!isBelievable(text, match.confidence, match.lang)) break
    refuseControls(text)
    return { text, encoding: decoder }
  }
  throw new DoubtfulEncoding(
    `The file is not UTF-8 and its encoding could not be told with certainty, so nothing was imported. ${toUtf8}`,
  )
}

/** The WHATWG name for a name of chardet's, or null where the platform does not decode it. */
function findDecoder(name: string): string | null {
  // The web reads Latin 1 as windows-1252, which adds quotation marks and dashes.
  const wanted = name === 'ISO-8859-1' || name === 'ASCII' ? 'windows-1252' : name
  try {
    return new TextDecoder(wanted).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Looked for by what is none of them: a pattern for a whole text of them overflows its stack at some megabytes. */
const notEuropean =
  /[^\p{ASCII}\p{Script=Latin}\p{Sc}\p{N}\s‘’‚“”„«»‹›–—…•·°§©®™†‡¡¿ªº¹²³¼½¾×÷±µ¶¨´¸¯¬\u00AD\u00A0]/u

/**
 * A guess stands when chardet is sure and there is enough to go by, or when the
 * reading is in a language whose short words are there, with letters of one script.
 */
function isBelievable(text: string, confidence: number, language: string | undefined): boolean {
  const foreign = countBeyondAscii(text)
  const spoken = detectLanguage(text)
  const eastAsian = spoken === 'ja' || spoken === 'zh' || spoken === 'ko'
  if (eastAsian) return confidence >= sure && foreign >= 20
  if (spoken === null) return confidence >= 90 && foreign >= 40
  if (!notEuropean.test(text)) return foreign >= 1 && text.length >= 120 && !isStray(text, foreign)
  return (
    foreign >= 20 && confidence >= 30 && (language === undefined || language === spoken || confidence >= sure)
  )
}

/** True where letters beyond ASCII stand where no word has them: a sign of the wrong table. */
function isStray(text: string, foreign: number): boolean {
  const odd = text.match(/\p{Ll}[\u00C0-\u00DE](?=\p{Ll})|[\p{L}][¡¿¼½¾¹²³×÷±µ¶¨¸¯¬][\p{L}]/gu)?.length ?? 0
  return odd > 0 && odd * 10 >= foreign
}

/** Line ends to LF; soft hyphens, zero-width marks of byte order and stray controls away. Joiners stay: scripts need them. */
function tidyText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\f|\v/gu, '\n')
    .replace(/[[\p{Cc}--[\t\n\u0085]]\u00AD\uFEFF\u200B\u2060]/gv, '')
}

function checkLines(text: string, mostLines: number): void {
  let lines = 0
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    if (end > at && /\S/u.test(text.slice(at, Math.min(end, at + 200)))) lines += 1
    if (lines > mostLines) {
      throw new GainsayError(
        'too-large',
        `The file has more than ${mostLines.toLocaleString('en')} lines of text, which is more than an article has, so nothing was imported.`,
      )
    }
    at = end + 1
  }
}
