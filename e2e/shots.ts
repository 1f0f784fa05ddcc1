/**
 * Pictures of every view in light and dark, at two sizes, into dist/shots, for a person
 * to look at: of the sample case, of one that is hard on a layout (`hard-…`), of an empty
 * one (`empty-…`), and of a case of one's own (`own-…`). Ends with status 1 when the page
 * reports an error.
 *
 * `node e2e/shots.ts [--case FILE] [part of a name …]`, after a build.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright'
import { openSocketCaller } from './bench/socketCaller.ts'
import { launchBrowser } from './harness/launchBrowser.ts'
import { root, startShell } from './harness/program.ts'
import { reportOf } from './pages/report.ts'
import { fillHardCase } from './shots/hardCase.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const themes = ['light', 'dark'] as const

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the ledger' }).getByRole('button', { name })

/** How to come to a picture from wherever the window is. */
type Go = (page: Page) => Promise<void>

const press = (key: string) => async (page: Page) => {
  await page.keyboard.press(key)
}

/** The pictures of the sample case. */
const ofSample = {
  read: async (page) => {
    await page.keyboard.press('Alt+1')
    await page.locator('[data-reader]').first().waitFor()
  },
  compare: async (page) => {
    await page.keyboard.press('Alt+2')
    if ((await page.locator('[data-reader]').count()) < 2) {
      await page.keyboard.press('Shift+C')
      await page.getByRole('option').nth(1).click()
    }
    await page.locator('[data-reader]').nth(1).waitFor()
  },
  ledger: async (page) => {
    await page.keyboard.press('Alt+4')
    await page.getByRole('grid', { name: 'Threads' }).waitFor()
  },
  ledgerGrouped: async (page) => {
    await page.keyboard.press('Alt+4')
    await page.getByLabel('Group by').selectOption('actor')
    await page.locator('.table-heading').first().waitFor()
  },
  ledgerTitle: async (page) => {
    await page.keyboard.press('Alt+4')
    await page.getByLabel('Group by').selectOption('')
    await page.getByRole('grid', { name: 'Threads' }).focus()
    await page.keyboard.press('F2')
    await page.getByRole('dialog').waitFor()
  },
  ledgerSplit: async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('[role=grid]:focus').waitFor()
    await page.keyboard.press('s')
    await page.getByRole('dialog').waitFor()
  },
  ledgerNothing: async (page) => {
    await page.keyboard.press('Escape')
    await page.getByLabel('Filter by words').fill('zebra')
    await page.getByText('No thread is like that').waitFor()
  },
  matrix: async (page) => {
    await page.getByLabel('Filter by words').fill('')
    await tab(page, 'Matrix').click()
    await page.getByRole('grid', { name: 'Who said what' }).waitFor()
  },
  openItems: async (page) => {
    await page.keyboard.press('Alt+7')
    await page.getByRole('grid', { name: 'Open items' }).waitFor()
  },
  actors: async (page) => {
    await page.keyboard.press('Alt+8')
    await page.getByRole('grid', { name: 'Actors' }).waitFor()
  },
  actorEdit: async (page) => {
    await page.getByRole('grid', { name: 'Actors' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
  },
  timeline: async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+5')
    await page.getByRole('listbox', { name: /^Timeline/ }).focus()
    await page.keyboard.press('0')
    await page.locator('.time-mark').first().waitFor()
  },
  timelineNear: async (page) => {
    await page.getByRole('listbox', { name: /^Timeline/ }).focus()
    for (const key of ['End', '+', '+', '+', '+']) await page.keyboard.press(key)
  },
  graph: async (page) => {
    await page.keyboard.press('Alt+6')
    await page.getByRole('listbox', { name: /^Graph/ }).focus()
    await page.keyboard.press('0')
    await page.locator('.node').first().waitFor()
  },
  graphChosen: async (page) => {
    await page.getByRole('listbox', { name: /^Graph/ }).focus()
    for (const key of ['ArrowDown', 'ArrowRight', '+', '+', '+']) await page.keyboard.press(key)
  },
  report: async (page) => {
    await page.keyboard.press('Alt+3')
    await page.frameLocator('iframe').locator('h1').first().waitFor()
  },
  palette: async (page) => {
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
  },
} as const satisfies { readonly [name: string]: Go }

async function showFilters(page: Page, shown: boolean): Promise<void> {
  const button = page.getByRole('button', { name: 'More filters', expanded: !shown })
  if (await button.count()) await button.click()
}

/** The pictures of a case that may have anything in it. */
const ofAny: { readonly [name: string]: Go } = {
  read: ofSample.read,
  ledger: async (page) => {
    await page.keyboard.press('Alt+4')
    await page.getByRole('grid', { name: 'Threads' }).waitFor()
  },
  ledgerFilters: async (page) => {
    await page.keyboard.press('Alt+4')
    await showFilters(page, true)
  },
  matrix: async (page) => {
    await page.keyboard.press('Alt+4')
    await showFilters(page, false)
    await tab(page, 'Matrix').click()
    await page.getByRole('grid', { name: 'Who said what' }).waitFor()
  },
  openItems: ofSample.openItems,
  actors: ofSample.actors,
  timeline: async (page) => {
    await page.keyboard.press('Alt+5')
    await page.getByRole('listbox', { name: /^Timeline/ }).focus()
    await page.locator('.time-mark, .time-gathering').first().waitFor()
  },
  graph: ofSample.graph,
  reportTicked: async (page) => {
    await page.keyboard.press('Alt+3')
    const { threads, articles, paper } = reportOf(page)
    for (const { only, lines } of [threads, articles]) {
      await only.check()
      await lines.first().waitFor()
      for (const line of (await lines.all()).slice(0, 3))
        if ((await line.getAttribute('aria-selected')) !== 'true') await line.click()
    }
    await paper.locator('h1').first().waitFor()
  },
}

const ofEmpty: { readonly [name: string]: Go } = {
  read: press('Alt+1'),
  compare: press('Alt+2'),
  report: press('Alt+3'),
  ledger: press('Alt+4'),
  timeline: press('Alt+5'),
  graph: press('Alt+6'),
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals: wanted } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { case: { type: 'string' } },
  })
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-shots-'))
  const target = join(root, 'dist', 'shots')
  mkdirSync(target, { recursive: true })
  const browser = await launchBrowser()
  let faults = 0
  const pictures = async (
    prefix: string,
    casePath: string | null,
    shots: { readonly [name: string]: Go },
  ) => {
    const names = Object.keys(shots).map((name) => `${prefix}${name}`)
    if (wanted.length > 0 && !names.some((name) => wanted.some((part) => name.startsWith(part)))) return
    const profile = join(folder, `profile ${prefix}`)
    if (prefix === 'hard-') await fill(profile, casePath)
    const shell = await startShell(profile, casePath)
    const page = await browser.newPage({ viewport: sizes[0] })
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      faults += 1
      console.error(`The console says: ${message.text()}`)
    })
    page.on('pageerror', (error) => {
      faults += 1
      console.error(error)
    })
    try {
      await page.goto(shell.address)
      await page.getByText('saved').first().waitFor()
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        for (const size of sizes) {
          await page.setViewportSize(size)
          for (const [name, go] of Object.entries(shots)) {
            if (wanted.length > 0 && !wanted.some((part) => `${prefix}${name}`.startsWith(part))) continue
            await go(page)
            // Two frames on, whatever was asked for is drawn.
            await page.evaluate(
              () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
            )
            await page.screenshot({ path: join(target, `${prefix}${name}-${size.width}-${theme}.png`) })
          }
          await page.keyboard.press('Escape')
        }
      }
    } finally {
      await page.close()
      await shell.stop()
    }
  }
  try {
    if (values.case === undefined) {
      await pictures('', null, ofSample)
      await pictures('hard-', join(folder, 'hard.gainsay'), ofAny)
      await pictures('empty-', join(folder, 'empty.gainsay'), ofEmpty)
    } else await pictures('own-', values.case, ofAny)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`The pictures are in ${target}.`)
  return faults > 0 ? 1 : 0
}

async function fill(profile: string, casePath: string | null): Promise<void> {
  const shell = await startShell(profile, casePath)
  const caller = await openSocketCaller(shell.address)
  try {
    await fillHardCase(caller.call)
  } finally {
    await caller.close()
    await shell.stop()
  }
}

process.exitCode = await main(process.argv.slice(2))
