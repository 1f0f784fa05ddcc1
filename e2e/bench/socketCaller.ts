/** Calls the browser shell over its socket, as a window does. For filling a case before it is measured. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Call, Message, Method, Result } from '../../app/contract.ts'

export type SocketCaller = { readonly call: Call; close(): Promise<void> }

/** `address` with the launch token, which is used up. */
export async function openSocketCaller(address: string): Promise<SocketCaller> {
  const { origin, host } = new URL(address)
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const socket = new WebSocket(`ws://${host}/socket`, { headers: { cookie, origin } })
  await once(socket, 'open')
  const waiting = new Map<number, (message: Message) => void>()
  socket.on('message', (data: Buffer) => {
    // The host is the only speaker on this socket.
    const message = JSON.parse(data.toString()) as Message
    if ('event' in message || message.id === null) return
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  let lastId = 0
  const call: Call = <M extends Method>(method: M, input: unknown) =>
    new Promise<Result<M>>((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, (message) => {
        if ('event' in message) return
        // The host answers with the result of the method asked for.
        if (message.ok) resolve(message.value as Result<M>)
        else reject(new Error(`${method}: ${message.error.message}`))
      })
      socket.send(JSON.stringify({ id, method, input }))
    })
  return {
    call,
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
}
