/** How to come to the picture of each view: of the sample case, of a case that may have anything in it, and of an empty one. */
import type { Page } from 'playwright'
import { reportOf } from '../pages/report.ts'
import type { Go, Shots } from './go.ts'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the ledger' }).getByRole('button', { name })

const press =
  (key: string): Go =>
  async (page) => {
    await page.keyboard.press(key)
  }

/** The pictures of the sample case. */
export const ofSample = {
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
} as const satisfies Shots

async function showFilters(page: Page, shown: boolean): Promise<void> {
  const button = page.getByRole('button', { name: 'More filters', expanded: !shown })
  if (await button.count()) await button.click()
}

/** The pictures of a case that may have anything in it. */
export const ofAny: Shots = {
  read: ofSample.read,
  ledger: async (page) => {
    await page.keyboard.press('Alt+4')
    await tab(page, 'Threads').click()
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

/** The pictures of a case without articles. */
export const ofEmpty: Shots = {
  read: press('Alt+1'),
  compare: press('Alt+2'),
  report: press('Alt+3'),
  ledger: press('Alt+4'),
  openItems: press('Alt+7'),
  actors: press('Alt+8'),
  timeline: press('Alt+5'),
  graph: press('Alt+6'),
}
