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

test('two actors become one: the other’s names are aliases, and it speaks where either spoke; undo parts them again', async () => {
  const [alice, bob] = actors
  const before = await open.call('case.records', {})
  const merged = await open.call('actor.merge', { from: bob!.id, into: alice!.id })
  expect(merged).toEqual({ ...alice, aliases: ['Bob'] })
  const after = await open.call('case.records', {})
  expect(after.actors).toEqual([merged])
  expect(after.annotations.map((annotation) => annotation.fields)).toEqual([
    { title: '', when: null, where: '', participantIds: [alice!.id] },
  ])
  await open.call('history.undo', {})
  expect({ ...(await open.call('case.records', {})), counter: before.counter }).toEqual(before)
})

test('actors whose notes are too long for one are not merged', async () => {
  const [alice, bob] = actors
  await open.call('actor.update', { id: alice!.id, patch: { note: 'a'.repeat(12_000) } })
  await open.call('actor.update', { id: bob!.id, patch: { note: 'b'.repeat(12_000) } })
  expect(await refusal(open.call('actor.merge', { from: bob!.id, into: alice!.id }))).toEqual({
    code: 'refused',
    message: 'Together the notes of the two have 24001 characters; 20000 are the most. Shorten one first.',
  })
  await open.call('actor.update', { id: bob!.id, patch: { note: 'short' } })
  await open.call('actor.merge', { from: bob!.id, into: alice!.id })
  expect((await open.call('case.check', {})).problems).toEqual([])
})

test('an actor is not merged with itself', async () => {
  const [alice] = actors
  expect((await refusal(open.call('actor.merge', { from: alice!.id, into: alice!.id }))).code).toBe('refused')
})

test('an actor is split: the new one takes the passages named, and the alias that it is called by', async () => {
  const [alice] = actors
  await open.call('actor.update', { id: alice!.id, patch: { aliases: ['Alicia'] } })
  const [annotation] = (await open.call('case.records', {})).annotations
  const made = await open.call('actor.split', {
    id: alice!.id,
    name: 'Alicia',
    annotationIds: [annotation!.id],
  })
  const after = await open.call('case.records', {})
  expect(after.actors.map(({ name, aliases }) => ({ name, aliases }))).toEqual([
    { name: 'Alice', aliases: [] },
    { name: 'Alicia', aliases: [] },
    { name: 'Bob', aliases: [] },
  ])
  expect(after.annotations.map((one) => one.fields)).toMatchObject([
    { participantIds: [made.id, actors[1]!.id] },
  ])
})

test('a split into a name that is taken, or of passages that do not name the actor, is refused', async () => {
  const [alice, bob] = actors
  const [annotation] = (await open.call('case.records', {})).annotations
  const split = (name: string, id = alice!.id) =>
    refusal(open.call('actor.split', { id, name, annotationIds: [annotation!.id] }))
  expect((await split('bob')).message).toBe('“bob” is already a name of the actor Bob.')
  expect((await split('ALICE')).message).toBe('“ALICE” is already a name of the actor Alice.')
  const other = await open.call('annotation.create', {
    articleId: annotation!.articleId,
    kind: 'claim',
    segments: [{ start: 60, end: 80 }],
  })
  expect(
    await refusal(open.call('actor.split', { id: bob!.id, name: 'Eve', annotationIds: [other.id] })),
  ).toEqual({ code: 'refused', message: 'Not all of these passages name Bob.' })
})
