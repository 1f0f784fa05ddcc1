/**
 * `npm start`: sets up, then opens Gainsay in the Electron shell where its binary is
 * there or can be had, else in the browser shell.
 */
import { join } from 'node:path'
import { findElectron } from './electronBinary.mjs'
import { ensureBuilt, ensureInstalled, main, nodeBinary, root, run, say } from './setup.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  // Where the person stood when calling npm; paths they gave are meant from there.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  await ensureInstalled()
  await ensureBuilt()
  const shell = asksForBrowser(args) ? { binary: null } : await findElectron()
  if (shell.binary === null) {
    if (shell.why) say(`${shell.why} Opening Gainsay in a browser window instead.`)
    return run(nodeBinary(), [join(root, 'dist', 'main', 'browser.js'), ...args], { cwd })
  }
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return run(shell.binary, [root, ...args], { cwd, env })
})

/** Whether the arguments are any that the Electron shell does not take; the browser shell judges them. */
function asksForBrowser(args) {
  const rest = args[0] === '--case' && args[1] ? args.slice(2) : args.filter((arg) => !/^--case=./.test(arg))
  return rest.length > 0
}
