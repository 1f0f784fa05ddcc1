/** Under the columns of the compare view: related passages, and what only one article says. */
import type { Page } from 'playwright/test'

export function relatedOf(page: Page) {
  const panel = page.getByRole('region', { name: 'Related passages' })
  return {
    panel,
    place: panel.locator('output'),
    sides: panel.locator('blockquote'),
    tab: (name: RegExp) => panel.getByRole('button', { name }),
    differences: panel.getByRole('table').getByRole('row'),
    /** The list of what only this article says. */
    only: (name: RegExp) => panel.getByRole('region', { name }).getByRole('listitem'),

    /** The words of each shade that is painted, over all readers. */
    shaded: (look: string) =>
      page.evaluate(
        (name) =>
          [...(CSS.highlights.get(`gainsay-shade-${name}`) ?? [])].map((range) => {
            const live = document.createRange()
            live.setStart(range.startContainer, range.startOffset)
            live.setEnd(range.endContainer, range.endOffset)
            return live.toString()
          }),
        look,
      ),
  }
}
