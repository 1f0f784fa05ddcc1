import { expect, it } from 'vitest'
import { composeArticle, type ReadBlock } from './document.ts'

const prose =
  'The ministry had known of the cracks in the bridge for two years, the report says, and nobody was told of them.'
const block = (text: string, furniture: ReadBlock['furniture'] = null): ReadBlock => ({
  type: 'paragraph',
  level: null,
  text,
  furniture,
  page: null,
})

function published(blocks: ReadBlock[], language = 'de'): string | null {
  const metadata = { headline: 'The bridge was known to crack', language }
  return composeArticle({ name: 'page', blocks, judged: true, metadata, warnings: [] }).metadata.published
}

const story = [prose, `${prose} Others say so too.`, `${prose} The minister did not answer.`].map((text) =>
  block(text),
)
const headline = block('The bridge was known to crack', 'menu')

it.each([
  [
    'beside a section and a name',
    [headline, block('Inland | Ada Moor am 24.07.2017, 18:55', 'menu'), ...story],
  ],
  ['above the headline', [block('Montag, 24. Juli 2017 um 9 in Bremen', 'menu'), headline, ...story]],
  [
    'in the first lines of the article',
    [headline, block('Bremen, den 24. Juli 2017, von Ada Moor'), ...story],
  ],
  [
    'after the article, with its label',
    [headline, ...story, block('Erschienen und veröffentlicht von Ada am 24. Juli 2017', 'menu')],
  ],
])('the day that a page shows %s is the article’s', (_, blocks) => {
  expect(published(blocks)).toBe('2017-07-24')
})

it.each([
  ['among comments', [headline, block('Ada schrieb am 24.07.2017', 'comments'), ...story]],
  ['among other stories', [headline, block('Hafen zu, 24.07.2017', 'related'), ...story]],
  ['in a sentence of the article', [headline, ...story, block('The bridge was shut on 24 July 2017.')]],
  ['after the article, without a label', [headline, ...story, block('Hafen geschlossen 24.07.2017', 'menu')]],
  ['in a line of rights', [headline, block('© Ada Moor 24.07.2017', 'menu'), ...story]],
])('a day %s is not', (_, blocks) => {
  expect(published(blocks)).toBe(null)
})

it('figures are read as the language writes them, and not where that is open', () => {
  const blocks = [headline, block('Ada Moor on 03/04/2012', 'menu'), ...story]
  expect(published(blocks, 'en-GB')).toBe('2012-04-03')
  expect(published(blocks, 'en-US')).toBe('2012-03-04')
  expect(published(blocks, 'en')).toBe(null)
})
