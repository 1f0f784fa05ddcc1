/**
 * What is measured, in the same way on every page. The pages stand open side by side
 * and take turns, so that whatever else the machine does falls on all of them.
 */
import type { CDPSession, Page } from 'playwright'

export type Measured = {
  /** Opening, milliseconds, each try. */
  readonly open: number[]
  /** Key press to the highlight on the screen, milliseconds, each try. */
  readonly key: number[]
  /** Length of each frame while scrolling through, milliseconds. */
  readonly frames: number[]
  /** Processor time of the page's main thread, milliseconds: an opening, a key, a frame. */
  readonly work: { open: number; key: number; frame: number }
  /** Bytes of heap in use after a collection. */
  heap: number
  nodes: number
}

/** How a page is driven. */
export type Subject = {
  readonly page: Page
  /** Selector of the element that scrolls. */
  readonly scroller: string
  /** Selector that matches once the text stands. */
  readonly ready: string
  /** Whether there are passages to be painted. */
  readonly highlighted: boolean
  /** Brings the page to where a click opens the article, and gives what to click. */
  prepareOpen(): Promise<() => Promise<void>>
  /** Brings the page to where the key tags words of its own. */
  prepareKey(attempt: number): Promise<void>
  close(): Promise<void>
}

export type Effort = {
  readonly opens: number
  readonly keys: number
  /** Frames of one scrolling through. */
  readonly frames: number
  readonly scrolls: number
  /** Milliseconds after an opening, in which the page does what it does afterwards. */
  readonly pause: number
}

type Seat = { readonly subject: Subject; readonly session: CDPSession; readonly measured: Measured }

/** Measures the subjects in turns. */
export async function measure(subjects: readonly Subject[], effort: Effort): Promise<Measured[]> {
  const seats: Seat[] = []
  for (const subject of subjects) {
    const session = await subject.page.context().newCDPSession(subject.page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const work = { open: 0, key: 0, frame: 0 }
    seats.push({ subject, session, measured: { open: [], key: [], frames: [], work, heap: 0, nodes: 0 } })
  }
  for (let i = 0; i < effort.opens; i++) for (const seat of seats) await open(seat, effort)
  // The pointer rests over the text, as it does while reading: the browser looks what is under it after each change.
  for (const { subject } of seats) await subject.page.mouse.move(500, 400)
  for (let i = 0; i < effort.keys; i++) for (const seat of seats) await press(seat, i, effort)
  for (let i = 0; i < effort.scrolls; i++) for (const seat of seats) await scroll(seat, effort)
  for (const { subject, session, measured } of seats) {
    await session.send('HeapProfiler.enable')
    await session.send('HeapProfiler.collectGarbage')
    measured.heap = (await session.send('Runtime.getHeapUsage')).usedSize
    measured.nodes = (await session.send('Memory.getDOMCounters')).nodes
    await subject.page.mouse.move(0, 0)
    await session.detach()
  }
  return seats.map(({ measured }) => measured)
}

async function open({ subject, session, measured }: Seat, effort: Effort): Promise<void> {
  const { page } = subject
  const click = await subject.prepareOpen()
  await page.evaluate(() => window.probe.arm())
  const before = await threadTime(session)
  const opened = page.evaluate(([ready, highlighted]) => window.probe.opened(ready, highlighted), [
    subject.ready,
    subject.highlighted,
  ] as const)
  await click()
  measured.open.push(await opened)
  measured.work.open += ((await threadTime(session)) - before) / effort.opens
  // What is still done afterwards belongs to no later measurement.
  await page.waitForTimeout(effort.pause)
}

async function press({ subject, session, measured }: Seat, attempt: number, effort: Effort): Promise<void> {
  const { page } = subject
  await subject.prepareKey(attempt)
  // The press must not always fall into the same part of a frame.
  await new Promise((resolve) => setTimeout(resolve, 40 + ((attempt * 7) % 17)))
  await page.evaluate(() => window.probe.arm())
  const before = await threadTime(session)
  const painted = page.evaluate(() => window.probe.painted())
  await page.keyboard.press('c')
  measured.key.push(await painted)
  measured.work.key += ((await threadTime(session)) - before) / effort.keys
}

async function scroll({ subject, session, measured }: Seat, effort: Effort): Promise<void> {
  const before = await threadTime(session)
  const frames = await subject.page.evaluate(([scroller, count]) => window.probe.scroll(scroller, count), [
    subject.scroller,
    effort.frames,
  ] as const)
  measured.frames.push(...frames)
  measured.work.frame += ((await threadTime(session)) - before) / effort.frames / effort.scrolls
}

/** Processor time of the page's main thread so far, milliseconds. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** The value below which the given share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
