/** What a body of text is known by: the hash of its words, and the bands of its shingles. */
import { hash } from 'node:crypto'
import { bandsOf } from '../app/similar/bands.ts'
import { shinglesOfNormal } from '../app/similar/shingles.ts'
import { normaliseText } from '../app/text/normalise.ts'

/** SHA-256 in lower-case hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex')
}

/** How a text is found again. */
export type Fingerprint = {
  /** Hash of the words, typesetting aside; null where there is no word. */
  readonly bodyHash: string | null
  readonly bands: readonly number[]
}

/** The fingerprint of an article's body. */
export function fingerprint(body: string): Fingerprint {
  const words = normaliseText(body)
  return { bodyHash: words === '' ? null : sha256(words), bands: bandsOf(shinglesOfNormal(words)) }
}
