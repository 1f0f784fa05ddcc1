import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { makeParser, type Parser } from './parser.ts'
import { getWorkerUrl } from './workerUrl.ts'

let parser: Parser | null = null
afterEach(() => parser?.close())

test('the worker lies beside the code, in the checkout and in the build', () => {
  expect(getWorkerUrl('file:///a/main/import/workerUrl.ts').href).toBe(
    'file:///a/main/import/importWorker.ts',
  )
  expect(getWorkerUrl('file:///a/dist/main/browser.js').href).toBe('file:///a/dist/main/importWorker.js')
  expect(getWorkerUrl('file:///a/dist/main/browser.js', 'relatedWorker').href).toBe(
    'file:///a/dist/main/relatedWorker.js',
  )
})

test('bytes are read as an article in another thread, and a refusal keeps its code', async () => {
  parser = makeParser()
  const bytes = Buffer.from(
    'Ministers deny talks\n\nThe ministers said on Monday that there had been no talks at all.\n',
  )
  const parsed = await parser.parse(bytes, 'a.txt')
  expect(parsed.articles[0]?.metadata.headline).toBe('Ministers deny talks')
  await expect(parser.parse(new Uint8Array(0), 'b.txt')).rejects.toMatchObject({ name: 'GainsayError' })
})

test('a file that takes too long is stopped with a sentence, and the next one is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-parser-'))
  const worker = join(folder, 'worker.mjs')
  writeFileSync(
    worker,
    "export default (tasks) => tasks.map(({ name }) => { while (name === 'slow') ; return { ok: true, value: { text: name } } })",
  )
  parser = makeParser(1500, pathToFileURL(worker))
  await expect(parser.parse(new Uint8Array(0), 'slow')).rejects.toMatchObject({ code: 'refused' })
  expect(await parser.parse(new Uint8Array(0), 'quick')).toEqual({ text: 'quick' })
  rmSync(folder, { recursive: true })
})

test('a closed parser reads nothing more', async () => {
  parser = makeParser()
  const reading = parser.parse(Buffer.from('A headline\n\nAnd a sentence that is long enough.'), 'a.txt')
  parser.close()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  await expect(parser.parse(new Uint8Array(0), 'b.txt')).rejects.toMatchObject({ code: 'cancelled' })
})
