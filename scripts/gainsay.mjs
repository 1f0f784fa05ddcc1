/** `npm run -s gainsay -- …`: sets up, then runs the command line; standard output is its own. */
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, main, nodeBinary, root, run } from './setup.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt(['main'])
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return run(nodeBinary(), [join(root, 'dist', 'main', 'cli.js'), ...process.argv.slice(2)], { cwd })
})
