/**
 * Texts as sets of shingles: runs of five words, each as a 32-bit number. How much
 * two sets have in common says how much of two texts is the same, whatever the
 * order of their parts (Broder, On the resemblance and containment of documents, 1997).
 */
import { normaliseText } from '../text/normalise.ts'

const length = 5
/** Bounded, since letters without end overflow the stack of the pattern: such a run counts as several words. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]{1,1000}/gu

/** Texts of fewer shingles say too little to be called the same. */
export const fewestShingles = 20

/** How much of a text is normalised at a time, in UTF-16 code units: it lies in memory several times over meanwhile. */
const pieceLength = 256 * 1024

/** The shingles of a text. */
export const shinglesOf = (text: string): Set<number> => shinglesOfPieces(normalPiecesOf(text))

/** The shingles of a text that is normalised already, see `normaliseText`. */
export const shinglesOfNormal = (text: string): Set<number> => shinglesOfPieces([text])

/** The text in pieces, cut where a word ends as long as there is any such place. */
function* normalPiecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const most = start + pieceLength
    const space =
      most < text.length ? Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('\n', most)) : -1
    const end = space > start ? space : most
    yield normaliseText(text.slice(start, end))
    start = end
  }
}

function shinglesOfPieces(pieces: Iterable<string>): Set<number> {
  const shingles = new Set<number>()
  const last = new Int32Array(length)
  let count = 0
  for (const piece of pieces)
    for (const [found] of piece.matchAll(word)) {
      last[count % length] = hashWord(found)
      count += 1
      if (count < length) continue
      let hash = 0x811c9dc5 | 0
      for (let at = 0; at < length; at += 1) {
        hash = Math.imul(hash ^ (last[(count + at) % length] ?? 0), 0x01000193)
        hash ^= hash >>> 15
      }
      shingles.add(hash >>> 0)
    }
  return shingles
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), with a final mix. */
function hashWord(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
}

/** How alike two texts are. */
export type Likeness = {
  /** Share of common shingles among all, 0–1. */
  readonly resemblance: number
  /** Share of the shorter text that stands in the longer, 0–1. */
  readonly containment: number
  /** Common shingles against the mean of both, 0–1: the figure that is shown. */
  readonly score: number
}

/** Compares two sets of shingles. */
export function compareShingles(a: ReadonlySet<number>, b: ReadonlySet<number>): Likeness {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size === 0) return { resemblance: 0, containment: 0, score: 0 }
  let common = 0
  for (const shingle of few) if (many.has(shingle)) common += 1
  return {
    resemblance: common / (a.size + b.size - common),
    containment: common / few.size,
    score: (2 * common) / (a.size + b.size),
  }
}

/**
 * Whether two texts are nearly the same. One changed word takes five shingles with it:
 * with one word in twenty changed, 0.95⁵ = 0.77 of the shingles stay and the
 * resemblance is 0.63, so 0.5 lets through an edit of about one word in fourteen, while
 * two reports of the same event that were written apart stay below 0.1. A reprint cut
 * short has a low resemblance but lies almost whole in the other: containment of 0.8.
 */
export function isNearlySame({ resemblance, containment }: Likeness): boolean {
  return resemblance >= 0.5 || containment >= 0.8
}
