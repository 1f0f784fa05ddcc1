/** Decoding for formats that are text: by the strict rules for text files, or as the analyst chose. */
import { decodeText } from '../decode.ts'
import { decodeMarkup } from './markupText.ts'

/** The text with LF line ends. Throws as `decodeText` does, or `bad-input` for an unknown encoding. */
export function decodePlain(
  bytes: Uint8Array,
  chosen: string | undefined,
  mostLines?: number,
): { text: string; name: string; sure: boolean } {
  if (chosen === undefined) {
    const { text, encoding } = decodeText(bytes, mostLines)
    return { text, name: encoding, sure: encoding.startsWith('utf-') }
  }
  const { text, encoding } = decodeMarkup(bytes, chosen)
  return { text: text.replace(/\r\n?/gu, '\n'), name: encoding, sure: true }
}
