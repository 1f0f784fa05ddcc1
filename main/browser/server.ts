/**
 * The browser shell's server: the built renderer and one socket per window, on
 * 127.0.0.1 only. It knows who may ask (access.ts) and what may be had (staticFiles.ts);
 * what a call means is the host's affair.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import type { Message } from '../../app/contract.ts'
import { connectClient, notJsonReply } from '../clientConnection.ts'
import type { Host } from '../host.ts'
import { type FileAnswer, openStaticFiles, plainAnswer, type StaticFiles } from '../staticFiles.ts'
import { type Access, type Asked, openAccess } from './access.ts'

/** The largest call taken in, in bytes: the largest file as base64, and some. */
export const mostPayload = 144 * 1024 * 1024

/** Where the socket is. */
export const socketPath = '/socket'

export type BrowserServer = {
  readonly port: number
  /** The address with the launch token; good once. */
  readonly address: string
  /** How many windows are connected. */
  countSockets(): number
  /** Calls back whenever a window connects or goes. */
  onSockets(listener: () => void): void
  /** Closes every connection and stops listening; the host stays open. */
  close(): Promise<void>
}

const useAddress = 'Open Gainsay by the address it printed when it started.'

/** Starts serving; port 0 takes any free one. Rejects with the system's error where the port is taken. */
export async function openBrowserServer(options: {
  readonly host: Host
  readonly rendererFolder: string
  readonly port: number
}): Promise<BrowserServer> {
  const files = openStaticFiles(options.rendererFolder)
  const server = createServer()
  const port = await listen(server, options.port)
  const access = openAccess(port)
  const connect = `ws://127.0.0.1:${port}`
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostPayload,
    perMessageDeflate: false,
    WebSocket: SocketThatSaysWhy,
  })
  const listeners = new Set<() => void>()
  const tellCount = () => {
    for (const listener of listeners) listener()
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) =>
    give(request, response, answerRequest(request, access, files, connect)),
  )
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // A peer that goes away in the middle of the handshake is no fault of the server's.
    stream.on('error', () => stream.destroy())
    if (pathOf(request)?.pathname !== socketPath || !access.mayConnect(askedOf(request)))
      return refuseUpgrade(stream)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serveSocket(socket, options.host, tellCount)
      tellCount()
    })
  })

  return {
    port,
    address: `http://127.0.0.1:${port}/?token=${access.token}`,
    countSockets: () => sockets.clients.size,
    onSockets: (listener) => void listeners.add(listener),
    async close() {
      listeners.clear()
      for (const socket of sockets.clients) socket.close(1001, 'Gainsay was closed.')
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      // Upgraded connections are no longer the server's; end those that do not say goodbye.
      const timer = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, 500)
      await closed
      clearTimeout(timer)
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  // A server listening on TCP has an AddressInfo; the string form is for pipes.
  return (server.address() as AddressInfo).port
}

/** Why ws closes a connection by itself. Whoever sent too much is answered no other way: the call has no end, and so no id. */
const reasons: Readonly<Record<number, string>> = {
  1002: 'What came breaks the rules of the connection, so it was closed.',
  1007: 'What came is no text in UTF-8, so the connection was closed.',
  1009: `The call is larger than the ${mostPayload / 1024 / 1024} MB that Gainsay takes in; nothing of it was done.`,
}

/** Of itself, ws gives a number alone. */
class SocketThatSaysWhy extends WebSocket {
  override close(code?: number, reason: string | Buffer | undefined = reasons[code ?? 0]): void {
    super.close(code, reason)
  }
}

function serveSocket(socket: WebSocket, host: Host, onGone: () => void): void {
  const send = (message: Message) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const client = connectClient(host, send)
  socket.on('message', (data: RawData, isBinary: boolean) => {
    const envelope = isBinary ? undefined : parseOrUndefined(data.toString())
    if (envelope === undefined) send(notJsonReply)
    else client.receive(envelope)
  })
  // An oversized or broken frame: the peer was told why; 'close' follows.
  socket.on('error', () => client.close())
  socket.on('close', () => {
    client.close()
    onGone()
  })
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON has no undefined, so the caller can tell.
    return undefined
  }
}

function answerRequest(
  request: IncomingMessage,
  access: Access,
  files: StaticFiles,
  connect: string,
): FileAnswer {
  const asked = askedOf(request)
  const path = pathOf(request)
  if (!access.isOwnHost(asked)) return plainAnswer(403, 'This server answers to its own address only.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Only GET and HEAD.')
  if (path === null) return plainAnswer(400, 'This is not an address.')
  const token = path.pathname === '/' ? path.searchParams.get('token') : null
  if (token !== null) return answerToken(access.takeToken(token))
  if (!access.hasSession(asked)) return plainAnswer(403, useAddress)
  return files.answer(path.pathname, connect)
}

function answerToken(cookie: string | null): FileAnswer {
  if (cookie === null)
    return plainAnswer(
      403,
      'This address was used already or is not the one Gainsay printed; start Gainsay again for a new one.',
    )
  const redirect = plainAnswer(303, 'Gainsay is open.')
  return { ...redirect, headers: { ...redirect.headers, 'Set-Cookie': cookie, Location: '/' } }
}

function give(request: IncomingMessage, response: ServerResponse, answer: FileAnswer): void {
  const { headers, body, status } = answer
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuseUpgrade(stream: Duplex): void {
  const sentence = `${useAddress}\n`
  stream.end(
    `HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(sentence)}\r\n\r\n${sentence}`,
  )
}

const askedOf = (request: IncomingMessage): Asked => ({
  host: request.headers.host,
  origin: request.headers.origin,
  cookie: request.headers.cookie,
})

/** Null where the request line names another server (`//name/…`, `http://name/…`) or nothing at all. */
function pathOf(request: IncomingMessage): URL | null {
  const url = URL.parse(request.url ?? '', 'http://127.0.0.1')
  return url?.host === '127.0.0.1' ? url : null
}
