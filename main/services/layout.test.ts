import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import type { Layout } from '../../app/layout.ts'
import { callHost } from '../callHost.ts'
import { openHost } from '../host.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

test('a layout is kept with the case, outside of history, counter and events', async () => {
  const { id } = await importText(open.call, sampleText)
  expect(await open.call('layout.get', {})).toBe(null)
  const layout: Layout = { columns: [{ articleId: id, share: 2.5, place: 40 }], active: 0 }
  const before = await open.call('case.info', {})
  const told = open.events.length
  expect(await open.call('layout.set', { path: before.path, layout })).toEqual({ kept: true })
  expect(await open.call('layout.get', {})).toEqual(layout)
  expect(await open.call('case.info', {})).toEqual(before)
  expect(open.events.length).toBe(told)
  expect(await open.call('case.check', {})).toMatchObject({ ok: true })
  open.host.close()
  const again = openHost({ casePath: open.path, profile: null })
  expect(await callHost(again)('layout.get', {})).toEqual(layout)
  again.close()
})

test('a layout meant for another case is not taken, and one with five columns or an article in two is refused', async () => {
  const layout: Layout = { columns: [], active: 0 }
  expect(await open.call('layout.set', { path: '/tmp/other.gainsay', layout })).toEqual({ kept: false })
  expect(await open.call('layout.get', {})).toBe(null)
  const column = { articleId: (await importText(open.call, sampleText)).id, share: null, place: 0 }
  const five = Array.from({ length: 5 }, (_, at) => ({ ...column, articleId: `art_00000${at}` as ArticleId })) // of the form of an id
  for (const columns of [five, [column, column]])
    expect(
      (await refusal(open.call('layout.set', { path: open.path, layout: { columns, active: 0 } }))).code,
    ).toBe('bad-input')
})

test('the column that keys act on stays the same where one before it is gone', async () => {
  const said = (who: string) =>
    importText(open.call, `Officials speak of peace\n\n${who} said on Friday that all would gain by it.\n`)
  const ids = [(await said('One man')).id, (await said('A woman')).id, (await said('Nobody')).id]
  const columns = ids.map((articleId) => ({ articleId, share: null, place: 0 }))
  await open.call('layout.set', { path: open.path, layout: { columns, active: 1 } })
  await open.call('article.remove', { ids: ids.slice(0, 1) })
  expect(await open.call('layout.get', {})).toEqual({ columns: columns.slice(1), active: 0 })
  await open.call('history.undo', {})
  await open.call('article.remove', { ids: ids.slice(1) })
  expect(await open.call('layout.get', {})).toEqual({ columns: columns.slice(0, 1), active: 0 })
})

test('an article that is gone is no column, and one again once its removal is undone', async () => {
  const { id } = await importText(open.call, sampleText)
  const layout: Layout = { columns: [{ articleId: id, share: null, place: 0 }], active: 0 }
  await open.call('layout.set', { path: open.path, layout })
  await open.call('article.remove', { ids: [id] })
  expect(await open.call('layout.get', {})).toEqual({ columns: [], active: 0 })
  await open.call('history.undo', {})
  expect(await open.call('layout.get', {})).toEqual(layout)
})
