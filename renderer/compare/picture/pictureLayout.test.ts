import { expect, test } from 'vitest'
import { relatedLook, threadLooks } from '../threadLook.ts'
import { columnWidth } from './pictureCards.ts'
import type { PictureCard, PictureContent, PictureThread } from './pictureContent.ts'
import { cardsById, layoutPicture, type PictureLayout } from './pictureLayout.ts'
import { pictureSvg } from './pictureSvg.ts'

/** Every UTF-16 code unit is seven pixels wide. */
const measure = (text: string) => text.length * 7

const words = 'nothing of what was said before the committee had been proven by anybody'
const card = (id: string, quote = words): PictureCard => ({
  id,
  kind: 'claim',
  sort: 'Claim',
  title: 'A minister',
  details: 'asserted',
  quote,
})
const thread = (from: string, to: string): PictureThread => ({
  from,
  to,
  label: 'denies',
  look: threadLooks.denies,
  directed: true,
})
const column = (name: string, count: number) => ({
  headline: `Report ${name}`,
  source: 'Herald',
  cards: Array.from({ length: count }, (_, index) => card(`${name}${index}`)),
})

/** The boxes of all labels, left, top, right and bottom. */
const labelBoxes = ({ threads }: PictureLayout) =>
  threads.map(({ label: { x, y, width } }) => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - 8.5,
    bottom: y + 8.5,
  }))

test('every word of every passage is in the picture, and no line is wider than its card', () => {
  const long = `${words} ${'Donaudampfschifffahrtselektrizität'.repeat(3)}`
  const content: PictureContent = {
    columns: [{ headline: 'Report', source: 'Herald', cards: [card('a', long)] }],
    threads: [],
  }
  const [box] = layoutPicture(content, measure).columns[0]?.cards ?? []
  const quote = box?.lines.filter(({ sort }) => sort === 'quote').map(({ text }) => text) ?? []
  expect(quote.join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''))
  for (const line of quote) expect(measure(line)).toBeLessThanOrEqual(columnWidth - 24)
  expect(box?.lines.at(-1)?.baseline).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0))
})

test('no label lies over another, however many threads run between two columns', () => {
  const content: PictureContent = {
    columns: [column('a', 3), column('b', 3)],
    threads: [0, 1, 2].flatMap((one) =>
      [0, 1, 2].flatMap((other) => [thread(`a${one}`, `b${other}`), thread(`b${other}`, `a${one}`)]),
    ),
  }
  const boxes = labelBoxes(layoutPicture(content, measure))
  expect(boxes).toHaveLength(18)
  const meeting = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).filter((other) => one.top < other.bottom - 0.01 && other.top < one.bottom - 0.01),
  )
  expect(meeting).toEqual([])
})

test('labels stand in the gutters, beside the cards and never on them, those of one column too', () => {
  const content: PictureContent = {
    columns: [column('a', 3), column('b', 3)],
    threads: [thread('a0', 'b2'), thread('a0', 'a2'), thread('a1', 'a0'), thread('b0', 'b1')],
  }
  const layout = layoutPicture(content, measure)
  const [a, b] = layout.columns
  for (const box of labelBoxes(layout).slice(0, 3)) {
    expect(box.left).toBeGreaterThan((a?.x ?? 0) + columnWidth)
    expect(box.right).toBeLessThan(b?.x ?? 0)
  }
  const last = labelBoxes(layout)[3]
  expect(last?.left).toBeGreaterThan((b?.x ?? 0) + columnWidth)
  expect(last?.right).toBeLessThan(layout.width)
})

test('threads that skip a column pass between its cards, each at a height of its own', () => {
  const content: PictureContent = {
    columns: [column('a', 4), column('b', 4), column('c', 4)],
    threads: [0, 1, 2, 3].map((index) => thread(`a${index}`, `c${3 - index}`)),
  }
  const layout = layoutPicture(content, measure)
  const middle = layout.columns[1]
  const heights = layout.threads.map(({ path }) => {
    const level = /L([\d.]+) ([\d.]+)C[^L]*$/.exec(path)
    expect(Number(level?.[1])).toBe((middle?.x ?? 0) + columnWidth)
    return Number(level?.[2])
  })
  expect(new Set(heights).size).toBe(4)
  const crossed = (middle?.cards ?? []).filter(({ y, height }) =>
    heights.some((at) => at > y && at < y + height),
  )
  expect(crossed).toEqual([])
})

test('an arrow points at the card a relation leads to, on whichever side it is', () => {
  const content: PictureContent = {
    columns: [column('a', 1), column('b', 1)],
    threads: [
      thread('a0', 'b0'),
      thread('b0', 'a0'),
      { ...thread('a0', 'b0'), look: relatedLook, directed: false },
    ],
  }
  const layout = layoutPicture(content, measure)
  const boxes = cardsById(layout.columns)
  const [a, b] = [boxes.get('a0'), boxes.get('b0')]
  const heads = layout.threads.map(({ head }) =>
    head === null ? null : Number(/^M([\d.]+) /.exec(head)?.[1]),
  )
  expect(heads).toEqual([b?.x, (a?.x ?? 0) + columnWidth, null])
  expect(layout.threads.map(({ dots }) => dots.length)).toEqual([1, 1, 2])
})

test('a column without passages says so, and without columns there is an empty picture', () => {
  const layout = layoutPicture({ columns: [column('a', 0)], threads: [] }, measure)
  expect(layout.columns[0]?.head.map(({ text }) => text).join(' ')).toContain(
    'No passage of this text is tagged.',
  )
  expect(layoutPicture({ columns: [], threads: [] }, measure)).toMatchObject({ columns: [], threads: [] })
})

test('text of an article is written as text, right-to-left lines from their right side', () => {
  const content: PictureContent = {
    columns: [
      {
        headline: 'Fish & <b>chips</b>\u0000',
        source: 'ab\uD800"',
        cards: [card('a', 'لا تسمح باستخدام أراضيها')],
      },
    ],
    threads: [],
  }
  const svg = pictureSvg(layoutPicture(content, measure), 'Comparison', (name) => name)
  expect(svg).toContain('>Fish &amp; &lt;b&gt;chips&lt;/b&gt;\uFFFD</text>')
  expect(svg).toContain('>ab\uFFFD&quot;</text>')
  const rtl = /<text x="([\d.]+)"[^>]* direction="rtl">/.exec(svg)
  expect(Number(rtl?.[1])).toBe(28 + columnWidth - 12)
})
