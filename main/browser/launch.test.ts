import { EventEmitter } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserArguments, browserEnvironment, whyNoWindow } from './appWindow.ts'
import { parseBrowserOptions } from './browserOptions.ts'
import { findBrowser, listBrowserPaths } from './findBrowser.ts'
import { watchWindow } from './watchWindow.ts'

test('the command line is understood whole or not at all', () => {
  const plain = { open: true, port: 0, casePath: null }
  expect(parseBrowserOptions([])).toEqual(plain)
  expect(parseBrowserOptions(['--browser'])).toEqual(plain)
  expect(parseBrowserOptions(['--no-open', '--port', '8123', '--case', 'a b.gainsay'])).toEqual({
    open: false,
    port: 8123,
    casePath: 'a b.gainsay',
  })
  expect(parseBrowserOptions(['--case=x', '--help'])).toBe('help')
  for (const args of [
    ['--prot', '1'],
    ['--port'],
    ['--port', '65536'],
    ['--port=-1'],
    ['--port', 'x'],
    ['--case='],
    ['case.gainsay'],
  ])
    expect(parseBrowserOptions(args), args.join(' ')).toHaveProperty('wrong')
})

describe('finding a browser', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gainsay-find-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('looks in the places of each system, Chromium first', () => {
    expect(listBrowserPaths('darwin', { HOME: '/Users/a' }).slice(0, 2)).toEqual([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
    ])
    expect(listBrowserPaths('win32', { ProgramFiles: 'C:\\Program Files' })).toEqual([
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
    expect(listBrowserPaths('linux', { PATH: '/a', CHROME_PATH: '/mine' }).slice(0, 2)).toEqual([
      '/mine',
      '/a/chromium',
    ])
  })

  test('takes the first that can be run', () => {
    const environment = { PATH: folder }
    expect(findBrowser('linux', environment)).toBe(null)
    for (const name of ['chromium', 'google-chrome']) writeFileSync(join(folder, name), '')
    chmodSync(join(folder, 'google-chrome'), 0o755)
    expect(findBrowser('linux', environment)).toBe(join(folder, 'google-chrome'))
  })
})

test('no window is opened as root or without a display, and the reason is said', () => {
  expect(whyNoWindow('linux', 0, { DISPLAY: ':0' })).toMatch(/^As root/)
  expect(whyNoWindow('linux', 0, { GAINSAY_TEST_BROWSER: '1' })).toBe(null)
  expect(whyNoWindow('linux', 1000, {})).toMatch(/^There is no display/)
  expect(whyNoWindow('linux', 1000, { WAYLAND_DISPLAY: 'wayland-0' })).toBe(null)
  expect(whyNoWindow('win32', null, {})).toBe(null)
})

test('the browser is told to talk to nobody else, and keeps its sandbox', () => {
  const address = 'http://127.0.0.1:1/?token=x'
  const args = browserArguments({ address, userDataFolder: '/p/browser', withoutSandbox: false })
  expect(args).toContain(`--app=${address}`)
  expect(args).toContain('--user-data-dir=/p/browser')
  expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1')
  expect(args).toContain('--disable-background-networking')
  expect(args).not.toContain('--no-sandbox')
})

test('the browser is started with a UTF-8 locale, so that it takes files whatever the letters of their names', () => {
  for (const own of [{}, { LANG: '' }, { LANG: 'C' }, { LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }])
    expect(browserEnvironment(own)).toEqual({ ...own, LC_ALL: 'C.UTF-8' })
  for (const own of [{ LANG: 'de_DE.UTF-8' }, { LC_CTYPE: 'C.utf8', LANG: 'C' }])
    expect(browserEnvironment(own)).toBe(own)
})

describe('the shell stops with its window', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function open(count: number) {
    const window = new EventEmitter()
    const stop = vi.fn()
    const say = vi.fn()
    let tell = () => {}
    const sockets = {
      count,
      countSockets: () => sockets.count,
      onSockets(listener: () => void) {
        tell = listener
      },
      set(next: number) {
        sockets.count = next
        tell()
      },
    }
    watchWindow(window, sockets, stop, say)
    return { window, stop, say, sockets }
  }

  test('once its process has ended and none has been connected for a while', () => {
    const { window, stop, sockets } = open(1)
    sockets.set(0)
    vi.advanceTimersByTime(60_000)
    expect(stop).not.toHaveBeenCalled()
    window.emit('exit')
    vi.advanceTimersByTime(2_000)
    expect(stop).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2_000)
    expect(stop).toHaveBeenCalledOnce()
  })

  test('but not while a window stays, nor when one comes back in time', () => {
    const { window, stop, sockets } = open(1)
    window.emit('exit')
    vi.advanceTimersByTime(60_000)
    sockets.set(0)
    vi.advanceTimersByTime(2_000)
    sockets.set(1)
    vi.advanceTimersByTime(60_000)
    expect(stop).not.toHaveBeenCalled()
    sockets.set(0)
    vi.advanceTimersByTime(4_000)
    expect(stop).toHaveBeenCalledOnce()
  })

  test('and waits longer when the address was handed to a browser that was running', () => {
    const { window, stop, sockets } = open(0)
    window.emit('exit')
    vi.advanceTimersByTime(10_000)
    sockets.set(1)
    vi.advanceTimersByTime(60_000)
    expect(stop).not.toHaveBeenCalled()
  })

  test('but stays when the browser could not be started at all', () => {
    const { window, stop, say } = open(0)
    window.emit('error', new Error('spawn EACCES'))
    vi.advanceTimersByTime(60_000)
    expect(stop).not.toHaveBeenCalled()
    expect(say).toHaveBeenCalledWith('The browser could not be started (spawn EACCES).')
  })
})
