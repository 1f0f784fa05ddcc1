import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../app/model.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from '../testCase.ts'

let open: TestCase
let actors: readonly Actor[]
beforeEach(async () => {
  open = openTestCase()
  const { id } = await importText(open.call, sampleText)
  await open.call('annotation.create', {
    articleId: id,
    kind: 'event',
    segments: [{ start: 40, end: 60 }],
    fields: { participants: ['Alice', 'Bob'] },
  })
  actors = (await open.call('case.records', {})).actors
})
afterEach(() => open.close())

test('an actor is renamed and described; aliases are trimmed and said once', async () => {
  const [alice] = actors
  const patch = {
    name: ' Alice Smith ',
    type: 'person',
    aliases: [' Alice', 'ALICE', 'alice smith', ''],
  } as const
  expect(
    await open.call('actor.update', { id: alice!.id, patch: { ...patch, aliases: [...patch.aliases] } }),
  ).toEqual({
    ...alice,
    name: 'Alice Smith',
    type: 'person',
    aliases: ['Alice'],
  })
})

test('a name that another actor goes by is refused', async () => {
  const [alice] = actors
  expect(await refusal(open.call('actor.update', { id: alice!.id, patch: { name: 'bob' } }))).toEqual({
    code: 'refused',
    message: '“bob” is already a name of the actor Bob.',
  })
  expect((await refusal(open.call('actor.update', { id: alice!.id, patch: { name: '  ' } }))).code).toBe(
    'bad-input',
  )
})
