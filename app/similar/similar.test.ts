import { expect, test } from 'vitest'
import type { ArticleId } from '../ids.ts'
import { sourceGroups } from '../revisions.ts'
import { normaliseText } from '../text/normalise.ts'
import { addressKey } from './address.ts'
import { bandsOf } from './bands.ts'
import { compareShingles, isNearlySame, shinglesOf, shinglesOfNormal } from './shingles.ts'

/** A story of words that occur once each, as far as chance allows. */
const story = (from: number, count = 400) => Array.from({ length: count }, (_, at) => `word${from + at}`)
const likeness = (a: readonly string[], b: readonly string[]) =>
  compareShingles(shinglesOf(a.join(' ')), shinglesOf(b.join(' ')))
const shareBand = (a: readonly string[], b: readonly string[]) => {
  const bands = new Set(bandsOf(shinglesOf(a.join(' '))))
  return bandsOf(shinglesOf(b.join(' '))).some((band) => bands.has(band))
}

test('a text with one word in twenty changed is nearly the same, and is found by its bands', () => {
  const edited = story(0).map((word, at) => (at % 20 === 7 ? `other${at}` : word))
  expect(isNearlySame(likeness(story(0), edited))).toBe(true)
  expect(shareBand(story(0), edited)).toBe(true)
})

test('a reprint cut short is nearly the same; another story is not, and shares no band', () => {
  expect(isNearlySame(likeness(story(0), story(0, 120)))).toBe(true)
  expect(isNearlySame(likeness(story(0), story(5000)))).toBe(false)
  expect(shareBand(story(0), story(5000))).toBe(false)
})

test('typesetting changes nothing, and scripts without spaces have shingles too', () => {
  const a = shinglesOf('“We deny – it”, said the minister … of all people there')
  const b = shinglesOf('"we deny - it", said the MINISTER ... of all  people there')
  expect(b).toEqual(a)
  expect(shinglesOf('外交部发言人否认了有关会谈的报道').size).toBeGreaterThan(5)
})

test('a long text, which is taken piece by piece, has the same shingles as taken whole', () => {
  for (const space of [' ', '\n\n', ' – '])
    for (const long of [story(0, 90_000).join(space), `„${story(0, 90_000).join(`“${space}`)}`])
      expect(shinglesOf(long)).toEqual(shinglesOfNormal(normaliseText(long)))
  expect(shinglesOf('部长说谈判已经开始了'.repeat(60_000)).size).toBe(10)
}, 20_000)

test('letters without end have shingles too', () => {
  expect(shinglesOfNormal('д'.repeat(6_000_000)).size).toBeGreaterThan(0)
}, 20_000)

test('a text too short to tell has no bands', () => {
  expect(bandsOf(shinglesOf(story(0, 20).join(' ')))).toEqual([])
  expect(bandsOf(shinglesOf(story(0).join(' '))).every((band) => Number.isSafeInteger(band))).toBe(true)
})

test('addresses of the same page have the same key', () => {
  const key = addressKey('https://www.example.org/news/2011/talks.html')
  expect(key).toBe('example.org/news/2011/talks.html')
  for (const same of [
    'http://example.org/news/2011/talks.html',
    'https://m.example.org/news/2011/talks.html#comments',
    'https://example.org/news//2011/talks.html?utm_source=feed&fbclid=x',
    'HTTPS://WWW.EXAMPLE.ORG/news/2011/talks.html',
  ])
    expect(addressKey(same)).toBe(key)
  expect(addressKey('https://example.org/?p=12&id=3')).toBe('example.org?id=3&p=12')
  expect(addressKey('https://example.org/story?id=12')).not.toBe(
    addressKey('https://example.org/story?id=13'),
  )
  for (const none of [null, '', 'https://example.org/', 'no address', 'mailto:a@example.org'])
    expect(addressKey(none)).toBeNull()
  expect(addressKey('https://example.org/100%')).toBe('example.org/100%')
})

test('a story and its reprints are one source', () => {
  const article = (id: string, reprintOf: string | null = null) => ({
    id: id as ArticleId, // names are enough here
    reprintOf: reprintOf as ArticleId | null,
  })
  const [a, b, c, d] = [article('a'), article('b', 'a'), article('c'), article('d', 'gone')]
  expect(sourceGroups([a, b, c, d, article('e', 'gone')])).toEqual([[a, b], [c], [d, article('e', 'gone')]])
  expect(sourceGroups([b])).toEqual([[b]])
})
