/**
 * The shells carry the contract unchanged: one table of calls, valid and not, goes over
 * direct dispatch, a real WebSocket and the Electron adapter, and the messages that come
 * back, events and replies in their order, are the same.
 */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Message } from '../app/contract.ts'
import { openBrowserServer } from './browser/server.ts'
import { connectClient } from './clientConnection.ts'
import { channels } from './electron/channels.ts'
import { attachIpc } from './electron/ipcAdapter.ts'
import { openTestContents, openTestIpc } from './electron/testIpc.ts'
import { type Host, openHost } from './host.ts'

/** A way to the host: what is sent, and all that comes back. */
type Wire = {
  send(envelope: unknown): void
  onMessage(listener: (message: Message) => void): void
  close(): Promise<void>
}

/** The values of earlier replies, by the name their step gives them. */
type Seen = Map<string, unknown>

type Step = {
  readonly envelope: (seen: Seen) => unknown
  /** The code of the error, or null for success. */
  readonly code: string | null
  readonly events: readonly string[]
  readonly as?: string
}

const text = [
  'ISLAMABAD, Sept 15 (Reuters) - Pakistani officials denied on Thursday that militants were based there.',
  'The ambassador said the network had safe haven across the border, and that it must stop at once.',
  'A military official asked whether anyone had any proof of such a claim, and said there was none at all.',
].join('\n\n')

const call = (
  method: string,
  input: unknown | ((seen: Seen) => unknown),
  rest: Partial<Step> = {},
): Step => ({
  envelope: (seen) => ({ id: 0, method, input: typeof input === 'function' ? input(seen) : input }),
  code: null,
  events: [],
  ...rest,
})
const changed = { events: ['committed'] }
const wrong = { code: 'bad-input' }
const idIn = (seen: Seen, name: string): unknown => {
  const value = seen.get(name)
  if (typeof value !== 'object' || value === null) throw new Error(`Nothing was seen as ${name}.`)
  if ('outcomes' in value && Array.isArray(value.outcomes)) return idOf(value.outcomes[0]?.article)
  return idOf(value)
}
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined

const bytes = Buffer.from(text).toString('base64')
const table: readonly Step[] = [
  call('case.info', {}),
  call('article.import', { name: 'one.txt', origin: 'file', bytes }, { ...changed, as: 'one' }),
  call('article.import', { name: 'again.txt', origin: 'paste', bytes }),
  call('article.import', { name: 'empty.txt', origin: 'file', bytes: '' }),
  call('article.list', { offset: 0, limit: 10 }),
  call('article.list', { search: 'haven', offset: 0, limit: 10 }),
  call('article.get', (seen: Seen) => ({ id: idIn(seen, 'one') })),
  call('article.source', (seen: Seen) => ({ id: idIn(seen, 'one') })),
  call(
    'annotation.create',
    (seen: Seen) => ({
      articleId: idIn(seen, 'one'),
      kind: 'claim',
      segments: [{ start: 0, end: 9 }],
      fields: { speaker: 'The ambassador' },
    }),
    { ...changed, as: 'claim' },
  ),
  call(
    'annotation.create',
    (seen: Seen) => ({
      articleId: idIn(seen, 'one'),
      kind: 'denial',
      segments: [{ start: 40, end: 60 }],
      link: { other: idIn(seen, 'claim'), relation: 'denies', newIs: 'from' },
    }),
    { ...changed, as: 'denial' },
  ),
  call('annotation.update', (seen: Seen) => ({ id: idIn(seen, 'claim'), note: 'so it says' }), changed),
  call(
    'link.create',
    (seen: Seen) => ({ fromId: idIn(seen, 'claim'), relation: 'denies', toId: idIn(seen, 'denial') }),
    { code: 'refused' },
  ),
  call('case.records', {}),
  call('history.undo', {}, changed),
  call('history.redo', {}, changed),
  call('history.redo', {}, { code: 'nothing-to-do' }),
  call('history.list', { limit: 10 }),
  call('report.render', { format: 'markdown', articleIds: null }),
  call('settings.set', { textSize: 20 }, { events: ['settings'] }),
  call('settings.get', {}),
  call('case.check', {}),
  call('case.open', { path: '/nowhere/at/all.gainsay' }, { code: 'not-found' }),
  call('article.get', { id: 'art_0000000000000000' }, { code: 'not-found' }),

  call('article.get', {}, wrong),
  call('article.get', { id: 'ann_0000000000000000' }, wrong),
  call('article.list', { offset: -1, limit: 10 }, wrong),
  call('settings.set', { textSize: 20, more: true }, wrong),
  call('annotation.create', null, wrong),
  call('no.such', {}, wrong),
  call('toString', {}, wrong),
  { envelope: () => ({ id: 0, method: 'case.info' }), code: 'bad-input', events: [] },
  { envelope: () => ({ id: 0, method: 'case.info', input: {}, more: 1 }), code: 'bad-input', events: [] },
  { envelope: () => ({ id: 0, method: 7, input: {} }), code: 'bad-input', events: [] },
  { envelope: () => ({ id: -1, method: 'case.info', input: {} }), code: 'bad-input', events: [] },
  { envelope: () => ({ id: 'x', method: 'case.info', input: {} }), code: 'bad-input', events: [] },
  ...[[], null, 7, 'text', {}].map((envelope) => ({
    envelope: () => envelope,
    code: 'bad-input',
    events: [],
  })),
  call('case.info', {}),
]

let folder: string
let host: Host
let wire: Wire
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-contract-'))
  host = openHost({ casePath: join(folder, 'Contract.gainsay'), profile: null, create: true })
})
afterEach(async () => {
  await wire.close()
  host.close()
  rmSync(folder, { recursive: true, force: true })
})

function openDirect(): Wire {
  let hear = (_message: Message) => {}
  const client = connectClient(host, (message) => hear(message))
  return {
    send: (envelope) => client.receive(envelope),
    onMessage: (listener) => {
      hear = listener
    },
    close: async () => client.close(),
  }
}

async function openWebSocket(): Promise<Wire> {
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '')
  const server = await openBrowserServer({ host, rendererFolder, port: 0 })
  const { origin, host: own } = new URL(server.address)
  const entry = await fetch(server.address, { redirect: 'manual' })
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const socket = new WebSocket(`ws://${own}/socket`, { headers: { cookie, origin } })
  await once(socket, 'open')
  return {
    send: (envelope) => socket.send(JSON.stringify(envelope)),
    onMessage: (listener) => socket.on('message', (data) => listener(JSON.parse(data.toString()))),
    close: () => server.close(),
  }
}

async function openElectron(): Promise<Wire> {
  const ipc = openTestIpc()
  const adapter = attachIpc(ipc.main, host, {
    chooseCase: async () => null,
    saveFile: async () => null,
  })
  let hear = (_message: Message) => {}
  const { contents } = openTestContents(1)
  // The adapter sends nothing but messages.
  adapter.connect({ ...contents, send: (_channel, message) => hear(structuredClone(message) as Message) })
  return {
    send: (envelope) =>
      ipc.emit(channels.request, contents, { origin: 'app://gainsay', parent: null }, envelope),
    onMessage: (listener) => {
      hear = listener
    },
    close: async () => adapter.disconnect(1),
  }
}

/** Sends the calls one after the other and returns all that came back, each reply ending its step. */
async function run(steps: readonly Step[]): Promise<Message[][]> {
  const seen: Seen = new Map()
  const transcript: Message[][] = []
  let finish = (_messages: Message[]) => {}
  let current: Message[] = []
  wire.onMessage((message) => {
    current.push(message)
    if ('event' in message) return
    finish(current)
    current = []
  })
  for (const step of steps) {
    const ended = new Promise<Message[]>((resolve) => {
      finish = resolve
    })
    wire.send(step.envelope(seen))
    const messages = await ended
    const reply = messages.at(-1)
    if (step.as && reply && 'ok' in reply && reply.ok) seen.set(step.as, reply.value)
    transcript.push(messages)
  }
  return transcript
}

/** What differs from run to run, replaced: ids by the order they appear in, times, and the folder. */
function normalised(transcript: Message[][]): unknown {
  const ids: string[] = []
  const json = JSON.stringify(transcript)
    .replaceAll(folder, '<folder>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    // In a report, where Markdown escapes the colon.
    .replace(/\d+ \w+ \d{4}, \d\d\\*:\d\d UTC/g, '<time>')
    .replace(/(art|src|rev|ann|lnk|act)_[0-9a-z]{16}/g, (id) => {
      if (!ids.includes(id)) ids.push(id)
      return `<id ${ids.indexOf(id)}>`
    })
  return JSON.parse(json, (_key, value) => (isRecordList(value) ? value.toSorted(byContent) : value))
}

// Records are kept in the order of their ids, and ids are chance.
const isRecordList = (value: unknown): value is { id: unknown }[] =>
  Array.isArray(value) && value.every((item) => idOf(item) !== undefined)
const byContent = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

const wires = {
  'direct dispatch': async () => openDirect(),
  'a WebSocket': openWebSocket,
  'the Electron adapter': openElectron,
}

describe.each(Object.entries(wires))('over %s', (_name, open) => {
  test('every call of the table has its outcome, and its events come before its reply', async () => {
    wire = await open()
    const transcript = await run(table)
    const outcomes = transcript.map((messages) =>
      messages.map((message) => {
        if ('event' in message) return message.event
        return message.ok ? null : message.error.code
      }),
    )
    expect(outcomes).toEqual(table.map(({ events, code }) => [...events, code]))
  })
})

test('what comes back is the same over every wire', async () => {
  wire = openDirect()
  const direct = normalised(await run(table))
  for (const open of [openWebSocket, openElectron]) {
    await wire.close()
    host.close()
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    host = openHost({ casePath: join(folder, 'Contract.gainsay'), profile: null, create: true })
    wire = await open()
    expect(normalised(await run(table))).toEqual(direct)
  }
})

test('calls sent without waiting are all answered, each under its own id', async () => {
  wire = await openWebSocket()
  const replies = new Set<unknown>()
  const all = new Promise<void>((resolve) => {
    wire.onMessage((message) => {
      if ('ok' in message) replies.add(message.id)
      if (replies.size === 200) resolve()
    })
  })
  for (let id = 0; id < 200; id++) wire.send({ id, method: id % 2 ? 'case.info' : 'no.such', input: {} })
  await all
  expect([...replies].toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 200 }, (_, i) => i),
  )
})
