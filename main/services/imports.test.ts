import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../app/contract.ts'
import { openTestCase, refusal, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const subjects = [
  'bridge',
  'harvest',
  'election',
  'strike',
  'flood',
  'trial',
  'museum',
  'budget',
  'railway',
  'harbour',
]
const body = (number: number) =>
  `The ${subjects[number % 10]} of region ${number} was the matter of the day ${number}. The governor ${number} said on Monday that all would be well by year ${number}, and that nobody in town ${number} need fear for the ${subjects[(number + 3) % 10]}.`
const records = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      title: `Story ${from + at} of the ${subjects[(from + at) % 10]}`,
      maintext: body(from + at),
      url: `https://example.org/story/${from + at}`,
    }),
  ).join('\n')
const send = (name: string, text: string, more: Partial<Input<'article.import'>> = {}) =>
  open.call('article.import', { name, origin: 'file', bytes: Buffer.from(text).toString('base64'), ...more })
const countArticles = async () => (await open.call('case.info', {})).articles

test('a file of many articles is one step to undo, one line of the history, and one to redo', async () => {
  await send('one.txt', `A story of its own\n\n${body(99)}\n`)
  const result = await send('feed.jsonl', records(25))
  expect(result.read).toMatchObject({ format: 'json' })
  expect(result.outcomes.map(({ outcome }) => outcome)).toEqual(Array(25).fill('imported'))
  expect(await countArticles()).toBe(26)
  expect((await open.call('history.list', { limit: 10 })).map(({ label, size }) => [label, size])).toEqual([
    ['Import the articles of feed.jsonl', 25],
    ['Import an article', 1],
  ])
  await open.call('history.undo', {})
  expect(await countArticles()).toBe(1)
  expect((await open.call('case.info', {})).history).toEqual({
    undo: 'Import an article',
    redo: 'Import the articles of feed.jsonl',
  })
  await open.call('history.redo', {})
  expect(await countArticles()).toBe(26)
  expect((await open.call('case.check', {})).problems).toEqual([])
})

test('articles of one file share its bytes, know their place in it, and are listed in its order', async () => {
  await send('feed.jsonl', records(3))
  const { rows } = await open.call('article.list', { offset: 0, limit: 10 })
  expect(rows.map((row) => row.article.headline)).toEqual(
    [0, 1, 2].map((at) => `Story ${at} of the ${subjects[at]}`),
  )
  expect(new Set(rows.map((row) => row.article.sourceId)).size).toBe(1)
  const { revision } = await open.call('article.get', { id: rows[1]!.article.id })
  expect(revision.part).toEqual({ index: 1, name: expect.stringContaining('record 2') })
})

test('a file given again adds only what is not in yet', async () => {
  await send('feed.jsonl', records(3))
  const { outcomes } = await send('feed.jsonl', records(5))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'duplicate',
    'duplicate',
    'duplicate',
    'imported',
    'imported',
  ])
  expect((await send('feed.jsonl', records(5))).outcomes.map(({ outcome }) => outcome)).toEqual(
    Array(5).fill('duplicate'),
  )
})

test('an import that is called back leaves whole articles, says so, and goes on when it is sent again', async () => {
  const stop = open.host.subscribe((event) => {
    if (event.event === 'committed') void open.call('import.cancel', { tickets: ['mine'] })
  })
  const { outcomes } = await send('feed.jsonl', records(200), { ticket: 'mine' })
  stop()
  const done = await countArticles()
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(200)
  expect(outcomes.at(-1)).toMatchObject({
    outcome: 'refused',
    error: {
      code: 'cancelled',
      message: `The import was stopped after ${done} of its 200 articles; those are in the case.`,
    },
  })
  expect((await open.call('case.check', {})).problems).toEqual([])
  await send('feed.jsonl', records(200))
  expect(await countArticles()).toBe(200)
})

test('commands are answered between the articles of a large file', async () => {
  let done = false
  const importing = send('feed.jsonl', records(400)).then(() => {
    done = true
  })
  const seen: number[] = []
  while (!done) {
    // A call of a window comes as an event of its own.
    await setImmediate()
    seen.push(await countArticles())
  }
  await importing
  expect(seen.filter((count) => count > 0 && count < 400).length).toBeGreaterThan(5)
})

test('files read side by side are listed in the order in which they were given', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  await Promise.all(names.map((name, at) => send(`${name}.txt`, `Headline of file ${name}\n\n${body(at)}\n`)))
  const { rows } = await open.call('article.list', { offset: 0, limit: 10 })
  expect(rows.map((row) => row.article.headline)).toEqual(names.map((name) => `Headline of file ${name}`))
})

test('the formats can be listed, and one can be chosen against what the content says', async () => {
  const formats = await open.call('import.formats', {})
  expect(formats.map(({ id }) => id)).toEqual(expect.arrayContaining(['html', 'text', 'pdf', 'zip']))
  const { read } = await send('a.md', `# A headline in Markdown\n\n${body(1)}\n`, { format: 'text' })
  expect(read?.format).toBe('text')
})

test('a file that waits for another of the same bytes is told that its case was closed meanwhile', async () => {
  const text = `A story of its own\n\n${body(7)}\n`
  const both = [send('a.txt', text), send('b.txt', text)].map((sending) =>
    sending.then(
      () => 'in',
      (error: { code: string }) => error.code,
    ),
  )
  await open.call('case.create', { path: `${open.folder}/other.gainsay` })
  expect(await Promise.all(both)).toEqual(['cancelled', 'cancelled'])
  expect(await countArticles()).toBe(0)
})

test('while files come in, undo takes back none of them; what the person did can be undone', async () => {
  const { outcomes } = await send('one.txt', `A story of its own\n\n${body(99)}\n`)
  const [first] = outcomes
  if (first?.outcome !== 'imported') throw new Error('The first file was not imported.')
  const refused: string[] = []
  const tried: Promise<unknown>[] = []
  open.host.subscribe((event) => {
    if (
      event.event === 'committed' &&
      event.value.cause === 'do' &&
      event.value.label === 'Import an article'
    )
      tried.push(open.call('history.undo', {}).catch((error: Error) => refused.push(error.message)))
  })
  await Promise.all([1, 2, 3].map((at) => send(`${at}.txt`, `Story number ${at}\n\n${body(at)}\n`)))
  await Promise.all(tried)
  expect(refused).toHaveLength(3)
  expect(refused[0]).toContain('Files are still coming in')
  expect(await countArticles()).toBe(4)
  const { id } = first.article
  const coming = send('5.txt', `Story number 5\n\n${body(5)}\n`)
  await open.call('article.update', { id, patch: { publisher: 'Dawn' } })
  await open.call('history.undo', {})
  await coming
  expect(await countArticles()).toBe(5)
  expect((await open.call('article.get', { id })).article.publisher).toBe(first.article.publisher)
})

test('while files come in, undo does not take back a later capture that came with them either', async () => {
  const page = (more: string) => `A story of its own\n\n${[1, 2, 3, 4].map(body).join(' ')}${more}\n`
  await send('one.txt', page(''))
  const refused: Promise<string>[] = []
  open.host.subscribe((event) => {
    if (event.event === 'committed' && event.value.label === 'Take in a later capture')
      refused.push(refusal(open.call('history.undo', {})).then(({ code }) => code))
  })
  await Promise.all([
    send('later.txt', page(' Nobody was hurt.'), { onSimilar: 'revision' }),
    send('5.txt', `Story number 5\n\n${body(5)}\n`),
  ])
  expect(await Promise.all(refused)).toEqual(['refused'])
  expect(await countArticles()).toBe(2)
})

test('a file that is meant for another case than the open one is not taken', async () => {
  const [path, text] = [open.path, `A story of its own\n\n${body(99)}\n`]
  await open.call('case.create', { path: join(open.folder, 'other.gainsay') })
  expect(await refusal(send('one.txt', text, { path }))).toMatchObject({ code: 'cancelled' })
  expect(await countArticles()).toBe(0)
  const { path: now } = await open.call('case.info', {})
  await send('one.txt', text, { path: now })
  expect(await countArticles()).toBe(1)
})
