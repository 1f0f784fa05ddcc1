import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../../app/model.ts'
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

test('a link is made, noted and removed, each as a step', async () => {
  const link = await open.call('link.create', { fromId: denial.id, relation: 'denies', toId: claim.id })
  expect((await open.call('case.records', {})).links).toEqual([link])
  const noted = await open.call('link.update', { id: link.id, note: 'on the record' })
  expect(noted).toEqual({ ...link, note: 'on the record' })
  expect(await open.call('link.remove', { ids: [link.id] })).toEqual({ removed: 1 })
  expect((await open.call('case.records', {})).links).toEqual([])
  await open.call('history.undo', {})
  expect((await open.call('case.records', {})).links).toEqual([noted])
})

test('a relation that does not join these kinds is refused with the sentence of the rule', async () => {
  expect(
    await refusal(open.call('link.create', { fromId: claim.id, relation: 'denies', toId: denial.id })),
  ).toEqual({
    code: 'refused',
    message: '“denies” leads from a denial to a claim, not from a claim to a denial.',
  })
  const link = await open.call('link.create', { fromId: denial.id, relation: 'denies', toId: claim.id })
  expect((await refusal(open.call('link.update', { id: link.id, relation: 'follows' }))).code).toBe('refused')
})

test('the same link a second time is refused, also turned where the relation is symmetric', async () => {
  await open.call('link.create', { fromId: claim.id, relation: 'same claim', toId: second.id })
  const again = { code: 'refused', message: 'These two passages are linked as “same claim” already.' }
  expect(
    await refusal(open.call('link.create', { fromId: claim.id, relation: 'same claim', toId: second.id })),
  ).toEqual(again)
  expect(
    await refusal(open.call('link.create', { fromId: second.id, relation: 'same claim', toId: claim.id })),
  ).toEqual(again)
  await open.call('link.create', { fromId: claim.id, relation: 'supports', toId: second.id })
  await open.call('link.create', { fromId: second.id, relation: 'supports', toId: claim.id })
})

test('a relation is not changed into one that is there already', async () => {
  await open.call('link.create', { fromId: claim.id, relation: 'same claim', toId: second.id })
  const link = await open.call('link.create', { fromId: second.id, relation: 'supports', toId: claim.id })
  expect((await refusal(open.call('link.update', { id: link.id, relation: 'same claim' }))).code).toBe(
    'refused',
  )
  const turned = await open.call('link.update', { id: link.id, relation: 'contradicts' })
  expect(turned.relation).toBe('contradicts')
})
