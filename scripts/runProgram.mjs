/** Sets up and runs a program of `e2e` on the built app. */
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, main, nodeBinary, root, run } from './setup.mjs'

/** @param {string} program its path below `e2e`; the command line's arguments are handed on */
export const runProgram = (program) =>
  main(async () => {
    await ensureInstalled()
    await ensureBuilt()
    // From here on with the Node of the project, which reads TypeScript.
    return run(nodeBinary(), [join(root, 'scripts', 'runInChromium.mjs'), program, ...process.argv.slice(2)])
  })
