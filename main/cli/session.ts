/** One command on one case: opens the host, runs, prints, closes, and says how it ended. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import type { Call } from '../../app/contract.ts'
import { GainsayError, toWireError } from '../../app/errors.ts'
import { callHost } from '../callHost.ts'
import { openHost } from '../host.ts'
import { jsonText, type Outcome, oneLine } from './output.ts'

/** What every command takes. */
export type CommonOptions = { readonly case: string; readonly json?: true }

/** What a command works with. */
export type Session = {
  readonly call: Call
  readonly casePath: string
  /** Prints a line at once, for commands that take long; nothing where JSON is asked for. */
  readonly say: (line: string) => void
}

export type Streams = { readonly out: Writable; readonly err: Writable }

/**
 * Runs a command on its case and prints what came of it. The case must exist
 * unless `create`. Gives the exit status: 0, or 1 with a sentence on `err`.
 */
export async function runOnCase(
  streams: Streams,
  options: CommonOptions,
  command: (session: Session) => Promise<Outcome>,
  create = false,
): Promise<number> {
  return printed(streams, options, () =>
    onCase(resolve(options.case), create, sayer(streams, options), command),
  )
}

/** Runs whatever gives an outcome and prints it. Gives the exit status. */
export async function printed(
  streams: Streams,
  options: CommonOptions,
  work: () => Outcome | Promise<Outcome>,
): Promise<number> {
  try {
    const outcome = await work()
    const text = options.json ? `${jsonText(outcome.json)}\n` : linesText(outcome.lines)
    if (text !== '') streams.out.write(text)
    const failure = outcome.failure ?? null
    if (failure === null) return 0
    streams.err.write(`${oneLine(failure)}\n`)
  } catch (error) {
    streams.err.write(`${oneLine(toWireError(error).message)}\n`)
  }
  return 1
}

const linesText = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

/** Prints lines as they come, unless one JSON value is all that is wanted. */
export function sayer({ out }: Streams, { json }: CommonOptions): Session['say'] {
  return (line) => void (json === true ? null : out.write(`${line}\n`))
}

async function onCase(
  casePath: string,
  create: boolean,
  say: Session['say'],
  command: (session: Session) => Promise<Outcome>,
): Promise<Outcome> {
  const exists = existsSync(casePath)
  if (!exists && !create) throw new GainsayError('not-found', `There is no case at ${casePath}.`)
  const host = openHost({ casePath, profile: null, create: !exists })
  try {
    return await command({ call: callHost(host), casePath, say })
  } finally {
    host.close()
  }
}
