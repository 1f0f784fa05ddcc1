/** A host for the tests of the shells: answers a few calls, tells of each that it took, and counts who listens. */
import { type HostEvent, requestSchema } from '../app/contract.ts'
import type { Host } from './host.ts'

/** The event of the test host is a setting of this text size, whose reply is the size. */
export function openTestHost() {
  const listeners = new Set<(event: HostEvent) => void>()
  let closed = false
  const host: Host = {
    async dispatch(envelope) {
      const request = requestSchema.safeParse(envelope)
      if (!request.success)
        return { id: null, ok: false, error: { code: 'bad-input', message: 'This is not a call.' } }
      const { id, method, input } = request.data
      if (method !== 'settings.set')
        return { id, ok: false, error: { code: 'bad-input', message: `There is no ${method}.` } }
      const value = { theme: 'dark', textSize: 20, measure: 65 } as const
      for (const listener of listeners) listener({ event: 'settings', value })
      return { id, ok: true, value: input }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      closed = true
    },
  }
  return { host, countListeners: () => listeners.size, isClosed: () => closed }
}
