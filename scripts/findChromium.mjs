/**
 * A Chromium for the tests and the benchmark: one that is installed, else Playwright's
 * own, else the system's package where this runs as root on Debian or its like.
 * Tests need no window: they take a headless shell first, which starts in half the time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { nodeBinary, programOf, root, run, SetupError, say } from './setup.mjs'

const quiet = { stdio: ['ignore', 2, 2] }

const headlessShell = 'chromium-headless-shell'

/** The path of an executable that can open a window. Errors: a sentence when there is none and none could be had. */
export const findChromium = () => find(['chromium'], () => null)

/** The path of an executable for tests, which may know no windows; `CHROME_PATH` goes before. Errors: as above. */
export const findTestChromium = () =>
  find([headlessShell, 'chromium'], () => (process.env.CHROME_PATH ? null : shellOnPath()))

async function find(packages, prefer) {
  const { findBrowser } = await import('../main/browser/findBrowser.ts')
  const there = () => prefer() ?? findBrowser() ?? ownOfPlaywright()
  if (there()) return there()
  say('Looking for a Chromium: none is installed, trying Playwright’s …')
  await run(nodeBinary(), [programOf('playwright'), 'install', 'chromium'], quiet).catch(() => 1)
  if (there()) return there()
  if (process.platform === 'linux' && process.getuid() === 0 && hasApt()) {
    say('… and the system’s.')
    await run('apt-get', ['update'], quiet)
    for (const name of packages) {
      if (!there()) await run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet)
    }
  }
  if (there()) return there()
  throw new SetupError(
    'No Chromium could be found or installed; install Chromium, Chrome or Edge, or name one in CHROME_PATH.',
  )
}

function ownOfPlaywright() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}

function shellOnPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, headlessShell)).find(existsSync) ?? null
}

const hasApt = () => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
