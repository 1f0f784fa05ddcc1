/**
 * What host and readers send each other. A message lies in memory several times over on both
 * sides while it is on its way, so the bytes of a large file go ahead of their order in pieces,
 * and many articles come ahead of their answer in parts.
 */
import type { ParseAnswer, ParsedArticle, ParseTask } from './parsed.ts'

/** Files to be read, and how much of the processor's time they may take together, in milliseconds. */
export type ReaderOrder = { readonly tasks: readonly ParseTask[]; readonly processorTime: number }

/** What a reader is sent: an order, after the bytes of its one task in pieces where they are many. */
export type ReaderInput = ReaderOrder | BytesPiece

/** Bytes of the task to come, of which there are `size` in all. */
export type BytesPiece = { readonly piece: Uint8Array; readonly at: number; readonly size: number }

/** What a reader sends: once that it is ready; then the answers to each task, after their articles in parts where they are long. */
export type ReaderMessage = 'ready' | readonly ParseAnswer[] | ArticlesPart

/** Articles of the answer to come for the task of this index, behind those that came. */
export type ArticlesPart = { readonly task: number; readonly articles: readonly ParsedArticle[] }

/** Bytes of a piece. */
const pieceSize = 4 * 1024 * 1024
/** Text of a part, in UTF-16 code units; one article is never parted. */
const partLength = 2 * 1024 * 1024

/** The order as it is sent. */
export function* orderMessages(order: ReaderOrder): Generator<ReaderInput> {
  const [task] = order.tasks
  if (order.tasks.length !== 1 || task === undefined || task.bytes.length <= pieceSize) {
    yield order
    return
  }
  const size = task.bytes.length
  // A copy of the piece: of a view, some channels send all that lies under it.
  for (let at = 0; at < size; at += pieceSize) yield { piece: task.bytes.slice(at, at + pieceSize), at, size }
  yield { ...order, tasks: [{ ...task, bytes: new Uint8Array(0) }] }
}

/** The answers as they are sent. Articles that go ahead are taken out of them, so that they lie in one of the two processes only. */
export function* answerMessages(answers: readonly ParseAnswer[]): Generator<ReaderMessage> {
  const rest: ParseAnswer[] = []
  for (const [task, answer] of answers.entries()) {
    if (!answer.ok || lengthOf(answer.value.articles) <= partLength) {
      rest.push(answer)
      continue
    }
    for (const articles of partsOf(answer.value.articles)) yield { task, articles }
    rest.push(answer)
  }
  yield rest
}

/** Text of articles, in UTF-16 code units. */
export const lengthOf = (articles: readonly ParsedArticle[]) =>
  articles.reduce((sum, { text }) => sum + text.length, 0)

function* partsOf(articles: ParsedArticle[]): Generator<ParsedArticle[]> {
  while (articles.length > 0) {
    let count = 0
    for (let length = 0; length < partLength && count < articles.length; count += 1)
      length += articles[count]?.text.length ?? 0
    yield articles.splice(0, count)
  }
}

/** Puts the pieces of a file together again, before its order comes. */
export class BytesInPieces {
  private bytes: Uint8Array | null = null

  add({ piece, at, size }: BytesPiece): void {
    this.bytes ??= new Uint8Array(size)
    this.bytes.set(piece, at)
  }

  /** The order with its task's bytes, where they came ahead. */
  complete(order: ReaderOrder): ReaderOrder {
    const { bytes } = this
    this.bytes = null
    return bytes === null ? order : { ...order, tasks: order.tasks.map((task) => ({ ...task, bytes })) }
  }
}

/** Puts the parts of answers together again. */
export class ArticlesInParts {
  private readonly parts = new Map<number, ParsedArticle[]>()

  add({ task, articles }: ArticlesPart): void {
    const known = this.parts.get(task) ?? []
    known.push(...articles)
    this.parts.set(task, known)
  }

  /** The answers with the articles that came ahead. */
  complete(answers: readonly ParseAnswer[]): ParseAnswer[] {
    const complete = answers.map((answer, task) => {
      const articles = this.parts.get(task)
      return articles === undefined || !answer.ok
        ? answer
        : { ...answer, value: { ...answer.value, articles } }
    })
    this.parts.clear()
    return complete
  }
}
