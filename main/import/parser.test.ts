import { afterEach, expect, test } from 'vitest'
import type { ParseAnswer } from './parsed.ts'
import { makeParser, type Parser } from './parser.ts'
import { getProgramUrl } from './programUrl.ts'
import { ReaderEnded, type StartReader } from './reader.ts'

let parser: Parser | null = null
afterEach(() => parser?.close())

test('the programs lie beside the code, in the checkout and in the build', () => {
  expect(getProgramUrl('importWorker', 'file:///a/main/import/programUrl.ts').href).toBe(
    'file:///a/main/import/importWorker.ts',
  )
  expect(getProgramUrl('readerWatch', 'file:///a/dist/main/browser.js').href).toBe(
    'file:///a/dist/main/readerWatch.js',
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

test('a process that was ended while its answer was on the way reads no other file', async () => {
  const killed = new Set<number>()
  let started = 0
  const answer: ParseAnswer = { ok: false, error: { code: 'unreadable', message: 'Nothing in it.' } }
  const stop = new AbortController()
  const start: StartReader = () => {
    started += 1
    const mine = started
    return {
      ready: Promise.resolve(),
      async read({ tasks }) {
        if (killed.has(mine)) throw new ReaderEnded('SIGKILL')
        if (mine === 1) stop.abort()
        return tasks.map(() => answer)
      },
      end: () => void killed.add(mine),
    }
  }
  parser = makeParser({ start })
  const first = parser.parse(new Uint8Array(1), 'a.txt', {}, stop.signal)
  await expect(first).rejects.toMatchObject({ message: 'Nothing in it.' })
  await expect(parser.parse(new Uint8Array(1), 'b.txt')).rejects.toMatchObject({ message: 'Nothing in it.' })
  expect([started, [...killed]]).toEqual([2, [1]])
})

test('a file with too little room beside others is read again by itself, with nothing beside it', async () => {
  const begun: string[] = []
  let running = 0
  const start: StartReader = ({ memory }) => ({
    ready: Promise.resolve(),
    async read({ tasks }) {
      const [name] = tasks.map((task) => task.name)
      begun.push(`${name} in ${memory} MB beside ${running}`)
      running += 1
      await new Promise(setImmediate)
      running -= 1
      if (name === 'large' && memory < 500) throw new ReaderEnded('SIGKILL')
      if (name === 'endless') throw new ReaderEnded('SIGKILL')
      return tasks.map(() => ({ ok: false, error: { code: 'unreadable', message: `${name} was read.` } }))
    },
    end() {},
  })
  const room = (memory: number) => ({ heap: 100, memory })
  parser = makeParser({ start, beside: room(300), byItself: () => room(600) })
  const parse = (name: string) => parser?.parse(new Uint8Array(100_000), name)
  const sentences = (await Promise.allSettled(['one', 'large', 'two', 'endless', 'three'].map(parse))).map(
    (one) => (one.status === 'rejected' ? one.reason.message : one.value),
  )
  expect(sentences).toEqual([
    'one was read.',
    'large was read.',
    'two was read.',
    expect.stringContaining('more memory than Gainsay gives one file'),
    'three was read.',
  ])
  expect(begun).toEqual([
    'one in 300 MB beside 0',
    'large in 300 MB beside 1',
    'two in 300 MB beside 1',
    'large in 600 MB beside 0',
    'endless in 300 MB beside 0',
    'three in 300 MB beside 1',
    'endless in 600 MB beside 0',
  ])
})

test('a large file is read by itself at once', async () => {
  const given: number[] = []
  const answer: ParseAnswer = { ok: false, error: { code: 'unreadable', message: 'Nothing in it.' } }
  const start: StartReader = ({ memory }) => {
    given.push(memory)
    return { ready: Promise.resolve(), read: async ({ tasks }) => tasks.map(() => answer), end() {} }
  }
  parser = makeParser({ start, byItself: () => ({ heap: 1, memory: 1 }) })
  await expect(parser.parse(new Uint8Array(25 * 1024 * 1024), 'a.pdf')).rejects.toMatchObject({
    message: 'Nothing in it.',
  })
  expect(given).toEqual([1])
})
