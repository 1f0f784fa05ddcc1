import { afterEach, expect, test } from 'vitest'
import { makeParser, type Parser } from './parser.ts'
import { getProgramUrl } from './programUrl.ts'

let parser: Parser | null = null
afterEach(() => parser?.close())

test('the programs lie beside the code, in the checkout and in the build', () => {
  expect(getProgramUrl('importWorker', 'file:///a/main/import/programUrl.ts').href).toBe(
    'file:///a/main/import/importWorker.ts',
  )
  expect(getProgramUrl('memoryWatch', 'file:///a/dist/main/browser.js').href).toBe(
    'file:///a/dist/main/memoryWatch.js',
  )
})

test('bytes are read as an article in another process, and a refusal keeps its code', async () => {
  parser = makeParser()
  const bytes = Buffer.from(
    'Ministers deny talks\n\nThe ministers said on Monday that there had been no talks at all.\n',
  )
  const parsed = await parser.parse(bytes, 'a.txt')
  expect(parsed.articles[0]?.metadata.headline).toBe('Ministers deny talks')
  await expect(parser.parse(new Uint8Array(0), 'b.txt')).rejects.toMatchObject({ name: 'GainsayError' })
}, 30_000)

test('a closed parser reads nothing more', async () => {
  parser = makeParser()
  const reading = parser.parse(Buffer.from('A headline\n\nAnd a sentence that is long enough.'), 'a.txt')
  parser.close()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  await expect(parser.parse(new Uint8Array(0), 'b.txt')).rejects.toMatchObject({ code: 'cancelled' })
})
