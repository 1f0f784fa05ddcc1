/** Tables of articles, `.csv` and `.tsv`: one row, one article. Sign between cells and header are found out. */
import { CsvError, parse } from 'csv-parse/sync'
import { GainsayError } from '../../../app/errors.ts'
import { type Format, hasExtension, peek } from './format.ts'
import { decodePlain } from './plainText.ts'
import { guessMapping } from './recordFields.ts'
import { mostRecords, type Row, readRecords, tooMany } from './records.ts'

/** The longest row, in bytes. */
const longestRow = 8 * 1024 * 1024
const signs = [',', ';', '\t', '|'] as const

/** Tables of articles. */
export const csvFormat: Format = {
  id: 'csv',
  label: 'table of articles (CSV)',
  extensions: ['.csv', '.tsv', '.tab'],
  mediaType: 'text/csv',
  recognise(bytes, name) {
    if (hasExtension(name, ['.csv', '.tsv', '.tab'])) return 0.85
    const header = peek(bytes, 4096).split(/\r?\n/u)[0] ?? ''
    const cells = header.split(signOf(header)).map((cell) => cell.trim().replace(/^"|"$/gu, ''))
    // Most first lines are no header, and their words need not be looked up: every file comes through here.
    if (cells.length < 3 || cells.some((cell) => cell.length > 40)) return 0
    return Object.keys(guessMapping(cells, [])).length >= 3 ? 0.6 : 0
  },
  async read(bytes, name, options) {
    const { text, name: encoding, sure } = decodePlain(bytes, options.encoding, Number.POSITIVE_INFINITY)
    const cells = parseTable(text)
    return { ...readRecords(toRows(cells), name, options.mapping), encoding, encodingSure: sure }
  },
}

/** The sign that parts the first line into the most cells. */
function signOf(line: string): string {
  const count = (sign: string) => line.split(sign).length
  return signs.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function parseTable(text: string): string[][] {
  const head = text.slice(0, 20_000).split('\n')[0] ?? ''
  try {
    const rows: string[][] = parse(text, {
      delimiter: signOf(head),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRecords + 2,
      max_record_size: longestRow,
    })
    if (rows.length > mostRecords + 1) throw tooMany(null)
    return rows
  } catch (error) {
    if (error instanceof GainsayError) throw error
    throw new GainsayError('unreadable', faultOf(error), { cause: error })
  }
}

function faultOf(error: unknown): string {
  if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
    return `The table could not be read: a row has more than ${longestRow / 1024 / 1024} MB, or a quotation mark is opened in it and never closed.`
  return 'The table could not be read: a quotation mark in it is opened and never closed, or a row has no end.'
}

/** Rows by the names of their columns; a table without a header gets `column 1` and so on. */
function toRows(cells: readonly string[][]): Row[] {
  const [first] = cells
  if (first === undefined) throw new GainsayError('unreadable', 'The table has no rows.')
  const hasHeader =
    first.every((cell) => cell.length <= 60) &&
    new Set(first).size === first.length &&
    !first.some((cell) => /^https?:|^\d{4}-\d{2}/u.test(cell))
  const names = first.map((cell, index) =>
    hasHeader && cell.trim() !== '' ? cell.trim() : `column ${index + 1}`,
  )
  return cells
    .slice(hasHeader ? 1 : 0)
    .map((row) => new Map(row.map((cell, index) => [names[index] ?? `column ${index + 1}`, cell])))
}
