/** How the pictures are come to. */
import type { Page } from 'playwright'

/** Comes to a picture from wherever the window is. */
export type Go = (page: Page) => Promise<void>

/** Pictures by their names. */
export type Shots = { readonly [name: string]: Go }

const open = '[role=dialog], [role=menu]'

/** Closes what lies over the view: dialogs, menus. */
export async function clear(page: Page): Promise<void> {
  for (let presses = 0; presses < 8 && (await page.locator(open).count()) > 0; presses += 1) {
    await page.keyboard.press('Escape')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  }
  await page.locator(open).first().waitFor({ state: 'detached' })
}

/** Reads an article of the list, with the keys in its text. */
export async function readArticle(page: Page, headline: string): Promise<void> {
  await clear(page)
  await closeBy(page, 'Close find')
  await page.keyboard.press('Alt+1')
  await page.getByRole('complementary', { name: 'Articles' }).getByRole('option', { name: headline }).click()
  await page.getByRole('main').getByRole('textbox', { name: headline }).waitFor()
  await page.keyboard.press('F7')
  await page.locator('[data-reader] [role=textbox]:focus').waitFor()
  await page.keyboard.press('Control+Home')
}

/** Presses the button if there is one. */
export async function closeBy(page: Page, button: string): Promise<void> {
  const close = page.getByRole('button', { name: button })
  if (await close.count()) await close.click()
}
