import { afterEach, expect, test } from 'vitest'
import { verifySegment } from '../app/anchor/segment.ts'
import type { Call } from '../app/contract.ts'
import { GainsayError } from '../app/errors.ts'
import type { ArticleId } from '../app/ids.ts'
import type { Annotation, Article } from '../app/model.ts'
import type { ArticleContent, CaseRecords } from '../app/results.ts'
import { kinds, relations } from '../app/vocabulary.ts'
import { callHost } from './callHost.ts'
import { type Host, openHost } from './host.ts'
import { importText, openTestCase, sampleText, type TestCase } from './testCase.ts'

let open: TestCase | null = null
let host: Host | null = null
afterEach(() => {
  host?.close()
  open?.close()
})

/** Numbers that look random and are the same for the same seed (mulberry32, by Tommy Ettinger). */
function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const texts = [
  sampleText,
  'Emoji story of the day\n\nThe minister 🙂 said 👩‍👩‍👧 on Monday that all 🇵🇰 was well, and that prices 📉 would fall soon.\n',
  'وزير ينفي المحادثات\n\nقال مسؤول كبير يوم الاثنين إن محادثات سرية بدأت في مارس الماضي، ونفت وزارة الخارجية التقرير.\n',
]

/** The text with words of its own replaced, added and left out: another capture, or an edit. */
function edit(text: string, pick: (below: number) => number): string {
  return text
    .split(/(?<=\s)/u)
    .flatMap((word) => {
      const choice = pick(14)
      if (choice === 0 && /^[\p{L} ]+$/u.test(word)) return []
      if (choice === 1) return [word, 'newly ']
      return [word]
    })
    .join('')
}

/** The blocks of a text with a word cut out of one of them, and the step map that says so. */
function correction({ revision }: ArticleContent, pick: (below: number) => number) {
  const blocks = revision.blocks.map(({ start, end, ...block }) => ({
    ...block,
    start,
    text: revision.text.slice(start, end),
  }))
  const block = blocks[pick(blocks.length)]
  const steps: number[][] = []
  if (block !== undefined) {
    const at = block.text.indexOf(' ', pick(block.text.length))
    if (at > 0) {
      const added = ['', ' very', ' 🙂'][pick(3)] ?? ''
      const length = added === '' ? Math.max(1, /^\s\S+/u.exec(block.text.slice(at))?.[0].length ?? 1) : 0
      block.text = block.text.slice(0, at) + added + block.text.slice(at + length)
      steps.push([block.start + at + 1, length, added.length])
    }
  }
  return { blocks: blocks.map(({ start: _, ...rest }) => rest), steps }
}

type State = { records: Omit<CaseRecords, 'counter' | 'rest'>; articles: readonly Article[] }

async function read(call: Call): Promise<State> {
  const { counter: _, rest: __, ...records } = await call('case.records', {})
  const { rows } = await call('article.list', { offset: 0, limit: 100 })
  return { records, articles: rows.map((row) => row.article) }
}

const refusable = new Set(['bad-input', 'refused', 'nothing-to-do', 'not-found'])

/** One random command; a refusal is an answer too, an internal error is not. */
async function step(
  call: Call,
  pick: (below: number) => number,
  state: State,
  lengths: Map<ArticleId, number>,
) {
  const { annotations, links, actors } = state.records
  const any = <T>(list: readonly T[]): T | undefined => list[pick(Math.max(1, list.length))]
  const article = any(state.articles)
  const annotation: Annotation | undefined = any(annotations)
  const other: Annotation | undefined = any(annotations)
  const ranges = () =>
    Array.from({ length: 1 + pick(3) }, () => {
      const start = pick((article && lengths.get(article.id)) ?? 100)
      return { start, end: start + pick(40) }
    })
  const speaker = () => any(['Alice', 'alice', 'Bob', 'Carol', 'Dan', null]) ?? null
  const choice = pick(34)
  if (choice < 7 && article) {
    const kind = any(kinds) ?? 'claim'
    const fields =
      kind === 'event' ? { participants: ['Alice', 'Eve'].slice(pick(3)) } : { speaker: speaker() }
    const link =
      other && pick(3) === 0
        ? { link: { other: other.id, relation: any(relations) ?? 'denies', newIs: 'from' as const } }
        : {}
    await call('annotation.create', { articleId: article.id, kind, segments: ranges(), fields, ...link })
  } else if (choice < 10 && annotation) {
    const change = [
      { note: `note ${pick(9)}` },
      { kind: any(kinds) ?? 'claim' },
      { segments: ranges() },
      { fields: annotation.kind === 'event' ? { participants: ['Bob'] } : { speaker: speaker() } },
    ]
    await call('annotation.update', { id: annotation.id, ...any(change) })
  } else if (choice < 13 && annotation && other) {
    await call('link.create', { fromId: annotation.id, relation: any(relations) ?? 'denies', toId: other.id })
  } else if (choice === 13 && annotation) {
    await call('annotation.remove', { ids: [annotation.id] })
  } else if (choice === 14 && links[0]) {
    await call('link.remove', { ids: [links[pick(links.length)]?.id ?? links[0].id] })
  } else if (choice === 15 && article) {
    await call('article.setFurniture', { id: article.id, blocks: [pick(3)], furniture: pick(2) === 0 })
  } else if (choice === 16 && article) {
    await call('article.update', {
      id: article.id,
      patch: { headline: `Headline ${pick(5)}`, published: '2011~' },
    })
  } else if (choice === 17 && actors[0]) {
    await call('actor.update', {
      id: actors[0].id,
      patch: { name: `Name ${pick(4)}`, aliases: ['Zed'].slice(pick(2)) },
    })
  } else if (choice === 30 && actors[0] && actors[1]) {
    const [from, into] = [any(actors) ?? actors[0], any(actors) ?? actors[1]]
    await call('actor.merge', { from: from.id, into: into.id })
  } else if (choice === 31 && annotation) {
    const id = annotation.kind === 'event' ? annotation.fields.participantIds[0] : annotation.fields.speakerId
    if (id) await call('actor.split', { id, name: `Name ${pick(9)}`, annotationIds: [annotation.id] })
  } else if (choice === 32 && annotation && other) {
    const [thread] = state.records.threads
    const memberIds = [annotation.id, other.id]
    if (thread && pick(2) === 0)
      await call('thread.update', { id: thread.id, title: `Title ${pick(9)}`, memberIds })
    else await call('thread.create', { memberIds, apart: pick(2) === 0 })
  } else if (choice === 18 && article && pick(4) === 0) {
    await call('article.remove', { ids: [article.id] })
  } else if (choice === 19) {
    const text = texts[pick(texts.length)] ?? sampleText
    await call('article.import', {
      name: 'again.txt',
      origin: 'file',
      bytes: Buffer.from(text).toString('base64'),
    })
  } else if (choice >= 20 && choice < 23 && article) {
    const { revision } = await call('article.get', { id: article.id })
    await call('article.import', {
      name: 'capture.txt',
      origin: 'file',
      bytes: Buffer.from(edit(revision.text, pick)).toString('base64'),
      onSimilar: pick(4) === 0 ? 'separate' : 'revision',
    })
  } else if (choice >= 23 && choice < 26 && article) {
    const content = await call('article.get', { id: article.id })
    await call('article.correct', {
      id: article.id,
      revisionId: content.revision.id,
      ...correction(content, pick),
    })
  } else if (choice >= 26 && choice < 29) {
    const waiting = await call('review.list', { articleId: null })
    const item = any(waiting)
    if (item === undefined) return
    const { id } = item.annotation
    if (pick(3) === 0) await call('review.detach', { id })
    else if (pick(2) === 0) await call('review.accept', { id })
    else await call('review.remark', { id, segments: ranges() })
  } else {
    await call(pick(3) === 0 ? 'history.redo' : 'history.undo', {})
  }
}

async function expectQuotesTrue(call: Call, state: State): Promise<void> {
  const textOf = new Map<string, string>()
  for (const { id, articleId, revisionId } of state.records.annotations) {
    const { revision } = await call('article.get', { id: articleId, revisionId })
    textOf.set(id, revision.text)
  }
  const wrong = state.records.annotations.filter(
    (annotation) =>
      !annotation.segments.every((segment) => verifySegment(textOf.get(annotation.id) ?? '', segment)),
  )
  expect(wrong).toEqual([])
}

/** Turns history until there is nothing left. @returns how many steps that was. */
async function turnAll(call: Call, way: 'history.undo' | 'history.redo'): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const { history } = await call('case.info', {})
    if ((way === 'history.undo' ? history.undo : history.redo) === null) return steps
    await call(way, {})
  }
}

test.each([1, 20110915, 4711])(
  'random commands (seed %i) undo to the start and redo to the end, also after closing in between, and the case stays whole',
  async (seed) => {
    open = openTestCase()
    open.host.close()
    const pick = seeded(seed)
    const casePath = open.path
    const reopen = () => {
      host?.close()
      host = openHost({ casePath, profile: null })
      return callHost(host)
    }
    let call = reopen()
    const lengths = new Map<ArticleId, number>()
    for (const text of texts) {
      const { id } = await importText(call, text)
      lengths.set(id, (await call('article.get', { id })).revision.text.length)
    }
    for (let number = 1; number <= 260; number += 1) {
      try {
        await step(call, pick, await read(call), lengths)
      } catch (error) {
        if (!(error instanceof GainsayError) || !refusable.has(error.code)) throw error
      }
      if (number % 70 === 0) call = reopen()
    }
    await turnAll(call, 'history.redo')
    const end = await read(call)
    await expectQuotesTrue(call, end)
    expect((await call('case.check', {})).problems).toEqual([])

    const steps = await turnAll(call, 'history.undo')
    expect(steps).toBeGreaterThan(20)
    expect(await read(call)).toEqual({
      records: { annotations: [], links: [], actors: [], threads: [], articles: [] },
      articles: [],
    })
    expect((await call('case.check', {})).problems).toEqual([])

    call = reopen()
    for (let number = 0; number < steps / 2; number += 1) await call('history.redo', {})
    expect((await call('case.check', {})).problems).toEqual([])
    call = reopen()
    await turnAll(call, 'history.redo')
    expect(await read(call)).toEqual(end)
    expect((await call('case.check', {})).problems).toEqual([])
  },
  60_000,
)
