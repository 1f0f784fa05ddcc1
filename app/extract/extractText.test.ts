import { describe, expect, it } from 'vitest'
import { blockSeparator } from '../blocks.ts'
import { type Metadata, metadataSchema, revisionSchema } from '../model.ts'
import { extractText } from './extractText.ts'
import { englishSamples, otherSamples, reasonLetters, type Sample } from './samples.fixture.ts'

const nothing: Metadata = {
  headline: '',
  headlineProposed: false,
  publisher: null,
  authors: [],
  credits: [],
  dateline: null,
  datelineDate: null,
  published: null,
  url: null,
  language: 'en',
  correction: null,
}

const marked = /^~([hmsrcbpdn])/u

/** The sample's lines as the extraction should give them: text and reason. */
function expectedLines(sample: Sample): { text: string; furniture: string | null }[] {
  return sample.text.split('\n').map((line) => {
    const letter = marked.exec(line)?.[1]
    const furniture = Object.entries(reasonLetters).find(([sign]) => sign === letter)?.[1] ?? null
    return { text: line.replace(marked, '').replace(/^• /u, ''), furniture }
  })
}

const extracted = (text: string) => {
  const article = extractText({ text, name: 'article.txt' })
  const lines = article.blocks.map((block) => ({
    text: article.text.slice(block.start, block.end),
    furniture: block.furniture,
  }))
  return {
    ...article,
    lines,
    body: lines.filter(({ furniture }) => furniture === null).map((line) => line.text),
  }
}

describe.each([...englishSamples, ...otherSamples])('in $name', (sample) => {
  const plain = sample.text.split('\n').map((line) => line.replace(marked, ''))

  const layouts = [
    ['with blank lines between', plain.join('\n\n')],
    ['with one line break between', plain.join('\n')],
  ]
  it.each(sample.onlySpaced ? layouts.slice(0, 1) : layouts)(
    'body and furniture are told apart, %s',
    (_, text) => {
      const { lines, metadata } = extracted(text)
      expect(lines).toEqual(expectedLines(sample))
      expect(metadata).toEqual({ ...nothing, ...sample.metadata })
    },
  )

  it('the result fits the model and its blocks tile the text', () => {
    const { metadata, blocks, text, lines } = extracted(plain.join('\n\n'))
    expect(metadataSchema.parse(metadata)).toEqual(metadata)
    expect(revisionSchema.shape.blocks.parse(blocks)).toEqual(blocks)
    expect(lines.map((line) => line.text).join(blockSeparator)).toBe(text)
  })
})

describe('the extraction', () => {
  it('joins the lines of a hard-wrapped file and keeps its paragraphs apart', () => {
    const { body, metadata } = extracted(`Ferry sinks in the strait

By Ana Lima

   LISBON (Reuters) - A ferry with more than two hundred people on board
sank in the strait on Monday after it had struck a rock, the coast guard
said. Most of the passengers were saved by fishermen who had heard the
calls for help.

   The owner denied that the ship had been overloaded, as some of the sur-
vivors claimed. "We had room for fifty more," he told a radio station.
   The captain has not been found.

   "I don't believe it," said a survivor.
`)
    expect(metadata).toEqual({
      ...nothing,
      headline: 'Ferry sinks in the strait',
      authors: ['Ana Lima'],
      publisher: 'Reuters',
      dateline: 'LISBON',
    })
    expect(body).toEqual([
      'LISBON (Reuters) - A ferry with more than two hundred people on board sank in the strait on Monday after it had struck a rock, the coast guard said. Most of the passengers were saved by fishermen who had heard the calls for help.',
      'The owner denied that the ship had been overloaded, as some of the sur-vivors claimed. "We had room for fifty more," he told a radio station.',
      'The captain has not been found.',
      '"I don\'t believe it," said a survivor.',
    ])
  })

  it('gives each block its type', () => {
    const { blocks, lines } = extracted(`# Headline of the page

The council met on Tuesday evening to hear the two reports about the flood, and did not agree on either of them.

## What was said

> A quotation set apart by the page.

The reports named three reasons for the flood, which the council read out one by one to the people in the hall.

- not a list sign but speech

* The dam
* The rain

People look at the river from the bridge. (Photo: A. Lima/AFP)

One last paragraph closes the story, and says that the council will meet again in a week to vote on the dam.`)
    expect(blocks.map(({ type, level }, index) => [type, level, lines[index]?.text.slice(0, 12)])).toEqual([
      ['heading', 1, 'Headline of '],
      ['paragraph', null, 'The council '],
      ['heading', 2, 'What was sai'],
      ['quote', null, 'A quotation '],
      ['paragraph', null, 'The reports '],
      ['paragraph', null, '- not a list'],
      ['listItem', null, 'The dam'],
      ['listItem', null, 'The rain'],
      ['caption', null, 'People look '],
      ['paragraph', null, 'One last par'],
    ])
  })

  it('takes no date and no name from a sidebar', () => {
    const story =
      'The army said on Sunday that it had lost no soldier in the fighting, and denied what the rebels had claimed. '
    const { metadata, body } = extracted(
      `${story}\n\n${story}It said so twice.\n\nMost popular\n\nKing visits the north\n\nBy Eva Lund\n\nMay 4, 2020\n\nQueen stays at home\n\nMay 5, 2020\n\nReuters`,
    )
    expect(metadata).toEqual({
      ...nothing,
      headline:
        'The army said on Sunday that it had lost no soldier in the fighting, and denied what the rebels had…',
      headlineProposed: true,
    })
    expect(body).toHaveLength(2)
  })

  it('names an article without words after its file', () => {
    expect(extractText({ text: ' \n\n ', name: 'notes.2011.txt' })).toEqual({
      metadata: { ...nothing, headline: 'notes.2011', headlineProposed: true, language: null },
      text: '',
      blocks: [],
    })
  })

  it('reads one line of megabytes and a hundred thousand short lines alike', () => {
    const long = extracted('word and “word”, said he (so) - by Reuters: '.repeat(50_000))
    expect(long.lines).toHaveLength(1)
    const many = extracted('Some line or other\n'.repeat(100_000))
    expect(many.lines).toHaveLength(100_000)
  })
})
