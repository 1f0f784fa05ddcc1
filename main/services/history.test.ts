import { afterEach, beforeEach, expect, test } from 'vitest'
import { callHost } from '../callHost.ts'
import { openHost } from '../host.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const tag = async (id: string) =>
  open.call('annotation.create', {
    articleId: id as never,
    kind: 'claim',
    segments: [{ start: 40, end: 60 }],
  })

test('with nothing to undo or redo both say so', async () => {
  expect(await refusal(open.call('history.undo', {}))).toEqual({
    code: 'nothing-to-do',
    message: 'There is nothing to undo.',
  })
  expect((await refusal(open.call('history.redo', {}))).code).toBe('nothing-to-do')
})

test('undo and redo walk the steps, tell their cause, and raise the counter each time', async () => {
  const { id } = await importText(open.call, sampleText)
  const made = await tag(id)
  const undone = await open.call('history.undo', {})
  expect(undone).toEqual({
    counter: 3,
    cause: 'undo',
    label: 'Tag a claim',
    changes: [{ type: 'annotation', id: made.id, before: made, after: null }],
    history: { undo: 'Import an article', redo: 'Tag a claim' },
  })
  const redone = await open.call('history.redo', {})
  expect(redone).toMatchObject({ counter: 4, cause: 'redo', history: { undo: 'Tag a claim', redo: null } })
  expect(open.events.at(-1)).toEqual({ event: 'committed', value: redone })
})

test('a new step drops what was undone', async () => {
  const { id } = await importText(open.call, sampleText)
  await tag(id)
  await open.call('history.undo', {})
  await open.call('article.update', { id, patch: { publisher: 'Dawn' } })
  expect((await refusal(open.call('history.redo', {}))).code).toBe('nothing-to-do')
  const steps = await open.call('history.list', { limit: 10 })
  expect(steps.map(({ label, undone, size }) => ({ label, undone, size }))).toEqual([
    { label: 'Correct metadata', undone: false, size: 1 },
    { label: 'Import an article', undone: false, size: 1 },
  ])
})

test('history outlasts the process: what was undone before closing can be redone after', async () => {
  const { id } = await importText(open.call, sampleText)
  const made = await tag(id)
  await open.call('history.undo', {})
  open.host.close()
  const host = openHost({ casePath: open.path, profile: null })
  const call = callHost(host)
  await call('history.redo', {})
  expect((await call('case.records', {})).annotations).toEqual([made])
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await call('case.info', {})).toMatchObject({
    articles: 0,
    history: { undo: null, redo: 'Import an article' },
  })
  host.close()
})
