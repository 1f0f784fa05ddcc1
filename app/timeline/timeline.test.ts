import { describe, expect, it } from 'vitest'
import { article, claim, event } from '../ledger/testRecords.ts'
import { clusterItems } from './cluster.ts'
import { extentOf, laneItems } from './lanes.ts'
import { compareDates, spanOf } from './span.ts'

const shown = (text: string) => {
  const span = spanOf(text)
  const day = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 16) : String(ms))
  return span === null ? null : `${day(span.earliest)} ${day(span.latest)} ${span.certainty}`
}

describe('the span of a date', () => {
  it('reaches from the first to the last moment that the date can mean', () => {
    expect(shown('2011')).toBe('2011-01-01T00:00 2011-12-31T23:59 sure')
    expect(shown('2011-05')).toBe('2011-05-01T00:00 2011-05-31T23:59 sure')
    expect(shown('2012-02')).toBe('2012-02-01T00:00 2012-02-29T23:59 sure')
    expect(shown('2011-05-02/2011-05-03')).toBe('2011-05-02T00:00 2011-05-03T23:59 sure')
    expect(shown('2011-05-02T10:30Z')).toBe('2011-05-02T10:30 2011-05-02T10:30 sure')
    expect(shown('201X')).toBe('2010-01-01T00:00 2019-12-31T23:59 sure')
    expect(shown('0050-03-01')).toBe('0050-03-01T00:00 0050-03-01T23:59 sure')
  })

  it('says how sure the date is', () => {
    expect(['2011~', '2011?', '2011%', '2011'].map((text) => spanOf(text)?.certainty)).toEqual([
      'approximate',
      'uncertain',
      'both',
      'sure',
    ])
  })

  it('runs to infinity where an interval is open or its end unknown', () => {
    expect(shown('2011-05/..')).toBe('2011-05-01T00:00 Infinity sure')
    expect(shown('/2011')).toBe('-Infinity 2011-12-31T23:59 sure')
  })

  it('gives seasons their own months', () => {
    expect(shown('2011-21')).toBe('2011-03-01T00:00 2011-05-31T23:59 sure')
    expect(shown('2011-24')).toBe('2011-12-01T00:00 2012-02-29T23:59 sure')
  })

  it('knows what is no date', () => {
    expect(['', 'soon', '2011-13', '2011-02-30', '../..', '2012/2011'].map(spanOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('orders dates by their beginning and puts unknown ones last', () => {
    expect([null, '2012', '2011-05', '2011', '2011-01'].sort(compareDates)).toEqual([
      '2011-01',
      '2011',
      '2011-05',
      '2012',
      null,
    ])
  })
})

describe('lanes of the timeline', () => {
  const articles = [article('art', '2011-09-15'), article('undated')]
  const annotations = [
    event('raid', { when: '2011-05', participantIds: ['act_x'] }, { articleId: 'art' }),
    event('some day', {}, { articleId: 'art' }),
    claim('said', { said: '2011-09-14', speakerId: 'act_y' }, { articleId: 'art' }),
    claim('printed', {}, { articleId: 'art' }),
    claim('never', {}, { articleId: 'undated' }),
  ]

  it('puts what happened, what was said and what was published on lanes of their own', () => {
    const { items, undated } = laneItems(annotations, articles)
    expect(items.map(({ lane, id, date }) => [lane, id, date])).toEqual([
      ['happened', 'raid', '2011-05'],
      ['said', 'said', '2011-09-14'],
      ['said', 'printed', '2011-09-15'],
      ['published', 'art', '2011-09-15'],
    ])
    expect(undated).toEqual(['some day'])
  })

  it('knows from when to when it reaches, open ends left out', () => {
    const { items } = laneItems(
      [event('e', { when: '2011-05-02/..' }), event('f', { when: '2011-05-01' })],
      [],
    )
    const extent = extentOf(items)
    expect(extent && [extent.from, extent.to].map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      '2011-05-01',
      '2011-05-02',
    ])
    expect(extentOf([])).toBeNull()
  })
})

describe('dense stretches', () => {
  const day = (number: number) =>
    event(`day${number}`, { when: `2011-05-${String(number).padStart(2, '0')}` })
  const { items } = laneItems([day(1), day(2), day(3), day(20), event('year', { when: '2011' })], [])
  const groups = (from: string, to: string, width: number) =>
    clusterItems(items, { from: Date.parse(from), to: Date.parse(to), width }, 16).map((cluster) =>
      cluster.items.map(({ id }) => id).join(' '),
    )

  it('gather into counts where they cannot be told apart, and part when one comes nearer', () => {
    expect(groups('2011-01-01', '2012-01-01', 730)).toEqual(['day1 day2 day3', 'day20', 'year'])
    expect(groups('2011-05-01', '2011-06-01', 1550)).toEqual(['day1', 'day2', 'day3', 'year', 'day20'])
  })

  it('leave out what lies outside', () => {
    expect(groups('2011-05-10', '2011-06-01', 1000)).toEqual(['day20', 'year'])
  })

  it('hold every mark once', () => {
    const ids = groups('2000-01-01', '2030-01-01', 300).join(' ').split(' ').sort()
    expect(ids).toEqual(['day1', 'day2', 'day20', 'day3', 'year'])
  })
})
