/**
 * How alike two articles are in what they tell of. The first look is the cosine of
 * their rare terms (tf-idf, names twice as heavy). Two affairs of the same sort, two
 * bank robberies say, look alike at that; what tells them apart is the company each
 * article keeps: articles of one affair are like the same others. So within the
 * neighbourhood of an article the rows of the cosine table are correlated, twice,
 * which pushes affairs apart (the idea of CONCOR; Breiger, Boorman and Arabie 1975).
 * The columns are its nearest articles and a few further off: with more of these, what
 * sets the nearest off from the rest of the case would outweigh what sets two like
 * affairs apart; with none, nothing would set a large affair off from the next.
 */
import type { Collection, IndexedArticle } from './collection.ts'

/** An article like another one. */
export type LikeArticle = {
  readonly articleId: string
  /** Cosine of the rare terms, 0–1. */
  readonly cosine: number
  /** Whether both keep the same company, 0–1; 0.5 is neither like nor unlike. */
  readonly company: number
}

/** How many of the nearest articles, the article itself among them, are columns of the table. */
const nearColumns = 24
/** How many further ones are, spread evenly over the rest of the neighbourhood. */
const farColumns = 4
/** How many of the nearest articles are rows: they are told how they stand to the article. */
const neighbourhood = 200
/**
 * Up to so many articles, no company sets any apart: of three, the two that are least alike would be
 * told to be of different affairs, whatever they tell. From twice as many on, it is wholly trusted.
 */
const tooFew = 3
const nameWeight = 2
const rounds = 2

export type Likeness = {
  /** The nearest articles, most alike first; the article itself is not among them. */
  readonly nearest: (articleId: string) => readonly LikeArticle[]
  /** The words that make two articles alike, as printed, heaviest first. */
  readonly sharedWords: (a: string, b: string, most: number) => readonly string[]
}

type State = {
  readonly version: number
  /** What each term weighs, by its number. */
  readonly weights: Float64Array
  /** Length of each article's vector, by its slot. */
  readonly norms: Float64Array
  readonly nearest: Map<string, readonly LikeArticle[]>
}

/** Tells likeness over a collection; answers are kept until the collection changes. */
export function createLikeness(collection: Collection): Likeness {
  let state: State | null = null
  const current = () => {
    if (state?.version !== collection.version) {
      const weights = termWeights(collection)
      const norms = normsOf(collection, weights)
      state = { version: collection.version, weights, norms, nearest: new Map() }
    }
    return state
  }
  return {
    nearest: (articleId) => {
      const now = current()
      let found = now.nearest.get(articleId)
      if (found === undefined) {
        found = nearestTo(collection, now, articleId)
        now.nearest.set(articleId, found)
      }
      return found
    },
    sharedWords: (a, b, most) => sharedWords(collection, current().weights, a, b, most),
  }
}

/** What each term weighs; one that only one article has makes nothing alike. */
function termWeights(collection: Collection): Float64Array {
  return Float64Array.from(collection.facts, ({ articleHolders }, number) =>
    articleHolders < 2
      ? 0
      : Math.log(1 + collection.articles.size / articleHolders) *
        (collection.isName(number) ? nameWeight : 1),
  )
}

const damp = (times: number) => (times === 1 ? 1 : 1 + Math.log(times))

/** The weight of each of an article's terms, in their order. */
function vectorOf(weights: Float64Array, { terms, times }: IndexedArticle): Float64Array {
  const vector = new Float64Array(terms.length)
  for (let index = 0; index < terms.length; index += 1)
    vector[index] = (weights[terms[index] ?? 0] ?? 0) * damp(times[index] ?? 1)
  return vector
}

function normsOf(collection: Collection, weights: Float64Array): Float64Array {
  const norms = new Float64Array(collection.articleSlots.length)
  for (const indexed of collection.articles.values()) {
    let sum = 0
    for (const weight of vectorOf(weights, indexed)) sum += weight * weight
    norms[indexed.slot] = Math.sqrt(sum) || 1
  }
  return norms
}

function nearestTo(collection: Collection, { weights, norms }: State, articleId: string): LikeArticle[] {
  const own = collection.articles.get(articleId)
  if (own === undefined) return []
  const dots = new Float64Array(collection.articleSlots.length)
  vectorOf(weights, own).forEach((weight, index) => {
    if (weight === 0) return
    const number = own.terms[index] ?? 0
    const factor = weight * (weights[number] ?? 0)
    const { slots, times } = collection.articlesWith(number)
    for (let place = 0; place < slots.length; place += 1) {
      const slot = slots[place] ?? 0
      dots[slot] = (dots[slot] ?? 0) + factor * damp(times[place] ?? 1)
    }
  })
  const norm = norms[own.slot] ?? 1
  const near: { indexed: IndexedArticle; cosine: number }[] = []
  collection.articleSlots.forEach((indexed, slot) => {
    const dot = dots[slot] ?? 0
    if (indexed !== null && indexed !== own && dot > 0)
      near.push({ indexed, cosine: dot / (norm * (norms[slot] ?? 1)) })
  })
  near.sort((a, b) => b.cosine - a.cosine || (a.indexed.article.id < b.indexed.article.id ? -1 : 1))
  near.length = Math.min(near.length, neighbourhood)
  const members = [own, ...near.map(({ indexed }) => indexed)]
  const company = companyOf(weights, norms, members)
  return near
    .map(({ indexed, cosine }, index) => ({
      articleId: indexed.article.id,
      cosine,
      company: company[index + 1] ?? 0,
    }))
    .sort((a, b) => b.company + b.cosine - a.company - a.cosine)
}

/** How alike the company of the first of these articles, nearest first, is to that of each. */
function companyOf(
  weights: Float64Array,
  norms: Float64Array,
  members: readonly IndexedArticle[],
): readonly number[] {
  const trust = Math.min(1, Math.max(0, (members.length - tooFew) / tooFew))
  if (trust === 0) return members.map(() => 1)
  const vectors = members.map((member) => vectorOf(weights, member))
  const columns = columnsOf(members.length)
  const norm = (place: number) => norms[members[place]?.slot ?? 0] ?? 1
  let rows: readonly Float64Array[] = members.map((a, i) =>
    Float64Array.from(columns, (j) => {
      const b = members[j]
      return i === j || b === undefined ? 1 : dotOf(a, b, vectors[i], vectors[j]) / (norm(i) * norm(j))
    }),
  )
  for (let round = 0; round < rounds; round += 1) rows = correlate(rows, columns)
  return rows.map((row) => 1 - trust * (1 - (row[0] ?? 0)))
}

/** Places of the columns among so many articles; the first is always one. */
function columnsOf(count: number): number[] {
  const near = Math.min(count, nearColumns)
  const far = Math.min(count - near, farColumns)
  const step = (count - near) / (far || 1)
  return [
    ...Array.from({ length: near }, (_, place) => place),
    ...Array.from({ length: far }, (_, index) => near + Math.floor((index + 0.5) * step)),
  ]
}

function dotOf(
  a: IndexedArticle,
  b: IndexedArticle,
  left: Float64Array = new Float64Array(),
  right: Float64Array = new Float64Array(),
): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.terms.length && j < b.terms.length) {
    const one = a.terms[i] ?? 0
    const other = b.terms[j] ?? 0
    if (one === other) sum += (left[i] ?? 0) * (right[j] ?? 0)
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return sum
}

/** The correlation of every row with those of the columns, moved from −1…1 to 0…1. */
function correlate(rows: readonly Float64Array[], columns: readonly number[]): Float64Array[] {
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length
    const shifted = row.map((value) => value - mean)
    const size = Math.sqrt(shifted.reduce((sum, value) => sum + value * value, 0)) || 1
    return shifted.map((value) => value / size)
  })
  return centred.map((a) =>
    Float64Array.from(columns, (column) => {
      const b = centred[column] ?? a
      let sum = 0
      for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
      return (1 + sum) / 2
    }),
  )
}

function sharedWords(
  collection: Collection,
  weights: Float64Array,
  a: string,
  b: string,
  most: number,
): string[] {
  const one = collection.articles.get(a)
  const other = collection.articles.get(b)
  if (one === undefined || other === undefined) return []
  const shared = new Map<number, number>()
  const others = new Map(Array.from(other.terms, (number, index) => [number, other.times[index] ?? 0]))
  one.terms.forEach((number, index) => {
    const times = others.get(number)
    if (times === undefined) return
    const weight = (weights[number] ?? 0) ** 2 * damp(one.times[index] ?? 1) * damp(times)
    if (weight > 0) shared.set(number, weight)
  })
  return [...shared]
    .sort((x, y) => y[1] - x[1])
    .slice(0, most)
    .map(([number]) => collection.factsOf(number).printed)
}
