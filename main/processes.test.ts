import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GainsayError } from '../app/errors.ts'
import { callHost } from './callHost.ts'
import { openHost } from './host.ts'
import { importText, openTestCase, sampleText, type TestCase } from './testCase.ts'

// A process more takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 20_000 })

let open: TestCase
let children: ChildProcessWithoutNullStreams[]
beforeEach(() => {
  open = openTestCase()
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  open.close()
})

function start(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testChild.ts'), ...args])
  children.push(child)
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() }
}
const firstLine = async (...args: string[]) => (await start(...args).lines.next()).value

test('a second process is told that the case is open, and nothing is harmed', async () => {
  await importText(open.call, sampleText)
  expect(await firstLine('try', open.path)).toBe('case-open-elsewhere')
  await importText(
    open.call,
    `${sampleText}\nAnother paragraph that makes it another article, said the editor on Monday.\n`,
  )
  expect((await open.call('case.check', {})).problems).toEqual([])
  expect(await firstLine('try', open.path)).toBe('case-open-elsewhere')
  open.host.close()
  expect(await firstLine('try', open.path)).toBe('opened')
})

test('a process that holds the case keeps this one out at once, and its death sets the case free', async () => {
  open.host.close()
  const { child, lines } = start('hold', open.path)
  expect((await lines.next()).value).toBe('opened')
  const before = readFileSync(open.path).toString('base64')
  expect(() => openHost({ casePath: open.path, profile: null })).toThrow(
    new GainsayError(
      'case-open-elsewhere',
      `The case ${open.path} is open in another Gainsay. Close it there, or work there.`,
    ),
  )
  expect(readFileSync(open.path).toString('base64')).toBe(before)
  child.kill('SIGKILL')
  await once(child, 'exit')
  openHost({ casePath: open.path, profile: null }).close()
})

test('kill -9 in the middle of a burst loses nothing that was answered', async () => {
  const { id } = await importText(open.call, sampleText)
  open.host.close()
  const { child, lines } = start('burst', open.path, id)
  const answered: string[] = []
  for await (const line of lines) {
    answered.push(line)
    // The rest are the lines that were on their way when it died.
    if (answered.length === 120) child.kill('SIGKILL')
  }
  const undone = new Set(answered.filter((line) => line.startsWith('undone ')).map((line) => line.slice(7)))
  const made = answered.filter((line) => line.startsWith('ann_'))
  const kept = made.filter((line) => !undone.has(line))
  const host = openHost({ casePath: open.path, profile: null })
  const call = callHost(host)
  const found = new Set<string>(
    (await call('case.records', {})).annotations.map((annotation) => annotation.id),
  )
  // The last one answered may have been undone by a call whose answer did not get out.
  expect(kept.slice(0, -1).filter((line) => !found.has(line))).toEqual([])
  expect(kept.length).toBeGreaterThan(80)
  expect([...undone].filter((line) => found.has(line))).toEqual([])
  expect((await call('case.check', {})).problems).toEqual([])
  host.close()
  expect(readdirSync(open.folder)).toEqual(['test.gainsay'])
})

test('a file or folder that may not be written is refused with a code of its own', async () => {
  open.host.close()
  chmodSync(open.path, 0o444)
  chmodSync(open.folder, 0o555)
  expect(await firstLine('unprivileged', open.path)).toBe('no-permission')
  expect(await firstLine('unprivileged', join(open.folder, 'new.gainsay'))).toBe('no-permission')
  chmodSync(open.folder, 0o755)
  expect(readdirSync(open.folder)).toEqual(['test.gainsay'])
})
