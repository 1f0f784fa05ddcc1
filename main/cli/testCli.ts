/** The command line for its tests: in this process, quick; and as a process of its own, real. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect } from 'vitest'
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

export const story = `The camp on the hill

KABUL (Reuters) - The guard said on Monday that the camp on the hill belongs to the army and always did.

The army said on Tuesday that it has no camp on any hill, and that the guard was mistaken about it.`
export const otherStory = `The answer of the army

KABUL (Reuters) - An officer said on Wednesday that nobody of the army was ever on the hill or near it.`

/** A folder and the path of a case in it, new for each test of a file. */
export function tempCaseForEachTest() {
  const at = {
    folder: '',
    /** The case that `json` works on; not there until something makes it. */
    file: '',
    /** Writes a file into the folder and gives its path. */
    textFile(name: string, content: string | Uint8Array = story): string {
      const path = join(at.folder, name)
      writeFileSync(path, content)
      return path
    },
    /** Runs a command with `--json`, which must succeed, and gives its value. */
    async json<T>(...args: string[]): Promise<T> {
      const { status, out, err } = await gainsay(...args, '--json', '--case', at.file)
      expect({ status, err }).toEqual({ status: 0, err: '' })
      return JSON.parse(out) as T // each test names what its command prints
    },
    /** Imports the two stories and gives the ids of their articles. */
    async importStories(): Promise<[string, string]> {
      const files = [at.textFile('1.txt'), at.textFile('2.txt', otherStory)]
      const { outcomes } = await at.json<{ outcomes: { id: string }[] }>('import', ...files)
      const [first, second] = outcomes
      if (first === undefined || second === undefined) throw new Error('The stories were not imported.')
      return [first.id, second.id]
    },
    /** The id of the first article of the list. */
    async firstId(): Promise<string> {
      const [row] = await at.json<{ article: { id: string } }[]>('list')
      if (row === undefined) throw new Error('The case is empty.')
      return row.article.id
    },
  }
  beforeEach(() => {
    at.folder = mkdtempSync(join(tmpdir(), 'gainsay-cli-'))
    at.file = join(at.folder, 'a.gainsay')
  })
  afterEach(() => rmSync(at.folder, { recursive: true, force: true }))
  return at
}
