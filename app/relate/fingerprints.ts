/**
 * Winnowing (Schleimer, Wilkerson and Aiken, Local Algorithms for Document
 * Fingerprinting, 2003): of every window of four successive five-word hashes the
 * least is kept, the rightmost where several are least. Two texts that share a run of
 * at least 5 + 4 − 1 = 8 words therefore keep at least one hash in common.
 */

/** Words in a shingle. */
export const shingle = 5
/** Successive shingles of which one is kept. */
export const windowSize = 4
/** The shortest shared run that is always found, in words. */
export const shortestRun = shingle + windowSize - 1

/** A kept hash and the word its shingle begins with. */
export type Fingerprint = { readonly hash: number; readonly place: number }

/** Hashes of all shingles of a text given as word numbers (32-bit, spread by multiplication and shifts). */
function shingleHashes(words: ArrayLike<number>): Uint32Array {
  const count = Math.max(0, words.length - shingle + 1)
  const hashes = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) {
    let hash = 0x811c9dc5
    for (let offset = 0; offset < shingle; offset += 1) {
      hash = Math.imul(hash ^ (words[place + offset] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash, 0x85ebca6b)
    hashes[place] = (hash ^ (hash >>> 13)) >>> 0
  }
  return hashes
}

/** The fingerprints of a text given as word numbers, in text order. */
export function winnow(words: ArrayLike<number>): Fingerprint[] {
  const hashes = shingleHashes(words)
  const kept: Fingerprint[] = []
  let last = -1
  const windows = Math.max(hashes.length === 0 ? 0 : 1, hashes.length - windowSize + 1)
  for (let start = 0; start < windows; start += 1) {
    let least = start
    for (let place = start + 1; place < Math.min(start + windowSize, hashes.length); place += 1)
      if ((hashes[place] ?? 0) <= (hashes[least] ?? 0)) least = place
    if (least === last) continue
    last = least
    kept.push({ hash: hashes[least] ?? 0, place: least })
  }
  return kept
}
