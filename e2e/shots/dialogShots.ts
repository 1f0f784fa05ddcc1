/** Over the sample case: cards, menus, dialogs, panels. */
import type { Page } from 'playwright'
import { compareOf } from '../pages/compare.ts'
import { libraryOf } from '../pages/library.ts'
import { marginOf } from '../pages/margin.ts'
import { readerOf } from '../pages/reader.ts'
import { relatedOf } from '../pages/related.ts'
import { coats, islamabad, trickles } from '../pages/samples.ts'
import { viewsOf } from '../pages/views.ts'
import { clear, closeBy, type Go, readArticle, type Shots } from './go.ts'

/** A dialog that a key opens over an article. */
const overArticle =
  (key: string): Go =>
  async (page) => {
    await readArticle(page, islamabad.headline)
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
  }

/** A menu of the window or of the view that a key leads to. */
const menu =
  (button: string | RegExp, view = 'Alt+4'): Go =>
  async (page) => {
    await clear(page)
    await page.keyboard.press(view)
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('menu').waitFor()
  }

/** The denial that several passages are linked to. */
async function choosePassage(page: Page): Promise<void> {
  await readArticle(page, coats.headline)
  await readerOf(page).bringIntoView('Pakistan denies claims that it provides')
  await readerOf(page).marks('denial').filter({ hasText: 'Pakistan denies claims' }).first().click()
  await marginOf(page).chosen.waitFor()
}

async function compareTwo(page: Page): Promise<void> {
  await clear(page)
  await readArticle(page, islamabad.headline)
  await page.keyboard.press('Alt+2')
  const { columns } = compareOf(page)
  await columns.first().waitFor()
  await closeBy(page, 'Close related passages')
  for (let more = await columns.count(); more > 2; more -= 1) {
    await page.keyboard.press('Shift+W')
    await columns.nth(more - 1).waitFor({ state: 'detached' })
  }
  if ((await columns.count()) < 2) await compareOf(page).addByKey(trickles.headline)
}

async function ledger(page: Page, part: 'Threads' | 'Actors'): Promise<void> {
  await clear(page)
  await page.keyboard.press(part === 'Threads' ? 'Alt+4' : 'Alt+8')
  await viewsOf(page).tab(part).click()
  await page.getByRole('grid', { name: part }).focus()
  await page.keyboard.press('Home')
}

/** A dialog that a key opens on the first line of a table. */
const overLine =
  (part: 'Threads' | 'Actors', key: string): Go =>
  async (page) => {
    await ledger(page, part)
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
  }

/** Asks which passage the chosen one is to be linked to. */
async function askWhich(page: Page): Promise<void> {
  await choosePassage(page)
  await page.keyboard.press('l')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
}

/** Walks to the first of the passages that two columns both have. */
async function walkRelated(page: Page): Promise<void> {
  await compareTwo(page)
  await page.keyboard.press('F7')
  await page.keyboard.press('n')
  await relatedOf(page).place.waitFor()
}

/** Lets through what one actor says, or all again. */
async function letThrough(page: Page, actor: string | null): Promise<void> {
  await ledger(page, 'Threads')
  const any = page.getByRole('button', { name: 'Any actor' })
  if (await any.count()) await any.click()
  if (actor === null) return
  await page.getByRole('button', { name: /^Actor any/ }).click()
  await page.getByRole('combobox').fill(actor)
  await page.getByRole('dialog').getByRole('option', { name: actor }).click()
  await any.waitFor()
}

const speaker = 'Senior Pakistani government official'

export const dialogShots: Shots = {
  card: choosePassage,
  cardOpen: async (page) => {
    await choosePassage(page)
    await page.keyboard.press('Enter')
    await marginOf(page).speaker.waitFor()
  },
  selection: async (page) => {
    await readArticle(page, islamabad.headline)
    await readerOf(page).selectByDragging('Panetta told reporters flying with him')
    await readerOf(page).toolbar.waitFor()
  },
  find: async (page) => {
    await readArticle(page, islamabad.headline)
    await page.keyboard.press('Control+f')
    await readerOf(page).find.fill('Pakistan')
    await readerOf(page).findCount.waitFor()
  },
  search: async (page) => {
    await readArticle(page, islamabad.headline)
    await libraryOf(page).search.fill('Haqqani network')
    await page
      .getByText(/article(s)? found/)
      .first()
      .waitFor()
  },
  searchNothing: async (page) => {
    await clear(page)
    await libraryOf(page).search.fill('zebra')
    await page.getByText('0 articles found').waitFor()
  },
  chosenArticles: async (page) => {
    await libraryOf(page).search.fill('')
    await readArticle(page, islamabad.headline)
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+a')
    await page.getByRole('toolbar', { name: 'Chosen articles' }).waitFor()
  },
  manyMetadata: async (page) => {
    await page.getByRole('button', { name: 'Metadata …', exact: true }).click()
    await page.getByRole('dialog').waitFor()
  },
  caseMenu: async (page) => {
    await clear(page)
    await page.getByRole('button', { name: 'Choose none' }).click()
    await menu('Sample case', 'Alt+1')(page)
  },
  importMenu: menu(/^Import/, 'Alt+1'),
  orderMenu: menu(/^Order of the articles/, 'Alt+1'),
  publisherMenu: menu(/^Publisher/, 'Alt+1'),
  exportMenu: menu('Export', 'Alt+5'),
  notice: async (page) => {
    await readArticle(page, trickles.headline)
    await page.keyboard.press('c')
    await page.locator('.notice').waitFor()
  },
  history: async (page) => {
    await closeBy(page, 'Dismiss')
    await overArticle('Control+h')(page)
  },
  openCase: overArticle('Control+o'),
  newCase: overArticle('Control+Alt+n'),
  check: async (page) => {
    await overArticle('Control+Shift+k')(page)
    await page
      .getByRole('dialog')
      .getByText(/^Everything|whole|right/)
      .first()
      .waitFor()
  },
  keys: overArticle('?'),
  paste: overArticle('Control+Shift+v'),
  metadata: overArticle('m'),
  revisionsOfOne: overArticle('v'),
  relatedArticles: async (page) => {
    await overArticle('Shift+T')(page)
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
  relatedPassages: async (page) => {
    await choosePassage(page)
    await page.keyboard.press('Shift+S')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
  partner: async (page) => {
    await choosePassage(page)
    await page.keyboard.press('g')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
  link: askWhich,
  linkRelation: async (page) => {
    await askWhich(page)
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /^denies/ })
      .waitFor()
  },
  pickArticle: async (page) => {
    await compareTwo(page)
    await page.keyboard.press('Shift+C')
    await page.getByRole('dialog').waitFor()
  },
  compareThread: async (page) => {
    await compareTwo(page)
    await compareOf(page).threads.first().focus()
    await page.keyboard.press('Enter')
    await compareOf(page).panel.waitFor()
  },
  compareBoth: walkRelated,
  linkPair: async (page) => {
    await walkRelated(page)
    await page.keyboard.press('Shift+L')
    await page.getByRole('dialog').waitFor()
  },
  compareOnly: async (page) => {
    await compareTwo(page)
    await page.keyboard.press('F7')
    await page.keyboard.press('o')
    await relatedOf(page)
      .only(/^Only in/)
      .first()
      .waitFor()
  },
  compareThree: async (page) => {
    await compareTwo(page)
    await page.keyboard.press('Shift+C')
    await page.getByRole('dialog').getByRole('option').first().click()
    await compareOf(page).columns.nth(2).waitFor()
  },
  paletteWords: async (page) => {
    await clear(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('haqqani')
    await page
      .getByRole('option', { name: /Haqqani/ })
      .first()
      .waitFor()
  },
  chooseActor: async (page) => {
    await letThrough(page, null)
    await page.getByRole('button', { name: /^Actor any/ }).click()
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
  ledgerActor: (page) => letThrough(page, speaker),
  matrixActor: async (page) => {
    await letThrough(page, speaker)
    await viewsOf(page).tab('Matrix').click()
    await page.getByRole('grid', { name: 'Who said what' }).waitFor()
  },
  mergeThreads: async (page) => {
    await letThrough(page, null)
    await overLine('Threads', 'm')(page)
  },
  mergeActors: overLine('Actors', 'm'),
  splitActor: overLine('Actors', 's'),
}
