import { expect, test } from 'vitest'
import { revisionIdSchema } from '../ids.ts'
import { filterRows, groupRows, type LedgerSort, ledgerOrders, noFilter, sortRows } from './filter.ts'
import { makeMatrix } from './matrix.ts'
import { findOpenItems, type OpenItem } from './openItems.ts'
import { makeRows, type ThreadRow } from './rows.ts'
import { actId, annId, article, linked, passage, settled, thrId, viewOf } from './testView.ts'
import { makeThreads } from './threads.ts'

const haven = passage('haven', 'claim', {
  by: 'coats',
  in: 'two',
  about: 'There is a haven',
  date: '2012',
  credibility: '2',
})
const older = passage('older', 'claim', { by: 'panetta', about: 'A haven', date: '2011-09-14' })
const denial = passage('denial', 'denial', { by: 'pakistan', in: 'two' })
const none = passage('none', 'claim', { by: 'bajwa', in: 'two' })
const proof = passage('proof', 'event', {
  about: 'A raid',
  date: '2011-05-02',
  by: 'seals',
  reliability: 'B',
})
const raid = passage('raid', 'event', { about: 'The raid', date: '2011', in: 'two' })
const links = [
  linked('haven', 'same claim', 'older'),
  linked('denial', 'denies', 'haven'),
  linked('none', 'contradicts', 'haven'),
  linked('proof', 'same event', 'raid'),
]
const view = viewOf([haven, older, denial, none, proof, raid], links)
const members = (threads: readonly { members: readonly { id: string }[] }[]) =>
  threads.map((thread) => thread.members.map((member) => member.id.replace(/^ann_|0+$/g, '')))
const rowOf = (rows: readonly ThreadRow[], title: string) => {
  const row = rows.find((one) => one.title === title)
  if (row === undefined) throw new Error(`There is no row “${title}”.`)
  return row
}
const rows = makeRows(view)
const claims = rowOf(rows, 'There is a haven')

test('links make threads, led by the claim that most is said about', () => {
  expect(members(makeThreads(view))).toEqual([
    ['haven', 'older', 'denial', 'none'],
    ['proof', 'raid'],
  ])
  expect(makeThreads(view)[0]).toMatchObject({ leadId: annId('haven'), title: 'There is a haven' })
})

test('events that follow each other stay threads of their own', () => {
  const [row, next] = makeRows(viewOf([proof, raid], [linked('raid', 'follows', 'proof')]))
  expect([row?.thread.members.length, next?.thread.members.length]).toEqual([1, 1])
  expect([...(row?.relations ?? [])]).toEqual(['follows'])
})

test('a title of the analyst leads and stays with its passages; when threads merge the others are kept', () => {
  const named = (extra: readonly ReturnType<typeof linked>[]) =>
    makeThreads(
      viewOf(
        [haven, older, proof],
        [...links.slice(0, 1), ...extra],
        [settled('a', ['older'], { title: 'Safe haven' }), settled('b', ['proof'], { title: 'Raid' })],
      ),
    ).map(({ key, title, otherTitles }) => ({ key, title, otherTitles }))
  expect(named([])).toEqual([
    { key: thrId('a'), title: 'Safe haven', otherTitles: [] },
    { key: thrId('b'), title: 'Raid', otherTitles: [] },
  ])
  expect(named([linked('proof', 'supports', 'haven')])).toEqual([
    { key: thrId('a'), title: 'Safe haven', otherTitles: ['Raid'] },
  ])
})

test('threads are merged and split by hand, whatever the links', () => {
  const together = viewOf([...view.annotations.values()], links, [settled('a', ['haven', 'raid'])])
  expect(makeThreads(together)).toHaveLength(1)
  const parted = viewOf([...view.annotations.values()], links, [
    settled('a', ['older', 'denial'], { apart: true }),
  ])
  expect(members(makeThreads(parted))).toEqual([
    ['older', 'denial'],
    ['proof', 'raid'],
    ['haven', 'none'],
  ])
})

test('what is set apart leaves the threads it was merged into', () => {
  const both = [settled('a', ['haven', 'raid']), settled('b', ['haven'], { apart: true })]
  expect(members(makeThreads(viewOf([haven, proof, raid], links, both)))).toEqual([
    ['proof', 'raid'],
    ['haven'],
  ])
})

test('what was set apart is held together again by a later merge, and joins nothing else by that', () => {
  const parted = settled('a', ['haven', 'older'], { apart: true })
  const threadsOf = (records: readonly ReturnType<typeof settled>[]) =>
    members(makeThreads(viewOf([haven, older, denial, none, proof, raid], links, records)))
  expect(threadsOf([parted, settled('b', ['haven', 'denial'])])).toEqual([
    ['haven', 'older', 'denial'],
    ['proof', 'raid'],
    ['none'],
  ])
  expect(
    threadsOf([parted, settled('b', ['haven', 'denial']), settled('c', ['denial'], { apart: true })]),
  ).toEqual([['older', 'haven'], ['proof', 'raid'], ['denial'], ['none']])
})

test('threads and open items come as one reads the case, however the records lie', () => {
  const given = [passage('z1', 'claim', { in: 'two' }), passage('z2', 'event'), passage('b', 'claim')]
  const order = (list: typeof given) =>
    findOpenItems(viewOf(list)).map((item) => `${item.sort} ${item.annotationId}`)
  expect(members(makeThreads(viewOf(given)))).toEqual([['b'], ['z2'], ['z1']])
  expect(members(makeThreads(viewOf(given.toReversed())))).toEqual([['b'], ['z2'], ['z1']])
  expect(order(given)).toEqual(order(given.toReversed()))
})

test('reprints count once: in the row, as corroboration and among the events with one source', () => {
  // three prints the text of two, which prints that of one
  const printed = [
    article('one', '2011-09-15'),
    article('two', '2011-09-16', 'one'),
    article('three', null, 'two'),
  ]
  const told = (articles: typeof printed) => {
    const said = ['one', 'two', 'three'].map((name) => passage(`s${name}`, 'claim', { in: name }))
    const seen = ['one', 'three'].map((name) => passage(`e${name}`, 'event', { in: name }))
    const same = [
      linked('sone', 'same claim', 'stwo'),
      linked('stwo', 'same claim', 'sthree'),
      linked('eone', 'same event', 'ethree'),
    ]
    const all = viewOf([...said, ...seen], same, [], articles)
    return {
      sources: makeRows(all).map((row) => [row.kind, row.sources, row.states]),
      open: findOpenItems(all).filter((item) => item.sort === 'event with one source').length,
    }
  }
  expect(told(printed)).toEqual({
    sources: [
      ['event', 1, ['one account']],
      ['claim', 1, ['unanswered']],
    ],
    open: 2,
  })
  expect(told(printed.map((one) => ({ ...one, reprintOf: null })))).toEqual({
    sources: [
      ['event', 2, ['corroborated']],
      ['claim', 3, ['corroborated']],
    ],
    open: 0,
  })
})

test('a row says who said it first and when, and who answers, each with date', () => {
  expect(claims).toMatchObject({ kind: 'claim', by: 'panetta', when: '2011-09-14', sources: 2 })
  expect(claims.denials).toEqual([{ annotationId: annId('denial'), who: 'pakistan', when: '2012-05-30' }])
  expect(claims.contradictions).toEqual([{ annotationId: annId('none'), who: 'bajwa', when: '2012-05-30' }])
  expect(claims.states).toEqual(['denied', 'contradicted', 'corroborated'])
})

test('a claim alone is unanswered, an event alone one account, a denial alone without claim; a retraction says so', () => {
  const alone = makeRows(
    viewOf(
      [
        passage('a', 'claim'),
        passage('b', 'event'),
        passage('c', 'denial'),
        older,
        passage('d', 'denial', { stance: 'retracts' }),
      ],
      [linked('d', 'denies', 'older')],
    ),
  )
  expect(alone.map((row) => row.states)).toEqual([
    ['unanswered'],
    ['one account'],
    ['no claim'],
    ['retracted', 'denied'],
  ])
})

test('support from the same source does not corroborate, support from another does', () => {
  const states = (where: string) =>
    makeRows(viewOf([older, passage('b', 'claim', { in: where })], [linked('b', 'supports', 'older')]))[0]
      ?.states
  expect([states('one'), states('two')]).toEqual([['supported'], ['corroborated']])
})

test('a claim that its speaker took back later is retracted', () => {
  const fields = {
    speakerId: null,
    attribution: null,
    about: '',
    said: null,
    certainty: 'denied by speaker later',
  } as const
  expect(makeRows(viewOf([{ ...passage('a', 'claim'), kind: 'claim', fields }]))[0]?.states).toEqual([
    'retracted',
  ])
})

test('a link is to be checked again when the words of one end are not in the newest text', () => {
  const [a, b] = [passage('a', 'claim', { by: 'x' }), passage('b', 'denial', { by: 'y', in: 'two' })]
  const recheck = (end: Partial<typeof b>) =>
    findOpenItems(viewOf([a, { ...b, ...end } as typeof b], [linked('b', 'denies', 'a')])).map(
      (item) => item.sort,
    )
  expect(recheck({})).toEqual([])
  expect(recheck({ revisionId: revisionIdSchema.parse('rev_before') })).toEqual(['link to re-check'])
  expect(recheck({ detached: true })).toEqual(['link to re-check'])
})

test('rows are filtered by everything that they show', () => {
  const found = (filter: Partial<typeof noFilter>) =>
    filterRows(rows, { ...noFilter, ...filter }).map((row) => row.title)
  expect(found({})).toEqual(['There is a haven', 'A raid'])
  expect(found({ text: 'HAVEN panetta' })).toEqual(['There is a haven'])
  expect(found({ actorId: actId('seals') })).toEqual(['A raid'])
  expect(found({ relation: 'same event' })).toEqual(['A raid'])
  expect(found({ state: 'contradicted' })).toEqual(['There is a haven'])
  expect(found({ kind: 'event', from: Date.UTC(2011, 4, 2), to: Date.UTC(2011, 4, 3) })).toEqual(['A raid'])
  expect(found({ from: Date.UTC(2013, 0) })).toEqual([])
  expect(found({ by: 'panetta' })).toEqual(['There is a haven'])
  expect(found({ by: 'coats' })).toEqual([])
  expect(found({ supports: 'none' })).toEqual(['There is a haven', 'A raid'])
  expect(found({ denials: 'one' })).toEqual(['There is a haven'])
  expect(found({ denials: 'two or more' })).toEqual([])
  expect(found({ contradictions: 'none' })).toEqual(['A raid'])
  expect(found({ sources: 'two or more' })).toEqual(['There is a haven', 'A raid'])
  expect(found({ sources: 'one' })).toEqual([])
  expect(found({ reliability: 'B' })).toEqual(['A raid'])
  expect(found({ credibility: '2' })).toEqual(['There is a haven'])
})

test('rows are sorted by everything, and grouped with a place for what has no group', () => {
  const sorted = (by: LedgerSort, turned = false) => sortRows(rows, { by, turned }).map((row) => row.title)
  for (const by of Object.keys(ledgerOrders) as LedgerSort[]) expect(sorted(by)).toHaveLength(rows.length) // the keys of the orders
  expect(sorted('when')).toEqual(['A raid', 'There is a haven'])
  expect(sorted('when', true)).toEqual(['There is a haven', 'A raid'])
  expect(sorted('title', true)).toEqual(['There is a haven', 'A raid'])
  expect(sorted('denials')).toEqual(['There is a haven', 'A raid'])
  expect(sorted('reliability')).toEqual(['A raid', 'There is a haven'])
  expect(sorted('credibility')).toEqual(['There is a haven', 'A raid'])
  const names = { actor: (id: string) => id, article: (id: string) => id }
  const alone = makeRows(viewOf([...view.annotations.values(), passage('x', 'claim')], links))
  expect(groupRows(alone, 'relation', names).map((group) => [group.heading, group.rows.length])).toEqual([
    ['contradicts', 1],
    ['denies', 1],
    ['same claim', 1],
    ['same event', 1],
    ['Not linked', 1],
  ])
})

test('the matrix marks what each actor does in each thread', () => {
  const marks = makeMatrix(view, rows).map((row) => [row.name, row.cells.get(claims.key)?.marks ?? []])
  expect(Object.fromEntries(marks)).toEqual({
    coats: ['claims'],
    panetta: ['claims'],
    pakistan: ['denies'],
    bajwa: ['contradicts'],
    seals: [],
  })
})

test('open items are what nobody has answered, told twice or attributed, until the passage is settled', () => {
  const shown = (items: readonly OpenItem[]) =>
    items.map((item) => `${item.sort}: ${item.annotationId.replace(/^ann_|0+$/g, '')}`)
  const alone = passage('alone', 'claim')
  const some = viewOf(
    [...view.annotations.values(), alone, passage('lost', 'denial', { by: 'x' }), passage('once', 'event')],
    links,
  )
  expect(shown(findOpenItems(some))).toEqual([
    'contradiction: none',
    'denial without its claim: lost',
    'unanswered claim: alone',
    'event with one source: once',
    'no speaker: alone',
  ])
  const done = viewOf([{ ...alone, labels: ['settled'] }])
  expect(findOpenItems(done)).toEqual([])
})
