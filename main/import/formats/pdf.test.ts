import { describe, expect, it } from 'vitest'
import { pdfFormat } from './pdf.ts'
import { makePdf, type PdfLine } from './testFiles.ts'

async function read(bytes: Uint8Array) {
  const { documents } = await pdfFormat.read(bytes, 'a.pdf', {})
  return documents.flatMap(({ blocks }) =>
    blocks.map(({ type, text, furniture, page }) => [page, type, furniture, text]),
  )
}

const column = (x: number, lines: readonly string[]): PdfLine[] =>
  lines.map((text, index) => ({ x, y: 680 - 12 * index, text }))

describe('a PDF', () => {
  it('is read column by column below a head that spans them', async () => {
    const left = [
      'The left column begins here and it',
      'goes on with a second line which',
      'ends with its third line of words.',
    ]
    const right = [
      'The right column comes after it and',
      'has lines of its own beside the left',
      'ones, which it must not mix with.',
    ]
    const page = [
      { x: 60, y: 720, text: 'A headline over both of the columns of the page', size: 20 },
      ...column(60, left),
      ...column(320, right),
    ]
    expect(await read(makePdf([page]))).toEqual([
      [1, 'heading', null, 'A headline over both of the columns of the page'],
      [1, 'paragraph', null, left.join(' ')],
      [1, 'paragraph', null, right.join(' ')],
    ])
  })

  it('joins words parted at a line’s end, and keeps the hyphen of a word that is printed with it elsewhere', async () => {
    const lines = [
      'The govern-',
      'ment spoke of a well-known case, a very well-',
      'known one, to all who were there to hear it.',
    ]
    expect(await read(makePdf([column(60, lines)]))).toEqual([
      [
        1,
        'paragraph',
        null,
        'The government spoke of a well-known case, a very well-known one, to all who were there to hear it.',
      ],
    ])
  })

  it('tells running heads and page numbers, and joins a paragraph over the page', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { x: 60, y: 760, text: `The Annual Report ${number}` },
      ...column(60, lines),
      { x: 300, y: 30, text: String(number) },
    ]
    const bytes = makePdf([
      page(1, [
        'This sentence stands on the first page of the report and it',
        'does not end before the page does, but goes on over the',
      ]),
      page(2, ['leaf and ends here, on the second page of the same report.']),
    ])
    expect(await read(bytes)).toEqual([
      [1, 'paragraph', 'repeated', 'The Annual Report 1'],
      [
        1,
        'paragraph',
        null,
        'This sentence stands on the first page of the report and it does not end before the page does, but goes on over the leaf and ends here, on the second page of the same report.',
      ],
      [1, 'paragraph', 'debris', '1'],
      [2, 'paragraph', 'repeated', 'The Annual Report 2'],
      [2, 'paragraph', 'debris', '2'],
    ])
  })

  it('keeps the rows of a table together', async () => {
    const row = (y: number, cells: readonly string[]) =>
      cells.map((text, index) => ({ x: 60 + 150 * index, y, text }))
    const rows = [
      ['Year', 'Cost'],
      ['2010', '3'],
      ['2011', '4'],
      ['2012', '5'],
    ]
    expect(await read(makePdf([rows.flatMap((cells, index) => row(700 - 14 * index, cells))]))).toEqual(
      rows.map((cells) => [1, 'paragraph', null, cells.join('\t')]),
    )
  })

  it('states title and author', async () => {
    const { documents } = await pdfFormat.read(
      makePdf([column(60, ['Some words.'])], '/Title (What the ministry knew) /Author (Ada Moor)'),
      'a.pdf',
      {},
    )
    expect(documents[0]?.metadata).toEqual({ headline: 'What the ministry knew', authors: ['Ada Moor'] })
  })

  it('is refused where it has no text layer, is damaged or is cut off', async () => {
    await expect(pdfFormat.read(makePdf([[]]), 'a.pdf', {})).rejects.toThrow('no text layer')
    await expect(pdfFormat.read(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf', {})).rejects.toThrow('damaged')
  })
})
