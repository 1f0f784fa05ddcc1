/**
 * How long the views take on the large case (2,000 articles, 20,000 annotations,
 * 30,000 links): from the key to the frame that shows the view, from a filter to the
 * frame that shows its answer, and from the key that tags a passage to the frame that
 * marks it, before and after the ledger was opened. Times are taken in the page, from
 * the event to the second frame after it. The floor is a bare page that makes as many
 * elements, in the same run: what the machine and the browser take of it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchBrowser } from '../harness/launchBrowser.ts'
import { root, startShell } from '../harness/program.ts'
import { quantile } from './measure.ts'

const rounds = 5

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
  /** Selector that matches once it is drawn; null where a highlight more in the text is waited for. */
  readonly shown: string | null
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

const tag = (name: string): Step => ({
  name: `tag ${name}`,
  aim: 17,
  async before(page) {
    await read(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('F7')
    await page.locator('[data-reader] [role=textbox]:focus').waitFor()
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'Find in article' }).waitFor()
    await page.keyboard.insertText('said on day 3 that')
    await page.getByText('1 of 1').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-reader] [role=textbox]:focus').waitFor()
  },
  act: { key: 'c' },
  shown: null,
})

const steps: readonly Step[] = [
  tag('at first'),
  open('4', 'ledger', '.ledger .table-row'),
  open('7', 'open items', '.ledger .table-row'),
  open('8', 'actors', '.ledger .table-row'),
  open('5', 'timeline', '.time-mark, .time-gathering'),
  open('6', 'graph', '.node'),
  tag('after them'),
  filter('ledger', 'Alt+4', 'geneva truce'),
  filter('timeline', 'Alt+5', 'geneva truce'),
]

/** Runs in the page: milliseconds from the event to the frame after the one in which `shown` matches. */
function time({ act, shown }: Pick<Step, 'act' | 'shown'>): Promise<number> {
  return new Promise((resolve) => {
    const highlights = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)
    const marked = highlights()
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
          code: act.alt ? `Digit${act.key}` : `Key${act.key?.toUpperCase()}`,
          altKey: act.alt ?? false,
          bubbles: true,
          cancelable: true,
        }),
      )
    }
    const done = () =>
      (shown === null ? highlights() > marked : document.querySelector(shown) !== null) &&
      (act.into === undefined || (document.querySelector('.view-status')?.textContent ?? '') !== before)
    const look = () => {
      if (done()) requestAnimationFrame(() => resolve(performance.now() - start))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Runs in a bare page: milliseconds to make so many elements with words and to show them. */
function makeElements(count: number): Promise<number> {
  return new Promise((resolve) => {
    document.body.replaceChildren()
    const start = performance.now()
    const parts = document.createDocumentFragment()
    for (let at = 0; at < count; at += 10) {
      const row = document.createElement('div')
      row.style.display = 'flex'
      for (let cell = 1; cell < 10; cell += 1)
        row.append(Object.assign(document.createElement('span'), { textContent: `Words ${at + cell} ` }))
      parts.append(row)
    }
    document.body.append(parts)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
  })
}

/** Prints a table; takes the path of a large case, and makes one where none is given or there. */
export async function benchViews([given]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-views-'))
  const path = given ?? join(folder, 'Large.gainsay')
  if (!existsSync(path))
    execFileSync(process.execPath, [join(root, 'main', 'seedLarge.ts'), path], { stdio: 'inherit' })
  const shell = await startShell(join(folder, 'profile'), path)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const began = performance.now()
    await page.bringToFront()
    await page.goto(shell.address)
    await page.locator('[data-reader]').first().waitFor()
    console.log(`case opened in ${(performance.now() - began).toFixed(0)} ms`)
    console.log(['step'.padEnd(18), 'first ms', 'median ms', 'worst ms', 'floor ms', 'aim ms'].join('  '))
    for (const step of steps) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await step.before(page)
        times.push(await page.evaluate(time, { act: step.act, shown: step.shown }))
      }
      const elements = await page.locator('main *').count()
      await bare.bringToFront()
      const floors: number[] = []
      for (let round = 0; round < rounds; round += 1) floors.push(await bare.evaluate(makeElements, elements))
      await page.bringToFront()
      const floor = quantile(floors, 0.5)
      const cells = [
        times[0] ?? 0,
        quantile(times.slice(1), 0.5),
        Math.max(...times.slice(1)),
        floor,
        step.aim,
      ]
      console.log([step.name.padEnd(18), ...cells.map((cell) => cell.toFixed(0).padStart(8))].join('  '))
    }
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
