/** The command line for its tests: in this process, quick; and as a process of its own, real. */
import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './program.ts'

export type Ended = { readonly status: number | null; readonly out: string; readonly err: string }

/** Runs a command line in this process. */
export async function gainsay(...args: string[]): Promise<Ended> {
  const out = collector()
  const err = collector()
  const status = await runCommandLine(args, out.stream, err.stream)
  return { status, out: out.text(), err: err.text() }
}

function collector() {
  const parts: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}

const entry = fileURLToPath(new URL('cli.ts', import.meta.url))

/** Runs a command line as a process of its own; `closeOutput` closes its standard output at once, as `| head` may. */
export function spawnGainsay(args: readonly string[], closeOutput = false): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args])
    const out: string[] = []
    const err: string[] = []
    if (closeOutput) child.stdout.destroy()
    child.stdout.on('data', (chunk) => out.push(String(chunk)))
    child.stderr.on('data', (chunk) => err.push(String(chunk)))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out: out.join(''), err: err.join('') }))
  })
}
