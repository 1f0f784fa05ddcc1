import { expect, test, vi } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { mostUnderWay } from '../../app/importWindow.ts'
import { maxFileBytes } from '../../app/limits.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport } from '../client/testTransport.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { createImportQueue, type ImportQueue } from './importQueue.ts'

/** Long enough for a dozen files to be read. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
}
/** As many as are under way at a time here. */
const underWay = 12
const all = [...'abcdefghijklmn']
const file = (name: string, text = name) => new File([text], name)
const imported = (name: string) => ({ outcome: 'imported', name, article: { id: `art_${name}` } })
const result = (name: string) => ({ name, read: null, outcomes: [imported(name)] })

const outcomes = (queue: ImportQueue) => queue.get().lines.map(({ outcome }) => outcome)

function opened(most = underWay) {
  const transport = createTestTransport()
  const queue = createImportQueue(createClient(transport), () => most)
  transport.open()
  return { transport, queue }
}

test('a few files are under way at a time, and the first that became an article is told at once', async () => {
  const { transport, queue } = opened()
  const told: ArticleId[] = []
  const done = queue.add(
    all.map((name) => file(name)),
    (id) => told.push(id),
  )
  await vi.waitUntil(() => transport.sent.length === 12)
  expect(transport.sent.map((request) => request.input)).toEqual(
    all.slice(0, 12).map((name, at) => ({
      name,
      origin: 'file',
      bytes: toBase64(new TextEncoder().encode(name)),
      ticket: expect.stringMatching(new RegExp(` ${at + 1}$`)),
    })),
  )
  expect(queue.get()).toEqual({
    total: 14,
    done: 0,
    lines: [],
    current: 'a',
    cancelled: false,
    left: 0,
    worked: 0,
  })
  transport.answer('article.import', result('a'))
  await settled()
  expect(told).toEqual(['art_a'])
  for (const name of all.slice(1)) {
    await vi.waitUntil(() => transport.sent.length > 0)
    transport.answer('article.import', result(name))
    await settled()
  }
  await done
  expect(told).toEqual(['art_a'])
  expect(queue.get()).toMatchObject({ total: 14, done: 14, current: null, cancelled: false, left: 0 })
  expect(outcomes(queue)).toEqual(all.map(imported))
})

test('the first file given is told first, whichever is read first', async () => {
  const { transport, queue } = opened()
  const told: ArticleId[] = []
  const names = ['a', 'b', 'c']
  const done = queue.add(
    names.map((name) => file(name)),
    (id) => told.push(id),
  )
  await vi.waitUntil(() => transport.sent.length === 3)
  // The last one sent is answered first, then the first one.
  transport.sent.reverse()
  transport.answer('article.import', result('c'))
  await settled()
  expect(told).toEqual([])
  transport.sent.reverse()
  transport.answer('article.import', {
    name: 'a',
    read: null,
    outcomes: [{ outcome: 'refused', name: 'a', error: null }],
  })
  await settled()
  expect(told).toEqual([])
  transport.answer('article.import', result('b'))
  await done
  expect(told).toEqual(['art_b'])
})

test('a file that is too large is refused here with a sentence and never sent', async () => {
  const { transport, queue } = opened()
  const large = file('large.txt')
  Object.defineProperty(large, 'size', { value: maxFileBytes + 1 })
  await queue.add([large])
  expect(transport.sent).toEqual([])
  expect(outcomes(queue)).toEqual([
    {
      outcome: 'refused',
      name: 'large.txt',
      error: {
        code: 'too-large',
        message: 'This file has 105 MB; Gainsay takes in files of up to 105 MB.',
      },
    },
  ])
})

test('an error of the call is the outcome of that file, and the next one is read', async () => {
  const { transport, queue } = opened()
  const done = queue.add([file('a'), file('b')])
  await settled()
  transport.refuse('article.import', 'The disk is full.')
  await settled()
  transport.answer('article.import', result('b'))
  await done
  expect(outcomes(queue).map((outcome) => outcome.outcome)).toEqual(['refused', 'imported'])
})

const calledBack = (name: string) => ({
  name,
  read: null,
  outcomes: [{ outcome: 'refused', name, error: { code: 'cancelled', message: 'Stopped.' } }],
})

/** The tickets of the imports that are under way. */
const ticketsOf = ({ sent }: ReturnType<typeof createTestTransport>) =>
  sent.map(({ input }) => (input as { ticket: string }).ticket) // what the queue sends

test('two windows that import at once have no ticket in common, so that neither calls back what the other sent', async () => {
  const windows = [opened(), opened()]
  for (const { queue } of windows) void queue.add([file('a'), file('b')])
  await vi.waitUntil(() => windows.every(({ transport }) => transport.sent.length === 2))
  const tickets = windows.flatMap(({ transport }) => ticketsOf(transport))
  expect(new Set(tickets).size).toBe(4)
})

test('cancelling calls back the files under way, sends no further one, and what was not read can be resumed', async () => {
  const { transport, queue } = opened()
  const done = queue.add(all.map((name) => file(name)))
  await vi.waitUntil(() => transport.sent.length === 12)
  const tickets = ticketsOf(transport)
  queue.cancel()
  expect(transport.sent.at(-1)?.input).toEqual({ tickets })
  transport.answer('import.cancel', { cancelled: 11 })
  transport.answer('article.import', result('a'))
  for (const name of all.slice(1, 12)) transport.answer('article.import', calledBack(name))
  await done
  expect(transport.sent).toEqual([])
  expect(queue.get()).toMatchObject({ total: 14, done: 1, current: null, cancelled: true, left: 13 })
  expect(outcomes(queue)).toEqual([imported('a')])

  const resumed = queue.resume()
  for (let at = 0; at < 13; at++) {
    await settled()
    const input = transport.sent[0]?.input as { name: string } // what the queue sends
    transport.answer('article.import', result(input.name))
  }
  await resumed
  expect(queue.get()).toMatchObject({ total: 14, done: 14, cancelled: false, left: 0 })
})

test('a folder of more files than a call takes arguments comes in, and can be stopped and resumed', async () => {
  const { transport, queue } = opened(1)
  const one = file('a')
  void queue.add(Array.from({ length: 150_000 }, () => one))
  await vi.waitUntil(() => transport.sent.length === 1)
  expect(queue.get().total).toBe(150_000)
  queue.cancel()
  transport.answer('import.cancel', { cancelled: 1 })
  transport.answer('article.import', calledBack('a'))
  await vi.waitUntil(() => queue.get().left === 150_000)
  void queue.resume()
  await vi.waitUntil(() => transport.sent.length === 1)
  expect(queue.get()).toMatchObject({ total: 150_000, cancelled: false })
})

test('who goes on before the files called back have come back loses none of them', async () => {
  const { transport, queue } = opened(2)
  const names = Array.from({ length: mostUnderWay + 3 }, (_, at) => `${at}.txt`)
  const done = queue.add(names.map((name) => file(name)))
  await vi.waitUntil(() => transport.sent.length === 2)
  queue.cancel()
  transport.answer('import.cancel', { cancelled: 2 })
  const resumed = queue.resume()
  for (const name of names.slice(0, 2)) transport.answer('article.import', calledBack(name))
  for (let at = 0; at < names.length; at++) {
    while (transport.sent.length === 0) await settled()
    const input = transport.sent[0]?.input as { name: string } // what the queue sends
    transport.answer('article.import', result(input.name))
  }
  await Promise.all([done, resumed])
  expect(queue.get()).toMatchObject({ total: names.length, done: names.length, cancelled: false, left: 0 })
  expect(new Set(outcomes(queue))).toEqual(new Set(names.map(imported)))
})

test('what waits when the list is cleared, as another case is opened, goes nowhere', async () => {
  const { transport, queue } = opened(3)
  const told: ArticleId[] = []
  const done = queue.add(
    all.map((name) => file(name)),
    (id) => told.push(id),
  )
  await vi.waitUntil(() => transport.sent.length === 3)
  queue.cancel()
  queue.dismiss()
  transport.answer('import.cancel', { cancelled: 2 })
  transport.answer('article.import', result('a'))
  for (const name of ['b', 'c']) transport.answer('article.import', calledBack(name))
  await settled()
  expect(transport.sent).toEqual([])
  await done
  expect(told).toEqual([])
  expect(queue.get()).toMatchObject({ total: 0, done: 0, lines: [], current: null, left: 0 })

  const next = queue.add([file('z')])
  await vi.waitUntil(() => transport.sent.length === 1)
  transport.answer('article.import', result('z'))
  await next
  expect(queue.get()).toMatchObject({ total: 1, done: 1 })
  expect(outcomes(queue)).toEqual([imported('z')])
})

test('a file that is being read when the list is cleared is not sent any more', async () => {
  const { transport, queue } = opened()
  const slow = file('slow')
  const read = Promise.withResolvers<ArrayBuffer>()
  slow.arrayBuffer = () => read.promise
  const done = queue.add([slow])
  await settled()
  queue.cancel()
  queue.dismiss()
  transport.answer('import.cancel', { cancelled: 0 })
  read.resolve(new ArrayBuffer(1))
  await done
  expect(transport.sent).toEqual([])
  expect(queue.get()).toMatchObject({ total: 0, done: 0, lines: [], current: null, left: 0 })
})

test('files given to another case while those of the former are called back are the only ones that go in', async () => {
  const { transport, queue } = opened(1)
  const former = queue.add(['a', 'b', 'c'].map((name) => file(name)))
  await vi.waitUntil(() => transport.sent.length === 1)
  queue.cancel()
  queue.dismiss()
  const next = queue.add([file('z')])
  transport.answer('import.cancel', { cancelled: 1 })
  transport.answer('article.import', calledBack('a'))
  await vi.waitUntil(() => transport.sent.length === 1)
  expect(transport.sent[0]?.input).toMatchObject({ name: 'z' })
  transport.answer('article.import', result('z'))
  await Promise.all([former, next])
  expect(transport.sent).toEqual([])
  expect(queue.get()).toMatchObject({ total: 1, done: 1, current: null, left: 0 })
  expect(outcomes(queue)).toEqual([imported('z')])
})

test('a later capture is decided by its line: sent once more with the choice, or taken off the list', async () => {
  const { transport, queue } = opened()
  const later = (name: string) => ({
    outcome: 'later capture',
    name,
    place: 0,
    of: {},
    by: 'text',
    score: 0.9,
  })
  const done = queue.add([file('a'), file('b')])
  await settled()
  for (const name of ['a', 'b']) {
    transport.answer('article.import', { name, read: null, outcomes: [later(name)] })
  }
  await done
  const [first, second] = queue.get().lines.map(({ key }) => key)
  const settling = queue.settle([first ?? 0], 'revision')
  await settled()
  expect(transport.sent[0]?.input).toMatchObject({ name: 'a', onSimilar: 'revision' })
  const revised = { outcome: 'revised', name: 'a', article: { id: 'art_a' } }
  transport.answer('article.import', { name: 'a', read: null, outcomes: [revised] })
  await settling
  await queue.settle([second ?? 0], 'leave')
  expect(outcomes(queue)).toEqual([revised])
})

test('of a file of several articles only the chosen later captures are taken in, also where two have one name', async () => {
  const { transport, queue } = opened()
  const later = (place: number) => ({
    outcome: 'later capture',
    name: 'same.txt',
    place,
    of: {},
    by: 'text',
    score: 0.9,
  })
  const done = queue.add([file('a.zip')])
  await settled()
  transport.answer('article.import', { name: 'a.zip', read: null, outcomes: [later(0), later(2), later(5)] })
  await done
  const keys = queue.get().lines.map(({ key }) => key)
  const settling = queue.settle([keys[2] ?? 0, keys[0] ?? 0], 'revision')
  await settled()
  expect(transport.sent[0]?.input).toMatchObject({ name: 'a.zip', onSimilar: 'revision', places: [0, 5] })
  const revised = (id: string) => ({ outcome: 'revised', name: 'same.txt', article: { id } })
  transport.answer('article.import', {
    name: 'a.zip',
    read: null,
    outcomes: [revised('one'), revised('six')],
  })
  await settling
  expect(outcomes(queue)).toEqual([revised('one'), later(2), revised('six')])
})

test('a pasted text is sent as a paste', async () => {
  const { transport, queue } = opened()
  const done = queue.addText('Überschrift 😀', 'Pasted text')
  await settled()
  const input = transport.sent[0]?.input as { origin: string; bytes: string } // what the queue sends
  expect(input.origin).toBe('paste')
  expect(new TextDecoder().decode(fromBase64(input.bytes))).toBe('Überschrift 😀')
  transport.answer('article.import', result('a'))
  await done
})

test('base64 keeps every byte, also over the length of one piece', () => {
  const bytes = Uint8Array.from({ length: 0x8000 + 300 }, (_, at) => at % 256)
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})
