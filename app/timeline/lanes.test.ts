import { expect, test } from 'vitest'
import { actId, artId, linked, passage, viewOf } from '../ledger/testView.ts'
import { makeThreads } from '../ledger/threads.ts'
import { boxesOf, placeLane, rowsFilled, rowsWanted, seenMark } from './cluster.ts'
import { dealRows, placeLanes } from './laneRows.ts'
import type { TimelineEntry } from './lanes.ts'
import { extentOf, filterEntries, makeTimeline, noTimelineFilter } from './lanes.ts'

const view = viewOf(
  [
    passage('raid', 'event', { date: '2011-05-02', by: 'seals', about: 'The raid' }),
    passage('haven', 'claim', { date: '2011-09-14', by: 'panetta', in: 'two' }),
    passage('undated', 'denial', { by: 'pakistan', in: 'two' }),
  ],
  [linked('undated', 'denies', 'haven')],
)
const threads = makeThreads(view)
const { entries, undated } = makeTimeline(view)

test('what happened, was said and was published stands in its lane, by its start', () => {
  expect(entries.map(({ lane, label, date }) => [lane, label, date])).toEqual([
    ['happened', 'The raid', '2011-05-02'],
    ['said', 'haven', '2011-09-14'],
    ['published', 'Headline one', '2011-09-15'],
    ['published', 'Headline two', '2012-05-30'],
  ])
  expect(undated).toBe(1)
})

const membersOf = (key: string) => threads.find((thread) => thread.key === key)?.members ?? []

test('a filter keeps what belongs to an actor, an article or a thread', () => {
  const found = (filter: Partial<typeof noTimelineFilter>) =>
    filterEntries(view, entries, { ...noTimelineFilter, ...filter }, membersOf).map((entry) => entry.label)
  expect(found({ actorId: actId('panetta') })).toEqual(['haven', 'Headline two'])
  expect(found({ articleId: artId('one') })).toEqual(['The raid', 'Headline one'])
  expect(found({ threadKey: threads[0]?.key ?? '' })).toEqual(['The raid', 'Headline one'])
  expect(found({ text: 'SEALS' })).toEqual(['The raid'])
})

test('the extent covers every span', () => {
  const extent = extentOf(entries)
  expect(extent && extent.from < Date.UTC(2011, 4, 2) && extent.to > Date.UTC(2012, 4, 31)).toBe(true)
  expect(extentOf([])).toBe(null)
})

const window = { from: Date.UTC(2011, 0), to: Date.UTC(2012, 0), width: 1000 }
const measure = (label: string) => label.length * 7
const placed = (entries: readonly TimelineEntry[], rows: number) =>
  placeLane(boxesOf(entries, window), window.width, rows, measure)
const many = (count: number, date: (index: number) => string) =>
  makeTimeline(
    viewOf(
      Array.from({ length: count }, (_, i) => passage(`p${i}`, 'event', { date: date(i) })),
      [],
      [],
      [],
    ),
  ).entries

test('spans in one lane never overlap, and each stands where its dates are', () => {
  const { marks, gatherings } = placed(
    many(
      12,
      (i) => `2011-${String(i + 1).padStart(2, '0')}/2011-${String(Math.min(12, i + 3)).padStart(2, '0')}`,
    ),
    4,
  )
  expect(gatherings).toEqual([])
  for (const a of marks) {
    for (const b of marks) {
      if (a === b || a.row !== b.row) continue
      expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true)
    }
  }
  expect(Math.round(marks[0]?.x ?? -1)).toBe(0)
})

const titled = (title: string, ...dates: string[]) =>
  makeTimeline(
    viewOf(
      dates.map((date, at) => passage(`p${at}`, 'event', { about: title, date })),
      [],
      [],
      [],
    ),
  ).entries

test('a label stands in its mark where it is whole there, else behind it, else before it', () => {
  const labelOf = (title: string, date: string) => placed(titled(title, date), 2).marks[0]?.label
  expect(labelOf('A short one', '2011')).toEqual({ x: 5, width: 77 })
  const day = labelOf('A short one', '2011-06-01')
  expect(day && day.x > 0).toBe(true)
  expect(labelOf('A short one', '2011-12-30')).toEqual({ x: -82, width: 77 })
})

test('a label stands before its mark wherever there is room in the row, apart from what stands there', () => {
  const labelsOf = (...dates: string[]) =>
    placed(titled('Twenty letters or so', ...dates), 1).marks.map(
      ({ label }) => label && [Math.round(label.x), Math.round(label.width)],
    )
  expect(labelsOf('2011-03-01', '2011-10-01', '2011-10-20')).toEqual([
    [13, 140],
    [-145, 140],
    [13, 140],
  ])
  // 16 pixels are left to the span before it.
  expect(labelsOf('2011-01/2011-03', '2011-05-27', '2011-06-14')).toEqual([
    [5, 140],
    [-137, 132],
    [13, 140],
  ])
})

test('a label without room for all of it is cut, and one without room for a few letters is left out', () => {
  const [, first, second] = placed(
    titled(
      'A title of more than sixty letters, which is as long as a headline is',
      '2011-01/2011-04',
      '2011-05-05/2011-05-14',
      '2011-05-20/2011-12',
    ),
    1,
  ).marks
  expect(first?.label).toBe(null)
  expect(second?.label).toEqual({ x: 5, width: 440 })
})

test('labels overlap neither each other nor the marks of others', () => {
  const dates = ['01-03', '02-20', '03-01', '03-20/2011-06', '07-01', '08-20', '12-10'].map(
    (day) => `2011-${day}`,
  )
  const { marks } = placed(titled('Twenty letters or so', ...dates), 2)
  expect(marks.some((mark) => mark.label !== null && mark.label.x < 0)).toBe(true)
  for (const row of Map.groupBy(marks, (mark) => mark.row).values()) {
    const parts = row
      .flatMap((mark) => [
        [mark.x, mark.x + mark.width] as const,
        ...(mark.label === null || (mark.label.x > 0 && mark.label.x < mark.width)
          ? []
          : [[mark.x + mark.label.x, mark.x + mark.label.x + mark.label.width] as const]),
      ])
      .sort((a, b) => a[0] - b[0])
    parts.forEach(([, end], index) => {
      expect(end).toBeLessThanOrEqual((parts[index + 1]?.[0] ?? window.width) + 0.001)
    })
  }
})

test('a dense stretch gathers into one count, and nothing is left out', () => {
  const { marks, gatherings } = placed([...many(50, () => '2011-06-01'), ...many(1, () => '2011-11-01')], 4)
  expect(gatherings.map((gathering) => gathering.entries.length)).toEqual([50])
  expect(marks.map((mark) => mark.entry.date)).toEqual(['2011-11-01'])
})

test('counts at the edge do not overlap: what would be cut off joins the one before', () => {
  const { gatherings } = placed([...many(30, () => '2011-12-14'), ...many(30, () => '2011-12-30')], 4)
  expect(gatherings.map(({ x, entries }) => [x + 34 <= window.width, entries.length])).toEqual([[true, 60]])
})

test('counts have a row of their own', () => {
  const { marks, gatherings } = placed(
    many(40, (i) => (i < 6 ? '2011' : '2011-06-01')),
    4,
  )
  expect(gatherings.flatMap((gathering) => gathering.entries).length + marks.length).toBe(40)
  expect(Math.max(...marks.map((mark) => mark.row), 0)).toBeLessThan(3)
})

test('lanes get the rows that they need, as far as there are', () => {
  expect(dealRows([5, 1, 1], 9)).toEqual([5, 2, 2])
  expect(dealRows([5, 5, 1], 8)).toEqual([3, 3, 2])
  expect(dealRows([9, 8, 1], 14)).toEqual([4, 8, 2])
  expect(
    rowsWanted(
      boxesOf(
        many(3, () => '2011'),
        window,
      ),
      window.width,
      10,
    ),
  ).toBe(3)
})

test('a lane that gathers wholly fills one row, whatever it was dealt', () => {
  const spans = many(3, () => '2011')
  const moments = many(9, () => '2011-06-01')
  expect(rowsFilled(placed(spans, 8))).toBe(3)
  expect(rowsFilled(placed(moments, 6))).toBe(1)
  expect(rowsFilled(placed([], 6))).toBe(0)
})

test('a mark stands in the row where its label has room, as long as there are rows', () => {
  const dates = ['2011-06-01', '2011-07-01']
  const whole = (rows: number) =>
    placed(titled('Forty letters that will not stand in 70', ...dates), rows).marks.map(({ row, label }) => [
      row,
      label?.width,
    ])
  const all = 'Forty letters that will not stand in 70'.length * 7
  expect(whole(2)).toEqual([
    [0, all],
    [1, all],
  ])
  expect(whole(1)).toEqual([
    [0, all],
    [0, all],
  ])
  const three = placed(titled('Forty letters that will not stand in 70', '2011-05-01', ...dates), 1).marks
  expect(three.map(({ label }) => label?.width === all)).toEqual([true, false, true])
})

test('what is in the window stands in the first rows, whatever stood beside it when it began', () => {
  const { marks } = placed(
    titled('Short', '2009', '2009-02/2010-11', '2009-03/2011-06', '2010-05/2010-09', '2012-03', '2013'),
    5,
  )
  const row = (date: string) => marks.find((mark) => mark.entry.date === date)?.row
  expect(row('2009-03/2011-06')).toBe(0)
  for (const a of marks)
    for (const b of marks)
      if (a !== b && a.row === b.row) expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true)
})

test('lanes get the rows that their dates need first, and what is left for labels', () => {
  const title = 'Forty letters that will not stand in 70'
  const lanesOf = (all: number) => {
    const one = titled(title, '2011-05-01', '2011-06-01', '2011-07-01', '2011-08-01')
    const other = titled(title, '2011', '2011', '2011')
    return placeLanes([one, other], window, all, measure).map(rowsFilled)
  }
  expect(lanesOf(5)).toEqual([2, 3])
  expect(lanesOf(9)).toEqual([4, 3])
})

test('all dates are laid out, or where there are very many those near the window', () => {
  const laidOut = (count: number) => {
    const entries = many(count, (at) => `${1900 + (at % 120)}-06-01`)
    const [lane] = placeLanes([entries], window, 40, measure)
    const years = [
      ...(lane?.marks ?? []).map(({ entry }) => entry),
      ...(lane?.gatherings ?? []).flatMap((one) => one.entries),
    ]
    return [...new Set(years.map(({ date }) => date.slice(0, 4)))].sort()
  }
  expect(laidOut(600)).toHaveLength(120)
  expect(laidOut(1200)).toEqual(['2010', '2011', '2012'])
})

test('while the window is moved, rows and sides of labels stay, and what is cut off goes at the edges', () => {
  const { marks } = placed(
    titled(
      'Twenty letters or so',
      '2011-02-01',
      '2011-03',
      '2011-06-01',
      '2011-06-05',
      '2011-12-20',
      '2012-02',
    ),
    3,
  )
  const side = (mark: (typeof marks)[number] | null, width: number) =>
    mark?.label == null ? null : mark.label.x < 0 ? 'before' : mark.label.x < width ? 'in' : 'behind'
  for (let moved = -600; moved <= 600; moved += 25) {
    for (const mark of marks) {
      const seen = seenMark(mark, moved, window.width, measure)
      if (seen === null) continue
      expect(seen.row).toBe(mark.row)
      const now = side(seen, seen.width)
      if (now !== null) expect(now).toBe(side(mark, mark.width))
      if (now === 'before' || now === 'behind')
        expect(seen.x + (seen.label?.x ?? 0)).toBeCloseTo(mark.x - moved + (mark.label?.x ?? 0))
    }
  }
})

test('the label in a long span stays where the span is seen', () => {
  const [mark] = placed(titled('Twenty letters or so', '2011-01/2011-10'), 1).marks
  const seen = mark === undefined ? null : seenMark(mark, 300, window.width, measure)
  expect(seen && { x: seen.x, label: seen.label }).toEqual({ x: 0, label: { x: 5, width: 140 } })
})

test('what is outside of the window is not seen', () => {
  const { marks, gatherings } = placed(
    many(3, () => '2015-06-01'),
    4,
  )
  expect(gatherings).toEqual([])
  expect(marks.map((mark) => seenMark(mark, 0, window.width, measure))).toEqual([null, null, null])
})

test('a timeline made on from the one before is the one made anew, and keeps the entries that stand', () => {
  const passages = [...view.annotations.values()]
  const before = makeTimeline(view)
  const moved = passage('haven', 'claim', { date: '2010', by: 'panetta', in: 'two' })
  const now = viewOf([...passages.filter(({ id }) => id !== moved.id), moved])
  const after = makeTimeline(now, before)
  expect(after).toEqual(makeTimeline(now))
  expect(after.entries).toContain(before.entries[0])
  expect(after.entries.map(({ date }) => date)).toEqual(['2010', '2011-05-02', '2011-09-15', '2012-05-30'])
})
