/**
 * Reading while a bulk import runs, in the real window: a folder of texts is dropped on it
 * as the system drops one, and meanwhile an open article is scrolled through and tagged.
 * Frames of over 50 ms are told by the browser itself (Long Animation Frames), commands by
 * the window's own socket, from call to reply. Before it, the same without an import.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { dropFolder } from '../pages/dropFolder.ts'
import { openGainsay } from './gainsaySubject.ts'
import { makeTexts } from './madeFiles.ts'
import type { Subject } from './measure.ts'

/** Longest a frame and a command may take, milliseconds. */
const [mostFrame, mostCommand] = [50, 100]
/** Long enough for a share of long frames: there are few in either. */
const floorSeconds = 40
const keys = ['c', 'd', 'e']

type Seen = {
  /** Long frames: milliseconds, and what ran in them longest. */
  readonly frames: readonly { readonly length: number; readonly by: string }[]
  /** Calls other than imports: milliseconds, and the method. */
  readonly commands: readonly { readonly length: number; readonly method: string }[]
}

/** Prints a line for the floor and one for the import of `count` texts. */
export async function benchFrames(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-frames-bench-'))
  const drop = join(folder, 'drop')
  mkdirSync(drop)
  for (const { name, text } of makeTexts(count)) writeFileSync(join(drop, name), text)
  const browser = await launchBrowser()
  const subject = await openGainsay(browser, 100_000, 1_000, watchWindow)
  const { page } = subject
  try {
    await (await subject.prepareOpen())()
    await page.locator(subject.ready).waitFor()
    const work = async (goesOn: () => Promise<boolean>) => {
      await page.evaluate(() => window.seen.begin())
      const begun = performance.now()
      let attempt = 0
      do await readOn(subject, attempt++)
      while (await goesOn())
      return {
        seconds: (performance.now() - begun) / 1000,
        seen: await page.evaluate(() => window.seen.end()),
      }
    }
    const until = performance.now() + floorSeconds * 1000
    print('reading, no import', await work(async () => performance.now() < until))
    await dropFolder(page, drop)
    const importing = page.getByRole('heading', { name: /^Importing \d+ of/ })
    await importing.waitFor()
    print(`reading while ${count} texts are imported`, await work(() => importing.isVisible()))
    console.log(
      `  ${(await page.getByRole('status').allTextContents()).find((text) => /imported/.test(text)) ?? ''}`,
    )
  } finally {
    await subject.close()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Scrolls through the article once and tags a passage. */
async function readOn({ page, scroller, prepareKey }: Subject, attempt: number): Promise<void> {
  await page.evaluate((selector) => window.probe.scroll(selector, 60), scroller)
  await prepareKey(attempt)
  await page.evaluate(() => window.probe.arm())
  await page.keyboard.press(keys[attempt % keys.length] ?? 'c')
  await page.evaluate(() => window.probe.painted())
}

function print(
  label: string,
  { seconds, seen: { frames, commands } }: { seconds: number; seen: Seen },
): void {
  const longest = frames.toSorted((a, b) => b.length - a.length)[0]
  const slowest = commands.toSorted((a, b) => b.length - a.length)[0]
  const slow = commands.filter(({ length }) => length > mostCommand).length
  console.log(
    `${label}, ${seconds.toFixed(0)} s: ${frames.length} frames over ${mostFrame} ms${longest === undefined ? '' : `, longest ${longest.length.toFixed(0)} ms (${longest.by})`}; ${slow} of ${commands.length} commands over ${mostCommand} ms${slowest === undefined ? '' : `, slowest ${slowest.length.toFixed(0)} ms (${slowest.method})`}`,
  )
}

declare global {
  interface Window {
    seen: { begin(): void; end(): Seen }
  }
}

/** Runs in the page before its own code: keeps long frames and the time of each call. */
function watchWindow(): void {
  type Frame = PerformanceEntry & {
    readonly scripts: readonly {
      readonly duration: number
      readonly invoker: string
      readonly sourceFunctionName: string
    }[]
  }
  let frames: { length: number; by: string }[] = []
  let commands: { length: number; method: string }[] = []
  const observer = new PerformanceObserver((list) => keep(list.getEntries()))
  const keep = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      // Entries of this observer's only type.
      const longest = [...(entry as Frame).scripts].sort((a, b) => b.duration - a.duration)[0]
      const by =
        longest === undefined
          ? 'no script'
          : `${longest.duration.toFixed(0)} ms in ${longest.sourceFunctionName || longest.invoker}`
      frames.push({ length: entry.duration, by })
    }
  }
  observer.observe({ type: 'long-animation-frame' })
  const asked = new Map<string, { at: number; method: string }>()
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (this: WebSocket, data: Parameters<WebSocket['send']>[0]) {
    const call = /"id":(\d+),"method":"([^"]+)"/.exec(String(data).slice(0, 200))
    if (call?.[1] !== undefined && call[2] !== undefined && call[2] !== 'article.import')
      asked.set(call[1], { at: performance.now(), method: call[2] })
    return send.call(this, data)
  }
  const NativeSocket = WebSocket
  window.WebSocket = class extends NativeSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      this.addEventListener('message', ({ data }) => {
        const id = /^\{"id":(\d+)/.exec(String(data).slice(0, 40))?.[1] ?? ''
        const call = asked.get(id)
        if (call === undefined) return
        asked.delete(id)
        commands.push({ length: performance.now() - call.at, method: call.method })
      })
    }
  }
  window.seen = {
    begin() {
      keep(observer.takeRecords())
      frames = []
      commands = []
    },
    end() {
      keep(observer.takeRecords())
      return { frames, commands }
    },
  }
}
