import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport, type TestTransport } from '../client/testTransport.ts'
import { createRecordStore, type RecordStore } from '../records/recordStore.ts'
import { info, records as noRecords } from '../records/testCase.ts'
import { createWorkspace, type Workspace } from '../workspace/workspace.ts'
import { type ArticleList, createArticleList } from './articleList.ts'

let transport: TestTransport
let list: ArticleList
let workspace: Workspace
let records: RecordStore

beforeEach(() => {
  vi.useFakeTimers()
  transport = createTestTransport()
  const client = createClient(transport)
  workspace = createWorkspace()
  records = createRecordStore(client)
  list = createArticleList(client, records, workspace)
  transport.open()
})
afterEach(() => {
  vi.useRealTimers()
})

const page = (from: number, count: number, total: number) => ({
  total,
  rows: Array.from({ length: count }, (_, at) => ({
    article: { id: `art_${from + at}` },
    counts: {},
    source: { format: 'text', origin: 'file' },
    sharing: 0,
    snippet: null,
  })),
})
const inputs = () =>
  transport.sent.filter((request) => request.method === 'article.list').map((request) => request.input)
const asked = (method: string) => transport.sent.some((request) => request.method === method)
const answer = async (value: unknown) => {
  transport.answer('article.list', value)
  if (asked('article.publishers')) transport.answer('article.publishers', [{ publisher: 'Dawn', count: 1 }])
  await vi.advanceTimersByTimeAsync(0)
}
const opened = async (total: number) => {
  void list.refresh()
  await answer(page(0, Math.min(100, total), total))
}
const ids = () => [...list.get().rows.values()].map((row) => row.article.id)

test('pages are fetched as they are scrolled into view, each once', async () => {
  await opened(250)
  expect(list.get().total).toBe(250)
  list.need(90, 130)
  list.need(95, 135)
  expect(inputs()).toEqual([{ sort: 'imported', descending: true, offset: 100, limit: 100 }])
  await answer(page(100, 100, 250))
  expect(list.get().rows.get(130)?.article.id).toBe('art_130')
})

test('while a search is on its way the old rows stay, and its late forerunner is dropped', async () => {
  await opened(2)
  workspace.patch({ search: 'pan' })
  await vi.advanceTimersByTimeAsync(200)
  expect(ids()).toEqual(['art_0', 'art_1'])
  workspace.patch({ search: 'panetta' })
  await vi.advanceTimersByTimeAsync(200)
  expect(inputs().map((input) => (input as { search: string }).search)).toEqual(['pan', 'panetta'])
  transport.answer('article.list', page(50, 1, 1))
  await answer(page(70, 1, 1))
  expect(ids()).toEqual(['art_70'])
  expect(list.get()).toMatchObject({ search: 'panetta', total: 1 })
})

test('a search leaves its order to the host, best match first, until another is asked for while it stands', async () => {
  await opened(3)
  const orders: unknown[] = []
  const ordered = async (ask: () => void) => {
    ask()
    await vi.advanceTimersByTimeAsync(200)
    const { search, sort, descending } = inputs()[0] as Record<string, unknown>
    orders.push({ search, sort, descending })
    await answer(page(0, 2, 2))
  }
  await ordered(() => workspace.patch({ search: 'pan' }))
  await ordered(() => list.order('published', true))
  await ordered(() => list.orderByMatch())
  await ordered(() => list.order('headline', false))
  await ordered(() => workspace.patch({ search: '' }))
  await ordered(() => workspace.patch({ search: 'pan' }))
  expect(orders).toEqual([
    { search: 'pan' },
    { search: 'pan', sort: 'published', descending: true },
    { search: 'pan' },
    { search: 'pan', sort: 'headline', descending: false },
    { sort: 'headline', descending: false },
    { search: 'pan' },
  ])
})

test('whoever acts on a search that is still on its way waits for its rows', async () => {
  await opened(3)
  expect(await list.answered()).toBe(true)
  workspace.patch({ search: 'pan' })
  let here: boolean | null = null
  void list.answered().then((answered) => {
    here = answered
  })
  await vi.advanceTimersByTimeAsync(200)
  expect(here).toBeNull()
  await answer(page(7, 1, 1))
  expect(here).toBe(true)
  expect(ids()).toEqual(['art_7'])
})

test('when a search is cleared the list begins at the article that is open, wherever it stands', async () => {
  await opened(950)
  workspace.patch({ articleId: 'art_517' as ArticleId, search: 'panetta' })
  await vi.advanceTimersByTimeAsync(200)
  await answer(page(70, 1, 1))
  workspace.patch({ search: '' })
  await vi.advanceTimersByTimeAsync(200)
  expect(transport.sent.map(({ method, input }) => [method, input])).toEqual([
    ['article.place', { id: 'art_517', sort: 'imported', descending: true }],
  ])
  transport.answer('article.place', 517)
  await vi.advanceTimersByTimeAsync(0)
  expect(inputs()).toEqual([{ sort: 'imported', descending: true, offset: 500, limit: 100 }])
  await answer(page(500, 100, 950))
  expect(list.get()).toMatchObject({ search: '', total: 950 })
  expect(list.findIndex('art_517' as ArticleId)).toBe(517)
})

test('asking anew resolves with rows there, also when another question came in between', async () => {
  let there: (string | undefined)[] | null = null
  void list.restart().then(() => {
    there = ids()
  })
  void list.refresh()
  transport.answer('article.list', page(50, 1, 1))
  await vi.advanceTimersByTimeAsync(0)
  expect(there).toBe(null)
  transport.answer('article.publishers', [])
  await answer(page(70, 1, 1))
  expect(there).toEqual(['art_70'])
})

test('a failure is shown, and asking anew mends it', async () => {
  void list.refresh()
  transport.refuse('article.list', 'Not now.')
  transport.answer('article.publishers', [])
  await vi.advanceTimersByTimeAsync(0)
  expect(list.get().error?.message).toBe('Not now.')
  await opened(1)
  expect(list.get().error).toBe(null)
})

test('neighbours follow the order shown, also over the edge of a page, and end at the ends', async () => {
  await opened(101)
  expect(await list.findNeighbour('art_3' as ArticleId, 1)).toBe('art_4')
  expect(await list.findNeighbour('art_0' as ArticleId, -1)).toBe(null)
  const last = list.findNeighbour('art_99' as ArticleId, 1)
  await answer(page(100, 1, 101))
  expect(await last).toBe('art_100')
})

test('a publisher filter is part of the question, null meaning none', async () => {
  list.filter(null)
  expect(inputs()).toEqual([{ sort: 'imported', descending: true, offset: 0, limit: 100, publisher: null }])
})

test('publishers come with the rows, and are asked for again only after articles changed', async () => {
  await opened(2)
  expect(list.get().publishers).toEqual([{ publisher: 'Dawn', count: 1 }])
  list.order('headline', false)
  expect(asked('article.publishers')).toBe(false)
  await answer(page(0, 2, 2))
  const loaded = records.load()
  transport.answer('case.info', info(1, { articles: 2 }))
  transport.answer('case.records', noRecords(1))
  await loaded
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked('article.publishers')).toBe(true)
})
