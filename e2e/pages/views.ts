/** The ledger, the timeline and the graph on the screen. */
import { expect, type Page } from 'playwright/test'

export function viewsOf(page: Page) {
  const grid = (name: string) => page.getByRole('grid', { name })
  const timeline = page.getByRole('listbox', { name: /^Timeline/ })
  const graph = page.getByRole('listbox', { name: /^Graph/ })
  return {
    threads: grid('Threads'),
    openItems: grid('Open items'),
    actors: grid('Actors'),
    matrix: grid('Who said what'),
    timeline,
    graph,
    /** The lines of a table, without its head. */
    rows: (name: string) => grid(name).locator('.table-row'),
    row: (name: string, words: string | RegExp) => grid(name).getByRole('row').filter({ hasText: words }),
    chosenRow: (name: string) => grid(name).locator('.table-row[aria-selected=true]'),
    pane: page.getByRole('complementary', { name: /^The chosen/ }),
    tab: (name: string) =>
      page.getByRole('navigation', { name: 'Parts of the ledger' }).getByRole('button', { name }),
    status: page.getByRole('main').getByRole('status').first(),
    mark: (name: string | RegExp) => timeline.getByRole('option', { name }),
    node: (name: string | RegExp) => graph.getByRole('option', { name }),

    /** Walks a table down by key until the line with these words is chosen. */
    async walkTo(name: string, words: string | RegExp) {
      await expect(grid(name)).toBeFocused()
      const table = grid(name)
      const chosen = table.locator('.table-row[aria-selected=true]')
      await page.keyboard.press('Home')
      await expect(chosen).toHaveAttribute('aria-rowindex', /^[23]$/)
      while (!(await chosen.filter({ hasText: words }).count())) {
        const index = (await chosen.getAttribute('aria-rowindex')) ?? ''
        await page.keyboard.press('ArrowDown')
        await expect(chosen).not.toHaveAttribute('aria-rowindex', index)
      }
    },
  }
}
