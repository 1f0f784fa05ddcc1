/** Runs a program of `e2e` with the project's Node and hands it the Chromium that the tests use. */
import { join } from 'node:path'
import { findChromium } from './findChromium.mjs'
import { main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  const [program, ...args] = process.argv.slice(2)
  const env = { ...process.env, CHROME_PATH: await findChromium() }
  return run(nodeBinary(), [join(root, 'e2e', program), ...args], { env })
})
