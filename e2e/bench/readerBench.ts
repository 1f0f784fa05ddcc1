/**
 * The reader: Gainsay (the whole application, on a real case, commit and round
 * trip included) beside a bare page that paints the same ranges with the CSS Custom
 * Highlight API and beside @recogito/text-annotator, in one run of one Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { openGainsay } from './gainsaySubject.ts'
import { type Effort, type Measured, measure, quantile, type Subject } from './measure.ts'
import { openPlainServer } from './plainServer.ts'
import { openPlain } from './plainSubject.ts'

const names = ['gainsay', 'bare', 'peer'] as const
type Name = (typeof names)[number]

const sizes = [100_000, 1_000_000]
const counts = [0, 1_000, 10_000]
type Cell = { readonly size: number; readonly count: number }
type Choice = { readonly pages: readonly Name[]; readonly cells: readonly Cell[]; readonly effort: Effort }

const whole: Effort = { opens: 7, keys: 30, frames: 200, scrolls: 3, pause: 1200 }
const quick: Effort = { opens: 3, keys: 12, frames: 200, scrolls: 1, pause: 1000 }
/** A frame longer than this is seen as a stumble. */
const longFrame = 25

const notes = [
  'open: click to the first frame with text and highlights; key→paint: key press to the frame with the highlight,',
  'for Gainsay through host and database. A frame lasts 16.7 ms, and a key waits half of one on average.',
  'CPU: of the main thread. The peer runs as it comes, with its renderer of span elements.',
]

const columns = [
  'text',
  'passages',
  'page',
  'open ms',
  'key→paint ms',
  'p95',
  'frames >25 ms',
  'CPU ms: open',
  'key',
  'frame',
  'heap MB',
  'DOM nodes',
]

const sizeName = (size: number, space: string) =>
  size === 1_000_000 ? `1${space}MB` : `${size / 1000}${space}KB`

function rowOf({ size, count }: Cell, name: string, measured: Measured): string[] {
  const { open, key, frames, work, heap, nodes } = measured
  return [
    sizeName(size, ' '),
    count.toLocaleString('en'),
    name,
    quantile(open, 0.5).toFixed(0),
    quantile(key, 0.5).toFixed(1),
    quantile(key, 0.95).toFixed(1),
    `${frames.filter((length) => length > longFrame).length} of ${frames.length}`,
    work.open.toFixed(0),
    work.key.toFixed(1),
    work.frame.toFixed(1),
    (heap / 1_000_000).toFixed(1),
    nodes.toLocaleString('en'),
  ]
}

function printRow(cells: readonly string[]): void {
  const widths = [7, 9, 8, 8, 13, 7, 14, 13, 6, 6, 8, 10]
  console.log(cells.map((cell, i) => cell.padStart(widths[i] ?? 8)).join('  '))
}

/** The subjects of one cell of the table, opened one after the other. */
async function openSubjects(browser: Browser, address: string, cell: Cell, pages: readonly Name[]) {
  const subjects: Subject[] = []
  try {
    for (const name of pages) {
      subjects.push(
        name === 'gainsay'
          ? await openGainsay(browser, cell.size, cell.count)
          : await openPlain(browser, address, name, cell.size, cell.count),
      )
    }
    return subjects
  } catch (error) {
    for (const subject of subjects) await subject.close()
    throw error
  }
}

/** Prints a table; flags `--quick`, `--only 1MB/10000,…` for some cells, `--pages gainsay,bare,peer`. */
export async function benchReader(args: readonly string[]): Promise<void> {
  const { pages, cells, effort } = choiceOf(args)
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-pages-'))
  const server = await openPlainServer(folder)
  const browser = await launchBrowser()
  console.log(
    `Chromium ${browser.version()}; ${effort.opens} openings, ${effort.keys} keys and ${effort.scrolls} times through each, in turns`,
  )
  printRow(columns)
  try {
    for (const cell of cells) {
      const subjects = await openSubjects(browser, server.address, cell, pages)
      const measured = await measure(subjects, effort)
      for (const [i, one] of measured.entries()) printRow(rowOf(cell, pages[i] ?? '', one))
      for (const subject of subjects) await subject.close()
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const note of notes) console.log(note)
}

/** What is asked for on the command line; a cell is written `1MB/10000`. */
function choiceOf(args: readonly string[]): Choice {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, pages: { type: 'string' } },
  })
  const wanted = values.only?.split(',')
  const all = sizes.flatMap((size) => counts.map((count) => ({ size, count })))
  const cells = all.filter(({ size, count }) => wanted?.includes(`${sizeName(size, '')}/${count}`) ?? true)
  const named = values.pages?.split(',')
  const pages = names.filter((name) => named?.includes(name) ?? true)
  if (cells.length === 0 || pages.length === 0) throw new Error('No such cell or page.')
  return { pages, cells, effort: values.quick ? quick : whole }
}
