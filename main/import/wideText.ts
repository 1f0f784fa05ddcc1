/** UTF-16 that does not say so. */

const sampleSize = 64 * 1024

/** UTF-16 without a mark: text in it has zero bytes at every other place, and hardly any at the places between. */
export function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const length = Math.min(bytes.length, sampleSize)
  let even = 0
  let odd = 0
  for (let index = 0; index + 1 < length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const units = length / 2
  // Text in other scripts still has spaces, full stops and line ends.
  if (odd >= units * 0.08 && even === 0) return 'utf-16le'
  if (even >= units * 0.08 && odd === 0) return 'utf-16be'
  return null
}
