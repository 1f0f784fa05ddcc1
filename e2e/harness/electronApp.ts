/**
 * The same `app` as in app.ts, in the Electron shell: what is written against an App
 * runs in both. Needs Electron's binary and, on Linux, a display.
 */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect } from 'playwright/test'
import type { App } from './app.ts'
import { watchForFaults } from './faults.ts'
import { root, runCli } from './program.ts'

const folder = join(root, 'node_modules', 'electron')

/** Electron's binary, or null where it is not installed. */
export function findElectronBinary(): string | null {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** Why the Electron shell cannot be driven here; null when it can. */
export function whyNoElectron(): string | null {
  if (findElectronBinary() === null) return 'Electron’s binary is not installed on this machine.'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'There is no display for Electron.'
  return null
}

/** An App whose window is Electron's. */
export type ElectronApp = App & { readonly electron: () => ElectronApplication }

type Running = { readonly electron: ElectronApplication; readonly faults: readonly string[] }

async function launch(profile: string, casePath: string): Promise<Running> {
  const electron = await _electron.launch({
    executablePath: findElectronBinary() ?? '',
    // Chromium cannot be sandboxed as root.
    args: [root, '--case', casePath, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...definedOf(process.env), GAINSAY_PROFILE: profile },
  })
  return { electron, faults: watchForFaults(electron.context(), (url) => url.protocol === 'app:') }
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export const test = base.extend<{ app: ElectronApp }>({
  // Playwright reads the fixtures asked for from this pattern, even where there are none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  app: async ({}, use) => {
    const own = realpathSync(mkdtempSync(join(tmpdir(), 'gainsay-electron-')))
    const profile = join(own, 'profile')
    const casePath = join(own, 'Test case.gainsay')
    let running = await launch(profile, casePath)
    let page = await running.electron.firstWindow()
    const app: ElectronApp = {
      get page() {
        return page
      },
      casePath,
      folder: own,
      url: () => 'app://gainsay',
      electron: () => running.electron,
      stop: () => running.electron.close(),
      kill: async () => {
        running.electron.process().kill('SIGKILL')
      },
      restart: async () => {
        await running.electron.close()
        expect(running.faults).toEqual([])
        running = await launch(profile, casePath)
        page = await running.electron.firstWindow()
      },
      cli: (...args) => runCli(args, profile),
    }
    try {
      await use(app)
      expect(running.faults).toEqual([])
    } finally {
      await running.electron.close()
      rmSync(own, { recursive: true, force: true })
    }
  },
})

export { expect }
