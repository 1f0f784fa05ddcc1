/**
 * Finding texts that may be nearly the same without comparing each with each:
 * MinHash with bands (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive
 * Datasets, 3.3–3.4). 64 minima in 16 bands of 4: two texts share a band with
 * probability 1 − (1 − r⁴)¹⁶, which is 0.99 at a resemblance of 0.7, 0.64 at 0.5
 * and 0.02 at 0.2. Texts that share one are then compared as a whole.
 */
import { fewestShingles } from './shingles.ts'

const bandCount = 16
const rows = 4

/** Numbers of the text's bands, each below 2⁵³; none for a text too short to tell. */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  if (shingles.size < fewestShingles) return []
  const minima = new Uint32Array(bandCount * rows).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let at = 0; at < minima.length; at += 1) {
      const hash = scramble(shingle, at)
      if (hash < (minima[at] ?? 0)) minima[at] = hash
    }
  }
  return Array.from({ length: bandCount }, (_, band) => bandNumber(minima, band))
}

/** One of 64 orders of the numbers: multiplication by an odd number with a shift before and after. */
function scramble(value: number, order: number): number {
  const odd = Math.imul(order + 1, 0x9e3779b1) | 1
  let mixed = Math.imul(value ^ (value >>> 16) ^ Math.imul(order, 0x85ebca6b), odd)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function bandNumber(minima: Uint32Array, band: number): number {
  let low = 0x811c9dc5 | 0
  let high = band
  for (let at = band * rows; at < (band + 1) * rows; at += 1) {
    low = Math.imul(low ^ (minima[at] ?? 0), 0x01000193)
    low ^= low >>> 13
    high = Math.imul(high ^ (minima[at] ?? 0), 0x85ebca6b)
    high ^= high >>> 16
  }
  // 4 bits of band, 17 of one mix, 32 of the other.
  return (band * 0x20000 + ((high >>> 0) & 0x1ffff)) * 0x100000000 + (low >>> 0)
}
