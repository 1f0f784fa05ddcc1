import { EventEmitter } from 'node:events'
import type { utilityProcess } from 'electron'
import { expect, test } from 'vitest'
import { ReaderEnded, type ReaderSpace } from '../import/reader.ts'
import { utilityReader } from './utilityReader.ts'

/** Electron's process as far as a reader uses it; `emit` throws for an `error` that nobody hears, as Electron's does. */
class Child extends EventEmitter {
  pid: number | undefined = undefined
  postMessage() {}
  kill() {}
}
const space: ReaderSpace = { program: new URL('file:///reader.js'), heap: 320, memory: 960 }

function started() {
  const child = new Child()
  let given: readonly string[] = []
  const fork = (_program: string, _args: readonly string[], options: { execArgv: readonly string[] }) => {
    given = options.execArgv
    return child
  }
  const reader = utilityReader(fork as unknown as typeof utilityProcess.fork)(space) // only what is used of it
  return { child, reader, given }
}

async function endOf(end: (child: Child) => void): Promise<ReaderEnded> {
  const { child, reader } = started()
  child.emit('message', 'ready')
  await reader.ready
  const reading = reader.read([])
  end(child)
  return reading.then(
    () => {
      throw new Error('It was answered.')
    },
    (error: ReaderEnded) => error,
  )
}

test('a heap that is full is told as such, and is no error of the program', async () => {
  const ended = await endOf((child) => {
    child.emit('error', 'FatalError', 'CALL_AND_RETRY_LAST', '{}')
    child.emit('exit', 11)
  })
  expect(ended).toBeInstanceOf(ReaderEnded)
  expect(ended.outOfMemory).toBe(true)
})

test('the watch over the memory kills, which Electron tells by the bare number of the signal', async () => {
  expect((await endOf((child) => child.emit('exit', 9))).outOfMemory).toBe(true)
  expect((await endOf((child) => child.emit('exit', 1))).outOfMemory).toBe(false)
})

test('the bound of the heap is given as a flag that Electron hands on to V8', () => {
  expect(started().given).toContain('--js-flags=--max-old-space-size=320 --max-semi-space-size=4')
})
