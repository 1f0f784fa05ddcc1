/**
 * Bulk import, measured through the built browser shell as a window drives it: some
 * calls in flight, and meanwhile a small command every 20 ms whose longest answer is
 * kept. Beside it the same rows, put into the same tables with the same search index
 * by bare inserts on one connection; and for pages, Readability in as many processes, as
 * new as ours, beside what the reading processes took for the same pages. Processor time
 * is told besides the rates: it says the same on a busy machine.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { insertBare } from './bareInserts.ts'
import { benchFrames } from './framesBench.ts'
import { importAll } from './importAll.ts'
import { type MadeFile, makeTexts, toNewsPage, toPlainPage } from './madeFiles.ts'

/** Articles in a bare transaction: ours at its smallest and at its largest, see `importDesk`. */
const bareBatches = [5, 20]
/** How many processes read files, see `parser`. */
const readers = 2
const run = promisify(execFile)

/** The parts that can be asked for by name. */
const allParts = ['texts', 'pages', 'frames'] as const

/** Prints as it goes; flags `--quick`, `--only texts,pages,frames`, and a folder of files of one's own. */
export async function benchImports(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, only: { type: 'string' } },
  })
  const { quick = false, only } = values
  const folder = positionals[0] ?? null
  // A folder is asked for alone, unless parts are named besides.
  const parts = allParts.filter((part) => only?.split(',').includes(part) ?? folder === null)
  if (parts.length === 0 && folder === null) throw new Error('No such part.')
  if (parts.includes('texts')) await benchFiles('texts of 4 KB', makeTexts(quick ? 1_000 : 10_000))
  if (parts.includes('pages')) {
    const texts = makeTexts(quick ? 200 : 1_000)
    await benchPages('news pages of 60 KB', texts.map(toNewsPage))
    await benchPages('plain pages of 6 KB', texts.map(toPlainPage))
  }
  if (parts.includes('frames')) await benchFrames(quick ? 300 : 3_000)
  if (folder === null) return
  const files = readFolder(folder)
  const pages = files.filter(({ name }) => /\.html?$/u.test(name))
  if (pages.length === files.length) await benchPages(folder, pages)
  else await benchFiles(folder, files)
}

/** @returns what reading took, of one core, in milliseconds a file. */
async function benchFiles(label: string, files: readonly MadeFile[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-import-bench-'))
  const path = join(folder, 'Bench.gainsay')
  try {
    const { rate, slowest, before, marks, outcomes } = await importAll(join(folder, 'profile'), path, files)
    const after = marks.at(-1)?.taken ?? before
    const each = (work: number) => work / files.length
    const host = each(after.work - before.work)
    const reading = each(after.readers.work - before.readers.work)
    console.log(
      `${label}: ${files.length} files, ${rate.toFixed(0)} a second; processor time of one: host ${host.toFixed(2)} ms, reading ${reading.toFixed(2)} ms; slowest command ${slowest.toFixed(0)} ms; ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`,
    )
    for (const { done, taken } of marks)
      console.log(
        `  memory after ${done}: host ${megabytes(taken.memory)}, reading ${megabytes(taken.readers.memory)}, together ${megabytes(taken.memory + taken.readers.memory)}`,
      )
    for (const batch of bareBatches) {
      const bare = insertBare(path, join(folder, `bare-${batch}.sqlite`), batch)
      console.log(
        `  bare inserts, ${batch} a transaction: ${bare.rate.toFixed(0)} a second (ours ${(rate / bare.rate).toFixed(2)} of it); ${bare.work.toFixed(2)} ms of processor time`,
      )
    }
    return reading
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchPages(label: string, pages: readonly MadeFile[]): Promise<void> {
  const reading = await benchFiles(label, pages)
  const bare = await timeReadability(pages)
  console.log(
    `  bare Readability: ${bare.toFixed(2)} ms a page of one core (ours ${(reading / bare).toFixed(2)} times that)`,
  )
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`

/** Milliseconds of processor time a page, in as many new processes as read ours. */
async function timeReadability(pages: readonly MadeFile[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bare-pages-'))
  try {
    pages.forEach(({ text }, index) => {
      writeFileSync(join(folder, String(index).padStart(6, '0')), text)
    })
    const program = fileURLToPath(new URL('bareReader.ts', import.meta.url))
    const times = await Promise.all(
      Array.from({ length: readers }, (_, part) =>
        run(process.execPath, [program, folder, String(part), String(readers)]),
      ),
    )
    return times.reduce((sum, { stdout }) => sum + Number(stdout), 0) / pages.length
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readFolder(folder: string): MadeFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|html?)$/u.test(entry.name))
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))
}
