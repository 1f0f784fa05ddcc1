import { expect, test } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { maxImportBytes } from '../../app/limits.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport } from '../client/testTransport.ts'
import { createImportQueue, fromBase64, toBase64 } from './importQueue.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const file = (name: string, text = name) => new File([text], name)
const imported = (name: string) => ({ outcome: 'imported', name, article: { id: `art_${name}` } })

function opened() {
  const transport = createTestTransport()
  const queue = createImportQueue(createClient(transport))
  transport.open()
  return { transport, queue }
}

test('files go one after another, and the first that became an article is told at once', async () => {
  const { transport, queue } = opened()
  const told: ArticleId[] = []
  const done = queue.add([file('a'), file('b')], (id) => told.push(id))
  await settled()
  expect(transport.sent.map((request) => request.input)).toEqual([
    { name: 'a', origin: 'file', bytes: toBase64(new TextEncoder().encode('a')) },
  ])
  expect(queue.get()).toEqual({ total: 2, outcomes: [], current: 'a', cancelled: false })
  transport.answer('article.import', imported('a'))
  await settled()
  expect(told).toEqual(['art_a'])
  transport.answer('article.import', imported('b'))
  await done
  expect(told).toEqual(['art_a'])
  expect(queue.get()).toEqual({
    total: 2,
    outcomes: [imported('a'), imported('b')],
    current: null,
    cancelled: false,
  })
})

test('a file that is too large is refused here with a sentence and never sent', async () => {
  const { transport, queue } = opened()
  const large = file('large.txt')
  Object.defineProperty(large, 'size', { value: maxImportBytes + 1 })
  await queue.add([large])
  expect(transport.sent).toEqual([])
  expect(queue.get().outcomes).toEqual([
    {
      outcome: 'refused',
      name: 'large.txt',
      error: {
        code: 'too-large',
        message: 'This file has 34 MB; Gainsay takes in files of up to 34 MB.',
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
  transport.answer('article.import', imported('b'))
  await done
  expect(queue.get().outcomes.map((outcome) => outcome.outcome)).toEqual(['refused', 'imported'])
})

test('cancelling lets the file that is being read end and reads no further one', async () => {
  const { transport, queue } = opened()
  const done = queue.add([file('a'), file('b'), file('c')])
  await settled()
  queue.cancel()
  transport.answer('article.import', imported('a'))
  await done
  expect(transport.sent).toEqual([])
  expect(queue.get()).toMatchObject({ total: 3, current: null, cancelled: true })
  expect(queue.get().outcomes.length).toBe(1)
})

test('a pasted text is sent as a paste', async () => {
  const { transport, queue } = opened()
  const done = queue.addText('Überschrift 😀', 'Pasted text')
  await settled()
  const input = transport.sent[0]?.input as { origin: string; bytes: string } // what the queue sends
  expect(input.origin).toBe('paste')
  expect(new TextDecoder().decode(fromBase64(input.bytes))).toBe('Überschrift 😀')
  transport.answer('article.import', imported('a'))
  await done
})

test('base64 keeps every byte, also over the length of one piece', () => {
  const bytes = Uint8Array.from({ length: 0x8000 + 300 }, (_, at) => at % 256)
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})
