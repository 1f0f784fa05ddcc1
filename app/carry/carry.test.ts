import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSegments, verifySegment } from '../anchor/segment.ts'
import type { Block } from '../model.ts'
import { alignTexts, carrySegments } from './carry.ts'
import { carryFlips } from './flips.ts'
import { commonRuns } from './sequence.ts'
import { makeEditMap } from './stepMaps.ts'
import { suggestPlace } from './suggest.ts'
import { compareRevisions } from './wordDiff.ts'

const old = 'The minister denied the talks. He said that the talks were a rumour. Nobody believed him.'
const segmentsOf = (text: string, ...words: string[]) =>
  makeSegments(
    text,
    words.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length })),
  )
const carry = (to: string, ...words: string[]) =>
  carrySegments(alignTexts(old, to), segmentsOf(old, ...words))

describe('a passage carried to another text', () => {
  test('is kept where its words stand at the same place', () => {
    expect(carry(`${old} More.`, 'denied the talks')).toEqual({
      fate: 'kept',
      segments: segmentsOf(`${old} More.`, 'denied the talks'),
    })
  })

  test('is moved where words before it came or went, also from within a word on', () => {
    const to = old.replace('The minister', 'On Monday the foreign minister')
    expect(carry(to, 'ied the tal')).toEqual({ fate: 'moved', segments: segmentsOf(to, 'ied the tal') })
  })

  test('is moved with its sentence to another part of the text', () => {
    const to = 'Nobody believed him. He said that the talks were a rumour. The minister denied the talks.'
    expect(carry(to, 'Nobody believed him.').fate).toBe('moved')
    expect(carry(to, 'The minister denied the talks').fate).toBe('moved')
  })

  test('needs review where a word of it was changed, left out or parted by a new one', () => {
    expect(carry(old.replace('denied', 'confirmed'), 'minister denied')).toEqual({ fate: 'review' })
    expect(carry(old.replace('a rumour', 'an old rumour'), 'were a rumour')).toEqual({ fate: 'review' })
    expect(carry(old.replace('He said that the talks were a rumour. ', ''), 'rumour')).toEqual({
      fate: 'review',
    })
  })

  test('is not taken for the same word in another sentence', () => {
    expect(carry('Nobody denied the report of the newspaper.', 'minister denied', 'rumour')).toEqual({
      fate: 'review',
    })
  })

  test('needs review where a word or two of it stand in a sentence that came instead', () => {
    expect(carry('Rebels took the town. Nobody there believed the rumour at first.', 'rumour')).toEqual({
      fate: 'review',
    })
    expect(carry('The talks will go on in Rome. Rebels took the town.', 'talks')).toEqual({ fate: 'review' })
    expect(carry(old.replace('He said that', 'He insisted that'), 'rumour').fate).toBe('moved')
    expect(carry(`${old} He left.`, 'him').fate).toBe('kept')
  })

  test('is not found inside longer words and numbers', () => {
    const pairs = [
      ['At noon 5 people were killed.', 'At noon 15 people were killed.', '5 people were killed'],
      ['In all 5 million people fled.', 'In all 1.5 million people fled.', '5 million people fled'],
      ['So she paid them 2 there.', 'So she paid them 2,500 there.', 'she paid them 2'],
      ['Later he said so twice.', 'Later she said so twice.', 'he said so twice'],
      ['It was said in the cafe.', 'It was said in the cafe\u0301.', 'was said in the cafe'],
    ] as const
    for (const [from, to, words] of pairs)
      expect(carrySegments(alignTexts(from, to), segmentsOf(from, words))).toEqual({ fate: 'review' })
  })

  test('carries all its segments or none', () => {
    const to = old.replace('Nobody', 'Somebody')
    expect(carry(to, 'minister denied', 'a rumour').fate).toBe('kept')
    expect(carry(to, 'minister denied', 'Nobody believed')).toEqual({ fate: 'review' })
  })
})

test('the review proposes the words that stand where the old ones stood, with a score', () => {
  const to = old.replace('were a rumour', 'were only a foolish rumour')
  const place = suggestPlace(alignTexts(old, to), segmentsOf(old, 'were a rumour'))
  expect(place?.segments.map(({ exact }) => exact)).toEqual(['were only a foolish rumour'])
  expect(place?.score).toBeCloseTo(6 / 8)
  expect(
    suggestPlace(alignTexts(old, 'Quite another story.'), segmentsOf(old, 'denied the talks')),
  ).toBeNull()
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '\n\n', '🙂', 'ä', '中'), { maxLength: 60 })
const text = words.map((list) =>
  list
    .join(' ')
    .replace(/ ?\n\n ?/gu, '\n\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim(),
)

test('whatever the texts, a carried passage says in the new text what it quotes', () => {
  fc.assert(
    fc.property(text, text, fc.nat(100), fc.nat(30), (from, to, start, length) => {
      fc.pre(from.slice(start, start + length).trim() !== '' && start + length <= from.length)
      const range = { start, end: start + length }
      let segments: ReturnType<typeof makeSegments>
      try {
        segments = makeSegments(from, [range])
      } catch {
        return // The range cuts a character in two.
      }
      const alignment = alignTexts(from, to)
      const carried = carrySegments(alignment, segments)
      if (carried.fate !== 'review')
        for (const one of carried.segments) expect(verifySegment(to, one)).toBe(true)
      for (const one of suggestPlace(alignment, segments)?.segments ?? [])
        expect(verifySegment(to, one)).toBe(true)
      const same = carrySegments(alignTexts(from, from), segments)
      expect(same).toEqual({ fate: 'kept', segments })
    }),
    { numRuns: 300 },
  )
})

test('common runs are common, in order, and as long as the longest common subsequence for short texts', () => {
  const items = fc.array(fc.nat(4), { maxLength: 30 })
  fc.assert(
    fc.property(items, items, (a, b) => {
      const runs = commonRuns(Int32Array.from(a), Int32Array.from(b))
      let [x, y, length] = [0, 0, 0]
      for (const run of runs) {
        expect(run.a).toBeGreaterThanOrEqual(x)
        expect(run.b).toBeGreaterThanOrEqual(y)
        expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length))
        x = run.a + run.length
        y = run.b + run.length
        length += run.length
      }
      expect(length).toBe(longestCommon(a, b))
    }),
  )
})

function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const item of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(item === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    row = next
  }
  return row.at(-1)!
}

test('two long texts that have little in common are compared all the same, and what is told to be equal is', () => {
  const words = (seed: number) => Array.from({ length: 40_000 }, (_, at) => `w${(at * seed) % 30_011}`)
  const [from, to] = [words(7), words(13)]
  const { places } = alignTexts(from.join(' '), to.join(' '))
  const kept = [...places.entries()].filter(([, place]) => place >= 0)
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter(([at, place]) => from[at] !== to[place])).toEqual([])
  expect(kept.every(([, place], index) => index === 0 || place > (kept[index - 1]?.[1] ?? -1))).toBe(true)
}, 60_000)

const laid = (...texts: string[]) => {
  let start = 0
  const blocks = texts.map((one): Block => {
    const block: Block = { type: 'paragraph', start, end: start + one.length, level: null, furniture: null }
    start = block.end + 2
    return block
  })
  return { text: texts.join('\n\n'), blocks }
}

describe('two revisions compared', () => {
  test('show words added and removed in their block, and blocks that came and went', () => {
    const before = laid('The talks have begun.', 'Nobody said so.', 'The end is near.')
    const after = laid('The secret talks have ended.', 'A new paragraph.', 'The end is near.')
    expect(compareRevisions(before, after)).toEqual({
      blocks: [
        {
          type: 'paragraph',
          furniture: false,
          change: 'changed',
          pieces: [
            { change: 'same', text: 'The ', older: 0, newer: 0 },
            { change: 'added', text: 'secret ', older: null, newer: 4 },
            { change: 'same', text: 'talks have ', older: 4, newer: 11 },
            { change: 'removed', text: 'begun', older: 15, newer: null },
            { change: 'added', text: 'ended', older: null, newer: 22 },
            { change: 'same', text: '.', older: 20, newer: 27 },
          ],
        },
        expect.objectContaining({
          pieces: expect.arrayContaining([
            { change: 'added', text: 'A new paragraph', older: null, newer: 30 },
          ]),
        }),
        {
          type: 'paragraph',
          furniture: false,
          change: 'same',
          pieces: [{ change: 'same', text: 'The end is near.', older: 40, newer: 48 }],
        },
      ],
      addedWords: 5,
      removedWords: 4,
    })
  })

  test('show a paragraph that was put in, or taken out, as a whole, with its own full stop', () => {
    const paragraphs = ['The talks have begun.', 'Nobody said so. It was told later.', 'The end is near.']
    const [less, more] = [laid(...paragraphs.toSpliced(1, 1)), laid(...paragraphs)]
    const changesOf = (from: ReturnType<typeof laid>, to: ReturnType<typeof laid>) =>
      compareRevisions(from, to).blocks.map(({ change, pieces }) => [change, pieces.map(({ text }) => text)])
    const [first, second, third] = paragraphs
    expect(changesOf(less, more)).toEqual([
      ['same', [first]],
      ['added', [second]],
      ['same', [third]],
    ])
    expect(changesOf(more, less)).toEqual([
      ['same', [first]],
      ['removed', [second]],
      ['same', [third]],
    ])
    const sentence = laid('The talks have begun. Nobody said so.', 'The end is near.')
    expect(changesOf(laid('The talks have begun.', 'The end is near.'), sentence)).toEqual([
      ['changed', ['The talks have begun. ', 'Nobody said so.']],
      ['same', ['The end is near.']],
    ])
  })

  test('hold all words of both, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const [before, after] = [laid(...from.split('\n\n')), laid(...to.split('\n\n'))]
        const { blocks } = compareRevisions(before, after)
        const side = (gone: 'added' | 'removed') =>
          blocks.flatMap(({ pieces }) =>
            pieces.filter(({ change }) => change !== gone).map((piece) => piece.text),
          )
        expect(side('removed').join('').replace(/\s/gu, '')).toBe(to.replace(/\s/gu, ''))
        expect([...side('added').join('').replace(/\s/gu, '')].sort()).toEqual(
          [...from.replace(/\s/gu, '')].sort(),
        )
      }),
    )
  })
})

test('folds and restored blocks go along with blocks of the same words', () => {
  const from = laid('one', 'menu', 'two')
  const to = laid('zero', 'menu', 'one', 'two')
  expect(carryFlips(from, [1], to)).toEqual([1])
  expect(carryFlips(from, [], to)).toEqual([])
  const judged = {
    ...to,
    blocks: to.blocks.map((block, at) => (at === 1 ? { ...block, furniture: 'menu' as const } : block)),
  }
  expect(carryFlips(from, [1], judged)).toEqual([])
})

describe('a passage through an edit', () => {
  const before = 'The ministre denied it.\n\nHe said so.'
  test('follows the steps, with a typo mended inside it', () => {
    const after = 'The minister denied it.\n\nHe said so.'
    const map = makeEditMap(before, after, [[10, 3, 3]])
    expect(map(segmentsOf(before, 'denied it'))).toEqual({
      fate: 'kept',
      segments: segmentsOf(after, 'denied it'),
    })
    expect(map(segmentsOf(before, 'The ministre denied'))).toEqual({
      fate: 'moved',
      segments: segmentsOf(after, 'The minister denied'),
    })
  })

  test('needs review where all its words were deleted, and moves where words before it went', () => {
    const after = 'The ministre denied it.\n\nsaid so.'
    const map = makeEditMap(before, after, [[26, 3, 0]])
    expect(map(segmentsOf(before, 'He'))).toEqual({ fate: 'review' })
    expect(map(segmentsOf(before, 'said so'))).toEqual({
      fate: 'moved',
      segments: segmentsOf(after, 'said so'),
    })
  })

  test('is refused with steps that lead elsewhere', () => {
    for (const steps of [[[10, 3, 4]], [[0, 99, 0]], [[5, 1, 0, 2, 1, 2]], [[1, 2]]])
      expect(() => makeEditMap(before, before, steps)).toThrow('Nothing was changed')
  })
})

test('words that are gone from the end of a text stand apart from what is left', () => {
  const laid = (text: string) => ({
    text,
    blocks: [{ type: 'paragraph' as const, start: 0, end: text.length, level: null, furniture: null }],
  })
  const { blocks } = compareRevisions(laid('before the storm came'), laid('before the storm'))
  expect(blocks[0]?.pieces).toEqual([
    { change: 'same', text: 'before the storm', older: 0, newer: 0 },
    { change: 'removed', text: ' came', older: 16, newer: null },
  ])
})

test('each piece stands at its words in both texts, also where one has more white space', () => {
  const laid = (text: string) => ({
    text,
    blocks: [{ type: 'paragraph' as const, start: 0, end: text.length, level: null, furniture: null }],
  })
  const [older, newer] = ['one two  three was four', 'one two three is four five']
  const pieces = compareRevisions(laid(older), laid(newer)).blocks.flatMap((block) => block.pieces)
  const letters = (text: string) => text.replaceAll(' ', '')
  for (const { text, ...at } of pieces) {
    if (at.older !== null)
      expect(older.slice(at.older).replaceAll(' ', '').startsWith(letters(text))).toBe(true)
    if (at.newer !== null) expect(newer.slice(at.newer, at.newer + text.length)).toBe(text)
  }
  // The wider gap ends a piece: in each, letters lie as far apart in both texts.
  expect(
    pieces.filter(({ change }) => change === 'same').map(({ text, ...at }) => [text, at.older, at.newer]),
  ).toEqual([
    ['one two ', 0, 0],
    ['three ', 9, 8],
    ['four ', 19, 17],
  ])
})
