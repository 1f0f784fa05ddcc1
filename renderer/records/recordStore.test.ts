import { beforeEach, expect, test } from 'vitest'
import type { Change, Committed } from '../../app/changes.ts'
import type { ActorId, AnnotationId, ArticleId, LinkId } from '../../app/ids.ts'
import type { Actor, Annotation, Article, Link } from '../../app/model.ts'
import type { CaseInfo, CaseRecords } from '../../app/results.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport, type TestTransport } from '../client/testTransport.ts'
import { byPosition } from './ordered.ts'
import { createRecordStore, type RecordStore } from './recordStore.ts'
import { info, records } from './testCase.ts'

// Only the parts of a record that the store looks at are made; hence the casts in this file.
const annotation = (id: string, articleId: string, start: number, end = start + 5, kind = 'claim') =>
  ({ id, articleId, kind, segments: [{ start, end }] }) as unknown as Annotation
const link = (id: string, fromId: string, toId: string, createdAt = '2026-01-01T00:00:00Z') =>
  ({ id, fromId, toId, createdAt, relation: 'denies' }) as unknown as Link
const actor = (id: string, name: string) => ({ id, name }) as unknown as Actor
const article = (id: string) => ({ id, headline: id }) as unknown as Article

const put = (type: Change['type'], after: { id: string }) =>
  ({ type, id: after.id, before: null, after }) as unknown as Change
const committed = (counter: number, ...changes: Change[]): Committed => ({
  counter,
  cause: 'do',
  label: `step ${counter}`,
  changes,
  history: { undo: `step ${counter}`, redo: null },
})

let transport: TestTransport
let store: RecordStore
let failures: string[]

beforeEach(() => {
  transport = createTestTransport()
  failures = []
  store = createRecordStore(createClient(transport), (error) => failures.push(error.message))
  transport.open()
})

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const methods = () => transport.sent.map((request) => request.method)
const commit = (value: Committed) => transport.tell({ event: 'committed', value })
const answerLoad = async (newInfo: CaseInfo, newRecords: CaseRecords) => {
  transport.answer('case.info', newInfo)
  transport.answer('case.records', newRecords)
  await settled()
}
const loaded = async (newInfo = info(1), newRecords = records(1)) => {
  const load = store.load()
  await answerLoad(newInfo, newRecords)
  await load
}

test('a large case comes in parts, and what is committed between them is there once', async () => {
  const load = store.load()
  transport.answer('case.info', info(1))
  const rest = [
    { of: 'annotation', from: 11, to: 20 },
    { of: 'link', from: 11, to: 20 },
    { of: 'link', from: 21, to: 30 },
  ] as const
  const first = annotation('ann_1', 'art_1', 9)
  transport.answer('case.records', records(1, { annotations: [first], rest }))
  await settled()
  expect(transport.sent.map(({ input }) => input)).toEqual(rest.slice(0, 2))
  const late = annotation('ann_2', 'art_1', 3)
  commit(
    committed(2, put('annotation', late), {
      ...put('annotation', first),
      before: first,
      after: null,
    } as Change),
  )
  transport.answer('case.recordsPart', { annotations: [late], links: [] })
  await settled()
  transport.answer('case.recordsPart', { annotations: [], links: [link('lnk_1', 'ann_2', 'ann_3')] })
  transport.answer('case.recordsPart', { annotations: [], links: [link('lnk_2', 'ann_2', 'ann_4', '2025')] })
  await load
  expect([...store.annotations().keys()]).toEqual(['ann_2'])
  expect(store.annotationsOf('art_1' as ArticleId)).toEqual([late])
  expect(store.linksOf('ann_2' as AnnotationId).map(({ id }) => id)).toEqual(['lnk_2', 'lnk_1'])
  expect(store.info()?.counter).toBe(2)
  // The article of a passage that came meanwhile is no part of what was loaded.
  expect(transport.sent).toEqual([
    expect.objectContaining({ method: 'article.records', input: { ids: ['art_1'] } }),
  ])
})

test('committed changes show at once, with counts and history', async () => {
  await loaded()
  commit(committed(2, put('annotation', annotation('ann_1', 'art_1', 3))))
  expect(store.annotationsOf('art_1' as ArticleId).map(({ id }) => id)).toEqual(['ann_1'])
  expect(store.info()).toEqual(
    info(2, { annotations: { claim: 1, denial: 0, event: 0 }, history: { undo: 'step 2', redo: null } }),
  )
})

test('what is committed during a load is not lost, even between its two answers', async () => {
  const load = store.load()
  transport.answer('case.info', info(1))
  commit(committed(2, put('annotation', annotation('ann_1', 'art_1', 3))))
  transport.answer('case.records', records(2, { annotations: [annotation('ann_1', 'art_1', 3)] }))
  commit(committed(3, put('annotation', annotation('ann_2', 'art_1', 9))))
  await load
  expect(store.annotations().size).toBe(2)
  expect(store.info()?.annotations.claim).toBe(2)
  expect(store.info()?.counter).toBe(3)
})

test('a gap in the counter loads the case again', async () => {
  await loaded()
  commit(committed(4))
  expect(methods()).toEqual(['case.info', 'case.records'])
  await answerLoad(info(4), records(4, { actors: [actor('act_1', 'Panetta')] }))
  expect(store.actors().map(({ name }) => name)).toEqual(['Panetta'])
})

test('a case opened in the middle of a load makes that load void', async () => {
  const load = store.load()
  transport.tell({ event: 'case-opened', value: info(7) })
  await answerLoad(info(1), records(1, { actors: [actor('act_1', 'Of the former case')] }))
  expect(methods()).toEqual(['case.info', 'case.records'])
  expect(store.info()).toBe(null)
  await answerLoad(
    info(7, { path: '/b.gainsay' }),
    records(7, { actors: [actor('act_2', 'Of the new case')] }),
  )
  await load
  expect(store.info()?.path).toBe('/b.gainsay')
  expect(store.actors().map(({ name }) => name)).toEqual(['Of the new case'])
})

test('of a case that is opened it is known which it is, and its articles can be read, before its records are here', async () => {
  await loaded(info(1), records(1, { annotations: [annotation('ann_1', 'art_1', 3)] }))
  transport.tell({ event: 'case-opened', value: info(7, { path: '/b.gainsay' }) })
  transport.answer('case.info', info(7, { path: '/b.gainsay' }))
  await settled()
  expect(store.info()?.path).toBe('/b.gainsay')
  expect([store.whole(), store.annotations().size]).toEqual([false, 0])
  store.rememberArticles([article('art_8'), article('art_9')])
  const corrected = { ...article('art_9'), headline: 'Corrected' }
  commit(
    committed(
      8,
      { ...put('article', corrected), before: article('art_9') } as Change,
      { ...put('article', article('art_8')), before: article('art_8'), after: null } as Change,
      put('annotation', annotation('ann_3', 'art_9', 3)),
    ),
  )
  const articles = () => [store.article('art_8' as ArticleId), store.article('art_9' as ArticleId)?.headline]
  expect(articles()).toEqual([null, 'Corrected'])
  expect(store.annotations().size).toBe(0)
  transport.answer('case.records', records(7, { annotations: [annotation('ann_2', 'art_9', 9)] }))
  await settled()
  expect(store.whole()).toBe(true)
  expect(articles()).toEqual([null, 'Corrected'])
  expect(store.annotationsOf('art_9' as ArticleId).map(({ id }) => id)).toEqual(['ann_3', 'ann_2'])
})

test('a case that is loaded again stays on the screen, whole, until all of it came anew', async () => {
  await loaded(info(1), records(1, { annotations: [annotation('ann_1', 'art_1', 3)] }))
  commit(committed(4))
  transport.answer('case.info', info(4))
  await settled()
  expect([store.whole(), store.annotations().size]).toEqual([true, 1])
  transport.answer('case.records', records(4))
  await settled()
  expect([store.whole(), store.annotations().size]).toEqual([true, 0])
})

test('after the connection was lost the case is loaded again', async () => {
  await loaded()
  transport.lose()
  expect(methods()).toEqual([])
  transport.open()
  await settled()
  expect(methods()).toEqual(['case.info', 'case.records'])
  await answerLoad(info(9), records(9))
  commit(committed(10, put('actor', actor('act_1', 'Panetta'))))
  expect(store.actors().length).toBe(1)
})

test('a load that is cut off by the loss of the connection is made again when it is back', async () => {
  const load = store.load()
  transport.lose()
  await expect(load).rejects.toMatchObject({ code: 'disconnected' })
  transport.open()
  await settled()
  await answerLoad(info(2), records(2))
  expect(store.info()?.counter).toBe(2)
})

test('a load that the store began by itself and that fails is told', async () => {
  await loaded()
  commit(committed(4))
  transport.refuse('case.info', 'The disk is gone.')
  await settled()
  expect(failures).toEqual(['The disk is gone.'])
})

test('arrays keep their identity until their content changes', async () => {
  await loaded(
    info(1),
    records(1, { annotations: [annotation('ann_1', 'art_1', 3)], actors: [actor('act_1', 'B')] }),
  )
  const [of1, of2, actors] = [
    store.annotationsOf('art_1' as ArticleId),
    store.annotationsOf('art_2' as ArticleId),
    store.actors(),
  ]
  commit(committed(2, put('annotation', annotation('ann_2', 'art_2', 3))))
  expect(store.annotationsOf('art_1' as ArticleId)).toBe(of1)
  expect(store.annotationsOf('art_2' as ArticleId)).not.toBe(of2)
  expect(store.annotationsOf('art_9' as ArticleId)).toBe(store.annotationsOf('art_8' as ArticleId))
  expect(store.actors()).toBe(actors)
})

test('articles are asked for once, in portions, and again after a failure', async () => {
  await loaded()
  const ids = Array.from({ length: 1001 }, (_, at) => `art_${at}` as ArticleId)
  store.needArticles(ids)
  store.needArticles(ids.slice(0, 5))
  expect(transport.sent.map((request) => (request.input as { ids: string[] }).ids.length)).toEqual([1000, 1])
  transport.refuse('article.records', 'Not now.')
  transport.answer('article.records', [article('art_1000')])
  await settled()
  expect(store.article('art_1000' as ArticleId)?.headline).toBe('art_1000')
  store.needArticles(ids.slice(0, 2))
  expect(methods()).toEqual(['article.records'])
})

/** A small generator of random numbers (mulberry32), so that a failure can be had again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test.each([1, 2, 3, 4])(
  'after any run of commits the indexes are those of a store built anew (seed %i)',
  async (seed) => {
    const random = randomOf(seed)
    const kinds = ['claim', 'denial', 'event']
    const have = {
      annotation: new Map<string, Annotation>(),
      link: new Map<string, Link>(),
      actor: new Map<string, Actor>(),
    }
    const pick = <T>(map: Map<string, T>): T | undefined => [...map.values()][random(map.size)]
    const change = (type: keyof typeof have, made: () => { id: string } | null): Change | null => {
      const table = have[type] as Map<string, { id: string }> // one of the three, used only through ids here
      const before = random(3) === 0 ? null : (pick(table) ?? null)
      const remove = before !== null && random(2) === 0
      const fresh = remove ? null : made()
      const after = fresh === null ? null : before === null ? fresh : { ...fresh, id: before.id }
      if (before === null && after === null) return null
      const id = (after ?? before)!.id
      if (after === null) table.delete(id)
      else table.set(id, after)
      return { type, id, before, after } as unknown as Change
    }
    let next = 0
    const make = {
      annotation: () =>
        annotation(`ann_${next++}`, `art_${random(3)}`, random(40), 50 + random(20), kinds[random(3)]),
      link: () => {
        const [from, to] = [pick(have.annotation), pick(have.annotation)]
        return from && to
          ? link(`lnk_${next++}`, from.id, to.id, `2026-01-0${1 + random(9)}T00:00:00Z`)
          : null
      },
      actor: () => actor(`act_${next++}`, `Name ${random(50)}`),
    }
    await loaded()
    let counter = 1
    for (let step = 0; step < 150; step++) {
      const type = (['annotation', 'annotation', 'link', 'actor'] as const)[random(4)]!
      // An annotation never changes its article, as the host keeps it.
      const made = change(type, make[type])
      if (made === null) continue
      if (made.type === 'annotation' && made.before && made.after) {
        const kept = { ...made.after, articleId: made.before.articleId } as Annotation
        have.annotation.set(made.id, kept)
        commit(committed(++counter, { ...made, after: kept }))
      } else commit(committed(++counter, made))
    }
    const anew = createTestTransport()
    const rebuilt = createRecordStore(createClient(anew))
    anew.open()
    const load = rebuilt.load()
    anew.answer('case.info', info(counter))
    anew.answer(
      'case.records',
      records(counter, {
        annotations: [...have.annotation.values()],
        links: [...have.link.values()],
        actors: [...have.actor.values()],
      }),
    )
    await load
    const picture = (of: RecordStore) => ({
      byArticle: [0, 1, 2].map((at) => of.annotationsOf(`art_${at}` as ArticleId)),
      linksOf: [...have.annotation.keys()].map((id) => of.linksOf(id as AnnotationId)),
      links: new Map([...of.links()].sort()),
      actors: of.actors().map(({ name }) => name),
      one: [...have.link.keys()].map((id) => of.link(id as LinkId)),
      actor: [...have.actor.keys()].map((id) => of.actor(id as ActorId)),
    })
    expect(picture(store)).toEqual(picture(rebuilt))
    expect(store.info()?.annotations).toEqual(countKinds([...have.annotation.values()]))
    expect(store.annotationsOf('art_0' as ArticleId)).toEqual(
      store.annotationsOf('art_0' as ArticleId).toSorted(byPosition),
    )
  },
)

function countKinds(list: readonly Annotation[]) {
  const counts = { claim: 0, denial: 0, event: 0 }
  for (const { kind } of list) counts[kind]++
  return counts
}

test('what was changed since a version is known, until everything was loaded anew', async () => {
  await loaded()
  const since = store.version()
  expect(store.changesSince(since)).toEqual([])
  const [first, second] = [
    put('annotation', annotation('ann_1', 'art_1', 3)),
    put('link', link('lnk_1', 'ann_1', 'ann_1')),
  ]
  commit(committed(2, first))
  const between = store.version()
  commit(committed(3, second))
  expect(store.changesSince(since)).toEqual([first, second])
  expect(store.changesSince(between)).toEqual([second])
  store.rememberArticles([article('art_9')])
  expect(store.changesSince(since)).toEqual([first, second])
  const again = store.load()
  await answerLoad(info(3), records(3))
  await again
  expect(store.changesSince(since)).toBe(null)
  expect(store.changesSince(store.version())).toEqual([])
})

test('articles with passages come with the load, and are fetched when a change brings a passage of another', async () => {
  await loaded(info(1), records(1, { articles: [article('art_1')] }))
  expect(store.article('art_1' as ArticleId)).toEqual(article('art_1'))
  const before = store.version()
  commit(committed(2, put('annotation', annotation('ann_2', 'art_2', 3))))
  expect(methods()).toContain('article.records')
  transport.answer('article.records', [article('art_2')])
  await settled()
  expect(store.article('art_2' as ArticleId)).toEqual(article('art_2'))
  // What was made of the passage without its article is to be made anew.
  expect(store.changesSince(before)).toBe(null)
})
