/**
 * Which passages of other articles tell what a passage tells. The score is BM25 over
 * stems, in which a word also meets words for the same sort of event (`killed`,
 * `dead`) at a discount, and names weigh a little less than they are rare, since who
 * is concerned is told by the articles already; the sum is then weighed by whether
 * the two articles tell of the same affair (see likeness.ts). What stands there word
 * for word, a quote or a copied sentence, counts as the same at least as far as it is
 * copied, however common its words are. The values below were
 * chosen with all topics of `npm run score:related` in view; most lie on a plateau.
 */
import { rarity, saturate, sentenceSaturation } from './bm25.ts'
import { type Collection, noPostings, type PassageRef, passageTerms } from './collection.ts'
import { eventSorts } from './eventWords.ts'
import type { Likeness } from './likeness.ts'
import { eventKin, eventSortsOf, primaryTag, stemOf, type Term, termsOf } from './terms.ts'
import { plainWordsOf, verbatimShare } from './verbatim.ts'

/** Who is concerned is told by the articles already; within an affair its names stand everywhere. */
const nameWeight = 0.7
/** Two accounts seldom share a number by chance. */
const numberWeight = 1.3
/** Another word for the same sort of event may tell of another event of that sort. */
const kinWeight = 0.7
/**
 * Passages without any of the words that are thought to stand beside those of the case: what
 * is rare in a small case need not be rare, and this keeps one chance word from deciding.
 */
const unseen = 1000
/** Company (see likeness.ts) up to which two articles tell of different affairs, and from which on of the same. */
const apart = 0.1
const together = 0.8
/** What is left of the score between articles that tell of different affairs: they may still name one event. */
const strangers = 0.1
/** How many of the best are looked at word for word; what is copied shares too many words to be further off. */
const mostLookedAt = 100

/** A word of the query and the word of the passage that answers it, both as printed. */
export type SharedWord = { readonly here: string; readonly there: string; readonly weight: number }

export type RankedPassage = PassageRef & {
  /** `exact` where a run of eight words or more is shared and makes up half of the shorter passage. */
  readonly sort: 'exact' | 'reworded'
  /** 1 would be the passage itself in an article of the same affair; above 0. */
  readonly score: number
  /** What the score rests on, heaviest first. */
  readonly words: readonly SharedWord[]
}

/** A passage for which others are sought. */
export type PassageQuery = {
  /** Its article, whose own passages are no answer; null for free text. */
  readonly articleId: string | null
  readonly text: string
  /** BCP 47; null where not known. */
  readonly language: string | null
}

export type RankOptions = {
  /** How many are wanted at most. */
  readonly most: number
  /** Passages for which this is false are left out. */
  readonly among?: (articleId: string, index: number) => boolean
}

type Kin = { readonly number: number; readonly weight: number }
type QueryTerm = {
  readonly term: string
  /** Null where no article holds the word itself; its kin may be held. */
  readonly number: number | null
  readonly weight: number
  /** Terms that stand for the same sort of event, heaviest first; none of them in the query itself. */
  readonly kin: readonly Kin[]
}

const rare = (collection: Collection, number: number | null) =>
  rarity(unseen + collection.livingPassages, number === null ? 0 : collection.factsOf(number).passageHolders)

/** The distinct terms of a query with their weights and kin. */
function queryTerms(collection: Collection, terms: readonly Term[], language: string | null): QueryTerm[] {
  const asked = new Set(terms.map(({ term }) => term))
  const english = primaryTag(language) === 'en'
  return [...asked].map((term) => {
    const number = collection.findTerm(term)
    const name = number !== null && collection.isName(number)
    const sort = name ? nameWeight : /^\p{Nd}/u.test(term) ? numberWeight : 1
    return {
      term,
      number,
      weight: rare(collection, number) * sort,
      kin: english ? kinOf(collection, number, term, asked) : [],
    }
  })
}

function kinOf(
  collection: Collection,
  number: number | null,
  term: string,
  asked: ReadonlySet<string>,
): Kin[] {
  const own = eventSortsOf(term)
  if (own.length === 0) return []
  const sortRarity = new Map(own.map((sort) => [sort, rarityOfSort(collection, sort)]))
  return eventKin(term)
    .flatMap((word) => {
      const other = collection.findTerm(word)
      if (other === null || asked.has(word)) return []
      const shared = eventSortsOf(word).map((sort) => sortRarity.get(sort) ?? 0)
      const most = Math.min(rare(collection, number), rare(collection, other))
      return [{ number: other, weight: kinWeight * Math.min(most, Math.max(...shared)) }]
    })
    .sort((a, b) => b.weight - a.weight)
}

/** How rare a sort of event is, by how many passages use one of its words. */
function rarityOfSort(collection: Collection, sort: number): number {
  const stems = new Set((eventSorts[sort] ?? []).map((word) => stemOf(word, 'en')))
  let holders = 0
  for (const stem of stems) {
    const number = collection.findTerm(stem)
    if (number !== null) holders += collection.factsOf(number).passageHolders
  }
  return rarity(unseen + collection.livingPassages, Math.min(holders, collection.livingPassages))
}

/** Scores of all passage slots, before the articles' likeness is weighed in. */
function scoreSlots(collection: Collection, query: readonly QueryTerm[]): Float64Array {
  const scores = new Float64Array(collection.passageOwners.length)
  /** The query term that a passage was last given a score for, plus one: kin count once, and only in its place. */
  const answered = new Int32Array(scores.length)
  const usual = collection.usualLength()
  const add = (slot: number, weight: number, times: number) => {
    const length = collection.passageLengths[slot] ?? 0
    scores[slot] = (scores[slot] ?? 0) + weight * saturate(times, length, usual, sentenceSaturation)
  }
  query.forEach(({ number, weight, kin }, index) => {
    const { slots, times } = number === null ? noPostings : collection.passagesWith(number)
    for (let place = 0; place < slots.length; place += 1) {
      const slot = slots[place] ?? 0
      answered[slot] = index + 1
      add(slot, weight, times[place] ?? 1)
    }
    for (const other of kin) {
      for (const slot of collection.passagesWith(other.number).slots) {
        if (answered[slot] === index + 1) continue
        answered[slot] = index + 1
        add(slot, other.weight, 1)
      }
    }
  })
  return scores
}

/** What is left of a score between articles of this company: all of it within an affair. */
function affinity(company: number): number {
  const same = Math.min(1, Math.max(0, (company - apart) / (together - apart)))
  return strangers + (1 - strangers) * same
}

/** How much a passage's score counts by the article it stands in: 1 in the query's own affair. */
function articleWeights(collection: Collection, likeness: Likeness, articleId: string | null): Float64Array {
  const weights = new Float64Array(collection.articleSlots.length)
  if (articleId === null) return weights.fill(1)
  weights.fill(affinity(0))
  for (const { articleId: other, company } of likeness.nearest(articleId)) {
    const slot = collection.articles.get(other)?.slot
    if (slot !== undefined) weights[slot] = affinity(company)
  }
  const own = collection.articles.get(articleId)
  if (own !== undefined) weights[own.slot] = 0
  return weights
}

/** The passages of other articles that tell what this one tells, most related first. */
export function rankPassages(
  collection: Collection,
  likeness: Likeness,
  query: PassageQuery,
  { most, among }: RankOptions,
): RankedPassage[] {
  const terms = termsOf(query.text, query.language)
  const asked = queryTerms(collection, terms, query.language)
  const scores = scoreSlots(collection, asked)
  const weights = articleWeights(collection, likeness, query.articleId)
  const whole = asked.reduce(
    (sum, { weight }) =>
      sum + weight * saturate(1, terms.length, collection.usualLength(), sentenceSaturation),
    0,
  )
  const weightAt = (slot: number) => weights[collection.passageOwners[slot] ?? -1] ?? 0
  const best = new Best(Math.max(most, mostLookedAt))
  scores.forEach((score, slot) => {
    if (score === 0) return
    const weighed = (score * weightAt(slot)) / (whole || 1)
    if (weighed <= best.least) return
    const ref = among === undefined ? null : refOf(collection, slot)
    if (ref === null || among?.(ref.articleId, ref.index) === true) best.add(slot, weighed)
  })
  const words = plainWordsOf(query.text)
  const copied = (ref: PassageRef) => verbatimShare(words, plainWordsOf(textOf(collection, ref)))
  return best
    .list()
    .flatMap(({ slot, score }) => {
      const ref = refOf(collection, slot)
      if (ref === null) return []
      const share = copied(ref)
      return [{ slot, ref, score: Math.max(score, share * weightAt(slot)), exact: share >= 0.5 }]
    })
    .sort((a, b) => b.score - a.score || a.slot - b.slot)
    .slice(0, most)
    .map(({ ref, score, exact }) => ({
      ...ref,
      sort: exact ? 'exact' : 'reworded',
      score,
      words: sharedWords(collection, query, terms, asked, ref),
    }))
}

/** The words of a passage; the empty string where its article is not there. */
export function textOf(collection: Collection, { articleId, range }: Omit<PassageRef, 'index'>): string {
  return collection.articles.get(articleId)?.article.text.slice(range.start, range.end) ?? ''
}

type Scored = { readonly slot: number; readonly score: number }

/** The best few of many, without sorting the many. */
class Best {
  /** What a score must exceed to matter. */
  least = 0
  private kept: Scored[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add(slot: number, score: number): void {
    this.kept.push({ slot, score })
    if (this.kept.length < 2 * this.most + 16) return
    this.kept = this.list()
    this.least = this.kept.at(-1)?.score ?? 0
  }

  list(): Scored[] {
    return this.kept.sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, this.most)
  }
}

function refOf(collection: Collection, slot: number): PassageRef | null {
  const indexed = collection.articleSlots[collection.passageOwners[slot] ?? -1]
  if (indexed === undefined || indexed === null) return null
  const index = slot - indexed.firstPassage
  const range = indexed.article.passages[index]
  return range === undefined ? null : { articleId: indexed.article.id, index, range }
}

function sharedWords(
  collection: Collection,
  query: PassageQuery,
  terms: readonly Term[],
  asked: readonly QueryTerm[],
  { articleId, range }: PassageRef,
): SharedWord[] {
  const article = collection.articles.get(articleId)?.article
  if (article === undefined) return []
  const there = new Map<number, string>()
  for (const { term, start, end } of passageTerms(article, range)) {
    const number = collection.findTerm(term)
    if (number !== null && !there.has(number)) there.set(number, article.text.slice(start, end))
  }
  const here = new Map(terms.map(({ term, start, end }) => [term, query.text.slice(start, end)]))
  return asked
    .flatMap(({ term, number, weight, kin }) => {
      const answer =
        number !== null && there.has(number)
          ? { number, weight }
          : kin.find((other) => there.has(other.number))
      const word = here.get(term)
      const printed = answer === undefined ? undefined : there.get(answer.number)
      return answer === undefined || word === undefined || printed === undefined
        ? []
        : [{ here: word, there: printed, weight: answer.weight }]
    })
    .sort((a, b) => b.weight - a.weight)
}
