/** The margin and its cards. */
import { expect, type Page } from 'playwright/test'

export function marginOf(page: Page) {
  const margin = page.getByRole('complementary', { name: 'Passages' })
  const cards = margin.getByRole('article')
  const chosen = cards.and(page.locator('[aria-current]'))
  const field = (label: string) => chosen.getByLabel(label, { exact: true })
  return {
    margin,
    cards,
    /** The card of the passage that is chosen. */
    chosen,
    card: (name: string | RegExp) => margin.getByRole('article', { name }),
    field,
    speaker: field('Speaker'),
    links: chosen.getByRole('list', { name: 'Links' }).getByRole('listitem'),
    labels: chosen.getByRole('list', { name: 'Labels' }).getByRole('listitem'),
    segments: chosen.getByRole('list', { name: 'Segments' }).getByRole('listitem'),

    /** Tags the selection by key and waits for the card with the cursor in its first field. */
    async tagByKey(key: 'c' | 'd' | 'e') {
      await page.keyboard.press(key)
      await expect(field(key === 'e' ? 'Title' : 'Speaker')).toBeFocused()
    },

    /** Leaves the open card for the text. */
    async backToText() {
      await page.keyboard.press('Escape')
      await expect(page.locator('[data-reader] [role=textbox]:focus')).toBeVisible()
      await expect(chosen.getByRole('button', { name: /^Done/ })).toBeHidden()
    },
  }
}
