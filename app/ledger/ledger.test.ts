import { describe, expect, it } from 'vitest'
import type { Annotation, Link } from '../model.ts'
import { filterRows, groupRows, sortRows } from './filter.ts'
import { ledgerOf } from './ledger.ts'
import { matrixOf } from './matrix.ts'
import { sourcesFrom } from './sources.ts'
import { article, claim, denial, event, largeCase, link } from './testRecords.ts'
import { threadsOf } from './threads.ts'

const articles = [article('one', '2011-09-15'), article('two', '2011-09-17'), article('copy', '2011-09-16')]
const records = (annotations: Annotation[], links: Link[], reprints: [string, string][] = []) => ({
  annotations,
  links,
  articles,
  sourceOf: sourcesFrom(reprints),
  threads: [],
})
const said = claim('said', { speakerId: 'act_a', said: '2011-09-14', about: 'Havens' }, { articleId: 'one' })
const again = claim('again', { speakerId: 'act_b' }, { articleId: 'two' })
const copied = claim('copied', { speakerId: 'act_a', said: '2011-09-14' }, { articleId: 'copy' })
const denied = denial('denied', { speakerId: 'act_c', stance: 'denies' }, { articleId: 'two' })
const against = claim('against', { speakerId: 'act_d' }, { articleId: 'two' })

describe('rows of the ledger', () => {
  it('gathers the passages of one claim with what is said to each of them', () => {
    const { rows } = ledgerOf(
      records(
        [said, again, denied, against],
        [
          link('again', 'same claim', 'said'),
          link('denied', 'denies', 'again'),
          link('said', 'contradicts', 'against'),
        ],
      ),
    )
    expect(
      rows.map((row) => ({
        id: row.id,
        accounts: row.accounts.map(({ actorId, when }) => `${actorId} ${when}`),
        denials: row.denials.map(({ actorId, when }) => `${actorId} ${when}`),
        contradictions: row.contradictions.map(({ annotationId }) => annotationId),
        sources: row.sources,
        state: row.state,
      })),
    ).toEqual([
      {
        id: 'said',
        accounts: ['act_a 2011-09-14', 'act_b 2011-09-17'],
        denials: ['act_c 2011-09-17'],
        contradictions: ['against'],
        sources: 2,
        state: 'denied',
      },
      {
        id: 'against',
        accounts: ['act_d 2011-09-17'],
        denials: [],
        contradictions: ['said'],
        sources: 1,
        state: 'contradicted',
      },
    ])
  })

  it('counts reprints once', () => {
    const links = [link('copied', 'same claim', 'said')]
    const sources = (reprints: [string, string][]) =>
      ledgerOf(records([said, copied], links, reprints)).rows.map((row) => [row.sources, row.state])
    expect(sources([])).toEqual([[2, 'corroborated']])
    expect(sources([['one', 'copy']])).toEqual([[1, 'unanswered']])
  })

  it('takes no comment for an answer but not for a denial, and a retraction for more than one', () => {
    const state = (stance: string) =>
      ledgerOf(records([said, denial('d', { stance })], [link('d', 'denies', 'said')])).rows[0]?.state
    expect(['no comment', 'partly denies', 'retracts'].map(state)).toEqual([
      'unanswered',
      'denied',
      'retracted',
    ])
  })

  it('lists what is open, and lets it go with its cause', () => {
    const raid = event('raid', { title: 'Raid' }, { articleId: 'one' })
    const lost = denial('lost', { speakerId: 'act_c' })
    const nobody = claim('nobody')
    const open = (links: Link[]) =>
      ledgerOf(records([said, raid, lost, nobody], links)).openItems.map(({ key }) => key)
    expect(open([])).toEqual([
      'denial without its claim:lost',
      'claim nobody answered:said',
      'claim nobody answered:nobody',
      'event with one source:raid',
      'no speaker:nobody',
    ])
    expect(open([link('lost', 'denies', 'said'), link('nobody', 'contradicts', 'said', 'lnk_x')])).toEqual([
      'contradiction:lnk_x',
      'event with one source:raid',
      'no speaker:nobody',
    ])
  })

  it('asks to look again at links into a text that was replaced', () => {
    const old: Annotation = { ...said, revisionId: 'rev_before' as Annotation['revisionId'] } // a revision that is no longer current
    expect(
      ledgerOf(records([old, denied], [link('denied', 'denies', 'said', 'lnk_x')])).openItems[0],
    ).toEqual({
      key: 'link to re-check:lnk_x',
      sort: 'link to re-check',
      annotationId: 'denied',
      linkId: 'lnk_x',
    })
  })
})

describe('looking through the ledger', () => {
  const { rows, threads } = ledgerOf(
    records(
      [said, again, denied, against],
      [link('denied', 'denies', 'said'), link('again', 'supports', 'said')],
    ),
  )
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

  it('filters by words, people, state, relation and date', () => {
    expect(ids(filterRows(rows, { text: 'hav' }, () => null))).toEqual(['said'])
    expect(
      ids(filterRows(rows, { text: 'minister hav' }, (id) => (id === 'act_c' ? 'A Minister' : null))),
    ).toEqual(['said'])
    expect(ids(filterRows(rows, { actorIds: ['act_c'] }, () => null))).toEqual(['said'])
    expect(ids(filterRows(rows, { states: ['unanswered'] }, () => null))).toEqual(['again', 'against'])
    expect(ids(filterRows(rows, { relations: ['supports'] }, () => null))).toEqual(['said', 'again'])
    expect(ids(filterRows(rows, { said: { from: '2011-09-15', to: null } }, () => null))).toEqual([
      'again',
      'against',
    ])
    expect(ids(filterRows(rows, {}, () => null))).toEqual(['said', 'again', 'against'])
  })

  it('sorts by any column and puts what has nothing there last', () => {
    const undated = ledgerOf({ ...records([claim('x', {}, { articleId: 'none' }), said], []) }).rows
    expect(ids(sortRows(undated, 'first said', 'up', () => null))).toEqual(['said', 'x'])
    expect(ids(sortRows(undated, 'first said', 'down', () => null))).toEqual(['said', 'x'])
    expect(ids(sortRows(rows, 'denials', 'down', () => null))[0]).toBe('said')
    expect(ids(sortRows(rows, 'speaker', 'down', (id) => id))).toEqual(['against', 'again', 'said'])
  })

  it('groups a row under everybody who speaks in it', () => {
    expect(groupRows(rows, 'actor').map(({ key, rows: list }) => [key, list.length])).toEqual([
      ['act_b', 2],
      ['act_a', 1],
      ['act_c', 1],
      ['act_d', 1],
    ])
  })

  it('marks in the matrix what each actor did in each thread', () => {
    const all = [said, again, denied, against]
    const links = [link('denied', 'denies', 'said'), link('again', 'supports', 'said')]
    const matrix = matrixOf(all, links, threads)
    expect(matrix.threadKeys).toEqual(['said', 'against'])
    expect(matrix.cell('act_b', 'said')).toEqual({ marks: ['claims', 'supports'], annotationIds: ['again'] })
    expect(matrix.cell('act_c', 'said')?.marks).toEqual(['denies'])
    expect(matrix.cell('act_c', 'against')).toBeNull()
  })
})

describe('a large case', () => {
  it('keeps every annotation in one thread, and every claim and event in one row', () => {
    const large = largeCase(1, { articles: 100, annotations: 2000, links: 1500 })
    const { rows, threads } = ledgerOf({ ...large, sourceOf: sourcesFrom([]), threads: [] })
    const inThreads = threads.threads.flatMap(({ memberIds }) => memberIds)
    const inRows = rows.flatMap(({ accounts }) => accounts.map(({ annotationId }) => annotationId))
    const statements = large.annotations.filter(({ kind }) => kind !== 'denial').map(({ id }) => id)
    expect(inThreads.sort()).toEqual(large.annotations.map(({ id }) => id as string).sort())
    expect(inRows.sort()).toEqual(statements.map((id) => id as string).sort())
    expect(threadsOf(large.annotations, large.links, [])).toEqual(threads)
  })
})
