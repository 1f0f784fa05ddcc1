/**
 * The way to the host through the browser shell's socket. When the socket is
 * lost it is opened again, at first soon, then less often, until the host is back.
 */
import type { Message } from '../../app/contract.ts'
import type { Transport } from './transport.ts'

const firstWait = 250
const longestWait = 4000

export function socketTransport(address: string): Transport {
  let socket: WebSocket | null = null
  let wait = firstWait
  let timer: ReturnType<typeof setTimeout> | null = null
  let closed = false
  return {
    start(listener) {
      const open = () => {
        const opening = new WebSocket(address)
        socket = opening
        opening.onopen = () => {
          wait = firstWait
          listener.onOpen()
        }
        opening.onmessage = (event: MessageEvent<string>) => {
          listener.onMessage(JSON.parse(event.data) as Message) // the host is the only speaker on this socket
        }
        opening.onclose = () => {
          socket = null
          if (closed) return
          listener.onLost()
          timer = setTimeout(open, wait)
          wait = Math.min(wait * 2, longestWait)
        }
      }
      open()
    },
    send(request) {
      socket?.send(JSON.stringify(request))
    },
    close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      socket?.close()
    },
  }
}
