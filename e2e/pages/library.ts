/** The list of articles at the left. */
import { expect, type Page } from 'playwright/test'

export function libraryOf(page: Page) {
  const aside = page.getByRole('complementary', { name: 'Articles' })
  const list = aside.getByRole('listbox', { name: 'Articles' })
  const row = (words: string | RegExp) => list.getByRole('option', { name: words })
  const menu = async (button: RegExp, item: string | RegExp) => {
    await aside.getByRole('button', { name: button }).click()
    await page.getByRole('menuitemradio', { name: item }).click()
    // The menu gives the keys back to its button as it goes; whoever goes on before would lose them to it.
    await expect(aside.getByRole('button', { name: button })).toBeFocused()
  }
  return {
    aside,
    list,
    row,
    rows: list.getByRole('option'),
    search: aside.getByRole('textbox', { name: 'Search all articles' }),
    count: aside.getByRole('status').first(),
    headlines: list.getByRole('option').locator('.library-headline'),
    orderBy: (order: string) => menu(/^Order of the articles/, order),
    filterBy: (publisher: string | RegExp) => menu(/^Publisher/, publisher),

    /** Chooses the row with the mouse alone, or leaves it out again: the box comes when the pointer is on the row. */
    async tick(headline: string) {
      await row(headline).hover()
      const box = row(headline).locator('.library-tick')
      await expect(box).toHaveCSS('opacity', '1')
      await box.click()
    },
    /** What can be done with the rows that are chosen. */
    chosenBar: aside.getByRole('toolbar', { name: 'Chosen articles' }),

    /** Opens an article with the mouse. */
    async open(headline: string) {
      await row(headline).click()
      await expect(page.getByRole('main').getByRole('textbox', { name: headline })).toBeVisible()
    },

    /** Opens an article with keys alone: to the list, down to its row, Enter. */
    async openByKey(headline: string) {
      await page.keyboard.press('F6')
      await expect(list).toBeFocused()
      const place = Number(await row(headline).getAttribute('aria-posinset'))
      await page.keyboard.press('Home')
      for (let at = 1; at < place; at++) await page.keyboard.press('ArrowDown')
      await expect(row(headline)).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('main').getByRole('textbox', { name: headline })).toBeVisible()
    },
  }
}
