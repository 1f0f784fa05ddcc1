/** Electron's IPC as plain objects, for the tests that run without Electron. */
import type { FrameLike } from './fence.ts'
import type { ContentsLike, IpcEventLike, IpcMainLike } from './ipcAdapter.ts'

type Listener = (event: IpcEventLike, ...args: unknown[]) => unknown

/** An `ipcMain` with the page's side of it. Messages are copied as Electron copies them. */
export function openTestIpc() {
  const listeners = new Map<string, Listener>()
  const find = (channel: string) => {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`Nobody listens on ${channel}.`)
    return listener
  }
  const main: IpcMainLike = {
    on: (channel, listener) => listeners.set(channel, listener),
    handle: (channel, listener) => void listeners.set(channel, listener),
  }
  return {
    main,
    emit: (channel: string, sender: ContentsLike, senderFrame: FrameLike | null, message: unknown) =>
      void find(channel)({ sender, senderFrame }, structuredClone(message)),
    invoke: async (channel: string, sender: ContentsLike, senderFrame: FrameLike | null, message: unknown) =>
      find(channel)({ sender, senderFrame }, structuredClone(message)),
  }
}

/** A window's contents that keep what they are sent. */
export function openTestContents(id: number) {
  const sent: unknown[] = []
  let wake = () => {}
  let destroyed = false
  const contents: ContentsLike = {
    id,
    isDestroyed: () => destroyed,
    send(_channel, message) {
      sent.push(structuredClone(message))
      wake()
    },
  }
  return {
    contents,
    sent,
    destroy: () => {
      destroyed = true
    },
    /** Resolves with the first `count` messages once they are there. */
    next: (count: number) =>
      new Promise<unknown[]>((resolve) => {
        wake = () => {
          if (sent.length >= count) resolve(sent.slice(0, count))
        }
        wake()
      }),
  }
}
