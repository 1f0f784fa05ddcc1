/** A way to the host. Two exist: the browser shell's socket and the Electron shell's bridge. */
import type { Message, Request } from '../../app/contract.ts'

export type TransportListener = {
  onMessage(message: Message): void
  /** The way is open; called again after each reconnection. */
  onOpen(): void
  /** The way is gone; what was asked and not answered will not be. */
  onLost(): void
}

export type Transport = {
  start(listener: TransportListener): void
  send(request: Request): void
  close(): void
}
