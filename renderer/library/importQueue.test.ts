import { expect, test, vi } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { mostUnderWay } from '../../app/importWindow.ts'
import { maxFileBytes } from '../../app/limits.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport } from '../client/testTransport.ts'
import { createImportQueue, fromBase64, toBase64 } from './importQueue.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const file = (name: string, text = name) => new File([text], name)
const all = Array.from({ length: mostUnderWay + 2 }, (_, at) => `file ${at}`)
const imported = (name: string) => ({ outcome: 'imported', name, article: { id: `art_${name}` } })
const result = (name: string) => ({ name, read: null, outcomes: [imported(name)] })

function opened() {
  const transport = createTestTransport()
  const queue = createImportQueue(createClient(transport))
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
  await vi.waitUntil(() => transport.sent.length === mostUnderWay)
  expect(transport.sent.map((request) => request.input)).toEqual(
    all.slice(0, mostUnderWay).map((name, at) => ({
      name,
      origin: 'file',
      bytes: toBase64(new TextEncoder().encode(name)),
      ticket: `import-${at + 1}`,
    })),
  )
  expect(queue.get()).toEqual({
    total: all.length,
    done: 0,
    outcomes: [],
    current: `file ${mostUnderWay - 1}`,
    cancelled: false,
  })
  transport.answer('article.import', result('file 0'))
  await settled()
  expect(told).toEqual(['art_file 0'])
  for (const name of all.slice(1)) {
    await vi.waitUntil(() => transport.sent.length > 0)
    transport.answer('article.import', result(name))
    await settled()
  }
  await done
  expect(told).toEqual(['art_file 0'])
  expect(queue.get()).toEqual({
    total: all.length,
    done: all.length,
    outcomes: all.map(imported),
    current: null,
    cancelled: false,
  })
})

test('a file that is too large is refused here with a sentence and never sent', async () => {
  const { transport, queue } = opened()
  const large = file('large.txt')
  Object.defineProperty(large, 'size', { value: maxFileBytes + 1 })
  await queue.add([large])
  expect(transport.sent).toEqual([])
  expect(queue.get().outcomes).toEqual([
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
  expect(queue.get().outcomes.map((outcome) => outcome.outcome)).toEqual(['refused', 'imported'])
})

test('cancelling calls back the files under way and sends no further one', async () => {
  const { transport, queue } = opened()
  const done = queue.add(all.map((name) => file(name)))
  await vi.waitUntil(() => transport.sent.length === mostUnderWay)
  queue.cancel()
  expect(transport.sent.at(-1)?.input).toEqual({
    tickets: Array.from({ length: mostUnderWay }, (_, at) => `import-${at + 1}`),
  })
  transport.answer('import.cancel', { cancelled: mostUnderWay })
  for (const name of all.slice(0, mostUnderWay)) transport.answer('article.import', result(name))
  await done
  expect(transport.sent).toEqual([])
  expect(queue.get()).toMatchObject({ total: all.length, done: mostUnderWay, current: null, cancelled: true })
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
