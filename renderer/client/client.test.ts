import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { createTestTransport } from './testTransport.ts'

const settings = { theme: 'dark', textSize: 18, measure: 65 } as const

test('calls made before the way is open go out once it is, in order', async () => {
  const transport = createTestTransport()
  const client = createClient(transport)
  const both = Promise.all([client.call('settings.get', {}), client.call('case.list', {})])
  expect(transport.sent).toEqual([])
  transport.open()
  expect(transport.sent.map((request) => request.method)).toEqual(['settings.get', 'case.list'])
  transport.answer('case.list', [])
  transport.answer('settings.get', settings)
  expect(await both).toEqual([settings, []])
})

test('an event that came before a reply is heard before the reply settles', async () => {
  const transport = createTestTransport()
  const client = createClient(transport)
  const order: string[] = []
  client.onEvent((message) => order.push(message.event))
  transport.open()
  const reply = client.call('settings.set', { theme: 'dark' }).then(() => order.push('reply'))
  transport.tell({ event: 'settings', value: settings })
  transport.answer('settings.set', settings)
  await reply
  expect(order).toEqual(['settings', 'reply'])
})

test('a refusal rejects with the code and the sentence of the host', async () => {
  const transport = createTestTransport()
  const client = createClient(transport)
  transport.open()
  const reply = client.call('case.check', {})
  transport.refuse('case.check', 'Not now.')
  await expect(reply).rejects.toMatchObject({ name: 'GainsayError', code: 'refused', message: 'Not now.' })
})

test('when the way is lost open calls and new calls are rejected, and calls work again after it is back', async () => {
  const transport = createTestTransport()
  const client = createClient(transport)
  transport.open()
  const cut = client.call('case.list', {})
  transport.lose()
  await expect(cut).rejects.toMatchObject({ code: 'disconnected' })
  await expect(client.call('case.list', {})).rejects.toMatchObject({ code: 'disconnected' })
  transport.open()
  const again = client.call('case.list', {})
  transport.answer('case.list', [])
  expect(await again).toEqual([])
})

test('an answer nobody waits for is let go', () => {
  const transport = createTestTransport()
  const client = createClient(transport)
  transport.open()
  transport.tell({ event: 'menu', value: { command: 'palette' } })
  void client.call('case.list', {}).catch(() => {})
  transport.answer('case.list', [])
  expect(transport.sent).toEqual([])
})
