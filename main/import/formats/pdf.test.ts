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

  it('is read column by column between a head and a foot that both reach over the gutter, however narrow it is', async () => {
    const words = (side: string) =>
      Array.from(
        { length: 9 },
        (_, index) =>
          `${index === 0 ? 'The' : 'the'} ${side} column, line ${'number '.repeat(index % 2)}${index} of it`,
      )
    const page = [
      { x: 60, y: 740, text: 'The head of the page stands over both of the columns that it has here' },
      ...column(60, words('left')),
      // Helvetica of 10 points sets the longest of the left lines 150.1 points wide: less than a line's height is left.
      ...column(220, words('right')),
      { x: 60, y: 500, text: 'The foot of the page stands under both of the columns that it has here' },
    ]
    const texts = (await read(makePdf([page]))).map(([, , , text]) => text)
    expect(texts).toEqual([
      page[0]?.text,
      words('left').join(' '),
      words('right').join(' '),
      page.at(-1)?.text,
    ])
  })

  it('keeps the raised number of a note with the word that it stands at', async () => {
    const page = [
      { x: 60, y: 700, text: 'The ministry had known of it' },
      { x: 184.8, y: 703.5, text: '1', size: 6 },
      { x: 191, y: 700, text: 'for a year.' },
    ]
    expect((await read(makePdf([page]))).map(([, , , text]) => text)).toEqual([
      'The ministry had known of it1 for a year.',
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

  it('is said to be damaged, not to be pictures, where its list of pages leads to none', async () => {
    const sound = makePdf([column(60, ['A line of words that nobody will find.'])])
    const broken = (what: string, by: string) =>
      Buffer.from(Buffer.from(sound).toString('latin1').replace(what, by), 'latin1')
    for (const bytes of [broken('/Count 1 >>', '/Count -1>>'), broken('[5 0 R]', '[2 0 R]')])
      await expect(pdfFormat.read(bytes, 'a.pdf', {})).rejects.toThrow(
        'The PDF is damaged: not one of its pages can be found or read.',
      )
  })

  it('keeps a row of a table whole where one of its cells has two lines', async () => {
    const row = (y: number, cells: readonly string[]) =>
      cells.map((text, index) => ({ x: 60 + 200 * index, y, text }))
    const page = [
      ...row(700, ['Substance', 'to air', 'to water']),
      { x: 60, y: 680, text: 'Chlorine and its' },
      ...row(674, ['', '10 000', '5']).slice(1),
      { x: 60, y: 668, text: 'compounds' },
      ...row(648, ['Halons', '1', '2']),
    ]
    expect((await read(makePdf([page]))).map(([, , , text]) => text)).toEqual([
      'Substance\tto air\tto water',
      'Chlorine and its compounds\t10 000\t5',
      'Halons\t1\t2',
    ])
  })

  it('reads a large title before the small note at its side, and an initial with its word', async () => {
    const page = [
      { x: 200, y: 712, text: 'some text with' },
      { x: 60, y: 705, text: 'A large title', size: 20 },
      { x: 200, y: 700, text: 'three lines in' },
      { x: 200, y: 688, text: 'a small font' },
      { x: 60, y: 590, text: 'T', size: 30 },
      { x: 84, y: 604, text: 'he harbour was closed on Monday and' },
      { x: 84, y: 592, text: 'nobody in the town knew the reason.' },
    ]
    expect((await read(makePdf([page]))).map(([, , , text]) => text)).toEqual([
      'A large title',
      'some text with three lines in a small font',
      'The harbour was closed on Monday and nobody in the town knew the reason.',
    ])
  })

  it('tells running heads by their page numbers too, and leaves a line that also stands within a page', async () => {
    const words = ['Nobody had told the minister of it', 'before the vote was taken in May.']
    const page = (number: number): PdfLine[] => [
      number % 2 === 0 ? { x: 60, y: 760, text: String(number) } : { x: 500, y: 760, text: String(number) },
      { x: 200, y: 760, text: number > 4 ? `PART TWO` : 'PART ONE OF THE REPORT' },
      { x: 60, y: 730, text: 'THRESHOLDS' },
      ...column(60, words),
      ...(number === 1 ? [{ x: 60, y: 500, text: 'THRESHOLDS' }] : []),
    ]
    const blocks = await read(makePdf([1, 2, 3, 4, 5, 6].map(page)))
    const furniture = blocks.flatMap(([, , reason, text]) => (reason === null ? [] : [text]))
    expect(furniture).toEqual([
      'PART ONE OF THE REPORT\t1',
      '2\tPART ONE OF THE REPORT',
      'PART ONE OF THE REPORT\t3',
      '4\tPART ONE OF THE REPORT',
      'PART TWO\t5',
      '6\tPART TWO',
    ])
  })
})
