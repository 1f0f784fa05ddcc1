/** One row of measurements, taken in the same way on every page. */
import type { CDPSession, Page } from 'playwright'

export type Measured = {
  /** Opening, milliseconds, each try. */
  readonly open: number[]
  /** Key press to the highlight on the screen, milliseconds, each try. */
  readonly key: number[]
  /** Length of each frame while scrolling through, milliseconds. */
  readonly frames: number[]
  /** Bytes of heap in use after a collection. */
  readonly heap: number
  readonly nodes: number
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
}

export type Effort = {
  readonly opens: number
  readonly keys: number
  readonly frames: number /** Milliseconds between openings. */
  readonly pause: number
}

export async function measure(subject: Subject, effort: Effort): Promise<Measured> {
  const { page } = subject
  const open: number[] = []
  for (let i = 0; i < effort.opens; i++) {
    const click = await subject.prepareOpen()
    await page.evaluate(() => window.probe.arm())
    const opened = page.evaluate(([ready, highlighted]) => window.probe.opened(ready, highlighted), [
      subject.ready,
      subject.highlighted,
    ] as const)
    await click()
    open.push(await opened)
    // What is still done afterwards belongs to no later measurement.
    await page.waitForTimeout(effort.pause)
  }
  // The pointer rests over the text, as it does while reading: the browser looks what is under it after each change.
  await page.mouse.move(500, 400)
  const key: number[] = []
  for (let i = 0; i < effort.keys; i++) {
    await subject.prepareKey(i)
    // The press must not always fall into the same part of a frame.
    await new Promise((resolve) => setTimeout(resolve, 40 + ((i * 7) % 17)))
    await page.evaluate(() => window.probe.arm())
    const painted = page.evaluate(() => window.probe.painted())
    await page.keyboard.press('c')
    key.push(await painted)
  }
  const frames = await page.evaluate(([scroller, count]) => window.probe.scroll(scroller, count), [
    subject.scroller,
    effort.frames,
  ] as const)
  const session = await page.context().newCDPSession(page)
  const heap = await collectedHeap(session)
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { open, key, frames, heap, nodes }
}

async function collectedHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

/** The value below which the given share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
