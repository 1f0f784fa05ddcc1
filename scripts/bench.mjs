/** `npm run bench`: sets up, then runs the benchmark in the Chromium that the tests use. */
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // From here on with the Node of the project, which reads TypeScript.
  return run(nodeBinary(), [join(root, 'scripts', 'runBench.mjs'), ...process.argv.slice(2)])
})
