/**
 * The readers of the Electron shell. The packaged Electron does not run as Node (see the
 * fuses in electron-builder.yml), so its readers are utility processes.
 */
import { fileURLToPath } from 'node:url'
import type { utilityProcess } from 'electron'
import { openReader, type ReaderMessage, readerArguments, type StartReader } from '../import/reader.ts'

/** Starts readers with Electron's own `fork`. */
export function utilityReader(fork: typeof utilityProcess.fork): StartReader {
  return (space) => {
    const { node, own } = readerArguments(space)
    const child = fork(fileURLToPath(space.program), own, {
      execArgv: node,
      stdio: 'ignore',
      serviceName: 'Gainsay import',
    })
    return openReader({
      send: (order) => child.postMessage(order),
      onMessage: (listener) => void child.on('message', (message: ReaderMessage) => listener(message)),
      onEnd: (listener) => void child.on('exit', (code) => listener(code)),
      kill() {
        // Electron asks a process to end; one whose parser hangs has to be made to.
        if (child.pid === undefined) child.kill()
        else process.kill(child.pid, 'SIGKILL')
      },
      // The window keeps the program running.
      hold() {},
    })
  }
}
