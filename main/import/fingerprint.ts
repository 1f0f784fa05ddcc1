/** How files and texts are told to be the same. */
import { createHash } from 'node:crypto'

/** SHA-256 in lower-case hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Hash of a body's words, white space and Unicode forms aside; null where there is no word. */
export function hashBody(body: string): string | null {
  const words = body.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  return words === '' ? null : sha256(words)
}
