/** Finds a Chromium, Chrome or Edge on the machine, in that order of liking. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join, posix, win32 } from 'node:path'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge']

const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** Every path a browser may lie at, best first; `CHROME_PATH` goes before all. */
export function listBrowserPaths(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  const named = environment.CHROME_PATH ? [environment.CHROME_PATH] : []
  return [...named, ...installedPaths(platform, environment)]
}

/** The executable of a browser, or null when the machine has none. */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  return listBrowserPaths(platform, environment).find(isExecutable) ?? null
}

function installedPaths(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const homes = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])]
    return macApps.flatMap((app) =>
      homes.map((home) => posix.join(home, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    )
    return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, ...program)))
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not ours to run: look further.
    return false
  }
}
