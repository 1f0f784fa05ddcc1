/** A typed way to call a host in the same process. */
import type { Call, Method, Result } from '../app/contract.ts'
import { GainsayError } from '../app/errors.ts'
import type { Host } from './host.ts'

/** Calls methods of the host by name; rejects with the GainsayError of the reply. */
export function callHost(host: Pick<Host, 'dispatch'>): Call {
  let lastId = 0
  return async <M extends Method>(method: M, input: unknown): Promise<Result<M>> => {
    lastId += 1
    const reply = await host.dispatch({ id: lastId, method, input })
    if (!reply.ok) throw new GainsayError(reply.error.code, reply.error.message)
    return reply.value as Result<M> // the host answers with the result of the method asked for
  }
}
