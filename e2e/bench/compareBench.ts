/**
 * How the compare view scrolls with 400 links between two articles, beside its floors:
 * the same two columns with the same passages and no link, and a bare page with the
 * text of one. The pages stand open side by side and take turns. Told are the lengths
 * of the frames and the processor time of the page's main thread in each.
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

type Seat = {
  readonly name: string
  readonly page: Page
  readonly scroller: string
  readonly session: CDPSession
  readonly frames: number[]
  work: number
  /** Threads on the screen when it stood still in the middle. */
  threads: number
  close(): Promise<void>
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

async function openCompare(browser: Browser, name: string, linked: boolean): Promise<Seat> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-compare-'))
  const path = join(folder, 'Bench.gainsay')
  const profile = join(folder, 'profile')
  await fillCase(profile, path, linked)
  const shell = await startShell(profile, path)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(installProbe, 'mark[data-annotation]')
  await page.goto(shell.address)
  await page.locator('[data-reader]').first().waitFor()
  await page.keyboard.press('Alt+2')
  await page.locator('[data-column="1"] [data-reader]').waitFor()
  return seatOf(name, page, '[data-column="0"] .pane-scroller', async () => {
    await page.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}

async function seatOf(name: string, page: Page, scroller: string, close: () => Promise<void>): Promise<Seat> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { name, page, scroller, session, frames: [], work: 0, threads: 0, close }
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Scrolls once through the left column, a tenth of a screen a frame; the right one stands in the middle of its text. */
async function scroll(seat: Seat, count: number): Promise<void> {
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
  seat.frames.push(...frames)
  seat.work += (await threadTime(seat.session)) - before
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
  const [rounds, frames] = values.quick ? [2, 60] : [5, 120]
  const browser = await launchBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bare-'))
  const plain = await openPlainServer(folder)
  const seats: Seat[] = []
  try {
    seats.push(await openCompare(browser, '400 links', true), await openCompare(browser, 'no links', false))
    const bare = await openPlain(browser, plain.address, 'bare', sizes[0], 400)
    await (await bare.prepareOpen())()
    await bare.page.locator(bare.ready).waitFor()
    seats.push(await seatOf('bare page', bare.page, bare.scroller, bare.close))
    for (let round = 0; round < rounds; round += 1) for (const seat of seats) await scroll(seat, frames)
    for (const seat of seats) seat.threads = await seat.page.locator('.threads .thread').count()
    console.log(
      ['page'.padEnd(10), 'median ms', 'p95 ms', 'worst ms', `over ${aim}`, 'work ms', 'threads'].join('  '),
    )
    for (const { name, frames: lengths, work, threads } of seats) {
      const cells = [quantile(lengths, 0.5), quantile(lengths, 0.95), Math.max(...lengths)]
      const over = lengths.filter((length) => length > aim).length
      const words = cells.map((cell) => cell.toFixed(1).padStart(8))
      console.log(
        [
          name.padEnd(10),
          ...words,
          `${over} of ${lengths.length}`,
          (work / lengths.length).toFixed(1),
          threads,
        ].join('  '),
      )
    }
    if (values.trace !== undefined && seats[0] !== undefined) {
      await browser.startTracing(seats[0].page, {
        categories: ['devtools.timeline', 'disabled-by-default-v8.cpu_profiler'],
      })
      await scroll(seats[0], frames)
      writeFileSync(values.trace, await browser.stopTracing())
    }
  } finally {
    for (const seat of seats) await seat.close()
    plain.close()
    rmSync(folder, { recursive: true, force: true })
    await browser.close()
  }
}
