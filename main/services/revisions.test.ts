import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifySegment } from '../../app/anchor/segment.ts'
import type { Input } from '../../app/contract.ts'
import type { Annotation, Article } from '../../app/model.ts'
import { makeZip } from '../import/formats/testFiles.ts'
import { importOne, openTestCase, refusal, type TestCase } from '../testCase.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const sentences = [
  'The minister said on Monday that the secret talks with the rebels had begun in March in the capital.',
  'The spokesman of the army denied the report and called it baseless propaganda of the enemies of peace.',
  'Witnesses told reporters that four officers had died in the attack on the police post near the border.',
  'The price of bread rose again in all markets of the region, which traders put down to the long drought.',
  'A commission of five judges will look into the case and report to the parliament by the end of the year.',
]
const page = (
  body: readonly string[],
  site = 'The Daily Example',
  url = 'https://www.example.org/news/talks.html',
) =>
  `<!doctype html><html lang="en"><head><title>Talks with rebels have begun, minister says</title>
<meta property="og:site_name" content="${site}"><meta property="og:url" content="${url}"><link rel="canonical" href="${url}">
<meta property="og:title" content="Talks with rebels have begun, minister says"></head><body><article>
<h1>Talks with rebels have begun, minister says</h1>${body.map((one) => `<p>${one}</p>`).join('\n')}</article></body></html>`

const send = (text: string, more: Partial<Input<'article.import'>> = {}, name = 'talks.html') =>
  importOne(open.call, { name, origin: 'file', bytes: Buffer.from(text).toString('base64'), ...more })

async function imported(text: string, more: Partial<Input<'article.import'>> = {}): Promise<Article> {
  const outcome = await send(text, more)
  if (outcome.outcome !== 'imported') throw new Error(`It was not imported: ${JSON.stringify(outcome)}`)
  return outcome.article
}

async function tag(article: Article, words: string): Promise<Annotation> {
  const { revision } = await open.call('article.get', { id: article.id })
  const start = revision.text.indexOf(words)
  return open.call('annotation.create', {
    articleId: article.id,
    kind: 'claim',
    segments: [{ start, end: start + words.length }],
  })
}

const annotationsNow = async () => (await open.call('case.records', {})).annotations
const expectWhole = async () => expect((await open.call('case.check', {})).problems).toEqual([])
const edited = [...sentences.slice(0, 1), 'This paragraph is new in the story.', ...sentences.slice(1)].map(
  (one) => one.replace('four officers', 'five officers'),
)

test('a later capture of the same address is offered, and changes nothing until it is taken', async () => {
  const article = await imported(page(sentences))
  const before = await open.call('case.info', {})
  const again = await send(
    page(edited, 'The Daily Example', 'http://example.org/news/talks.html?utm_source=x'),
  )
  expect(again).toMatchObject({ outcome: 'later capture', of: { id: article.id }, by: 'address' })
  expect(again.outcome === 'later capture' && again.score).toBeGreaterThan(0.6)
  expect(await open.call('case.info', {})).toEqual(before)
})

test('nearly the same text of the same publisher without an address is offered too', async () => {
  const article = await imported(page(sentences, 'The Daily Example', ''))
  expect(await send(page(edited, 'The daily example', ''))).toMatchObject({
    outcome: 'later capture',
    of: { id: article.id },
    by: 'text',
  })
})

test('a later capture taken in is a new revision: passages are kept, moved or wait for review, in one step', async () => {
  const article = await imported(page(sentences))
  const kept = await tag(article, 'secret talks')
  const moved = await tag(article, 'denied the report')
  const waits = await tag(article, 'four officers')
  const made = await send(page(edited), { onSimilar: 'revision' })
  expect(made).toMatchObject({ outcome: 'revised', carried: { kept: 1, moved: 1, review: 1 } })
  const content = await open.call('article.get', { id: article.id })
  expect(content.article.revisionId).not.toBe(article.revisionId)
  const byId = new Map((await annotationsNow()).map((one) => [one.id, one]))
  expect(byId.get(kept.id)).toEqual({
    ...kept,
    revisionId: content.revision.id,
    segments: byId.get(kept.id)?.segments,
  })
  expect(byId.get(kept.id)?.segments[0]?.start).toBe(kept.segments[0]?.start)
  expect(byId.get(moved.id)?.segments[0]?.exact).toBe('denied the report')
  expect(byId.get(waits.id)).toEqual(waits)
  for (const id of [kept.id, moved.id])
    expect(byId.get(id)?.segments.every((one) => verifySegment(content.revision.text, one))).toBe(true)
  const { rows } = await open.call('article.list', { offset: 0, limit: 5 })
  expect(rows.map((row) => [row.counts.claim, row.review])).toEqual([[3, 1]])
  await expectWhole()

  const revisions = await open.call('article.revisions', { id: article.id })
  expect(revisions.map(({ origin, current, annotations }) => ({ origin, current, annotations }))).toEqual([
    { origin: 'import', current: false, annotations: 1 },
    { origin: 'capture', current: true, annotations: 2 },
  ])
  const [first, second] = revisions
  const comparison = await open.call('article.compareRevisions', {
    id: article.id,
    from: first!.id,
    to: second!.id,
  })
  const changedPieces = comparison.blocks.flatMap(({ pieces }) =>
    pieces.filter(({ change }) => change !== 'same'),
  )
  expect(changedPieces.map(({ change, text }) => [change, text.trim()])).toEqual([
    ['added', 'This paragraph is new in the story.'],
    ['removed', 'four'],
    ['added', 'five'],
  ])
  expect((await open.call('article.get', { id: article.id, revisionId: first!.id })).revision.text).toContain(
    'four officers',
  )

  await open.call('history.undo', {})
  expect(await annotationsNow()).toEqual(
    [kept, moved, waits].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1)),
  )
  expect((await open.call('article.revisions', { id: article.id })).length).toBe(1)
  expect((await refusal(open.call('article.get', { id: article.id, revisionId: second!.id }))).code).toBe(
    'not-found',
  )
  await open.call('history.redo', {})
  await expectWhole()
})

test('an undone capture is no duplicate, and its text goes with the step that drops it', async () => {
  const article = await imported(page(sentences))
  await send(page(edited), { onSimilar: 'revision' })
  await open.call('history.undo', {})
  expect((await send(page(edited))).outcome).toBe('later capture')
  await open.call('article.update', { id: article.id, patch: { publisher: 'Other' } })
  expect((await send(page(edited), { onSimilar: 'revision' })).outcome).toBe('revised')
  expect((await open.call('article.get', { id: article.id })).article.publisher).toBe('Other')
  await expectWhole()
})

test('the review proposes a place, which is taken, marked anew, or left; each can be undone', async () => {
  const article = await imported(page(sentences))
  const first = await tag(article, 'four officers')
  const second = await tag(article, 'four officers had died')
  const third = await tag(article, 'told reporters that four')
  await send(page(edited), { onSimilar: 'revision' })
  const items = await open.call('review.list', { articleId: null })
  expect(items.map(({ annotation }) => annotation.id).sort()).toEqual([first.id, second.id, third.id].sort())
  const item = items.find(({ annotation }) => annotation.id === second.id)
  expect(item).toMatchObject({
    old: { words: 'four officers had died' },
    suggestion: { words: 'five officers had died' },
  })
  expect(item?.suggestion?.score).toBeCloseTo(0.75)
  expect(item?.now.before.endsWith('told reporters that ')).toBe(true)
  // What stands around is cut between words.
  expect(sentences[0]?.split(' ')).toContain(item?.old.before.split(' ')[0])
  expect(sentences[4]?.split(' ')).toContain(item?.old.after.split(' ').at(-1))

  const accepted = await open.call('review.accept', { id: second.id })
  const { article: now, revision } = await open.call('article.get', { id: article.id })
  expect(accepted).toMatchObject({
    revisionId: now.revisionId,
    segments: [{ exact: 'five officers had died' }],
  })
  expect((await refusal(open.call('review.accept', { id: second.id }))).code).toBe('refused')
  const start = revision.text.indexOf('five')
  const marked = await open.call('review.remark', { id: first.id, segments: [{ start, end: start + 4 }] })
  expect(marked).toMatchObject({ revisionId: now.revisionId, segments: [{ exact: 'five' }] })
  const left = await open.call('review.detach', { id: third.id })
  expect(left).toMatchObject({ detached: true, revisionId: article.revisionId, segments: third.segments })
  expect(await open.call('review.list', { articleId: article.id })).toEqual([])
  await expectWhole()
  await open.call('history.undo', {})
  expect((await open.call('review.list', { articleId: article.id })).length).toBe(1)
})

test('words chosen in a text that has gone on meanwhile tag, move and fold nothing', async () => {
  const article = await imported(page(sentences))
  const { revision } = await open.call('article.get', { id: article.id })
  const first = await tag(article, 'four officers had died')
  const range = { start: revision.text.indexOf('baseless'), end: revision.text.indexOf('baseless') + 8 }
  await send(page(edited), { onSimilar: 'revision' })
  const chosen = { segments: [range], revisionId: revision.id }
  const before = await open.call('case.info', {})
  const refused = await Promise.all(
    [
      open.call('annotation.create', { articleId: article.id, kind: 'claim', ...chosen }),
      open.call('review.remark', { id: first.id, ...chosen }),
      open.call('article.setFurniture', {
        id: article.id,
        blocks: [2],
        furniture: true,
        revisionId: revision.id,
      }),
    ].map(refusal),
  )
  expect(refused.map(({ code }) => code)).toEqual(['refused', 'refused', 'refused'])
  // A passage that stayed behind takes words of its own text, and none of the newer one.
  const now = (await open.call('article.get', { id: article.id })).revision
  const added = { id: first.id, segments: [range] }
  expect((await refusal(open.call('annotation.update', { ...added, revisionId: now.id }))).code).toBe(
    'refused',
  )
  expect(await open.call('case.info', {})).toEqual(before)
  const moved = await open.call('annotation.update', { ...added, revisionId: revision.id })
  expect(moved.segments.map(({ exact }) => exact)).toEqual(['baseless'])
})

test('the same story of another publisher is an article of its own that names the first; the mark can be corrected and goes on when the first is removed', async () => {
  const first = await imported(page(sentences))
  const second = await imported(page(edited, 'Evening Post', 'https://post.example.com/a/1'))
  const third = await imported(page(edited.slice(0, -1), 'Morning Star', 'https://star.example.com/b/2'))
  expect([second.reprintOf, third.reprintOf]).toEqual([first.id, first.id])
  const other = await imported(
    page(['It has nothing in common with them.'], 'Gazette', 'https://gazette.example.com/c/3'),
  )
  for (const one of [first, third])
    expect(await open.call('article.sharing', { id: one.id })).toEqual([first, second, third])
  expect(await open.call('article.sharing', { id: other.id })).toEqual([other])
  const { rows } = await open.call('article.list', { offset: 0, limit: 10 })
  expect(rows.map(({ article, sharing, source }) => [article.id, sharing, source])).toEqual([
    [first.id, 2, { format: 'html', origin: 'file' }],
    [second.id, 2, { format: 'html', origin: 'file' }],
    [third.id, 2, { format: 'html', origin: 'file' }],
    [other.id, 0, { format: 'html', origin: 'file' }],
  ])
  await open.call('article.remove', { ids: [first.id] })
  const records = await open.call('article.records', { ids: [second.id, third.id] })
  expect(records.map(({ reprintOf }) => reprintOf)).toEqual([null, second.id])
  const own = await open.call('article.update', { id: third.id, patch: { reprintOf: null } })
  expect(own.reprintOf).toBeNull()
  await open.call('article.update', { id: third.id, patch: { reprintOf: second.id } })
  expect(
    (await refusal(open.call('article.update', { id: second.id, patch: { reprintOf: third.id } }))).code,
  ).toBe('refused')
  // The first of a group that joins another takes its reprints along, and comes back with them.
  await open.call('article.update', { id: second.id, patch: { reprintOf: other.id } })
  const joined = await open.call('article.sharing', { id: third.id })
  expect(joined.map(({ id }) => id).sort()).toEqual([second.id, third.id, other.id].sort())
  await open.call('history.undo', {})
  expect((await open.call('article.sharing', { id: third.id })).map(({ id }) => id)).toEqual([
    second.id,
    third.id,
  ])
  await expectWhole()
})

test('an article that was removed and brought back is still the first of those that share its text', async () => {
  const first = await imported(page(sentences))
  const second = await imported(page(edited, 'Evening Post', 'https://post.example.com/a/1'))
  const third = await imported(page(edited.slice(0, -1), 'Morning Star', 'https://star.example.com/b/2'))
  await open.call('article.remove', { ids: [second.id] })
  await open.call('history.undo', {})
  expect(await open.call('article.sharing', { id: first.id })).toEqual([first, second, third])
})

test('the very words in another paper are a reprint; in the same paper, or in none that is known, a duplicate', async () => {
  const first = await imported(page(sentences))
  const second = await imported(page(sentences, 'Evening Post', 'https://post.example.com/a/1'))
  expect(second.reprintOf).toBe(first.id)
  expect(await send(page(sentences, 'Evening Post', 'https://post.example.com/other'))).toMatchObject({
    outcome: 'duplicate',
    of: { id: second.id },
  })
  expect(await send(page(sentences, 'The Daily Example Online'))).toMatchObject({
    outcome: 'duplicate',
    of: { id: first.id },
  })
  expect(await send(sentences.join('\n\n'), { name: 'talks.txt' })).toMatchObject({
    outcome: 'duplicate',
    of: { id: first.id },
  })
})

test('correcting the text makes a revision whose passages follow the edit; undone, all is as it was', async () => {
  const article = await imported(page(sentences))
  const { revision } = await open.call('article.get', { id: article.id })
  const around = await tag(article, 'secret talks with the rebels')
  const gone = await tag(article, 'Monday')
  const at = revision.text.indexOf('Monday')
  const typo = revision.text.indexOf('talks with')
  const blocks = revision.blocks.map(({ type, level, start, end, furniture }) => ({
    type,
    level,
    furniture,
    text: revision.text
      .slice(start, end)
      .replace('on Monday that', 'on  that')
      .replace('secret talks', 'secret TALKS'),
  }))
  const correct = {
    id: article.id,
    revisionId: revision.id,
    blocks,
    steps: [
      [at + 1, 6, 0],
      [typo + 1 - 6, 5, 5],
    ],
  }
  const made = await open.call('article.correct', correct)
  expect(made.carried).toEqual({ kept: 0, moved: 1, review: 1 })
  const byId = new Map((await annotationsNow()).map((one) => [one.id, one]))
  expect(byId.get(around.id)?.segments.map(({ exact }) => exact)).toEqual(['secret TALKS with the rebels'])
  expect(byId.get(gone.id)).toEqual(gone)
  expect((await open.call('article.get', { id: article.id })).revision).toMatchObject({
    origin: 'correction',
    baseId: revision.id,
  })
  expect((await open.call('article.list', { search: 'Monday', offset: 0, limit: 5 })).total).toBe(0)
  expect((await refusal(open.call('article.correct', correct))).code).toBe('refused')
  expect((await send(page(sentences))).outcome).toBe('duplicate')
  await expectWhole()
  await open.call('history.undo', {})
  expect((await open.call('article.get', { id: article.id })).revision).toEqual(revision)
  await expectWhole()
})

test('a correction with empty blocks, or with steps that lead elsewhere, is refused whole', async () => {
  const article = await imported(page(sentences))
  const { revision } = await open.call('article.get', { id: article.id })
  const block = { type: 'paragraph' as const, level: null, furniture: null }
  const input = (texts: string[], steps: number[][]) => ({
    id: article.id,
    revisionId: revision.id,
    blocks: texts.map((text) => ({ ...block, text })),
    steps,
  })
  for (const bad of [
    input(['  '], []),
    input(['a\n\nb'], []),
    input(['other'], []),
    input([revision.text.replaceAll('\n\n', ' ')], [[0, 1, 9, 5]]),
  ])
    expect((await refusal(open.call('article.correct', bad))).code).toBe('bad-input')
  expect((await open.call('case.info', {})).counter).toBe(1)
})

test('the kept bytes read in another encoding are a new revision; corrected metadata stays, proposed metadata is proposed anew', async () => {
  const text = `Überfälle in Köln\n\n${sentences.join('\n\n').replaceAll('talks', 'Gespräche')}\n`
  const outcome = await importOne(open.call, {
    name: 'k.txt',
    origin: 'file',
    bytes: Buffer.from(text, 'latin1').toString('base64'),
    encoding: 'windows-1251',
  })
  if (outcome.outcome !== 'imported') throw new Error(JSON.stringify(outcome))
  const { article } = outcome
  await open.call('article.update', { id: article.id, patch: { publisher: 'Stadtblatt' } })
  const passage = await tag(article, 'Witnesses told reporters')
  const made = await open.call('article.reread', { id: article.id, encoding: 'windows-1252' })
  expect(made.carried).toEqual({ kept: 1, moved: 0, review: 0 })
  expect(made.article).toMatchObject({ headline: 'Überfälle in Köln', publisher: 'Stadtblatt' })
  const { source, revision } = await open.call('article.get', { id: article.id })
  expect(source).toMatchObject({ encoding: 'windows-1252', name: 'k.txt' })
  expect(revision.origin).toBe('reread')
  expect((await annotationsNow())[0]?.segments).toEqual(passage.segments)
  await expectWhole()
})

test('metadata of several articles is corrected in one step', async () => {
  const articles = [
    await imported(page(sentences)),
    await imported(
      'A town opens its new bridge\n\nThe bridge over the river was opened on Sunday after three years of work, the mayor said in a speech.',
    ),
  ]
  const ids = articles.map(({ id }) => id)
  expect(
    await open.call('article.updateMany', { ids, patch: { publisher: 'Dawn', language: 'en' } }),
  ).toEqual({ updated: 2 })
  expect((await open.call('article.records', { ids })).map(({ publisher }) => publisher)).toEqual([
    'Dawn',
    'Dawn',
  ])
  await open.call('history.undo', {})
  expect(await open.call('article.records', { ids })).toEqual(articles)
})

test('a text in an archive shows that its encoding is a guess, and is read again in another one', async () => {
  const words = 'Сэр сказал нет. Да, нет, и да.'
  const cyrillic = Uint8Array.from([...words].map((sign) => windows1251(sign)))
  const bytes = Buffer.from(makeZip({ 'notes/a.txt': cyrillic, 'notes/b.txt': sentences.join('\n\n') }))
  const { read, outcomes } = await open.call('article.import', {
    name: 'notes.zip',
    origin: 'file',
    bytes: bytes.toString('base64'),
  })
  expect(read).toMatchObject({ format: 'text', mediaType: 'application/zip', encodingSure: false })
  const [first, second] = outcomes.map((outcome) => (outcome.outcome === 'imported' ? outcome.article : null))
  if (!first || !second) throw new Error(JSON.stringify(outcomes))
  const before = await open.call('article.get', { id: first.id })
  expect(before.source).toMatchObject({ encoding: read?.encoding, encodingSure: false })
  expect(before.revision.part).toEqual({
    index: 0,
    name: 'notes/a.txt',
    inside: 'notes/a.txt',
    outer: 'zip',
  })
  expect((await open.call('article.get', { id: second.id })).source).toMatchObject({
    encoding: 'utf-8',
    encodingSure: true,
  })

  await open.call('article.reread', { id: first.id, encoding: 'windows-1251' })
  const after = await open.call('article.get', { id: first.id })
  expect(after.revision.text).toBe(words)
  expect(after.source).toMatchObject({ format: 'text', encoding: 'windows-1251', encodingSure: true })
  await expectWhole()
})

test('what lies in a file that was read as the format somebody chose is read again through that one', async () => {
  const words = 'Сэр сказал нет. Да, нет, и да.'
  const attached = Buffer.from([...words].map((sign) => windows1251(sign))).toString('base64')
  // No mail to look at: without a sender, a subject or a date.
  const mail = `X-Kept: yes\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="a.txt"\nContent-Transfer-Encoding: base64\n\n${attached}\n--b--\n`
  const { outcomes } = await open.call('article.import', {
    name: 'kept.dat',
    origin: 'file',
    bytes: Buffer.from(mail).toString('base64'),
    format: 'eml',
  })
  const [outcome] = outcomes
  if (outcome?.outcome !== 'imported') throw new Error(JSON.stringify(outcomes))
  await open.call('article.reread', { id: outcome.article.id, encoding: 'windows-1251' })
  const { revision } = await open.call('article.get', { id: outcome.article.id })
  expect([revision.part?.inside, revision.part?.outer, revision.text]).toEqual(['a.txt', 'eml', words])
})

/** The byte of a sign in windows-1251. */
function windows1251(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 128 ? code : code - 0x350
}

test('a correction that is made while the file is read again is not written over', async () => {
  const article = await imported(page(sentences))
  const { revision } = await open.call('article.get', { id: article.id })
  const reading = refusal(open.call('article.reread', { id: article.id, encoding: 'windows-1252' }))
  const [first, ...rest] = revision.blocks.map(({ start, end, type, level, furniture }) => ({
    type,
    level,
    furniture,
    text: revision.text.slice(start, end),
  }))
  if (first === undefined) throw new Error('The article has no block.')
  const { revisionId } = await open.call('article.correct', {
    id: article.id,
    revisionId: revision.id,
    blocks: [{ ...first, text: `${first.text}!` }, ...rest],
    steps: [[first.text.length + 1, 0, 1]],
  })
  expect((await reading).code).toBe('refused')
  expect((await open.call('article.get', { id: article.id })).article.revisionId).toBe(revisionId)
  await expectWhole()
})

test('a later capture of a file of several articles is taken in alone', async () => {
  const other = sentences.map((one) => one.replaceAll('the', 'that').replaceAll('in', 'near'))
  const talks = await imported(page(sentences))
  await imported(page(other, 'The Daily Example', 'https://www.example.org/news/other.html'))
  const zip = makeZip({
    'a.html': page(edited),
    'b.html': page(
      [...other, 'One more sentence.'],
      'The Daily Example',
      'https://www.example.org/news/other.html',
    ),
    'c.txt':
      'Ship lost at sea\n\nA ship with twelve sailors was lost in the storm of Friday night, they said.',
  })
  const give = async (more: Partial<Input<'article.import'>>) => {
    const bytes = Buffer.from(zip).toString('base64')
    const { outcomes } = await open.call('article.import', { name: 'a.zip', origin: 'file', bytes, ...more })
    return outcomes.map(({ name, outcome, ...more }) => [name, outcome, 'place' in more ? more.place : null])
  }
  expect(await give({})).toEqual([
    ['a.html', 'later capture', 0],
    ['b.html', 'later capture', 1],
    ['c.txt', 'imported', null],
  ])
  expect(await give({ onSimilar: 'revision', places: [0] })).toEqual([['a.html', 'revised', null]])
  const { revision } = await open.call('article.get', { id: talks.id })
  expect(revision.part).toMatchObject({ index: 0, name: 'a.html' })
  expect(await give({})).toEqual([
    ['a.html', 'duplicate', null],
    ['b.html', 'later capture', 1],
    ['c.txt', 'duplicate', null],
  ])
  expect(await refusal(give({ onSimilar: 'revision', places: [3] }))).toMatchObject({ code: 'not-found' })
  await expectWhole()
})
