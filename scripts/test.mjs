/**
 * `npm test`: sets up, then runs the parts named as arguments (types, lint, unit, e2e),
 * or all of them. Further arguments go to the part, when it is one of the last two.
 */
import { join } from 'node:path'
import { ensureInstalled, main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  await ensureInstalled()
  // From here on with the Node of the project, which reads TypeScript.
  return run(nodeBinary(), [join(root, 'scripts', 'runTests.mjs'), ...process.argv.slice(2)])
})
