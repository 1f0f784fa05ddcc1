/**
 * One client of the host, whatever carries it: a socket, a window. Events and replies
 * go out through the one `send`, in the order the host gave them, so that a client has
 * seen what a call changed before the call returns.
 */
import type { Message } from '../app/contract.ts'
import { toWireError } from '../app/errors.ts'
import type { Host } from './host.ts'

export type ClientConnection = {
  /** Takes a call as it arrived; whatever it is, exactly one reply goes out. */
  receive(envelope: unknown): void
  /** Stops listening; replies still on their way are dropped. */
  close(): void
}

/** Joins a client to the host. */
export function connectClient(host: Host, send: (message: Message) => void): ClientConnection {
  let open = true
  const sendIfOpen = (message: Message) => {
    if (open) send(message)
  }
  const unsubscribe = host.subscribe(sendIfOpen)
  return {
    receive(envelope) {
      // Dispatch answers with a reply whatever happens; this is for a fault in dispatch itself.
      answer(host, envelope).then(sendIfOpen, (error) =>
        sendIfOpen({ id: null, ok: false, error: toWireError(error) }),
      )
    },
    close() {
      open = false
      unsubscribe()
    },
  }
}

/** The reply to a text that is not JSON, or to bytes. */
export const notJsonReply: Message = {
  id: null,
  ok: false,
  error: { code: 'bad-input', message: 'A call must be one JSON object.' },
}

// Async, so that a dispatch that throws at once becomes a rejection too.
async function answer(host: Host, envelope: unknown) {
  return host.dispatch(envelope)
}
