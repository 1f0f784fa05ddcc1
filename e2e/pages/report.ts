/** The report on the screen: what it is of, and the page in its frame. */
import type { Page } from 'playwright/test'

export function reportOf(page: Page) {
  const panel = page.getByRole('complementary', { name: 'What the report is of' })
  const part = (legend: 'Threads' | 'Articles') => {
    const group = panel.getByRole('group', { name: legend })
    const list = group.getByRole('listbox')
    return {
      all: group.getByRole('radio', { name: /^All/ }),
      only: group.getByRole('radio', { name: 'Only those ticked' }),
      find: group.getByRole('textbox'),
      list,
      lines: list.getByRole('option'),
      line: (words: string | RegExp) => list.getByRole('option', { name: words }),
      ticked: list.getByRole('option', { selected: true }),
      tickAll: group.getByRole('button', { name: 'Tick all' }),
      tickNone: group.getByRole('button', { name: 'Tick none' }),
    }
  }
  return {
    panel,
    threads: part('Threads'),
    articles: part('Articles'),
    wholeText: panel.getByRole('checkbox', { name: 'Whole text of the articles' }),
    holds: panel.getByRole('status'),
    save: panel.getByRole('button', { name: 'Save HTML' }),
    frame: page.locator('iframe[title="The report"]'),
    paper: page.frameLocator('iframe[title="The report"]'),
  }
}
