import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedArticle } from './collection.ts'
import { createReuseIndex, isReprint, type SharedRun } from './reuse.ts'

const article = (id: string, text: string): ComparedArticle => ({
  id,
  language: 'en',
  published: null,
  text,
  passages: text === '' ? [] : [{ start: 0, end: text.length }],
})

function indexOf(...articles: ComparedArticle[]) {
  const index = createReuseIndex()
  for (const each of articles) index.put(each)
  return index
}

const words = (text: string) => text.split(' ').filter((word) => word !== '')

/** Every longest run of eight or more equal words, by comparing each place with each. */
function naiveRuns(a: string, b: string): string[] {
  const here = words(a)
  const there = words(b)
  const found: string[] = []
  here.forEach((_, i) => {
    there.forEach((_, j) => {
      if (i > 0 && j > 0 && here[i - 1] === there[j - 1]) return
      let length = 0
      while (i + length < here.length && j + length < there.length && here[i + length] === there[j + length])
        length += 1
      if (length >= 8) found.push(`${i} ${j} ${length}`)
    })
  })
  return found.sort()
}

const inWords = (a: string, b: string, { here, there, words: length }: SharedRun) =>
  `${words(a.slice(0, here.start)).length} ${words(b.slice(0, there.start)).length} ${length}`

describe('words taken from another article', () => {
  it('takes time by the length of texts alone, also of those that say the same without end', () => {
    for (const piece of ['word ', 'one two three four five six seven eight nine '])
      for (const other of [40_000, 41_000]) {
        const index = indexOf(article('a', piece.repeat(40_000)), article('b', piece.repeat(other)))
        const [reuse] = index.reuseOf('a')
        expect(reuse?.articleId).toBe('b')
        expect(reuse?.share).toBe(1)
        expect(reuse?.runs.length).toBeLessThan(1000)
      }
  }, 20_000)

  it('finds a shared run whatever its case and signs, with its place in both', () => {
    const a = 'He said: “The border post was hit twice before dawn on Saturday,” and left.'
    const b = 'Nobody knew. The border post was hit twice, before dawn on SATURDAY. Nothing more.'
    const [reuse] = indexOf(article('a', a), article('b', b)).reuseOf('a')
    expect(
      reuse?.runs.map(({ here, there, words }) => [
        a.slice(here.start, here.end),
        b.slice(there.start, there.end),
        words,
      ]),
    ).toEqual([
      [
        'The border post was hit twice before dawn on Saturday',
        'The border post was hit twice, before dawn on SATURDAY',
        10,
      ],
    ])
  })

  it('finds every shared run of at least eight words, and nothing else', () => {
    const word = fc.constantFrom('war', 'peace', 'the', 'a')
    const text = fc.array(word, { maxLength: 40 })
    const shared = fc.array(word, { minLength: 8, maxLength: 14 })
    fc.assert(
      fc.property(text, text, text, text, shared, (a1, a2, b1, b2, common) => {
        const a = [...a1, ...common, ...a2].join(' ')
        const b = [...b1, ...common, ...b2].join(' ')
        const reuse = indexOf(article('a', a), article('b', b)).reuseOf('a')
        const found = reuse.flatMap(({ runs }) => runs.map((run) => inWords(a, b, run))).sort()
        expect(found).toEqual(naiveRuns(a, b))
      }),
      { seed: 20110915, numRuns: 400 },
    )
  })

  it('knows a reprint, also one cut at the end', () => {
    const whole = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
    const cut = words(whole).slice(0, 30).join(' ')
    const other = `${words(whole).slice(0, 9).join(' ')} ${Array.from({ length: 60 }, (_, index) => `other${index}`).join(' ')}`
    const index = indexOf(article('whole', whole), article('cut', cut), article('other', other))
    expect(index.reuseOf('cut').map((reuse) => [reuse.articleId, isReprint(reuse)])).toEqual([
      ['whole', true],
      ['other', false],
    ])
  })

  it('forgets what was taken out, and takes a new text for the old one', () => {
    const text = 'one two three four five six seven eight nine'
    const index = indexOf(article('a', text), article('b', text), article('c', text))
    index.remove('b')
    index.put(article('c', 'nothing of the kind'))
    expect(index.reuseOf('a')).toEqual([])
    expect(index.reuseOf('b')).toEqual([])
  })

  it('answers for an empty article and for one that is not there', () => {
    const index = indexOf(article('a', ''))
    expect([index.reuseOf('a'), index.reuseOf('x')]).toEqual([[], []])
  })
})
