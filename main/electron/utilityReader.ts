/**
 * The readers of the Electron shell. The packaged Electron does not run as Node (see the
 * fuses in electron-builder.yml), so its readers are utility processes.
 */
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { utilityProcess } from 'electron'
import { openReader, readerArguments, type StartReader } from '../import/reader.ts'
import type { ReaderMessage } from '../import/readerMessages.ts'

/** The code of exit of a process that a signal ended is the signal's bare number; these are those our watch sends. */
const signalOf = new Map<number, string>([
  [constants.signals.SIGKILL, 'SIGKILL'],
  [constants.signals.SIGTERM, 'SIGTERM'],
])

/** Starts readers with Electron's own `fork`. */
export function utilityReader(fork: typeof utilityProcess.fork): StartReader {
  return (space) => {
    const { node, own } = readerArguments(space)
    const child = fork(fileURLToPath(space.program), own, {
      // Electron passes over Node's own flags but for a few; V8 gets its flags by this switch of Chromium's.
      execArgv: [...node, `--js-flags=${node.join(' ')}`],
      stdio: 'ignore',
      serviceName: 'Gainsay import',
    })
    let fatal = false
    // A full heap is told here first, and then by `exit`; unheard, it would be an error of the whole program.
    child.on('error', () => {
      fatal = true
    })
    return openReader({
      send: async (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', (message: ReaderMessage) => listener(message)),
      onEnd(listener) {
        child.on('exit', (code) => listener(fatal ? 'SIGABRT' : (signalOf.get(code) ?? code)))
      },
      kill() {
        // Electron asks a process to end; one whose parser hangs has to be made to.
        if (child.pid === undefined) child.kill()
        else killIfThere(child.pid)
      },
      // The window keeps the program running.
      hold() {},
    })
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It went by itself, and `exit` is still to come.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // what Node throws has a code
  }
}
