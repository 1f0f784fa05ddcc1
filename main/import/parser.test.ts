import { afterEach, expect, test } from 'vitest'
import type { ParseAnswer, ParsedArticle, ParsedFile } from './parsed.ts'
import { makeParser, type Parser } from './parser.ts'
import { getProgramUrl } from './programUrl.ts'
import { ReaderEnded, type StartReader } from './reader.ts'

let parser: Parser | null = null
const asRead = (parsed: ParsedFile) => parsed
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
  const parsed = await parser.parse({ bytes, name: 'a.txt' }, asRead)
  expect(parsed.articles[0]?.metadata.headline).toBe('Ministers deny talks')
  await expect(parser.parse({ bytes: new Uint8Array(0), name: 'b.txt' }, asRead)).rejects.toMatchObject({
    name: 'GainsayError',
  })
}, 30_000)

test('a closed parser reads nothing more', async () => {
  parser = makeParser()
  const reading = parser.parse(
    { bytes: Buffer.from('A headline\n\nAnd a sentence that is long enough.'), name: 'a.txt' },
    asRead,
  )
  parser.close()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  await expect(parser.parse({ bytes: new Uint8Array(0), name: 'b.txt' }, asRead)).rejects.toMatchObject({
    code: 'cancelled',
  })
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
  const first = parser.parse({ bytes: new Uint8Array(1), name: 'a.txt', signal: stop.signal }, asRead)
  await expect(first).rejects.toMatchObject({ message: 'Nothing in it.' })
  await expect(parser.parse({ bytes: new Uint8Array(1), name: 'b.txt' }, asRead)).rejects.toMatchObject({
    message: 'Nothing in it.',
  })
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
  parser = makeParser({ start, beside: room(300), byItself: () => room(600), hasRoom: () => true })
  const parse = (name: string) => parser?.parse({ bytes: new Uint8Array(100_000), name }, asRead)
  const sentences = (await Promise.allSettled(['one', 'large', 'two', 'endless', 'three'].map(parse))).map(
    (one) => (one.status === 'rejected' ? one.reason.message : one.value),
  )
  expect(sentences).toEqual([
    'one was read.',
    'large was read.',
    'two was read.',
    expect.stringContaining('more memory than there was for it'),
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
  await expect(
    parser.parse({ bytes: new Uint8Array(25 * 1024 * 1024), name: 'a.pdf' }, asRead),
  ).rejects.toMatchObject({
    message: 'Nothing in it.',
  })
  expect(given).toEqual([1])
})

/** Readers that answer with an article each, and tell when each was begun. */
function readersOf(begun: string[], text = 'A sentence.'): StartReader {
  const article = { text } as ParsedArticle // of an article only its text counts here
  const answer = { ok: true, value: { articles: [article] } } as unknown as ParseAnswer
  return () => ({
    ready: Promise.resolve(),
    async read({ tasks }) {
      begun.push(...tasks.map(({ name }) => name))
      await new Promise(setImmediate)
      return tasks.map(() => answer)
    },
    end() {},
  })
}
const breath = () => new Promise((done) => setTimeout(done, 20))

test('a file that is read by itself is not begun while the articles of another are taken over', async () => {
  const begun: string[] = []
  parser = makeParser({ start: readersOf(begun), byItself: () => ({ heap: 1, memory: 1 }) })
  const taken = Promise.withResolvers<string>()
  const first = parser.parse({ bytes: new Uint8Array(1), name: 'small' }, () => taken.promise)
  const second = parser.parse({ bytes: new Uint8Array(25 * 1024 * 1024), name: 'large' }, () => 'large is in')
  await breath()
  expect(begun).toEqual(['small'])
  taken.resolve('small is in')
  expect([await first, await second, begun]).toEqual(['small is in', 'large is in', ['small', 'large']])
})

test('no file is begun while a long article of another is taken over', async () => {
  const begun: string[] = []
  parser = makeParser({ start: readersOf(begun, 'A sentence. '.repeat(200_000)) })
  const taken = Promise.withResolvers<string>()
  const first = parser.parse({ bytes: new Uint8Array(1), name: 'long' }, () => taken.promise)
  await breath()
  const second = parser.parse({ bytes: new Uint8Array(1), name: 'small' }, () => 'small is in')
  await breath()
  expect(begun).toEqual(['long'])
  taken.resolve('long is in')
  expect([await first, await second, begun]).toEqual(['long is in', 'small is in', ['long', 'small']])
})

test('a file whose articles could not be taken over holds up no other', async () => {
  parser = makeParser({ start: readersOf([]), byItself: () => ({ heap: 1, memory: 1 }) })
  const full = new Error('The disk is full.')
  const first = parser.parse({ bytes: new Uint8Array(1), name: 'small' }, () => Promise.reject(full))
  await expect(first).rejects.toBe(full)
  const second = parser.parse({ bytes: new Uint8Array(25 * 1024 * 1024), name: 'large' }, () => 'large is in')
  expect(await second).toBe('large is in')
})

test('files are read one after the other where the host leaves no room for two', async () => {
  for (const most of [1, 2]) {
    const begun: string[] = []
    parser = makeParser({ start: readersOf(begun), hasRoom: (count) => count <= most })
    const parse = (name: string) =>
      parser?.parse({ bytes: new Uint8Array(100_000), name }, () => begun.length)
    expect(await Promise.all(['a', 'b'].map(parse))).toEqual([most, 2])
    parser.close()
  }
})
