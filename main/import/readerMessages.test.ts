import { expect, test } from 'vitest'
import type { ParseAnswer, ParsedArticle } from './parsed.ts'
import {
  ArticlesInParts,
  answerMessages,
  BytesInPieces,
  orderMessages,
  type ReaderOrder,
} from './readerMessages.ts'

const megabyte = 1024 * 1024

function orderOf(...sizes: readonly number[]): ReaderOrder {
  const tasks = sizes.map((size) => ({
    bytes: new Uint8Array(size).fill(size % 251),
    name: 'a.txt',
    options: {},
  }))
  return { tasks, processorTime: 1 }
}

/** Of an article only its text counts here. */
const article = (text: string) => ({ text }) as ParsedArticle
const answerOf = (...texts: readonly string[]) =>
  ({ ok: true, value: { format: 'text', articles: texts.map(article) } }) as unknown as ParseAnswer

test('the bytes of a large file go in pieces of four megabytes and come together again', () => {
  const order = orderOf(9 * megabyte)
  const pieces = new BytesInPieces()
  const sizes: number[] = []
  for (const message of orderMessages(order))
    if ('piece' in message) {
      sizes.push(message.piece.buffer.byteLength / megabyte)
      pieces.add(message)
    } else {
      // Nine million numbers one by one are slow to compare.
      const [whole, sent] = [pieces.complete(message), order].map(({ tasks }) => tasks[0]?.bytes)
      expect(Buffer.compare(whole ?? Buffer.alloc(0), sent ?? Buffer.alloc(0))).toBe(0)
      expect(whole?.length).toBe(9 * megabyte)
    }
  expect(sizes).toEqual([4, 4, 1])
})

test('small files go with their order, and take nothing of a file before them', () => {
  const pieces = new BytesInPieces()
  for (const message of orderMessages(orderOf(5 * megabyte)))
    if ('piece' in message) pieces.add(message)
    else pieces.complete(message)
  const order = orderOf(10, 20)
  expect([...orderMessages(order)]).toEqual([order])
  expect(pieces.complete(order)).toBe(order)
})

test('many articles come in parts of two million letters, each file with its own and in their order', () => {
  const text = (about: string) => about.repeat(1.5 * megabyte)
  const answers = [
    answerOf('short'),
    answerOf(text('a'), text('b'), text('c')),
    { ok: false, error: { code: 'unreadable', message: 'Nothing in it.' } } satisfies ParseAnswer,
    answerOf(text('d'), text('e')),
  ]
  const sent = structuredClone(answers)
  const parts = new ArticlesInParts()
  const counts: number[] = []
  for (const message of answerMessages(answers)) {
    if (message === 'ready') throw new Error('No answer.')
    if ('articles' in message) {
      counts.push(message.articles.length)
      parts.add(message)
    } else expect(parts.complete(message)).toEqual(sent)
  }
  expect(counts).toEqual([2, 1, 2])
})

test('an article that was sent is let go of before the next one is', () => {
  const answer = answerOf(...['a', 'b', 'c'].map((about) => about.repeat(3 * megabyte)))
  const left: number[] = []
  for (const _ of answerMessages([answer])) left.push(answer.ok ? answer.value.articles.length : 0)
  expect(left).toEqual([2, 1, 0, 0])
})
