/**
 * The renderer's end of the contract: calls go out, replies settle them, events
 * reach the listeners in the order the host sent them. A reply is settled only
 * after the events before it were delivered, so a caller sees the screen's state
 * already changed.
 */
import type { Call, HostEvent, Message } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import { createStore, type Store } from '../ui/store.ts'
import type { Transport } from './transport.ts'

export type ConnectionState = 'connecting' | 'open' | 'lost'

export type Client = {
  readonly call: Call
  readonly connection: Store<ConnectionState>
  onEvent(listener: (event: HostEvent) => void): () => void
  /** Whether a call is not answered yet. */
  isWaiting(): boolean
  close(): void
}

type Waiting = { resolve(value: unknown): void; reject(error: GainsayError): void }

export function createClient(transport: Transport): Client {
  const connection = createStore<ConnectionState>('connecting')
  const listeners = new Set<(event: HostEvent) => void>()
  const waiting = new Map<number, Waiting>()
  let nextId = 1

  const lost = () =>
    new GainsayError(
      'disconnected',
      'The connection to Gainsay’s host was lost. What was saved is safe; Gainsay keeps trying to reach it.',
    )

  const settle = (message: Message) => {
    if ('event' in message) {
      for (const listener of [...listeners]) listener(message)
      return
    }
    const call = message.id === null ? undefined : waiting.get(message.id)
    if (call === undefined || message.id === null) return
    waiting.delete(message.id)
    if (message.ok) call.resolve(message.value)
    else call.reject(new GainsayError(message.error.code, message.error.message))
  }

  transport.start({
    onMessage: settle,
    onOpen: () => connection.set('open'),
    onLost() {
      connection.set('lost')
      for (const call of waiting.values()) call.reject(lost())
      waiting.clear()
    },
  })

  const call: Call = (method, input) =>
    new Promise((resolve, reject) => {
      if (connection.get() === 'lost') {
        reject(lost())
        return
      }
      const id = nextId++
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject }) // the host's result type is the contract's
      const send = () => transport.send({ id, method, input })
      if (connection.get() === 'open') send()
      else {
        const stop = connection.subscribe(() => {
          stop()
          if (connection.get() === 'open') send()
        })
      }
    })

  return {
    call,
    connection,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isWaiting: () => waiting.size > 0,
    close: () => transport.close(),
  }
}
