/**
 * Stops the shell with its window. The browser's process ends when the last window is
 * closed, but also at once when it handed the address to a browser that was running
 * already; so what counts is that the process is gone and no window stays connected.
 */

/** How long no window may be connected, in milliseconds: long enough for a page to be loaded anew. */
const graceAfterWindow = 3_000
/** The same before any window has ever been connected: long enough for a slow machine to show one. */
const graceBeforeWindow = 20_000

/** The browser's process, as far as it is watched. */
type WindowProcess = {
  once(event: 'exit', listener: () => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
}

type Sockets = { countSockets(): number; onSockets(listener: () => void): void }

/** Calls `stop` once the window's process has ended and no window has been connected for a while. */
export function watchWindow(
  window: WindowProcess,
  server: Sockets,
  stop: () => void,
  say: (sentence: string) => void,
): void {
  let ended = false
  let connectedOnce = server.countSockets() > 0
  let timer: NodeJS.Timeout | undefined

  const judge = () => {
    clearTimeout(timer)
    const count = server.countSockets()
    if (count > 0) connectedOnce = true
    if (ended && count === 0) timer = setTimeout(stop, connectedOnce ? graceAfterWindow : graceBeforeWindow)
  }
  server.onSockets(judge)
  window.once('exit', () => {
    ended = true
    judge()
  })
  // No process came to be: the address was printed, so the server stays for whoever opens it.
  window.once('error', (error) => say(`The browser could not be started (${error.message}).`))
}
