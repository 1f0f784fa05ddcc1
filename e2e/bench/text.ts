/** The texts and passages that all pages of the benchmark are given: seeded, so that each run measures the same. */
import type { Kind } from '../../app/vocabulary.ts'

/** A passage to paint; offsets are UTF-16 code units of the text. */
export type Passage = {
  readonly id: string
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** Numbers in [0, 1), the same for the same seed (mulberry32, by Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const subjects = 'officials;a spokesman;the ministry;two diplomats;the general;villagers;a senior aide'.split(
  ';',
)
const verbs = 'said;denied;confirmed;suggested;would not say;insisted;told reporters'.split(';')
const objects =
  'that the border had been closed;that any agreement existed;that forces crossed the river;that talks would resume;that the report was wrong;that nobody had been harmed;that the convoy was late'.split(
    ';',
  )
const tails =
  'on Monday;after the raid;in the capital;before dawn;without giving names;despite earlier statements;in a written answer'.split(
    ';',
  )

/** Paragraphs of plain prose, about `size` code units in all. */
export function makeParagraphs(size: number): string[] {
  const random = seeded(size)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  const paragraphs: string[] = []
  for (let length = 0; length < size; ) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) => {
      const words = `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(tails)}, ${pick(subjects)} ${pick(verbs)}, ${paragraphs.length}-${index}.`
      return words.charAt(0).toUpperCase() + words.slice(1)
    })
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length + 2
  }
  return paragraphs
}

const kinds: readonly Kind[] = ['claim', 'denial', 'event']

/**
 * `count` passages of 20 to 160 code units at random places; they overlap, nest and
 * touch. The first is on the first screen, so that there is always one to wait for.
 */
export function makePassages(length: number, count: number): Passage[] {
  const random = seeded(count + 1)
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor(random() * (length - 200))
    const start = index === 0 ? 20 : place
    const kind = kinds[index % 3] ?? 'claim'
    return { id: `p${index}`, kind, start, end: start + 20 + Math.floor(random() * 140) }
  })
}
