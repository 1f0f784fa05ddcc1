/**
 * Bulk import, measured through the built browser shell as a window drives it: some
 * calls in flight, and meanwhile a small command every 20 ms whose longest answer is
 * kept. Beside it the same rows, put into the same tables with the same search index
 * by bare inserts on one connection, and for pages the bare Readability on one core.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Readability } from '@mozilla/readability'
import Database from 'better-sqlite3'
import { parseHTML } from 'linkedom'
import { mostUnderWay } from '../../app/importWindow.ts'
import { startShell } from '../harness/program.ts'
import { openSocketCaller } from './socketCaller.ts'
import { seeded } from './text.ts'

type File = { readonly name: string; readonly text: string }

/** How many articles a bare transaction holds. */
const bareBatch = 10

/** Measures generated texts, generated pages, and the files of a folder where one is named; prints a line for each. */
export async function benchImports(folder: string | null, quick: boolean): Promise<void> {
  const count = quick ? 500 : 10_000
  await benchFiles('4 KB texts', makeTexts(count))
  const pages = makeTexts(quick ? 100 : 1_000).map(toPage)
  await benchFiles('4 KB pages', pages)
  console.log(`bare Readability  ${timeReadability(pages).toFixed(0)} pages/s on one core`)
  if (folder !== null) await benchFiles(folder, readFolder(folder))
}

async function benchFiles(label: string, files: readonly File[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-import-bench-'))
  const path = join(folder, 'Bench.gainsay')
  try {
    const { rate, slowest, memory, outcomes } = await importAll(folder, path, files)
    const bare = bareRate(path, join(folder, 'bare.sqlite'))
    console.log(
      [
        label,
        `${files.length} files`,
        `${rate.toFixed(0)} articles/s`,
        `bare inserts ${bare.toFixed(0)}/s (${(rate / bare).toFixed(2)})`,
        `slowest command ${slowest.toFixed(0)} ms`,
        `memory ${memory.map((bytes) => `${(bytes / 1_000_000).toFixed(0)} MB`).join(' → ')}`,
        [...outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(', '),
      ].join('  '),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importAll(folder: string, path: string, files: readonly File[]) {
  const shell = await startShell(join(folder, 'profile'), path)
  const { call, close } = await openSocketCaller(shell.address)
  const outcomes = new Map<string, number>()
  const memory: number[] = []
  let next = 0
  let slowest = 0
  let running = true
  const send = async ({ name, text }: File) => {
    const bytes = Buffer.from(text).toString('base64')
    const result = await call('article.import', { name, origin: 'file', bytes })
    for (const { outcome } of result.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  const watch = async () => {
    while (running) {
      const asked = performance.now()
      await call('case.info', {})
      slowest = Math.max(slowest, performance.now() - asked)
      await setTimeout(20)
    }
  }
  const work = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      await send(file)
      if (next === 1_000 || next === files.length) memory.push(readMemory(shell.pid))
    }
  }
  // The threads are started with the first file; that is no part of the rate.
  await send({
    name: 'first.txt',
    text: 'The first file\n\nOfficials said on Monday that this was the first file of all.',
  })
  const watching = watch()
  const begun = performance.now()
  await Promise.all(Array.from({ length: mostUnderWay }, work))
  const rate = (files.length / (performance.now() - begun)) * 1000
  running = false
  await watching
  await close()
  await shell.stop()
  return { rate, slowest, memory, outcomes }
}

/** Resident memory of a process; 0 where the system does not say. */
function readMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

type Row = Record<string, unknown>

/** The rows of a case written once more, into the same tables, by nothing but inserts. */
function bareRate(path: string, target: string): number {
  const from = new Database(path, { readonly: true })
  const to = new Database(target)
  to.pragma('journal_mode = WAL')
  to.pragma('synchronous = FULL')
  to.pragma('foreign_keys = OFF')
  const schema = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
    AND name NOT LIKE 'articleSearch#_%' ESCAPE '#' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'`
  for (const sql of from.prepare(schema).pluck().all()) to.exec(String(sql))
  const statements = new Map<string, Database.Statement>()
  const put = (table: string, row: Row) => {
    let statement = statements.get(table)
    if (statement === undefined) {
      const names = Object.keys(row)
      statement = to.prepare(`INSERT OR IGNORE INTO ${table} (${names}) VALUES (${names.map(() => '?')})`)
      statements.set(table, statement)
    }
    statement.run(...Object.values(row))
  }
  const rows = (sql: string, ...values: unknown[]) => from.prepare(sql).all(...values) as Row[] // the columns of the table
  const articles = rows('SELECT * FROM article').map((article) => {
    const { rowid, ...search } = rows(
      'SELECT rowid, headline, body FROM articleSearch WHERE rowid = CAST(? AS INTEGER)',
      article.rowKey,
    )[0] ?? { rowid: 0 }
    return {
      article: [article],
      source: rows('SELECT * FROM source WHERE id = ?', article.sourceId),
      sourceBytes: rows(
        'SELECT sourceBytes.* FROM source JOIN sourceBytes USING (sha256) WHERE id = ?',
        article.sourceId,
      ),
      revision: rows('SELECT * FROM revision WHERE id = ?', article.revisionId),
      revisionBand: rows('SELECT * FROM revisionBand WHERE revisionId = ?', article.revisionId),
      articleSearch: [{ rowid: BigInt(Number(rowid)), ...search }],
    }
  })
  const begun = performance.now()
  for (let at = 0; at < articles.length; at += bareBatch) {
    to.exec('BEGIN IMMEDIATE')
    for (const tables of articles.slice(at, at + bareBatch))
      for (const [table, some] of Object.entries(tables)) for (const row of some) put(table, row)
    to.exec('COMMIT')
  }
  const took = performance.now() - begun
  from.close()
  to.close()
  return (articles.length / took) * 1000
}

function timeReadability(pages: readonly File[]): number {
  const begun = performance.now()
  // Readability asks for a document of the DOM, which linkedom's is as far as it is used.
  for (const { text } of pages) new Readability(parseHTML(text).document as unknown as Document).parse()
  return (pages.length / (performance.now() - begun)) * 1000
}

function readFolder(folder: string): File[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|html?)$/u.test(entry.name))
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))
}

/** Texts of about 4 KB that share their words but not their sentences. */
function makeTexts(count: number): File[] {
  const random = seeded(count)
  const words = Array.from(
    { length: 4_000 },
    (_, at) => `${'bcdfghklmnprst'[at % 14]}${'aeiou'[at % 5]}${(at * 7919).toString(36)}`,
  )
  const pick = () => words[Math.floor(random() ** 2 * words.length)] ?? ''
  const sentence = () => `The ${Array.from({ length: 12 }, pick).join(' ')} of the ${pick()}.`
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ')
  return Array.from({ length: count }, (_, at) => ({
    name: `${at}.txt`,
    text: `The ${pick()} ${pick()} of the ${pick()} ${at}\n\n${Array.from({ length: 10 }, paragraph).join('\n\n')}\n`,
  }))
}

function toPage({ name, text }: File): File {
  const [headline = '', ...paragraphs] = text.trim().split('\n\n')
  const menu = Array.from({ length: 30 }, (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`).join('')
  return {
    name: name.replace('.txt', '.html'),
    text: `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><nav><ul>${menu}</ul></nav><article><h1>${headline}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article><footer><p>All rights reserved.</p></footer></body></html>`,
  }
}
