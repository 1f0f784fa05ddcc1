/** `npm run bench`, `bench:views`, `shots` and `seed:large`: sets up, then runs one of the programs that measure, picture or fill Gainsay. */
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // From here on with the Node of the project, which reads TypeScript.
  return run(nodeBinary(), [join(root, 'scripts', 'runBench.mjs'), ...process.argv.slice(2)])
})
