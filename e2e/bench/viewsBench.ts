/**
 * How long the views take on the large case (2,000 articles, 20,000 annotations,
 * 30,000 links): from the key to the frame that shows the view, and from a filter to
 * the frame that shows its answer. Times are taken in the page, from the event to the
 * second frame after it.
 *
 * `node e2e/bench/viewsBench.ts [case file]`, after a build; without a file it makes one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { root, startShell } from '../harness/program.ts'
import { quantile } from './measure.ts'

const rounds = 7

type Step = {
  readonly name: string
  /** The most it may take, milliseconds. */
  readonly aim: number
  /** Brings the page to where the step begins. */
  readonly before: (page: Page) => Promise<void>
  /** Runs in the page: does it, and says whether it is done. */
  readonly act: {
    readonly key?: string
    readonly alt?: boolean
    readonly into?: string
    readonly text?: string
  }
  /** Selector that matches once it is drawn. */
  readonly shown: string
}

const read = async (page: Page) => {
  await page.keyboard.press('Alt+1')
  await page.locator('[data-reader]').first().waitFor()
}
const open = (key: string, name: string, shown: string, aim = 300): Step => ({
  name: `open ${name}`,
  aim,
  before: read,
  act: { key, alt: true },
  shown,
})
const search = 'input[aria-label="Filter by words"]'
const filter = (name: string, key: string, text: string): Step => ({
  name: `filter ${name}`,
  aim: 100,
  async before(page) {
    await page.keyboard.press(key)
    await page.locator(search).fill('')
    await page.waitForFunction(() => !/ of /.test(document.querySelector('.view-status')?.textContent ?? ''))
  },
  act: { into: search, text },
  shown: '.view-status',
})

const steps: readonly Step[] = [
  open('4', 'ledger', '.ledger .table-row'),
  open('7', 'open items', '.ledger .table-row'),
  open('8', 'actors', '.ledger .table-row'),
  open('5', 'timeline', '.time-mark, .time-gathering'),
  open('6', 'graph', '.node'),
  filter('ledger', 'Alt+4', 'geneva truce'),
  filter('timeline', 'Alt+5', 'geneva truce'),
]

/** Runs in the page: milliseconds from the event to the frame after the one in which `shown` matches. */
function time({ act, shown }: Pick<Step, 'act' | 'shown'>): Promise<number> {
  return new Promise((resolve) => {
    const before = document.querySelector('.view-status')?.textContent ?? ''
    const start = performance.now()
    if (act.into !== undefined) {
      const field = document.querySelector<HTMLInputElement>(act.into)
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      if (field) set?.call(field, act.text)
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    } else {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: act.key ?? '',
          code: `Digit${act.key}`,
          altKey: act.alt ?? false,
          bubbles: true,
          cancelable: true,
        }),
      )
    }
    const done = () =>
      document.querySelector(shown) !== null &&
      (act.into === undefined || (document.querySelector('.view-status')?.textContent ?? '') !== before)
    const look = () => {
      if (done()) requestAnimationFrame(() => resolve(performance.now() - start))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

async function main(given: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-views-'))
  const path = given ?? join(folder, 'Large.gainsay')
  if (!existsSync(path))
    execFileSync(process.execPath, [join(root, 'main', 'seedLarge.ts'), path], { stdio: 'inherit' })
  const shell = await startShell(join(folder, 'profile'), path)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const began = performance.now()
    await page.goto(shell.address)
    await page.locator('[data-reader]').first().waitFor()
    console.log(`case opened in ${(performance.now() - began).toFixed(0)} ms`)
    console.log(['step'.padEnd(18), 'first ms', 'median ms', 'worst ms', 'aim ms'].join('  '))
    for (const step of steps) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await step.before(page)
        times.push(await page.evaluate(time, { act: step.act, shown: step.shown }))
      }
      const cells = [times[0] ?? 0, quantile(times.slice(1), 0.5), Math.max(...times.slice(1)), step.aim]
      console.log([step.name.padEnd(18), ...cells.map((cell) => cell.toFixed(0).padStart(8))].join('  '))
    }
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main(process.argv[2])
