import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { noncePlaceholder } from '../staticFiles.ts'
import { openTestHost } from '../testHost.ts'
import { type BrowserServer, mostPayload, openBrowserServer } from './server.ts'

let folder: string
let server: BrowserServer
let testHost: ReturnType<typeof openTestHost>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-server-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'renderer', 'index.html'), `<meta nonce="${noncePlaceholder}">`)
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1.js'), 'export {}')
  testHost = openTestHost()
  server = await openBrowserServer({
    host: testHost.host,
    rendererFolder: join(folder, 'renderer'),
    port: 0,
  })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** Asks as written: no path is tidied up and any header may be set. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

const tokenPath = () => {
  const url = new URL(server.address)
  return `${url.pathname}${url.search}`
}

async function logIn(): Promise<string> {
  const { headers } = await ask(tokenPath())
  return String(headers['set-cookie']).split(';')[0]!
}

async function openSocket(cookie: string): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${server.port}`
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers: { cookie, origin } })
  await once(socket, 'open')
  return socket
}

/** The status an attempt to open a socket is answered with. */
function socketStatus(headers: Record<string, string>, path = '/socket'): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (asked, response) => {
      resolve(response.statusCode ?? 0)
      asked.destroy()
    })
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('error', reject)
  })
}

async function nextMessages(socket: WebSocket, count: number): Promise<unknown[]> {
  const messages: unknown[] = []
  for (let i = 0; i < count; i++) {
    const [data] = await once(socket, 'message')
    messages.push(JSON.parse(String(data)))
  }
  return messages
}

/** Proves that the server still answers a client that behaves. */
async function expectToServe(cookie: string) {
  const socket = await openSocket(cookie)
  const both: Promise<unknown[]> = new Promise((resolve) => {
    const messages: unknown[] = []
    socket.on('message', (data) => {
      messages.push(JSON.parse(String(data)))
      if (messages.length === 2) resolve(messages)
    })
  })
  socket.send(JSON.stringify({ id: 7, method: 'settings.set', input: {} }))
  expect(await both).toEqual([
    { event: 'settings', value: { theme: 'dark', textSize: 20, measure: 65 } },
    { id: 7, ok: true, value: {} },
  ])
  socket.close()
}

describe('the launch token', () => {
  test('buys a session cookie that no script can read and no other site sends', async () => {
    const { status, headers } = await ask(tokenPath())
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    const [cookie] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(
      new RegExp(`^gainsay-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
  })

  test('is taken once; the session it bought goes on', async () => {
    const cookie = await logIn()
    const again = await ask(tokenPath(), { cookie })
    expect(again.status).toBe(403)
    expect(again.body).toMatch(/^This address was used already.*\n$/)
    expect((await ask('/', { cookie })).status).toBe(200)
    expect((await ask('/', { cookie })).status).toBe(200)
  })

  test('is refused when wrong, and the right one still works after that', async () => {
    expect((await ask('/?token=wrong')).status).toBe(403)
    expect((await ask('/?token=')).status).toBe(403)
    expect((await ask(tokenPath())).status).toBe(303)
  })

  test('means nothing to another run', async () => {
    const other = await openBrowserServer({
      host: testHost.host,
      rendererFolder: join(folder, 'renderer'),
      port: 0,
    })
    try {
      const { search } = new URL(other.address)
      expect((await ask(`/${search}`)).status).toBe(403)
    } finally {
      await other.close()
    }
  })
})

describe('a page', () => {
  test('is refused without the session, and so is every file', async () => {
    for (const path of ['/', '/index.html', '/assets/main-1.js', '/socket'])
      expect((await ask(path)).status).toBe(403)
    const foreign = await ask('/', { cookie: `gainsay-${server.port}=${'x'.repeat(43)}` })
    expect(foreign.status).toBe(403)
  })

  test('is refused under any name but the exact one, so that a rebound name gets nothing', async () => {
    const cookie = await logIn()
    for (const host of [
      'evil.example',
      `localhost:${server.port}`,
      '127.0.0.1',
      `127.0.0.1:${server.port}.evil.example`,
    ])
      expect((await ask('/', { cookie, host })).status).toBe(403)
  })

  test('comes with a policy that lets nothing in or out, with a nonce of its own each time', async () => {
    const cookie = await logIn()
    const [first, second] = [await ask('/', { cookie }), await ask('/', { cookie })]
    const nonce = /nonce="([\w-]{22})"/.exec(first.body)?.[1]
    expect(second.body).not.toBe(first.body)
    expect(first.headers).toMatchObject({
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        `connect-src 'self' ws://127.0.0.1:${server.port}`,
        "img-src 'self' data:",
        "worker-src 'self'",
        "font-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  test('cannot lead out of the folder, however its path is written', async () => {
    const cookie = await logIn()
    const paths = ['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']
    for (const path of [...paths, '/..\\secret.txt', '/assets', '/assets/', '/%00', '/%'])
      expect((await ask(path, { cookie })).status, path).toBe(404)
    for (const path of ['//secret.txt', 'http://evil.example/', '//'])
      expect((await ask(path, { cookie })).status, path).toBe(400)
    expect((await ask('/assets/main-1.js', { cookie })).body).toBe('export {}')
  })

  test('can only be read', async () => {
    const cookie = await logIn()
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405)
    expect(await ask('/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })
})

describe('a socket', () => {
  test('opens only with the session, the exact host and the exact origin', async () => {
    const cookie = await logIn()
    const host = `127.0.0.1:${server.port}`
    const origin = `http://${host}`
    expect(await socketStatus({ cookie, origin })).toBe(101)
    expect(await socketStatus({ origin })).toBe(403)
    expect(await socketStatus({ cookie })).toBe(403)
    expect(await socketStatus({ cookie, origin: 'http://evil.example' })).toBe(403)
    expect(await socketStatus({ cookie, origin: 'null' })).toBe(403)
    expect(await socketStatus({ cookie, origin: `http://localhost:${server.port}` })).toBe(403)
    expect(await socketStatus({ cookie, origin, host: 'evil.example' })).toBe(403)
    expect(await socketStatus({ cookie, origin }, '/other')).toBe(403)
    await expectToServe(cookie)
  })

  test('answers what is not a call with bad-input and goes on', async () => {
    const cookie = await logIn()
    const socket = await openSocket(cookie)
    for (const text of ['{', '', 'undefined', '[]', '"text"', 'null', '{"id":"1"}', Buffer.from([1, 2])]) {
      const answer = nextMessages(socket, 1)
      socket.send(text)
      expect(await answer).toMatchObject([{ id: null, ok: false, error: { code: 'bad-input' } }])
    }
    socket.close()
    await expectToServe(cookie)
  })

  test('is closed with a sentence when it sends more than is taken in, and the server goes on', async () => {
    const cookie = await logIn()
    const socket = await openSocket(cookie)
    socket.on('error', () => {})
    socket.send('x'.repeat(mostPayload + 1))
    const [code, reason] = await once(socket, 'close')
    expect([code, String(reason)]).toEqual([
      1009,
      'The call is larger than the 144 MB that Gainsay takes in; nothing of it was done.',
    ])
    await expectToServe(cookie)
  })

  test('that breaks the protocol or hangs up in the middle does no harm', async () => {
    const cookie = await logIn()
    const raw = connect(server.port, '127.0.0.1')
    raw.on('error', () => {})
    raw.write(
      `GET /socket HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    )
    await once(raw, 'data')
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]))
    await once(raw, 'close')
    const half = connect(server.port, '127.0.0.1')
    half.write('GET /socket HTT')
    half.destroy()
    await expectToServe(cookie)
  })

  test('hears what any other changes, and is forgotten when it goes', async () => {
    const cookie = await logIn()
    const [one, two] = [await openSocket(cookie), await openSocket(cookie)]
    expect(server.countSockets()).toBe(2)
    expect(testHost.countListeners()).toBe(2)
    const heard = nextMessages(two, 1)
    one.send(JSON.stringify({ id: 1, method: 'settings.set', input: {} }))
    expect(await heard).toMatchObject([{ event: 'settings' }])
    const gone = new Promise<void>((resolve) =>
      server.onSockets(() => server.countSockets() === 0 && resolve()),
    )
    one.close()
    two.terminate()
    await gone
    expect(testHost.countListeners()).toBe(0)
  })
})

test('closing says goodbye to the windows and leaves the host open', async () => {
  const socket = await openSocket(await logIn())
  const closed = once(socket, 'close')
  await server.close()
  expect((await closed)[0]).toBe(1001)
  expect(testHost.isClosed()).toBe(false)
  server = await openBrowserServer({ host: testHost.host, rendererFolder: join(folder, 'renderer'), port: 0 })
})

test('a port that is taken is an error of the system, for the shell to put in words', async () => {
  const second = openBrowserServer({
    host: testHost.host,
    rendererFolder: join(folder, 'renderer'),
    port: server.port,
  })
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
