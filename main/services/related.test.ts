import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../app/model.ts'
import type { RelatedArticles } from '../../app/results.ts'
import { importText, openTestCase, refusal, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const robbery = [
  'Gunmen rob bank in Nairobi',
  'Three gunmen robbed the Kenya Commercial Bank in Nairobi on Monday and fled with four million shillings.',
  'Detective Wanjiru Kamau said the gunmen had worn uniforms of the Nairobi water company.',
]
const otherRobbery = [
  'Nairobi bank robbers wore uniforms',
  'Detective Wanjiru Kamau told reporters in Nairobi that uniforms of the water company had been stolen in May.',
  'The Kenya Commercial Bank offered a reward for the shillings.',
]
const flood = [
  'River rises in Dresden',
  'The Elbe rose by two metres in Dresden on Friday and meadows were under water.',
  'Mayor Helma Krause had the old bridge closed to cars and trams until further notice.',
]
const bring = (lines: readonly string[]) => importText(open.call, lines.join('\n\n'))
const ask = (article: Article) => open.call('article.related', { id: article.id, most: 20 })
const headlines = ({ rows }: RelatedArticles) => rows.map(({ article }) => article.headline)

test('the articles that tell of the same are named with the words that rests on, others are not', async () => {
  const first = await bring(robbery)
  const second = await bring(otherRobbery)
  await bring(flood)
  const answer = await ask(first)
  expect(answer).toMatchObject({ read: 3, of: 3, stopped: false })
  expect(answer.rows).toMatchObject([{ article: second, sameSource: false, shared: null, reprint: false }])
  expect(answer.rows[0]?.words).toContain('Kamau')
  expect(answer.rows[0]?.score).toBeGreaterThan(0.1)
})

test('a reprint comes first, with how much it shares, and whether the case marks both as one source', async () => {
  const first = await bring(robbery)
  await bring(otherRobbery)
  const copy = await bring(['Bank robbed', ...robbery.slice(1), 'No one was hurt.'])
  const { rows } = await ask(first)
  expect(rows[0]).toMatchObject({ article: { id: copy.id }, reprint: true, shared: { runs: 1 } })
  expect(rows[0]?.sameSource).toBe(copy.reprintOf === first.id)
  await open.call('article.update', { id: copy.id, patch: { reprintOf: first.id } })
  expect((await ask(first)).rows[0]).toMatchObject({ sameSource: true, article: { reprintOf: first.id } })
})

test('what is imported, removed, corrected or undone after the first question is in the next answer', async () => {
  const first = await bring(robbery)
  expect(headlines(await ask(first))).toEqual([])
  const second = await bring(otherRobbery)
  await bring(flood)
  expect(headlines(await ask(first))).toEqual([second.headline])
  await open.call('article.remove', { ids: [second.id] })
  expect(headlines(await ask(first))).toEqual([])
  await open.call('history.undo', {})
  expect(headlines(await ask(first))).toEqual([second.headline])
  const { revision } = await open.call('article.get', { id: second.id })
  const blocks = flood.map((text, index) => ({
    type: index === 0 ? ('heading' as const) : ('paragraph' as const),
    level: index === 0 ? 1 : null,
    furniture: null,
    text,
  }))
  const steps = [[1, revision.text.length, flood.join('\n\n').length]]
  await open.call('article.correct', { id: second.id, revisionId: revision.id, blocks, steps })
  expect(headlines(await ask(first))).toEqual([])
  await open.call('history.undo', {})
  expect(headlines(await ask(first))).toEqual([second.headline])
})

test('the passages that say what one says are named with their article, words and place', async () => {
  const first = await bring(robbery)
  const second = await bring(otherRobbery)
  await bring(flood)
  const text = robbery[2] ?? ''
  const answer = await open.call('article.relatedPassages', { id: first.id, text, most: 20 })
  expect(answer).toMatchObject({ read: 3, of: 3, stopped: false })
  const [best] = answer.rows
  expect(best).toMatchObject({ article: second, sort: 'reworded', text: otherRobbery[1] })
  expect(best?.words.map(({ there }) => there)).toEqual(
    expect.arrayContaining(['uniforms', 'water', 'Kamau']),
  )
  const { revision } = await open.call('article.get', { id: second.id })
  expect(revision.text.slice(best?.range.start, best?.range.end)).toBe(otherRobbery[1])
  expect(answer.rows.every(({ article }) => article.id === second.id)).toBe(true)
})

test('passages of an article that is not there are refused', async () => {
  const first = await bring(robbery)
  await open.call('article.remove', { ids: [first.id] })
  const asked = open.call('article.relatedPassages', { id: first.id, text: 'Gunmen rob bank', most: 5 })
  expect((await refusal(asked)).code).toBe('not-found')
})

test('how far the reading is, is told to its end', async () => {
  const first = await bring(robbery)
  for (let count = 0; count < 30; count += 1)
    await bring([`Notice ${count}`, `Lot ${count} of the harbour auction goes to bidder ${count * 7}.`])
  await ask(first)
  await expect
    .poll(() => open.events.findLast(({ event }) => event === 'relating'))
    .toEqual({ event: 'relating', value: { read: 31, of: 31, stopped: false } })
  expect(await ask(first)).toMatchObject({ read: 31, of: 31 })
})

test('a question about an article that is not there is refused, and one that waits when the case closes too', async () => {
  const first = await bring(robbery)
  await open.call('article.remove', { ids: [first.id] })
  expect((await refusal(ask(first))).code).toBe('not-found')
  await open.call('history.undo', {})
  const waiting = refusal(ask(first))
  open.host.close()
  expect((await waiting).code).toBe('cancelled')
})
