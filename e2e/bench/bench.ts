/**
 * The benchmark: Gainsay (the whole application, on a real case, commit and round
 * trip included) beside a bare page that paints the same ranges with the CSS Custom
 * Highlight API and beside @recogito/text-annotator, in one run of one Chromium.
 *
 * `node e2e/bench/bench.ts [--quick] [gainsay|bare|peer …]`, after a build. Prints a table.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { measureGainsay } from './gainsaySubject.ts'
import { type Effort, type Measured, quantile } from './measure.ts'
import { openPlainServer } from './plainServer.ts'
import { measurePlain } from './plainSubject.ts'

const names = ['gainsay', 'bare', 'peer'] as const
type Name = (typeof names)[number]

const sizes = [100_000, 1_000_000]
const counts = [0, 1_000, 10_000]
const whole: Effort = { opens: 5, keys: 24, frames: 400, pause: 1500 }
const quick: Effort = { opens: 3, keys: 10, frames: 200, pause: 1000 }
/** A frame longer than this is seen as a stumble. */
const longFrame = 25

const columns = [
  'text',
  'passages',
  'page',
  'open ms',
  'key→paint ms',
  'p95',
  'frames >25 ms',
  'heap MB',
  'DOM nodes',
]

function rowOf(size: number, count: number, name: Name, measured: Measured): string[] {
  const { open, key, frames, heap, nodes } = measured
  return [
    size === 1_000_000 ? '1 MB' : `${size / 1000} KB`,
    count.toLocaleString('en'),
    name,
    quantile(open, 0.5).toFixed(0),
    quantile(key, 0.5).toFixed(1),
    quantile(key, 0.95).toFixed(1),
    `${frames.filter((length) => length > longFrame).length} of ${frames.length}`,
    (heap / 1_000_000).toFixed(1),
    nodes.toLocaleString('en'),
  ]
}

function printRow(cells: readonly string[]): void {
  const widths = [7, 9, 8, 8, 13, 7, 14, 8, 10]
  console.log(cells.map((cell, i) => cell.padStart(widths[i] ?? 8)).join('  '))
}

async function run(chosen: readonly Name[], effort: Effort): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-pages-'))
  const server = await openPlainServer(folder)
  const browser = await launchBrowser()
  console.log(`Chromium ${browser.version()}, ${effort.opens} openings and ${effort.keys} keys a row`)
  printRow(columns)
  try {
    for (const size of sizes) {
      for (const count of counts) {
        for (const name of chosen) {
          const measured =
            name === 'gainsay'
              ? await measureGainsay(browser, size, count, effort)
              : await measurePlain(browser, server.address, name, size, count, effort)
          printRow(rowOf(size, count, name, measured))
        }
      }
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const args = process.argv.slice(2)
const chosen = names.filter((name) => args.includes(name))
await run(chosen.length > 0 ? chosen : names, args.includes('--quick') ? quick : whole)
