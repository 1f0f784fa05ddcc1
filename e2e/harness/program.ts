/** Runs the built programs as a person would: the browser shell and the command line. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The top of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const built = (name: string) => join(root, 'dist', 'main', name)

/** A browser shell that runs. */
export type RunningShell = {
  /** The address with its launch token; good once. */
  readonly address: string
  /** Ends it as a signal of the system would, in good order. */
  stop(): Promise<void>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

/**
 * Starts the browser shell on a profile; without a case it opens the last one or makes the sample.
 * Port 0 is any free one.
 */
export async function startShell(
  profileFolder: string,
  casePath: string | null,
  port = 0,
): Promise<RunningShell> {
  const args = ['--no-open', '--port', String(port), ...(casePath === null ? [] : ['--case', casePath])]
  const child = spawn(process.execPath, [built('browser.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GAINSAY_PROFILE: profileFolder },
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address) return { address, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
  }
  throw new Error(`The browser shell did not start: ${said.join('')}`)
}

/** What a program that ran to its end left. */
export type RunResult = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** Runs the command line to its end. */
export const runCli = (args: readonly string[], profileFolder: string): Promise<RunResult> =>
  runToEnd('cli.js', args, profileFolder)

/** Runs the browser shell where it is expected to end by itself. */
export const runShell = (args: readonly string[], profileFolder: string): Promise<RunResult> =>
  runToEnd('browser.js', args, profileFolder)

async function runToEnd(program: string, args: readonly string[], profileFolder: string): Promise<RunResult> {
  const child = spawn(process.execPath, [built(program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GAINSAY_PROFILE: profileFolder },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [status] = await once(child, 'close')
  return { status: typeof status === 'number' ? status : 1, stdout, stderr }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
