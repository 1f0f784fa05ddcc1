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
  const reading = reader.read({ tasks: [], processorTime: 1000 })
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
  expect(ended.want).toBe('memory')
})

test('what the watch beside a reader ends is told by the bare number of the signal', async () => {
  expect((await endOf((child) => child.emit('exit', 9))).want).toBe('memory')
  expect((await endOf((child) => child.emit('exit', 15))).want).toBe('time')
  expect((await endOf((child) => child.emit('exit', 1))).want).toBe(null)
})

test('a process that went by itself can be ended all the same', () => {
  const { child, reader } = started()
  // No process has a number as great.
  child.pid = 2 ** 30
  expect(() => reader.end()).not.toThrow()
})

test('the bound of the heap is given as a flag that Electron hands on to V8', () => {
  expect(started().given).toContain('--js-flags=--max-old-space-size=320 --max-semi-space-size=4 --expose-gc')
})
