/**
 * The browser shell's program: opens the case, serves it on 127.0.0.1, opens an app
 * window, and stops with the window or on a signal. Standard output gets one line, the
 * address; everything else that has to be said goes to standard error.
 */
import type { ChildProcess } from 'node:child_process'
import { toWireError } from '../../app/errors.ts'
import { describeFault, faultCode } from '../../db/faults.ts'
import { openFirstCase } from '../firstCase.ts'
import type { Host } from '../host.ts'
import { openProfile, type Profile } from '../profile.ts'
import { getRendererFolder } from '../resources.ts'
import { holdYoungHeap } from '../youngHeap.ts'
import { openAppWindow, whyNoWindow } from './appWindow.ts'
import { type BrowserOptions, browserUsage, parseBrowserOptions } from './browserOptions.ts'
import { findBrowser } from './findBrowser.ts'
import { type BrowserServer, openBrowserServer } from './server.ts'
import { watchWindow } from './watchWindow.ts'

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)

async function main(): Promise<void> {
  holdYoungHeap()
  const options = parseBrowserOptions(process.argv.slice(2))
  if (options === 'help') {
    process.stdout.write(`${browserUsage}\n`)
    return
  }
  if ('wrong' in options) {
    say(`${options.wrong}\n\n${browserUsage}`)
    process.exitCode = 2
    return
  }
  try {
    await run(options)
  } catch (error) {
    say(sentenceOf(error, options.port))
    process.exitCode = 1
  }
}

async function run(options: BrowserOptions): Promise<void> {
  const profile = openProfile()
  const host = await openFirstCase({ profile, casePath: options.casePath, report: say })
  const server = await openServer(host, options.port)
  process.stdout.write(`Gainsay is open at ${server.address}\n`)

  const window = options.open ? openWindow(server, profile) : null
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= stopAll(server, host, window)
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  if (window) watchWindow(window, server, stop, say)
}

async function openServer(host: Host, port: number): Promise<BrowserServer> {
  try {
    return await openBrowserServer({ host, rendererFolder: getRendererFolder(), port })
  } catch (error) {
    host.close()
    throw error
  }
}

function openWindow(server: BrowserServer, profile: Profile): ChildProcess | null {
  const browser = findBrowser()
  const why = browser
    ? whyNoWindow(process.platform, process.getuid?.() ?? null, process.env)
    : 'No Chromium, Chrome or Edge was found; open the address in a browser of your choice.'
  if (why !== null) say(why)
  if (browser === null || why !== null) return null
  return openAppWindow(browser, server.address, profile.folder)
}

async function stopAll(server: BrowserServer, host: Host, window: ChildProcess | null): Promise<void> {
  try {
    window?.kill()
    await server.close()
  } finally {
    host.close()
  }
}

function sentenceOf(error: unknown, port: number): string {
  const code = faultCode(error)
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose another with --port, or leave it out.`
  if (code === 'EACCES' && error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    return `Port ${port} may not be used by you; choose one above 1023 with --port.`
  const described = describeFault(error, 'The case')
  if (described !== null && described.code !== 'internal') return described.message
  // A fault of our own: whoever started it from a terminal is served best by all there is.
  return error instanceof Error && error.stack ? error.stack : toWireError(error).message
}

await main()
