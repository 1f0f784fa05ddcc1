/** The second half of `npm run bench`: finds the Chromium and hands it to the benchmark. */
import { join } from 'node:path'
import { findChromium } from './findChromium.mjs'
import { main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  const env = { ...process.env, CHROME_PATH: await findChromium() }
  return run(nodeBinary(), [join(root, 'e2e', 'bench', 'bench.ts'), ...process.argv.slice(2)], { env })
})
