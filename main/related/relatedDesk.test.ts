import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RelatingProgress } from '../../app/results.ts'
import { type CaseFile, openCaseFile } from '../../db/open.ts'
import { seedLarge } from '../seedLarge.ts'
import { makeRelatedDesk, type RelatedDesk } from './relatedDesk.ts'

let folder: string
let file: CaseFile
let desk: RelatedDesk | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-related-'))
  const path = join(folder, 'Seeded.gainsay')
  seedLarge(path, 40)
  file = openCaseFile(path)
})
afterEach(() => {
  desk?.reset()
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A worker of our own making. */
function worker(code: string): URL {
  const path = join(folder, 'worker.mjs')
  writeFileSync(path, `import { parentPort } from 'node:worker_threads'\n${code}`)
  return pathToFileURL(path)
}

test('the article itself is in the first handful, everything is handed over once, and what was stopped goes on with the next question', async () => {
  const told: RelatingProgress[] = []
  desk = makeRelatedDesk({
    onProgress: (progress) => told.push(progress),
    workerUrl: worker(`
      const seen = []
      parentPort.on('message', (message) => {
        if (message.say === 'put') {
          seen.push(...message.articles.map(({ id }) => id))
          parentPort.postMessage({ say: 'taken' })
        } else parentPort.postMessage({ say: 'related', id: message.id, found: [...seen] })
      })`),
  })
  const first = await desk.ask(file.db, 'art_00000007', 5)
  desk.stop()
  expect(told.at(-1)?.of).toBe(40)
  expect(first.of).toBe(40)
  await expect.poll(async () => (await desk?.ask(file.db, 'art_00000007', 5))?.read).toBe(40)
  const seen = (await desk.ask(file.db, 'art_00000007', 5)).found as unknown as string[] // what this worker answers with
  expect(seen.slice(0, 12)).toContain('art_00000007')
  expect(new Set(seen).size).toBe(40)
  expect(seen.length).toBe(40)
})

test('a thread that breaks is told to whoever waits, and the next question has a new one', async () => {
  desk = makeRelatedDesk({
    onProgress: () => {},
    workerUrl: worker(`
      import { existsSync, writeFileSync } from 'node:fs'
      const mark = new URL('./broken', import.meta.url)
      parentPort.on('message', (message) => {
        if (!existsSync(mark)) { writeFileSync(mark, ''); throw new Error('broken') }
        if (message.say === 'put') parentPort.postMessage({ say: 'taken' })
        else parentPort.postMessage({ say: 'related', id: message.id, found: [] })
      })`),
  })
  await expect(desk.ask(file.db, 'art_00000001', 5)).rejects.toMatchObject({ code: 'internal' })
  await expect(desk.ask(file.db, 'art_00000001', 5)).resolves.toMatchObject({ found: [] })
})
