import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../app/model.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from '../testCase.ts'

let open: TestCase
let article: Article
let text: string

beforeEach(async () => {
  open = openTestCase()
  article = await importText(open.call, sampleText)
  text = (await open.call('article.get', { id: article.id })).revision.text
})
afterEach(() => open.close())

const rangeOf = (words: string) => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in the text.`)
  return { start, end: start + words.length }
}
const tag = (kind: 'claim' | 'denial' | 'event', words: string, more = {}) =>
  open.call('annotation.create', { articleId: article.id, kind, segments: [rangeOf(words)], ...more })
const actors = async () => (await open.call('case.records', {})).actors.map((actor) => actor.name)

test('a passage is stored with its words, context, fields and times', async () => {
  const made = await tag('claim', 'secret talks with the rebels had begun', {
    fields: { speaker: 'Senior official', attribution: 'indirect', said: '2011-03' },
    labels: ['talks', 'talks'],
    reliability: 'B',
  })
  const { start, end } = rangeOf('secret talks with the rebels had begun')
  const records = await open.call('case.records', {})
  expect(records.annotations).toEqual([made])
  expect(made).toEqual({
    id: made.id,
    articleId: article.id,
    revisionId: article.revisionId,
    detached: false,
    kind: 'claim',
    segments: [
      {
        start,
        end,
        exact: 'secret talks with the rebels had begun',
        prefix: text.slice(start - 32, start),
        suffix: text.slice(end, end + 32),
      },
    ],
    fields: {
      speakerId: records.actors[0]?.id,
      attribution: 'indirect',
      certainty: null,
      about: '',
      said: '2011-03',
    },
    note: '',
    labels: ['talks'],
    reliability: 'B',
    credibility: null,
    createdAt: made.createdAt,
    updatedAt: made.createdAt,
  })
})

test('the event comes before the reply and holds the actor that was added', async () => {
  const before = open.events.length
  const promise = tag('denial', 'baseless propaganda', { fields: { speaker: 'Foreign ministry' } })
  const made = await promise
  expect(open.events.slice(before)).toMatchObject([
    {
      event: 'committed',
      value: {
        cause: 'do',
        label: 'Tag a denial',
        changes: [
          { type: 'actor', before: null, after: { name: 'Foreign ministry' } },
          { type: 'annotation', id: made.id, before: null, after: made },
        ],
        history: { undo: 'Tag a denial', redo: null },
      },
    },
  ])
})

test('a speaker is found by name or alias whatever the case, and added only once', async () => {
  await tag('claim', 'senior official', { fields: { speaker: 'Leon  Panetta' } })
  const [actor] = (await open.call('case.records', {})).actors
  await open.call('actor.update', { id: actor!.id, patch: { aliases: ['The Secretary'] } })
  await tag('claim', 'secret talks', { fields: { speaker: 'leon panetta' } })
  await tag('denial', 'foreign ministry', { fields: { speaker: 'THE SECRETARY' } })
  const event = await tag('event', 'police post', {
    fields: { participants: ['Rebels', 'rebels', 'Leon Panetta'] },
  })
  expect(await actors()).toEqual(['Leon  Panetta', 'Rebels'])
  expect(event.kind === 'event' && event.fields.participantIds.length).toBe(2)
})

test('an actor that nothing names any more goes with the change, unless somebody described it', async () => {
  const made = await tag('claim', 'senior official', { fields: { speaker: 'First' } })
  await open.call('annotation.update', { id: made.id, fields: { speaker: 'Second' } })
  expect(await actors()).toEqual(['Second'])
  await open.call('history.undo', {})
  expect(await actors()).toEqual(['First'])
  const other = await tag('claim', 'secret talks', { fields: { speaker: 'First' } })
  await open.call('annotation.remove', { ids: [made.id] })
  expect(await actors()).toEqual(['First'])
  const [first] = (await open.call('case.records', {})).actors
  await open.call('actor.update', { id: first!.id, patch: { type: 'person' } })
  await open.call('annotation.remove', { ids: [other.id] })
  expect(await actors()).toEqual(['First'])
})

test('segments are put in order and merged where they touch or overlap', async () => {
  const made = await open.call('annotation.create', {
    articleId: article.id,
    kind: 'claim',
    segments: [
      { start: 60, end: 70 },
      { start: 40, end: 50 },
      { start: 50, end: 55 },
    ],
  })
  expect(made.segments.map(({ start, end }) => [start, end])).toEqual([
    [40, 55],
    [60, 70],
  ])
})

test('segments outside the text, empty, or inside a character are refused and nothing is written', async () => {
  const emoji = await importText(
    open.call,
    'A headline here\n\nThe minister 🙂 said on Monday that the talks had begun in the capital.',
  )
  const { revision } = await open.call('article.get', { id: emoji.id })
  const face = revision.text.indexOf('🙂')
  const before = await open.call('case.info', {})
  for (const range of [
    { start: 5, end: 5 },
    { start: 9, end: 5 },
    { start: 0, end: revision.text.length + 1 },
    { start: face + 1, end: face + 5 },
    { start: 0, end: face + 1 },
  ]) {
    const error = await refusal(
      open.call('annotation.create', { articleId: emoji.id, kind: 'claim', segments: [range] }),
    )
    expect(error.code).toBe('bad-input')
  }
  expect(await open.call('case.info', {})).toEqual(before)
})

test('a field that the kind does not have is refused by name', async () => {
  expect(await refusal(tag('event', 'police post', { fields: { speaker: 'X' } }))).toEqual({
    code: 'bad-input',
    message: '“speaker” is not a field of an event; it has title, when, where, participants.',
  })
  expect((await refusal(tag('claim', 'police post', { fields: { stance: 'denies' } }))).message).toContain(
    'a claim',
  )
})

test('a date that is none is refused with what dates look like', async () => {
  const error = await refusal(tag('event', 'police post', { fields: { when: 'last May' } }))
  expect(error.code).toBe('bad-input')
  expect(error.message).toContain('when: “last May” is not a date')
  const fuzzy = await tag('event', 'police post', { fields: { when: ' 2011~ ' } })
  expect(fuzzy.kind === 'event' && fuzzy.fields.when).toBe('2011~')
})

test('an update changes what is given, leaves the rest, and writes nothing when nothing changes', async () => {
  const made = await tag('claim', 'senior official', { fields: { speaker: 'X', about: 'talks' }, note: 'n' })
  const after = await open.call('annotation.update', { id: made.id, fields: { certainty: 'alleged' } })
  expect(after).toEqual({
    ...made,
    fields: { ...made.fields, certainty: 'alleged' },
    updatedAt: after.updatedAt,
  })
  const { counter } = await open.call('case.info', {})
  expect(await open.call('annotation.update', { id: made.id, note: 'n' })).toEqual(after)
  expect((await open.call('case.info', {})).counter).toBe(counter)
})

test('a kind can be changed and keeps the fields both kinds have', async () => {
  const made = await tag('claim', 'senior official', {
    fields: { speaker: 'X', said: '2011', about: 'talks' },
  })
  const turned = await open.call('annotation.update', { id: made.id, kind: 'denial' })
  expect(turned.fields).toEqual({
    speakerId: made.kind === 'claim' ? made.fields.speakerId : null,
    stance: null,
    said: '2011',
  })
  const event = await open.call('annotation.update', {
    id: made.id,
    kind: 'event',
    fields: { title: 'Talks' },
  })
  expect(event.fields).toEqual({ title: 'Talks', when: null, where: '', participantIds: [] })
  expect(await actors()).toEqual([])
})

test('a kind that a link forbids is refused with the rule', async () => {
  const claim = await tag('claim', 'secret talks')
  const denial = await tag('denial', 'denied the report', {
    link: { other: claim.id, relation: 'denies', newIs: 'from' },
  })
  for (const id of [claim.id, denial.id]) {
    const error = await refusal(open.call('annotation.update', { id, kind: 'event' }))
    expect(error.code).toBe('refused')
    expect(error.message).toContain('“denies” leads from a denial to a claim')
  }
})

test('tagging with a link is one step; a link the rules forbid leaves no passage behind', async () => {
  const claim = await tag('claim', 'secret talks')
  const error = await refusal(
    tag('event', 'police post', { link: { other: claim.id, relation: 'denies', newIs: 'from' } }),
  )
  expect(error.code).toBe('refused')
  expect((await open.call('case.records', {})).annotations).toEqual([claim])
  await tag('denial', 'denied the report', { link: { other: claim.id, relation: 'denies', newIs: 'from' } })
  await open.call('history.undo', {})
  const records = await open.call('case.records', {})
  expect([records.annotations, records.links]).toEqual([[claim], []])
})

test('removing passages takes their links along, and one undo brings all back', async () => {
  const claim = await tag('claim', 'secret talks', { fields: { speaker: 'X' } })
  const denial = await tag('denial', 'denied the report', {
    link: { other: claim.id, relation: 'denies', newIs: 'from' },
  })
  const before = await open.call('case.records', {})
  expect(await open.call('annotation.remove', { ids: [claim.id, denial.id, claim.id] })).toEqual({
    removed: 2,
  })
  const empty = await open.call('case.records', {})
  expect([empty.annotations, empty.links, empty.actors]).toEqual([[], [], []])
  await open.call('history.undo', {})
  expect({ ...(await open.call('case.records', {})), counter: 0 }).toEqual({ ...before, counter: 0 })
})

test('what is not there is not found', async () => {
  const error = await refusal(open.call('annotation.update', { id: 'ann_aaaaaaaa' as never, note: '' }))
  expect(error).toEqual({ code: 'not-found', message: 'There is no annotation ann_aaaaaaaa in this case.' })
})

test('half characters in notes are stored as the replacement character and can be undone', async () => {
  const made = await tag('claim', 'secret talks', { note: 'half \ud83d' })
  expect(made.note).toBe('half \ufffd')
  await open.call('annotation.update', { id: made.id, note: 'nul \0 inside' })
  await open.call('history.undo', {})
  await open.call('history.undo', {})
  expect((await open.call('case.check', {})).problems).toEqual([])
})
