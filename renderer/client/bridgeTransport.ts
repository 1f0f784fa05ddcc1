/** The way to the host through the Electron shell's preload bridge. */
import type { GainsayBridge } from '../../app/bridge.ts'
import type { Transport } from './transport.ts'

export function bridgeTransport(bridge: GainsayBridge): Transport {
  let stop = () => {}
  return {
    start(listener) {
      stop = bridge.onMessage((message) => listener.onMessage(message))
      listener.onOpen()
    },
    send: (request) => bridge.send(request),
    close: () => stop(),
  }
}
