import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation, ThreadRecord } from '../../app/model.ts'
import { openTestCase, refusal, type TestCase, tagSample } from '../testCase.ts'

let open: TestCase
let claim: Annotation
let second: Annotation
let denial: Annotation

beforeEach(async () => {
  open = openTestCase()
  ;({ claim, second, denial } = await tagSample(open.call))
})
afterEach(() => open.close())

const threads = async () => (await open.call('case.records', {})).threads

/** The order of the list: by age, and by id where two are of the same moment. */
const asListed = (a: ThreadRecord, b: ThreadRecord) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)

test('a thread is named, renamed and let go again, each as a step that undo takes back', async () => {
  const made = await open.call('thread.create', { title: ' Secret talks ', memberIds: [claim.id, claim.id] })
  expect(made).toMatchObject({ title: 'Secret talks', memberIds: [claim.id], apart: false })
  const renamed = await open.call('thread.update', { id: made.id, title: 'Talks' })
  expect(await threads()).toEqual([renamed])
  expect((await open.call('case.info', {})).history.undo).toBe('Name a thread')
  expect(await open.call('thread.remove', { ids: [made.id] })).toEqual({ removed: 1 })
  expect(await threads()).toEqual([])
  await open.call('history.undo', {})
  await open.call('history.undo', {})
  expect(await threads()).toEqual([made])
  expect((await open.call('case.check', {})).problems).toEqual([])
})

test('annotations are held together, and a later split takes over what an earlier one set apart', async () => {
  const first = await open.call('thread.create', { memberIds: [claim.id, second.id], apart: true })
  const later = await open.call('thread.create', { memberIds: [second.id, denial.id], apart: true })
  expect(await threads()).toEqual([{ ...first, memberIds: [claim.id] }, later].toSorted(asListed))
  await open.call('history.undo', {})
  expect(await threads()).toEqual([first])
})

test('what is left of a split thread is held together in the same step', async () => {
  const made = await open.call('thread.create', {
    memberIds: [claim.id],
    apart: true,
    rest: [second.id, denial.id],
  })
  expect((await threads()).map(({ memberIds, apart }) => ({ memberIds, apart }))).toEqual(
    expect.arrayContaining([
      { memberIds: made.memberIds, apart: true },
      { memberIds: [second.id, denial.id], apart: false },
    ]),
  )
  await open.call('history.undo', {})
  expect(await threads()).toEqual([])
})

test('a thread that follows its links again keeps the title it was given', async () => {
  const split = await open.call('thread.create', {
    title: 'Talks',
    memberIds: [claim.id, second.id],
    apart: true,
  })
  const merged = await open.call('thread.create', { memberIds: [claim.id, denial.id] })
  await open.call('thread.remove', { ids: [split.id, merged.id] })
  expect(await threads()).toEqual([{ ...split, memberIds: [claim.id], apart: false }])
  await open.call('history.undo', {})
  expect(await threads()).toEqual([split, merged].toSorted(asListed))
  expect((await open.call('case.check', {})).problems).toEqual([])
})

test('an annotation that is removed leaves its threads; one without members goes with it, and undo brings it back', async () => {
  const both = await open.call('thread.create', { title: 'Both', memberIds: [claim.id, second.id] })
  const alone = await open.call('thread.create', { title: 'Alone', memberIds: [claim.id] })
  await open.call('annotation.remove', { ids: [claim.id] })
  expect(await threads()).toEqual([{ ...both, memberIds: [second.id] }])
  expect((await open.call('case.check', {})).problems).toEqual([])
  await open.call('history.undo', {})
  expect(await threads()).toEqual([both, alone].toSorted(asListed))
})

test('a passage that is not in the case is refused', async () => {
  await open.call('annotation.remove', { ids: [claim.id] })
  expect((await refusal(open.call('thread.create', { memberIds: [claim.id] }))).code).toBe('not-found')
})
