import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockSeparator } from '../blocks.ts'
import { blockSchema, metadataSchema } from '../model.ts'
import { blockTypes, furnitureReasons } from '../vocabulary.ts'
import { blocksOfText, composeArticle, headBlock, paragraph, type ReadDocument } from './document.ts'

const document = (more: Partial<ReadDocument>): ReadDocument => ({
  name: 'a file',
  blocks: [],
  judged: false,
  metadata: {},
  warnings: [],
  ...more,
})
const story =
  'ISLAMABAD (Reuters) - The ministry said on Monday that nobody had known of the bridge before the vote was held.'

describe('an article composed of what a format read', () => {
  it('believes what the file states before what its text suggests', () => {
    const { metadata } = composeArticle(
      document({
        blocks: [paragraph('By Ada Moor'), paragraph(story)],
        judged: true,
        metadata: { headline: 'The bridge', authors: ['Ben Lund'] },
      }),
    )
    expect(metadata).toMatchObject({
      headline: 'The bridge',
      headlineProposed: false,
      authors: ['Ben Lund'],
      dateline: 'ISLAMABAD',
      publisher: 'Reuters',
      language: 'en',
    })
  })

  it('is headed by no row of a table, and by one line', () => {
    const headline = (...lines: string[]) =>
      composeArticle(document({ blocks: [...lines, story].map((line) => paragraph(line)) })).metadata.headline
    expect(headline('Bridge\tYear', 'Who knew of the bridge')).toBe('Who knew of the bridge')
    expect(headline('Who knew\nof the bridge')).toBe('Who knew of the bridge')
  })

  it('takes no part of a document for what stands around the article of a page', () => {
    const menu = ['Home', 'Sign in', 'Subscribe', 'Newsletters', 'Comments', 'Search', 'Most read', 'Log in']
    const annex = [
      'Part one',
      'Part two',
      'Annex three',
      'Table four',
      'Figure five',
      'List six',
      'A note on bridges',
    ]
    const prose = [story, `${story} ${story}`, `${story} It was.`]
    const lines = [
      ...menu,
      'What the ministry knew of the bridge',
      ...prose,
      'The annex:',
      ...annex,
      story.slice(0, 90),
    ]
    const read = (authored: boolean) =>
      composeArticle(document({ authored, blocks: lines.map((line) => paragraph(line)) })).blocks.at(-1)
        ?.furniture
    expect([read(false), read(true)]).toEqual(['sidebar', null])
  })

  it('keeps the page of each block', () => {
    const { blocks } = composeArticle(document({ blocks: [paragraph(story, 3)] }))
    expect(blocks.map(({ page }) => page)).toEqual([3])
  })

  it('leaves blocks alone that the format has judged', () => {
    const { blocks } = composeArticle(
      document({
        judged: true,
        blocks: [{ ...paragraph('Home'), furniture: 'menu' }, paragraph('Share this'), paragraph(story)],
      }),
    )
    expect(blocks.map(({ furniture }) => furniture)).toEqual(['menu', null, null])
  })

  it('does not take a second headline from the text where one is stated', () => {
    const { blocks, text } = composeArticle(
      document({
        blocks: [headBlock('The bridge'), paragraph('A heading of the text'), paragraph(story)],
        metadata: { headline: 'The bridge' },
      }),
    )
    expect(blocks.map(({ start, end, furniture }) => [text.slice(start, end), furniture])).toEqual([
      ['The bridge', 'head'],
      ['A heading of the text', null],
      [story, null],
    ])
  })

  it('tiles its text with blocks that the model allows, whatever was read', () => {
    const anyBlock = fc.record({
      type: fc.constantFrom(...blockTypes),
      level: fc.constantFrom(null, 1, 2, 6),
      text: fc.string({ unit: 'binary', maxLength: 80 }),
      furniture: fc.constantFrom(null, ...furnitureReasons),
      page: fc.constantFrom(null, 1, 7),
    })
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 12 }),
        fc.boolean(),
        fc.string(),
        (blocks, judged, headline) => {
          const article = composeArticle(document({ blocks, judged, metadata: { headline } }))
          const parts = article.blocks.map(({ start, end }) => article.text.slice(start, end))
          expect(parts.join(blockSeparator)).toBe(article.text)
          expect(
            parts.every((part) => part !== '' && !part.includes(blockSeparator) && part.isWellFormed()),
          ).toBe(true)
          for (const block of article.blocks) blockSchema.parse(block)
          metadataSchema.parse(article.metadata)
        },
      ),
      { seed: 20_110_502, numRuns: 60 },
    )
  })
})

it('plain text gives lists, quotes and headings by its marks', () => {
  expect(
    blocksOfText('# A head\n\n> quoted\n\n• an item\n\nwords').map(({ type, text }) => [type, text]),
  ).toEqual([
    ['heading', 'A head'],
    ['quote', 'quoted'],
    ['listItem', 'an item'],
    ['paragraph', 'words'],
  ])
})
