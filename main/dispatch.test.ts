import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract } from '../app/contract.ts'
import { GainsayError } from '../app/errors.ts'
import { type CaseFile, openCaseFile } from '../db/open.ts'
import { dispatch } from './dispatch.ts'
import type { Context } from './handlers.ts'
import { makeImportDesk } from './import/importDesk.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from './testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const badInput = (id: number | null) => ({
  id,
  ok: false,
  error: { code: 'bad-input', message: expect.any(String) },
})

test('an envelope that is none is refused, with its id where it has one', async () => {
  const given: [unknown, number | null][] = [
    [null, null],
    [undefined, null],
    ['case.info', null],
    [[], null],
    [{}, null],
    [{ id: 'x', method: 'case.info', input: {} }, null],
    [{ id: -1, method: 'case.info', input: {} }, -1],
    [{ id: 3, method: 7, input: {} }, 3],
    [{ id: 3, method: 'case.info', input: {}, more: 1 }, 3],
    [{ id: 3, method: 'x'.repeat(65), input: {} }, 3],
  ]
  for (const [request, id] of given) expect(await open.host.dispatch(request)).toEqual(badInput(id))
})

test('methods that the contract does not have are refused, whatever objects have by nature', async () => {
  for (const method of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'case.nothing', '']) {
    expect(await open.host.dispatch({ id: 1, method, input: {} })).toEqual({
      id: 1,
      ok: false,
      error: { code: 'bad-input', message: `There is no method “${method}”.` },
    })
  }
})

test('every method checks its input before anything happens', async () => {
  for (const method of Object.keys(contract)) {
    expect(await open.host.dispatch({ id: 2, method, input: { unheardOf: 1 } })).toEqual(badInput(2))
    expect(await open.host.dispatch({ id: 2, method, input: null })).toEqual(badInput(2))
  }
  expect(open.events).toEqual([])
})

test('a full disk is said so, loses nothing, and leaves the case usable', async () => {
  const article = await importText(open.call, sampleText)
  open.host.close()
  const file = openCaseFile(open.path)
  const ask = (method: string, input: unknown) => dispatch({ id: 1, method, input }, () => bareContext(file))
  const create = (note: string) =>
    ask('annotation.create', {
      articleId: article.id,
      kind: 'claim',
      segments: [{ start: 40, end: 60 }],
      note,
    })
  const pages = Number(file.db.connection.pragma('page_count', { simple: true }))
  const before = await ask('case.records', {})
  file.db.connection.pragma(`max_page_count = ${pages + 1}`)
  expect(await create('x'.repeat(19_000))).toEqual({
    id: 1,
    ok: false,
    error: {
      code: 'disk-full',
      message: 'The disk is full. The case was left as it was; make some room and try again.',
    },
  })
  expect(await ask('case.records', {})).toEqual(before)
  expect(await ask('case.check', {})).toMatchObject({ ok: true, value: { ok: true } })
  file.db.connection.pragma('max_page_count = 100000')
  expect(await create('x'.repeat(19_000))).toMatchObject({ ok: true })
  expect(await ask('history.undo', {})).toMatchObject({ ok: true })
  file.close()
})

function bareContext(file: CaseFile): Context {
  const unused = () => {
    throw new GainsayError('internal', 'This test needs nothing of the kind.')
  }
  return {
    file,
    db: file.db,
    profile: null,
    publish: () => undefined,
    parse: unused,
    desk: makeImportDesk(),
    related: { ask: unused, askPassages: unused, stop: unused, follow: unused, reset: unused },
    assertStillOpen: unused,
    switchTo: unused,
    getSettings: unused,
    setSettings: unused,
  }
}

test('after closing, calls are refused and do not throw', async () => {
  open.host.close()
  expect((await refusal(open.call('case.info', {}))).code).toBe('disconnected')
})
