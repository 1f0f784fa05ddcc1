/**
 * Decoding for formats that are text: as the analyst chose, else by the strict
 * rules for text files. What those rules doubt is read by the best guess and said
 * to be doubtful, so that the analyst can look and choose; what is no text stays refused.
 */
import { DoubtfulEncoding, decodeText } from '../decode.ts'
import { decodeMarkup } from './markupText.ts'

/** `sure` is false where the encoding is a guess that the analyst should look at. */
export type PlainText = { text: string; name: string; sure: boolean }

/** The text with LF line ends. Throws as `decodeText` does, or `bad-input` for an unknown encoding. */
export function decodePlain(
  bytes: Uint8Array,
  chosen: string | undefined,
  mostLines?: number,
  code = false,
): PlainText {
  if (chosen !== undefined) {
    const { text, encoding } = decodeMarkup(bytes, chosen)
    return { text: toLines(text), name: encoding, sure: true }
  }
  try {
    const { text, encoding } = decodeText(bytes, mostLines, code)
    return { text, name: encoding, sure: true }
  } catch (error) {
    if (!(error instanceof DoubtfulEncoding)) throw error
    const { text, encoding } = decodeMarkup(bytes)
    if (!isText(text)) throw error
    return { text: toLines(text), name: encoding, sure: false }
  }
}

const toLines = (text: string) => text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')

/** Letters, figures and spaces for the most part, and no controls or lost characters. */
function isText(text: string): boolean {
  const head = text.slice(0, 100_000)
  const plain = head.match(/[\p{L}\p{M}\p{N}\s.,;:'"!?()-]/gu)?.length ?? 0
  return plain >= head.length * 0.9 && !/[\uFFFD\u0080-\u009f]|[\p{Cc}--[\t-\r]]/v.test(head)
}
