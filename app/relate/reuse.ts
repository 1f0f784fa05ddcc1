/**
 * Which words one article took from another: every run of at least eight words that
 * two articles share, as long as neither repeats it without end (`mostPlaces`); found by
 * fingerprints (see fingerprints.ts) and then followed word by word in both directions,
 * so that no accident of a hash is ever reported. Words are compared without case and
 * signs. The index is one chained hash table over plain arrays of numbers: ten thousand
 * articles make some three million fingerprints.
 */
import type { Range } from '../model.ts'
import type { ComparedArticle } from './collection.ts'
import { shortestRun, winnow } from './fingerprints.ts'
import { wordsOf } from './terms.ts'
import { plainlyPrinted } from './verbatim.ts'

/** Words that stand in two articles in the same order; ranges in the text of each. */
export type SharedRun = { readonly here: Range; readonly there: Range; readonly words: number }

/** What two articles share word for word. */
export type Reuse = {
  readonly articleId: string
  /** In the order of the article that was asked for. */
  readonly runs: readonly SharedRun[]
  /** Share of the asked article's words that stand in the other, 0–1. */
  readonly share: number
  /** Share of the other's words that stand in the asked one, 0–1. */
  readonly shareThere: number
}

/**
 * So many places of a run are kept of one article, and of two articles so many times their words are
 * followed. A text that says the same without end would else be followed from each of its places to each
 * of the other; what stands in an article more often is found in its first places.
 */
const mostPlaces = 64

/** From this share of the shorter text on, two articles are taken for prints of one text. */
const reprintShare = 0.7

/** Whether one of the two is a reprint of the other, whole or cut. */
export function isReprint({ share, shareThere }: Pick<Reuse, 'share' | 'shareThere'>): boolean {
  return Math.max(share, shareThere) >= reprintShare
}

export type ReuseIndex = {
  /** Adds an article, or replaces the one of the same id. */
  readonly put: (article: ComparedArticle) => void
  readonly remove: (articleId: string) => void
  /** All articles that share a run with this one, most shared first; empty for an id that is not there. */
  readonly reuseOf: (articleId: string) => Reuse[]
}

type Holder = {
  readonly id: string
  readonly words: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Makes an empty index. */
export function createReuseIndex(): ReuseIndex {
  const vocabulary = new Map<string, number>()
  const slots = new Map<string, number>()
  const holders: (Holder | null)[] = []
  const table = new ChainedTable()
  const remove = (articleId: string) => {
    const slot = slots.get(articleId)
    if (slot === undefined) return
    slots.delete(articleId)
    holders[slot] = null
  }
  return {
    put: (article) => {
      remove(article.id)
      const holder = readWords(article, vocabulary)
      slots.set(article.id, holders.length)
      const kept = new Map<number, number>()
      for (const { hash, place } of winnow(holder.words)) {
        const count = (kept.get(hash) ?? 0) + 1
        if (count > mostPlaces) continue
        kept.set(hash, count)
        table.add(hash, holders.length, place)
      }
      holders.push(holder)
    },
    remove,
    reuseOf: (articleId) => {
      const slot = slots.get(articleId)
      const holder = slot === undefined ? null : holders[slot]
      return slot === undefined || holder === null || holder === undefined
        ? []
        : reuseFrom(holder, slot, holders, table)
    },
  }
}

/** The words of the article's passages as numbers, with where each stands. */
function readWords(article: ComparedArticle, vocabulary: Map<string, number>): Holder {
  const words: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const passage of article.passages) {
    for (const { text, start, end } of wordsOf(article.text.slice(passage.start, passage.end))) {
      const plain = plainlyPrinted(text)
      let number = vocabulary.get(plain)
      if (number === undefined) {
        number = vocabulary.size + 1
        vocabulary.set(plain, number)
      }
      words.push(number)
      starts.push(passage.start + start)
      ends.push(passage.start + end)
    }
  }
  return {
    id: article.id,
    words: Uint32Array.from(words),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  }
}

/** Fingerprints with the article and the word they begin at, chained by hash. */
class ChainedTable {
  private size = 0
  private heads = new Int32Array(1 << 16).fill(-1)
  private nexts = new Int32Array(1 << 16)
  private hashes = new Uint32Array(1 << 16)
  private slots = new Int32Array(1 << 16)
  private places = new Int32Array(1 << 16)

  add(hash: number, slot: number, place: number): void {
    if (this.size === this.nexts.length) this.grow()
    const entry = this.size
    this.size += 1
    this.hashes[entry] = hash
    this.slots[entry] = slot
    this.places[entry] = place
    this.chain(entry)
  }

  /** Calls `visit` for each entry of a hash. */
  each(hash: number, visit: (slot: number, place: number) => void): void {
    for (let entry = this.heads[this.bucket(hash)] ?? -1; entry >= 0; entry = this.nexts[entry] ?? -1)
      if (this.hashes[entry] === hash) visit(this.slots[entry] ?? 0, this.places[entry] ?? 0)
  }

  private bucket(hash: number): number {
    return hash & (this.heads.length - 1)
  }

  private chain(entry: number): void {
    const bucket = this.bucket(this.hashes[entry] ?? 0)
    this.nexts[entry] = this.heads[bucket] ?? -1
    this.heads[bucket] = entry
  }

  private grow(): void {
    const wider = this.nexts.length * 2
    const copy = <T extends Int32Array | Uint32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.hashes = copy(this.hashes, new Uint32Array(wider))
    this.slots = copy(this.slots, new Int32Array(wider))
    this.places = copy(this.places, new Int32Array(wider))
    this.nexts = new Int32Array(wider)
    this.heads = new Int32Array(wider).fill(-1)
    for (let entry = 0; entry < this.size; entry += 1) this.chain(entry)
  }
}

/** A run in words: where it begins in both articles, and its length. */
type WordRun = { readonly here: number; readonly there: number; readonly length: number }

function reuseFrom(
  own: Holder,
  ownSlot: number,
  holders: readonly (Holder | null)[],
  table: ChainedTable,
): Reuse[] {
  const found = new Map<number, { readonly diagonals: Map<number, WordRun[]>; left: number }>()
  for (const { hash, place } of winnow(own.words)) {
    table.each(hash, (slot, there) => {
      const other = holders[slot]
      if (slot === ownSlot || other === null || other === undefined) return
      let shared = found.get(slot)
      if (shared === undefined) {
        shared = { diagonals: new Map(), left: mostPlaces * (own.words.length + other.words.length) }
        found.set(slot, shared)
      }
      if (shared.left <= 0) return
      const runs = shared.diagonals.get(there - place)
      // Runs of one diagonal are found in order, so only the last can hold this place already.
      const last = runs?.at(-1)
      if (last !== undefined && place < last.here + last.length) return
      const run = follow(own.words, other.words, place, there)
      shared.left -= run.length
      if (run.length < shortestRun) return
      if (runs === undefined) shared.diagonals.set(there - place, [run])
      else runs.push(run)
    })
  }
  return [...found]
    .flatMap(([slot, { diagonals }]) => {
      const other = holders[slot]
      const runs = [...diagonals.values()].flat()
      return other === null || other === undefined || runs.length === 0 ? [] : [describe(own, other, runs)]
    })
    .sort((a, b) => b.share - a.share || (a.articleId < b.articleId ? -1 : 1))
}

/** The longest run of equal words around a place in both texts. */
function follow(a: Uint32Array, b: Uint32Array, here: number, there: number): WordRun {
  let before = 0
  while (before < here && before < there && a[here - before - 1] === b[there - before - 1]) before += 1
  let after = 0
  while (here + after < a.length && there + after < b.length && a[here + after] === b[there + after])
    after += 1
  return { here: here - before, there: there - before, length: before + after }
}

function describe(own: Holder, other: Holder, runs: readonly WordRun[]): Reuse {
  const ordered = [...runs].sort((a, b) => a.here - b.here || a.there - b.there)
  return {
    articleId: other.id,
    runs: ordered.map(({ here, there, length }) => ({
      here: rangeOf(own, here, length),
      there: rangeOf(other, there, length),
      words: length,
    })),
    share: covered(ordered.map(({ here, length }) => [here, length])) / (own.words.length || 1),
    shareThere: covered(ordered.map(({ there, length }) => [there, length])) / (other.words.length || 1),
  }
}

const rangeOf = (holder: Holder, first: number, length: number): Range => ({
  start: holder.starts[first] ?? 0,
  end: holder.ends[first + length - 1] ?? 0,
})

/** How many places the runs cover; a place that two runs cover counts once. */
function covered(runs: (readonly [first: number, length: number])[]): number {
  let reached = 0
  let count = 0
  for (const [first, length] of [...runs].sort(([a], [b]) => a - b)) {
    const from = Math.max(first, reached)
    const to = first + length
    if (to <= from) continue
    count += to - from
    reached = to
  }
  return count
}
