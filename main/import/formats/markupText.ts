/**
 * The text of marked-up bytes. By byte order mark or the zero bytes of UTF-16, then the declaration in the
 * first bytes (`<meta charset>`, `<?xml encoding>`), then detection; a declaration
 * that the bytes contradict is not believed. A page that fits nothing is read as
 * windows-1252, as browsers do, and said to be doubtful.
 */
import { analyse } from 'chardet'
import { GainsayError } from '../../../app/errors.ts'
import { countBeyondAscii, countMatches } from '../counting.ts'
import { refuseSignature } from '../decode.ts'
import { peek, wideEncodingOf } from './format.ts'

/** `sure` is false where the encoding is a guess that the analyst should look at. */
export type MarkupText = { text: string; encoding: string; sure: boolean }

/** Decodes markup; `chosen` is the analyst's own choice and is believed. Throws `bad-input` for an unknown one, `unreadable` for what is no text. */
export function decodeMarkup(bytes: Uint8Array, chosen?: string, declared?: string | null): MarkupText {
  if (chosen !== undefined) {
    const text = decode(bytes, chosen, false)
    if (text === null)
      throw new GainsayError('bad-input', `“${chosen.slice(0, 40)}” is not an encoding Gainsay knows.`)
    return { text, encoding: chosen, sure: true }
  }
  refuseSignature(bytes)
  const marked = markOf(bytes)
  if (marked !== null) return { text: decode(bytes, marked, false) ?? '', encoding: marked, sure: true }
  const stated = nameOf(declared ?? declaredIn(bytes))
  const utf8 = stated === null || stated === 'utf-8' ? decode(bytes, 'utf-8', true) : null
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', sure: true }
  if (stated !== null && stated !== 'utf-8') {
    const text = decode(bytes, stated, true)
    if (text !== null) return { text, encoding: stated, sure: true }
    const anyway = decode(bytes, 'utf-8', true)
    if (anyway !== null) return { text: anyway, encoding: 'utf-8', sure: true }
    return { text: decode(bytes, stated, false) ?? '', encoding: stated, sure: false }
  }
  return guess(bytes, stated === 'utf-8')
}

/** Pages that say UTF-8 and break it in a few places are still UTF-8; all else is chardet's best guess. */
function guess(bytes: Uint8Array, saysUtf8: boolean): MarkupText {
  const loose = decode(bytes, 'utf-8', false) ?? ''
  const broken = countMatches(loose, /\uFFFD/gu)
  const foreign = countBeyondAscii(loose)
  if ((saysUtf8 && broken * 10 <= loose.length) || broken * 5 < foreign)
    return { text: loose, encoding: 'utf-8', sure: false }
  for (const match of analyse(bytes.subarray(0, 65_536)).slice(0, 4)) {
    const name = nameOf(match.name)
    const text = name === null || name.startsWith('utf-16') ? null : decode(bytes, name, true)
    if (name !== null && text !== null && match.confidence >= 30)
      return { text, encoding: name, sure: match.confidence >= 90 }
  }
  return { text: decode(bytes, 'windows-1252', false) ?? '', encoding: 'windows-1252', sure: false }
}

function markOf(bytes: Uint8Array): string | null {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : wideEncodingOf(bytes)
}

/** The encoding that markup has by its mark, or says it has; null where it says nothing. */
export const statedEncoding = (bytes: Uint8Array): string | null => markOf(bytes) ?? nameOf(declaredIn(bytes))

function declaredIn(bytes: Uint8Array): string | null {
  const head = peek(bytes, 4096)
  return (
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    null
  )
}

/** The WHATWG name; null for a name the platform does not know. */
function nameOf(label: string | null): string | null {
  if (label === null) return null
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch (error) {
    // Fatal decoding throws TypeError for bytes that break the encoding, RangeError for a name it does not know.
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}
