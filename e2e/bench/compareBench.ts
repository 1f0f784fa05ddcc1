/**
 * How the compare view scrolls with 400 links between two articles, beside its floors:
 * the same two columns with the same passages and no link, and a bare page with the
 * text of one. The pages stand open side by side and take turns. The first frames after
 * an opening are the slowest whatever the page, so all are opened anew in three sittings,
 * and in each another one begins. Told are the lengths of the frames and the processor
 * time of the page's main thread in each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, CDPSession, Page } from 'playwright'
import type { Call } from '../../app/contract.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { startShell } from '../harness/program.ts'
import { quantile } from './measure.ts'
import { openPlainServer } from './plainServer.ts'
import { openPlain } from './plainSubject.ts'
import { installProbe } from './probe.ts'
import { openSocketCaller } from './socketCaller.ts'
import { makeParagraphs, seeded } from './text.ts'

const links = 400
/** Sizes of the two texts; they differ, so that the texts do. */
const sizes = [60_000, 60_400] as const
/** The longest a frame may take, milliseconds. */
const aim = 25
/** How far a linked passage lies from its partner at most, in passages: some threads end on the screen, some do not. */
const scatter = 12

/** A page as it is opened for one sitting. */
type Seat = {
  readonly page: Page
  readonly scroller: string
  readonly session: CDPSession
  close(): Promise<void>
}

/** A page that is measured, and what was measured of it. */
type Entry = {
  readonly name: string
  open(browser: Browser): Promise<Seat>
  readonly frames: number[]
  work: number
  /** Threads on the screen when it stood still in the middle. */
  threads: number
}

async function addArticle(
  call: Call,
  name: string,
  size: number,
): Promise<{ id: ArticleId; length: number }> {
  const bytes = Buffer.from(makeParagraphs(size).join('\n\n')).toString('base64')
  const [made] = (await call('article.import', { name, origin: 'file', bytes, onSimilar: 'separate' }))
    .outcomes
  if (made?.outcome !== 'imported') throw new Error(`${name} was not imported: ${made?.outcome}`)
  await call('article.update', { id: made.article.id, patch: { headline: name } })
  const { revision } = await call('article.get', { id: made.article.id })
  return { id: made.article.id, length: revision.text.length }
}

async function tagAll(call: Call, article: { id: ArticleId; length: number }): Promise<AnnotationId[]> {
  const step = Math.floor((article.length - 200) / links)
  const made = Array.from({ length: links }, (_, index) =>
    call('annotation.create', {
      articleId: article.id,
      kind: 'claim',
      segments: [{ start: 20 + index * step, end: 80 + index * step }],
    }),
  )
  return (await Promise.all(made)).map(({ id }) => id)
}

async function fillCase(profile: string, path: string, linked: boolean): Promise<void> {
  const shell = await startShell(profile, path)
  const { call, close } = await openSocketCaller(shell.address)
  const [one, other] = [await addArticle(call, 'Left', sizes[0]), await addArticle(call, 'Right', sizes[1])]
  const [left, right] = [await tagAll(call, one), await tagAll(call, other)]
  const random = seeded(links)
  if (linked) {
    for (const [index, fromId] of left.entries()) {
      const near = index + Math.round((random() * 2 - 1) * scatter)
      const toId = right[Math.max(0, Math.min(links - 1, near))]
      if (toId !== undefined) await call('link.create', { fromId, relation: 'same claim', toId })
    }
  }
  const columns = [one, other].map(({ id }) => ({ articleId: id, share: null, place: 0 }))
  const { path: open } = await call('case.info', {})
  await call('layout.set', { path: open, layout: { columns, active: 0 } })
  await close()
  await shell.stop()
}

/** The compare view of a case of its own in `folder`. */
async function compareEntry(folder: string, name: string, linked: boolean): Promise<Entry> {
  const path = join(folder, `${name}.gainsay`)
  const profile = join(folder, `profile of ${name}`)
  await fillCase(profile, path, linked)
  const open = async (browser: Browser) => {
    const shell = await startShell(profile, path)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.addInitScript(installProbe, 'mark[data-annotation]')
    await page.goto(shell.address)
    await page.locator('[data-reader]').first().waitFor()
    await page.keyboard.press('Alt+2')
    await page.locator('[data-column="1"] [data-reader]').waitFor()
    return seatOf(page, '[data-column="0"] .pane-scroller', async () => {
      await page.close()
      await shell.stop()
    })
  }
  return { name, open, frames: [], work: 0, threads: 0 }
}

function bareEntry(address: string): Entry {
  const open = async (browser: Browser) => {
    const bare = await openPlain(browser, address, 'bare', sizes[0], links)
    await (await bare.prepareOpen())()
    await bare.page.locator(bare.ready).waitFor()
    return seatOf(bare.page, bare.scroller, bare.close)
  }
  return { name: 'bare page', open, frames: [], work: 0, threads: 0 }
}

async function seatOf(page: Page, scroller: string, close: () => Promise<void>): Promise<Seat> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, scroller, session, close }
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Scrolls once through the left column, a tenth of a screen a frame; the right one stands in the middle of its text. */
async function scroll(entry: Entry, seat: Seat, count: number): Promise<void> {
  await seat.page.evaluate(() => {
    const right = document.querySelector('[data-column="1"] .pane-scroller')
    if (right) right.scrollTop = (right.scrollHeight - right.clientHeight) / 2
  })
  const before = await threadTime(seat.session)
  const frames = await seat.page.evaluate(
    async ([scroller, steps]) => {
      const element = document.querySelector(scroller)
      if (!element) throw new Error(`Nothing to scroll: ${scroller}`)
      const frame = () => new Promise<number>(requestAnimationFrame)
      element.scrollTop = (element.scrollHeight - element.clientHeight) / 2 - (steps * 80) / 2
      for (let i = 0; i < 10; i++) await frame()
      const lengths: number[] = []
      let last = await frame()
      for (let i = 0; i < steps; i++) {
        element.scrollTop += 80
        const now = await frame()
        lengths.push(now - last)
        last = now
      }
      return lengths
    },
    [seat.scroller, count] as const,
  )
  entry.frames.push(...frames)
  entry.work += (await threadTime(seat.session)) - before
}

/** Opens all pages, of which `first` begins each round, and scrolls them in turns. */
async function sit(
  entries: readonly Entry[],
  first: number,
  { rounds, frames }: { rounds: number; frames: number },
  trace: string | null,
): Promise<void> {
  const browser = await launchBrowser()
  const seated: { entry: Entry; seat: Seat }[] = []
  try {
    for (const entry of entries) seated.push({ entry, seat: await entry.open(browser) })
    const turns = [...seated.slice(first), ...seated.slice(0, first)]
    for (let round = 0; round < rounds; round += 1)
      for (const { entry, seat } of turns) await scroll(entry, seat, frames)
    for (const { entry, seat } of seated) entry.threads = await seat.page.locator('.threads .thread').count()
    const [threaded] = seated
    if (trace === null || threaded === undefined) return
    await browser.startTracing(threaded.seat.page, {
      categories: ['devtools.timeline', 'disabled-by-default-v8.cpu_profiler'],
    })
    await scroll({ ...threaded.entry, frames: [] }, threaded.seat, frames)
    writeFileSync(trace, await browser.stopTracing())
  } finally {
    for (const { seat } of seated) await seat.close()
    await browser.close()
  }
}

function rowOf({ name, frames, work, threads }: Entry): string {
  const cells = [quantile(frames, 0.5), quantile(frames, 0.95), Math.max(...frames)]
  const over = frames.filter((length) => length > aim).length
  return [
    name.padEnd(10),
    ...cells.map((cell) => cell.toFixed(1).padStart(8)),
    `${over} of ${frames.length}`,
    (work / frames.length).toFixed(1),
    threads,
  ].join('  ')
}

/**
 * Prints a table; flags `--quick` and `--trace FILE`, for which one more scrolling with
 * threads is traced, to be opened in the browser's tools.
 */
export async function benchCompare(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, trace: { type: 'string' } },
  })
  const effort = values.quick ? { rounds: 1, frames: 60 } : { rounds: 2, frames: 120 }
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-compare-'))
  const plain = await openPlainServer(folder)
  try {
    const entries = [
      await compareEntry(folder, '400 links', true),
      await compareEntry(folder, 'no links', false),
      bareEntry(plain.address),
    ]
    for (const first of entries.keys()) {
      const last = first === entries.length - 1
      await sit(entries, first, effort, last ? (values.trace ?? null) : null)
    }
    console.log(
      ['page'.padEnd(10), 'median ms', 'p95 ms', 'worst ms', `over ${aim}`, 'work ms', 'threads'].join('  '),
    )
    for (const entry of entries) console.log(rowOf(entry))
  } finally {
    plain.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
