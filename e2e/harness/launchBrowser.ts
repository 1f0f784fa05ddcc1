/** Chromium for the programs that measure and picture Gainsay outside of the test runner. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'

/** The one that CHROME_PATH names, else Playwright's own, else the system's. @throws Error when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const places = [process.env.CHROME_PATH ?? '', chromium.executablePath(), '/usr/bin/chromium']
  const executablePath = places.find((path) => path !== '' && existsSync(path))
  if (executablePath === undefined) throw new Error('No Chromium was found; name one in CHROME_PATH.')
  return chromium.launch({
    executablePath,
    // The measured windows are in front of nothing: they must not be slowed as if hidden.
    args: [
      '--headless=new',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-renderer-backgrounding',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}
