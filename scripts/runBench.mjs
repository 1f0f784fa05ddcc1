/** The second half of `bench.mjs`: finds the Chromium and hands it to the program named first, the benchmark where none is. */
import { join } from 'node:path'
import { findChromium } from './findChromium.mjs'
import { main, nodeBinary, root, run } from './setup.mjs'

const programs = {
  reader: join(root, 'e2e', 'bench', 'bench.ts'),
  views: join(root, 'e2e', 'bench', 'viewsBench.ts'),
  shots: join(root, 'e2e', 'shots.ts'),
  'seed:large': join(root, 'main', 'seedLarge.ts'),
}

await main(async () => {
  const env = { ...process.env, CHROME_PATH: await findChromium() }
  const [name, ...rest] = process.argv.slice(2)
  const path = programs[name]
  const args = path === undefined ? [programs.reader, ...process.argv.slice(2)] : [path, ...rest]
  return run(nodeBinary(), args, { env })
})
