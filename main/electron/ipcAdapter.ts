/**
 * The host over Electron's IPC, and the two dialogs. It takes Electron's objects by
 * the few members it uses, so that the contract is tested over it without Electron.
 * A message from anywhere but the top frame of the app's own page is not answered.
 */
import { z } from 'zod'
import type { HostEvent, Message } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import { type ClientConnection, connectClient } from '../clientConnection.ts'
import type { Host } from '../host.ts'
import { channels } from './channels.ts'
import { type FrameLike, isTrustedFrame } from './fence.ts'

/** A window's contents, as far as they are used. */
export type ContentsLike = {
  readonly id: number
  isDestroyed(): boolean
  send(channel: string, message: unknown): void
}

export type IpcEventLike = { readonly sender: ContentsLike; readonly senderFrame: FrameLike | null }

/** Electron's `ipcMain`, as far as it is used. */
export type IpcMainLike = {
  on(channel: string, listener: (event: IpcEventLike, ...args: unknown[]) => void): unknown
  handle(channel: string, listener: (event: IpcEventLike, ...args: unknown[]) => Promise<unknown>): void
}

/** The native dialogs; each answers null when the person thinks better of it. */
export type Dialogs = {
  chooseCase(mode: 'open' | 'create'): Promise<string | null>
  saveFile(file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<string | null>
}

const modeSchema = z.enum(['open', 'create'])
const savedFileSchema = z.strictObject({
  name: z.string().min(1).max(1024),
  mediaType: z.string().max(256),
  bytes: z.instanceof(Uint8Array),
})

export type IpcAdapter = {
  /** Makes these contents a client of the host, anew if they were one: a page loaded again is another client. */
  connect(contents: ContentsLike): void
  /** Forgets contents that are gone. */
  disconnect(id: number): void
  /** Tells one window something, in order with all else it is told. */
  tell(contents: ContentsLike, event: HostEvent): void
}

/** Attaches the host and the dialogs to IPC. */
export function attachIpc(ipc: IpcMainLike, host: Host, dialogs: Dialogs): IpcAdapter {
  const clients = new Map<number, ClientConnection>()
  const disconnect = (id: number) => {
    clients.get(id)?.close()
    clients.delete(id)
  }

  ipc.on(channels.request, (event, envelope) => {
    if (isTrustedFrame(event.senderFrame)) clients.get(event.sender.id)?.receive(envelope)
  })
  ipc.handle(channels.chooseCase, async (event, mode) => {
    requireTrusted(event)
    return dialogs.chooseCase(modeSchema.parse(mode))
  })
  ipc.handle(channels.saveFile, async (event, file) => {
    requireTrusted(event)
    return dialogs.saveFile(savedFileSchema.parse(file))
  })

  return {
    connect(contents) {
      disconnect(contents.id)
      clients.set(
        contents.id,
        connectClient(host, (message) => sendTo(contents, message)),
      )
    },
    disconnect,
    tell: sendTo,
  }
}

function sendTo(contents: ContentsLike, message: Message): void {
  if (!contents.isDestroyed()) contents.send(channels.message, message)
}

function requireTrusted(event: IpcEventLike): void {
  if (!isTrustedFrame(event.senderFrame))
    throw new GainsayError('refused', 'Only the window of Gainsay may ask this.')
}
