/** Watches a page for what must not happen in any test: errors, and requests to anyone but Gainsay. */
import type { BrowserContext, ConsoleMessage, Page, Request, WebSocket } from 'playwright/test'

/**
 * Playwright knocks at each frame with a script of its own; the sandbox of the report's
 * frame turns that away and says so. That the report holds no script is seen in its elements.
 */
const isOwnKnock = (message: ConsoleMessage) =>
  message
    .text()
    .startsWith("Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed")

/** Keeps a sentence for each fault seen from now on; `isOwn` says whether an address is Gainsay's. */
export function watchForFaults(context: BrowserContext, isOwn: (address: URL) => boolean): string[] {
  const faults: string[] = []
  const judgeAddress = (address: string) => {
    const url = new URL(address)
    const stays = ['data:', 'blob:', 'about:'].includes(url.protocol)
    if (!stays && !isOwn(url)) faults.push(`A request went to ${address}.`)
  }
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !isOwnKnock(message)) faults.push(`The console says: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    faults.push(`An error was not caught: ${error.error().stack ?? error.error().message}`)
  })
  context.on('request', (request: Request) => judgeAddress(request.url()))
  const watchSockets = (page: Page) => page.on('websocket', (socket: WebSocket) => judgeAddress(socket.url()))
  context.pages().forEach(watchSockets)
  context.on('page', watchSockets)
  return faults
}
