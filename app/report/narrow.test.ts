import { expect, test } from 'vitest'
import type { CaseView } from '../ledger/caseView.ts'
import { makeView } from '../ledger/makeView.ts'
import { annId, artId, article, linked, passage, settled, thrId, viewOf } from '../ledger/testView.ts'
import type { Annotation } from '../model.ts'
import { narrow } from './narrow.ts'
import type { ReportScope } from './reportScope.ts'

const articles = [article('one', '2011-09-15'), article('two', '2012-05-30'), article('three', null)]
const passages = [
  passage('haven', 'claim'),
  passage('nohaven', 'denial', { in: 'two' }),
  passage('raid', 'event'),
  passage('raidtoo', 'event', { in: 'two' }),
  passage('trial', 'event', { in: 'three' }),
  passage('alone', 'claim', { in: 'two' }),
]
const links = [
  linked('nohaven', 'denies', 'haven'),
  linked('raid', 'same event', 'raidtoo'),
  linked('trial', 'follows', 'raid'),
]
const view = viewOf(passages, links, [], articles)

const names = (annotations: readonly Annotation[]) =>
  annotations.map(({ segments }) => segments[0]?.exact).toSorted()
function narrowed(scope: Partial<ReportScope>, of: CaseView = view) {
  const scoped = narrow(of, articles, { articleIds: null, ...scope })
  return {
    articles: scoped.articles.map(({ headline }) => headline.replace('Headline ', '')),
    passages: names(scoped.annotations),
    others: names(scoped.otherAnnotations),
    links: scoped.links.map(({ relation }) => relation),
    threads: scoped.threads.map(({ title }) => title),
    inCase: scoped.inCase,
  }
}
const inCase = { articles: 3, threads: 4 }

test('without a choice the report is of all articles, passages, links and threads', () => {
  expect(narrowed({})).toEqual({
    articles: ['one', 'two', 'three'],
    passages: ['alone', 'haven', 'nohaven', 'raid', 'raidtoo', 'trial'],
    others: [],
    links: ['denies', 'same event', 'follows'],
    threads: ['haven', 'raid', 'alone', 'trial'],
    inCase,
  })
})

test('a chosen thread brings its passages, the articles in which they stand, and nothing else', () => {
  expect(narrowed({ threadsOf: [annId('nohaven')] })).toEqual({
    articles: ['one', 'two'],
    passages: ['haven', 'nohaven'],
    others: [],
    links: ['denies'],
    threads: ['haven'],
    inCase,
  })
})

test('the far end of a link that leads out of the chosen threads is known, but not reported on', () => {
  expect(narrowed({ threadsOf: [annId('raidtoo'), annId('raid')] })).toEqual({
    articles: ['one', 'two'],
    passages: ['raid', 'raidtoo'],
    others: ['trial'],
    links: ['same event', 'follows'],
    threads: ['raid'],
    inCase,
  })
})

test('articles and threads narrow each other; what the threads have elsewhere is known', () => {
  expect(narrowed({ threadsOf: [annId('haven'), annId('alone')], articleIds: [artId('two')] })).toEqual({
    articles: ['two'],
    passages: ['alone', 'nohaven'],
    others: ['haven'],
    links: ['denies'],
    threads: ['haven', 'alone'],
    inCase,
  })
  expect(narrowed({ threadsOf: [annId('haven')], articleIds: [artId('three')] })).toMatchObject({
    articles: [],
    passages: [],
    others: [],
    threads: [],
  })
})

test('chosen articles come in the order of the choice, each once, also without a passage', () => {
  const scoped = narrowed({ articleIds: [artId('three'), artId('one'), artId('three')] }, viewOf([]))
  expect(scoped.articles).toEqual(['three', 'one'])
})

test('a passage that is gone names no thread; one of those left does', () => {
  expect(narrowed({ threadsOf: [annId('gone')] })).toMatchObject({ articles: [], threads: [], inCase })
  expect(narrowed({ threadsOf: [annId('gone'), annId('alone')] }).threads).toEqual(['alone'])
})

test('a thread is followed to what joined it since, and to what was set apart from it', () => {
  const joined = viewOf(passages, [...links, linked('alone', 'supports', 'haven')], [], articles)
  expect(narrowed({ threadsOf: [annId('haven')] }, joined).passages).toEqual(['alone', 'haven', 'nohaven'])
  const apart = viewOf(passages, links, [settled('split', ['nohaven'], { apart: true })], articles)
  expect(narrowed({ threadsOf: [annId('haven')] }, apart)).toMatchObject({
    passages: ['haven'],
    others: ['nohaven'],
    links: ['denies'],
  })
})

test('a case from plain lists is the same case', () => {
  const thread = settled('named', ['haven', 'alone'], { title: 'Safe havens' })
  const plain = makeView({ articles, annotations: passages, links, actors: [], threads: [thread] })
  expect(narrowed({}, plain)).toEqual(narrowed({}, viewOf(passages, links, [thread], articles)))
  expect(plain.linksOf(annId('raid'))).toEqual([links[1], links[2]])
  expect(plain.sourceOf(artId('one'))).toBe(artId('one'))
  expect(plain.threads[0]?.id).toBe(thrId('named'))
})
