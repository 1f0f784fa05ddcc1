import { expect, test } from 'vitest'
import type { Committed } from '../../app/changes.ts'
import { annId, artId, article, linked, passage, viewOf } from '../../app/ledger/testView.ts'
import { makeThreads } from '../../app/ledger/threads.ts'
import type { Article } from '../../app/model.ts'
import {
  heldBy,
  isWhole,
  lackOf,
  ofArticles,
  ofThread,
  type ReportChoice,
  reportOfAll,
  scopeOf,
  tick,
  withoutRemovedArticles,
} from './reportChoice.ts'

const removal = (name: string): Committed => ({
  counter: 1,
  cause: 'do',
  label: 'Remove an article',
  // Only the id is looked at.
  changes: [{ type: 'article', id: artId(name), before: {} as Article, after: null }],
  history: { undo: null, redo: null },
})
const two = ofArticles([artId('one'), artId('two')])

const threads = makeThreads(
  viewOf(
    [passage('haven', 'claim'), passage('nohaven', 'denial', { in: 'two' }), passage('raid', 'event')],
    [linked('nohaven', 'denies', 'haven')],
    [],
    [article('one', '2011-09-15'), article('two', '2012-05-30')],
  ),
)
const haven = threads.find(({ title }) => title === 'haven')
if (haven === undefined) throw new Error('The claim leads a thread.')
const ofHaven = ofThread(haven)

test('a removed article is ticked no more', () => {
  expect(withoutRemovedArticles(two, removal('one'))).toEqual(ofArticles([artId('two')]))
})

test('a choice that the removal does not touch stays the same value', () => {
  expect(withoutRemovedArticles(two, removal('three'))).toBe(two)
  expect(withoutRemovedArticles(reportOfAll, removal('one'))).toBe(reportOfAll)
})

test('the host is asked for all, for articles, or for threads by their passages', () => {
  expect(scopeOf(reportOfAll)).toEqual({ articleIds: null, wholeText: true })
  expect(scopeOf(two)).toEqual({ articleIds: [artId('one'), artId('two')], wholeText: true })
  expect(scopeOf(ofHaven)).toEqual({
    articleIds: null,
    threadsOf: [annId('haven'), annId('nohaven')],
    wholeText: false,
  })
})

test('ticks are kept while the report is of all', () => {
  const all: ReportChoice = { ...ofHaven, threads: { ...ofHaven.threads, only: false } }
  expect(scopeOf(all)).toEqual({ articleIds: null, wholeText: true })
  expect(all.threads.ids.size).toBe(2)
})

test('articles are whole, of ticked threads in part, and as somebody said otherwise', () => {
  expect([reportOfAll, two, ofHaven, { ...ofHaven, wholeText: true }].map(isWhole)).toEqual([
    true,
    true,
    false,
    true,
  ])
})

test('what is ticked comes and goes without touching the rest', () => {
  const ids = (ticks: { readonly ids: ReadonlySet<string> }) => [...ticks.ids]
  const more = tick(ofHaven.threads, [annId('raid')], true)
  expect(ids(more)).toEqual([annId('haven'), annId('nohaven'), annId('raid')])
  expect(ids(tick(more, [annId('haven'), annId('nohaven')], false))).toEqual([annId('raid')])
  expect(ofHaven.threads.ids.size).toBe(2)
})

test('a choice comes to the threads with a ticked passage and the articles in which they stand', () => {
  const held = (choice: ReportChoice) => {
    const { threads: some, articleIds } = heldBy(choice, threads)
    return [some.map(({ title }) => title), articleIds === null ? null : [...articleIds]]
  }
  expect(held(reportOfAll)).toEqual([['haven', 'raid'], null])
  expect(held(two)).toEqual([
    ['haven', 'raid'],
    [artId('one'), artId('two')],
  ])
  expect(held(ofHaven)).toEqual([['haven'], [artId('one'), artId('two')]])
  expect(held({ ...ofHaven, articles: ofArticles([artId('two')]).articles })).toEqual([
    ['haven'],
    [artId('two')],
  ])
  // The claim is gone, its denial is what is left of the thread.
  const { threads: left } = heldBy({ ...ofHaven, threads: tick(ofHaven.threads, [annId('haven')], false) }, [
    ...threads,
  ])
  expect(left.map(({ title }) => title)).toEqual(['haven'])
})

test('a choice that comes to nothing says what is missing', () => {
  const lack = (choice: ReportChoice) => lackOf(choice, heldBy(choice, threads))?.title ?? null
  expect([reportOfAll, two, ofHaven].map(lack)).toEqual([null, null, null])
  expect(lack(ofArticles([]))).toBe('No article is ticked')
  expect(lack({ ...ofHaven, threads: { only: true, ids: new Set([annId('gone')]) } })).toBe(
    'No thread is ticked',
  )
  expect(
    lack({
      ...ofThread({ ...haven, members: haven.members.slice(0, 1) }),
      articles: ofArticles([artId('three')]).articles,
    }),
  ).toBe('These threads stand in other articles')
})
