/**
 * The index over all articles of a case from which relatedness is told: which
 * passage holds which term, which article holds it, how often it is written as a
 * name. It grows and shrinks article by article, so that a new import costs no
 * rebuilding; what is taken out leaves a dead slot until half of the slots are dead.
 * It keeps the texts, since every answer names the printed words it rests on.
 */
import { isFurniture } from '../blocks.ts'
import type { Article, Range, Revision } from '../model.ts'
import { sentences } from '../text/sentences.ts'
import { type Term, termsOf } from './terms.ts'

/** What is compared: an article's text and the passages it is cut into. */
export type ComparedArticle = {
  readonly id: string
  /** BCP 47; null where not known. */
  readonly language: string | null
  /** When it was published, EDTF; null where not known. */
  readonly published: string | null
  readonly text: string
  /** In text order, not overlapping. */
  readonly passages: readonly Range[]
}

/** A passage of an article by its place in the article's list. */
export type PassageRef = { readonly articleId: string; readonly index: number; readonly range: Range }

/** The sentences of an article's own text, furniture left out. */
export function comparedArticle(
  article: Pick<Article, 'id' | 'language' | 'published' | 'flippedBlocks'>,
  revision: Pick<Revision, 'text' | 'blocks'>,
): ComparedArticle {
  const passages = revision.blocks.flatMap((block, index) =>
    isFurniture(block, index, article) ? [] : trimmedSentences(revision.text, block),
  )
  const { id, language, published } = article
  return { id, language, published, text: revision.text, passages }
}

function trimmedSentences(text: string, block: Range): Range[] {
  const body = text.slice(block.start, block.end)
  return sentences(body).flatMap(({ start, end }) => {
    const words = body.slice(start, end)
    const from = block.start + start + (words.length - words.trimStart().length)
    const to = block.start + end - (words.length - words.trimEnd().length)
    return to > from ? [{ start: from, end: to }] : []
  })
}

/** The terms of one passage, with ranges in the article's text. */
export function passageTerms(article: ComparedArticle, range: Range): Term[] {
  return termsOf(article.text.slice(range.start, range.end), article.language).map((term) => ({
    ...term,
    start: term.start + range.start,
    end: term.end + range.start,
  }))
}

/** Who holds a term, and how often: two lists side by side. */
export type Postings = { readonly slots: number[]; readonly times: number[] }

/** One article in the index. `slot` is its place in the article postings. */
export type IndexedArticle = {
  readonly article: ComparedArticle
  readonly slot: number
  /** Slot of its first passage; the others follow. */
  readonly firstPassage: number
  /** Its distinct terms, ascending by number, and how often it holds each. */
  readonly terms: Uint32Array
  readonly times: Uint32Array
}

/** How often a term is written, how often as a name, and in how many living passages and articles it stands. */
export type TermFacts = {
  readonly term: string
  /** As first printed, for showing. */
  readonly printed: string
  written: number
  named: number
  passageHolders: number
  articleHolders: number
}

/** The index. It is the one thing here that changes in place; everything asked of it is a plain value. */
export class Collection {
  /** Rises with every change; what is derived from the index is kept by it. */
  version = 0
  readonly articles = new Map<string, IndexedArticle>()
  /** The article of each slot; null where it was taken out. */
  articleSlots: (IndexedArticle | null)[] = []
  /** The article slot of each passage slot; −1 where it was taken out. */
  passageOwners: number[] = []
  passageLengths: number[] = []
  livingPassages = 0
  livingTerms = 0
  readonly facts: TermFacts[] = []
  private readonly numbers = new Map<string, number>()
  private passagePostings: Postings[] = []
  private articlePostings: Postings[] = []

  /** Adds an article, or replaces the one of the same id. */
  put(article: ComparedArticle): void {
    this.remove(article.id)
    this.version += 1
    const slot = this.articleSlots.length
    const firstPassage = this.passageOwners.length
    const totals = new Map<number, number>()
    for (const range of article.passages) this.addPassage(article, slot, range, totals)
    const ordered = [...totals].sort(([a], [b]) => a - b)
    for (const [number, times] of ordered) {
      append(this.articlePostings[number], slot, times)
      this.factsOf(number).articleHolders += 1
    }
    const indexed: IndexedArticle = {
      article,
      slot,
      firstPassage,
      terms: Uint32Array.from(ordered, ([number]) => number),
      times: Uint32Array.from(ordered, ([, times]) => times),
    }
    this.articleSlots.push(indexed)
    this.articles.set(article.id, indexed)
  }

  /** Takes an article out; nothing happens where it is not there. */
  remove(id: string): void {
    const indexed = this.articles.get(id)
    if (indexed === undefined) return
    this.version += 1
    this.articles.delete(id)
    this.articleSlots[indexed.slot] = null
    for (const number of indexed.terms) this.factsOf(number).articleHolders -= 1
    indexed.article.passages.forEach((range, index) => {
      this.dropPassage(indexed.firstPassage + index, passageTerms(indexed.article, range))
    })
    const dead = this.articleSlots.length - this.articles.size
    if (dead > 64 && dead > this.articles.size) this.rebuild()
  }

  /** The number of a term; null where no article ever held it. */
  findTerm(term: string): number | null {
    return this.numbers.get(term) ?? null
  }

  /** The passages that hold a term; dead slots may be among them. */
  passagesWith(number: number): Postings {
    return this.passagePostings[number] ?? noPostings
  }

  /** The articles that hold a term; dead slots may be among them. */
  articlesWith(number: number): Postings {
    return this.articlePostings[number] ?? noPostings
  }

  /** Whether a term is mostly written as a name. */
  isName(number: number): boolean {
    const facts = this.factsOf(number)
    return facts.named > 0 && facts.named >= 0.6 * facts.written
  }

  /** Average number of terms in a passage. */
  usualLength(): number {
    return this.livingTerms / (this.livingPassages || 1)
  }

  factsOf(number: number): TermFacts {
    const facts = this.facts[number]
    if (facts === undefined) throw new RangeError(`No term has the number ${number}.`)
    return facts
  }

  private addPassage(
    article: ComparedArticle,
    articleSlot: number,
    range: Range,
    totals: Map<number, number>,
  ): void {
    const terms = passageTerms(article, range)
    const slot = this.passageOwners.length
    this.passageOwners.push(articleSlot)
    this.passageLengths.push(terms.length)
    this.livingPassages += 1
    this.livingTerms += terms.length
    const counts = new Map<number, number>()
    for (const term of terms) {
      const number = this.numberOf(term, article.text)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const [number, times] of counts) {
      append(this.passagePostings[number], slot, times)
      this.factsOf(number).passageHolders += 1
      totals.set(number, (totals.get(number) ?? 0) + times)
    }
  }

  private dropPassage(slot: number, terms: readonly Term[]): void {
    this.passageOwners[slot] = -1
    this.livingPassages -= 1
    this.livingTerms -= terms.length
    const numbers = new Set<number>()
    for (const term of terms) {
      const number = this.numbers.get(term.term)
      if (number === undefined) continue
      const facts = this.factsOf(number)
      facts.written -= 1
      if (term.kind === 'name') facts.named -= 1
      numbers.add(number)
    }
    for (const number of numbers) this.factsOf(number).passageHolders -= 1
  }

  private numberOf({ term, kind, start, end }: Term, text: string): number {
    let number = this.numbers.get(term)
    if (number === undefined) {
      number = this.facts.length
      this.numbers.set(term, number)
      const printed = text.slice(start, end)
      this.facts.push({ term, printed, written: 0, named: 0, passageHolders: 0, articleHolders: 0 })
      this.passagePostings.push({ slots: [], times: [] })
      this.articlePostings.push({ slots: [], times: [] })
    }
    const facts = this.factsOf(number)
    facts.written += 1
    if (kind === 'name') facts.named += 1
    return number
  }

  private rebuild(): void {
    const articles = [...this.articles.values()].map((indexed) => indexed.article)
    this.articles.clear()
    this.numbers.clear()
    this.facts.length = 0
    this.articleSlots = []
    this.passageOwners = []
    this.passageLengths = []
    this.passagePostings = []
    this.articlePostings = []
    this.livingPassages = 0
    this.livingTerms = 0
    for (const article of articles) this.put(article)
  }
}

/** Of a term that nothing holds. */
export const noPostings: Postings = { slots: [], times: [] }

function append(postings: Postings | undefined, slot: number, times: number): void {
  postings?.slots.push(slot)
  postings?.times.push(times)
}
