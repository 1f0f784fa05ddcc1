/**
 * The app window: the machine's own browser, started for Gainsay alone with a folder
 * of its own, told to talk to nobody but 127.0.0.1.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

/** The environment variable under which tests may run the browser as root, without its sandbox. */
export const testBrowserVariable = 'GAINSAY_TEST_BROWSER'

/** Why no window can be opened here though there is a browser; null when nothing stands against it. */
export function whyNoWindow(
  platform: NodeJS.Platform,
  userId: number | null,
  environment: NodeJS.ProcessEnv,
): string | null {
  if (platform !== 'linux') return null
  if (userId === 0 && !environment[testBrowserVariable])
    return 'As root the browser cannot run in its sandbox, so no window was opened; open the address yourself.'
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY && !environment[testBrowserVariable])
    return 'There is no display, so no window was opened; open the address yourself.'
  return null
}

/** The arguments of the app window's browser. */
export function browserArguments(options: {
  readonly address: string
  readonly userDataFolder: string
  readonly withoutSandbox: boolean
}): string[] {
  return [
    `--app=${options.address}`,
    `--user-data-dir=${options.userDataFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate',
    '--metrics-recording-only',
    // Whatever slips through the above finds no host to talk to.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ...(options.withoutSandbox ? ['--no-sandbox', '--headless=new', '--disable-gpu'] : []),
  ]
}

/**
 * The environment a browser is started in. Where it names no UTF-8 locale, Chromium on Linux passes over
 * files whose names have letters beyond ASCII, without a word.
 */
export function browserEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const locale = own.LC_ALL || own.LC_CTYPE || own.LANG || ''
  return /utf-?8/iu.test(locale) ? own : { ...own, LC_ALL: 'C.UTF-8' }
}

/** Opens the window; the process ends when the window is closed, or at once if it joined a running one. */
export function openAppWindow(browser: string, address: string, profileFolder: string): ChildProcess {
  const args = browserArguments({
    address,
    userDataFolder: userDataFolder(browser, profileFolder),
    withoutSandbox: Boolean(process.env[testBrowserVariable]) && process.getuid?.() === 0,
  })
  return spawn(browser, args, { stdio: 'ignore', env: browserEnvironment(process.env) })
}

function userDataFolder(browser: string, profileFolder: string): string {
  // A Chromium packed as a snap sees no hidden folders of the home, where the profile lies.
  const isSnap = basename(browser).startsWith('chromium') && existsSync('/snap/bin/chromium')
  return isSnap ? join(homedir(), 'snap', 'chromium', 'common', 'gainsay') : join(profileFolder, 'browser')
}
