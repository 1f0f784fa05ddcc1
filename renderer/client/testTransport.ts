/** A host of our own making, for tests of the renderer's side of the contract. */
import type { HostEvent, Request } from '../../app/contract.ts'
import type { Transport, TransportListener } from './transport.ts'

export type TestTransport = Transport & {
  /** What was sent and not yet answered, oldest first. */
  readonly sent: Request[]
  open(): void
  lose(): void
  tell(event: HostEvent): void
  /** Answers the oldest open request of this method. */
  answer(method: string, value: unknown): void
  refuse(method: string, message: string): void
}

export function createTestTransport(): TestTransport {
  let listener: TransportListener | null = null
  const sent: Request[] = []
  const take = (method: string) => {
    const at = sent.findIndex((request) => request.method === method)
    const [request] = at === -1 ? [] : sent.splice(at, 1)
    if (request === undefined) throw new Error(`Nobody asked for ${method}.`)
    return request.id
  }
  return {
    sent,
    start(started) {
      listener = started
    },
    send: (request) => void sent.push(request),
    close: () => {},
    open: () => listener?.onOpen(),
    lose() {
      sent.length = 0
      listener?.onLost()
    },
    tell: (event) => listener?.onMessage(event),
    answer: (method, value) => listener?.onMessage({ id: take(method), ok: true, value }),
    refuse: (method, message) =>
      listener?.onMessage({ id: take(method), ok: false, error: { code: 'refused', message } }),
  }
}
