import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blockSeparator } from '../../app/blocks.ts'
import { maxImportBytes } from '../../app/limits.ts'
import { importOne, importText, openTestCase, refusal, sampleText, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const story = (number: number) =>
  `Story number ${number} of the day\n\nThe minister of region ${number} said on Monday that the harvest would be good this year, and that prices would fall in all markets.\n`
const base64 = (data: string | Uint8Array) => Buffer.from(data).toString('base64')
const count = async (table: string) => {
  // The proof is in the file itself.
  open.host.close()
  const { default: Database } = await import('better-sqlite3')
  const connection = new Database(open.path)
  const number = connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  connection.close()
  return number
}

test('an import keeps the bytes, their SHA-256 and the text whose blocks tile it', async () => {
  const article = await importText(open.call, sampleText, 'C:\\stories\\first story.txt')
  const { revision, source } = await open.call('article.get', { id: article.id })
  expect(source).toEqual({
    id: article.sourceId,
    name: 'first story.txt',
    origin: 'paste',
    mediaType: 'text/plain',
    size: Buffer.byteLength(sampleText),
    sha256: createHash('sha256').update(sampleText).digest('hex'),
    encoding: source.encoding,
    encodingSure: true,
    format: 'text',
    mapping: null,
    importedAt: article.importedAt,
  })
  expect(source.encoding.toLowerCase()).toBe('utf-8')
  const kept = await open.call('article.source', { id: article.id })
  expect(Buffer.from(kept.bytes, 'base64').toString()).toBe(sampleText)
  expect(
    revision.blocks.map((block) => revision.text.slice(block.start, block.end)).join(blockSeparator),
  ).toBe(revision.text)
  expect(article.headline).toBe('Ministers deny talks with rebels')
})

test('the same bytes, or the same body in other bytes, are a duplicate of the article that is there', async () => {
  const article = await importText(open.call, story(1))
  const again = (text: string) =>
    importOne(open.call, { name: 'again.txt', origin: 'file', bytes: base64(text), onSimilar: 'separate' })
  expect(await again(story(1))).toEqual({ outcome: 'duplicate', name: 'again.txt', of: article })
  expect(await again(story(1).replaceAll('\n', '\r\n'))).toEqual({
    outcome: 'duplicate',
    name: 'again.txt',
    of: article,
  })
  expect((await again(story(2))).outcome).toBe('imported')
  expect((await open.call('case.info', {})).articles).toBe(2)
})

test('two imports of the same file at the same time make one article', async () => {
  const input = { name: 'a.txt', origin: 'file', bytes: base64(story(1)) } as const
  const outcomes = await Promise.all([importOne(open.call, input), importOne(open.call, input)])
  expect(outcomes.map((each) => each.outcome).sort()).toEqual(['duplicate', 'imported'])
})

test('what cannot be read as an article is refused with a sentence and leaves the case as it was', async () => {
  const files = [
    new Uint8Array(0),
    new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9]),
    Buffer.alloc(maxImportBytes + 1, 'a'),
  ]
  for (const bytes of files) {
    const outcome = await importOne(open.call, {
      name: 'bad.txt',
      origin: 'file',
      bytes: base64(bytes),
    })
    expect(outcome).toMatchObject({ outcome: 'refused', name: 'bad.txt' })
    if (outcome.outcome === 'refused') expect(outcome.error.message).toMatch(/^[A-Z“].*\.$/)
  }
  expect(await open.call('case.info', {})).toMatchObject({ counter: 0, articles: 0 })
})

test('an undone import can be redone; a new step drops it with its material, and the file can be imported again', async () => {
  await importText(open.call, story(1))
  await open.call('history.undo', {})
  const { changes } = await open.call('history.redo', {})
  const restored = changes[0]?.type === 'article' ? changes[0].after : null
  expect((await open.call('article.get', { id: restored!.id })).article).toEqual(restored)
  await open.call('history.undo', {})
  await importText(open.call, story(1))
  expect((await open.call('case.check', {})).problems).toEqual([])
  expect(await count('source')).toBe(1)
})

test('the material of a removed article stays, so that removal can be undone', async () => {
  const article = await importText(open.call, sampleText)
  const content = await open.call('article.get', { id: article.id })
  await open.call('annotation.create', {
    articleId: article.id,
    kind: 'claim',
    segments: [{ start: 40, end: 60 }],
    fields: { speaker: 'X' },
  })
  const before = await open.call('case.records', {})
  expect(await open.call('article.remove', { ids: [article.id] })).toEqual({ removed: 1 })
  expect((await refusal(open.call('article.get', { id: article.id }))).code).toBe('not-found')
  expect(await open.call('article.list', { search: 'rebels', offset: 0, limit: 5 })).toEqual({
    total: 0,
    rows: [],
  })
  await open.call('history.undo', {})
  expect(await open.call('article.get', { id: article.id })).toEqual(content)
  expect({ ...(await open.call('case.records', {})), counter: 0 }).toEqual({ ...before, counter: 0 })
  expect((await open.call('article.list', { search: 'rebels', offset: 0, limit: 5 })).total).toBe(1)
})

test('metadata is corrected, emptied fields become unknown, and a confirmed headline is no longer proposed', async () => {
  const article = await importText(
    open.call,
    'The Pakistani military is holding back counter-terrorism cooperation with the United States while talks go on, officials said on Monday in the capital.\n\nThe officials gave no further details of the matter at the time of writing, and declined to be named.\n',
  )
  expect(article.headlineProposed).toBe(true)
  const confirmed = await open.call('article.update', {
    id: article.id,
    patch: { headline: article.headline },
  })
  expect(confirmed).toEqual({ ...article, headlineProposed: false })
  const patch = { publisher: ' Dawn ', published: '2011-09', url: '', authors: [' A. Writer ', ''] }
  expect(await open.call('article.update', { id: article.id, patch })).toEqual({
    ...confirmed,
    publisher: 'Dawn',
    published: '2011-09',
    url: null,
    authors: ['A. Writer'],
  })
  const error = await refusal(open.call('article.update', { id: article.id, patch: { published: 'May' } }))
  expect(error.code).toBe('bad-input')
})

test('folding a block away takes it out of the search, restoring brings it back', async () => {
  const article = await importText(open.call, sampleText)
  const { revision } = await open.call('article.get', { id: article.id })
  const index = revision.blocks.findIndex((block) =>
    revision.text.slice(block.start, block.end).includes('witnesses'),
  )
  const found = async () =>
    (await open.call('article.list', { search: 'witnesses', offset: 0, limit: 5 })).total
  expect(await found()).toBe(1)
  const folded = await open.call('article.setFurniture', { id: article.id, blocks: [index], furniture: true })
  expect(folded.flippedBlocks).toEqual([index])
  expect(await found()).toBe(0)
  const again = await open.call('article.setFurniture', { id: article.id, blocks: [index], furniture: true })
  expect(again).toEqual(folded)
  await open.call('article.setFurniture', { id: article.id, blocks: [index], furniture: false })
  expect(await found()).toBe(1)
  expect(
    (await refusal(open.call('article.setFurniture', { id: article.id, blocks: [999], furniture: true })))
      .code,
  ).toBe('bad-input')
})

test('the library is filtered, sorted, paged, counted and searched', async () => {
  const articles = []
  for (const number of [1, 2, 3, 4]) articles.push(await importText(open.call, story(number)))
  const [first, second, third, fourth] = articles
  const set = (id: typeof first, patch: object) => open.call('article.update', { id: id!.id, patch })
  await set(first, { publisher: 'Reuters', published: '2012-01', headline: 'beta' })
  await set(second, { publisher: 'Dawn', published: '2011-01', headline: 'Alpha' })
  await set(third, { publisher: 'Dawn', headline: 'gamma' })
  await set(fourth, { publisher: null, published: '2013', headline: 'Delta' })
  await open.call('annotation.create', {
    articleId: second!.id,
    kind: 'event',
    segments: [{ start: 0, end: 5 }],
  })
  const list = async (filter: object) => {
    const page = await open.call('article.list', { offset: 0, limit: 10, ...filter })
    return [page.total, ...page.rows.map((row) => row.article.headline)]
  }
  expect(await list({})).toEqual([4, 'beta', 'Alpha', 'gamma', 'Delta'])
  expect(await list({ descending: true })).toEqual([4, 'Delta', 'gamma', 'Alpha', 'beta'])
  expect(await list({ sort: 'headline' })).toEqual([4, 'Alpha', 'beta', 'Delta', 'gamma'])
  expect(await list({ sort: 'published' })).toEqual([4, 'Alpha', 'beta', 'Delta', 'gamma'])
  expect(await list({ sort: 'published', descending: true })).toEqual([4, 'Delta', 'beta', 'Alpha', 'gamma'])
  expect(await list({ publisher: 'Dawn' })).toEqual([2, 'Alpha', 'gamma'])
  expect(await list({ publisher: null })).toEqual([1, 'Delta'])
  expect(await list({ offset: 1, limit: 2 })).toEqual([4, 'Alpha', 'gamma'])
  expect(await list({ offset: 9 })).toEqual([4])
  expect(await list({ search: 'gamma' })).toEqual([1, 'gamma'])
  expect(await list({ search: '"region 2"' })).toEqual([1, 'Alpha'])
  expect(await list({ search: 'harvest', publisher: 'Dawn', sort: 'headline' })).toEqual([
    2,
    'Alpha',
    'gamma',
  ])
  const place = (filter: object) => open.call('article.place', { id: third!.id, ...filter })
  expect(await place({})).toBe(2)
  expect(await place({ sort: 'headline' })).toBe(3)
  expect(await place({ sort: 'published', descending: true, publisher: 'Dawn' })).toBe(1)
  expect(await place({ publisher: null })).toBe(null)
  expect(await list({ search: '  ' })).toEqual([4, 'beta', 'Alpha', 'gamma', 'Delta'])
  expect(await list({ search: '***' })).toEqual([0])
  const { rows } = await open.call('article.list', { search: 'harvest alpha', offset: 0, limit: 1 })
  expect(rows[0]?.counts).toEqual({ claim: 0, denial: 0, event: 1 })
  expect(rows[0]?.snippet?.marks.length).toBeGreaterThan(0)
  expect(await open.call('article.publishers', {})).toEqual([
    { publisher: 'Dawn', count: 2 },
    { publisher: 'Reuters', count: 1 },
    { publisher: null, count: 1 },
  ])
  const records = await open.call('article.records', { ids: [third!.id, 'art_zzzzzz' as never, first!.id] })
  expect(records.map((article) => article.headline)).toEqual(['gamma', 'beta'])
})
