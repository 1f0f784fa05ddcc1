/** The window around the views: what the case holds, what Gainsay says, undo and redo, importing. */
import { expect, type FileChooser, type Page } from 'playwright/test'

/** Counts of the status bar; those not named are 0. */
export type Holdings = {
  readonly articles?: number
  readonly claims?: number
  readonly denials?: number
  readonly events?: number
  readonly links?: number
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

export function frameOf(page: Page) {
  const foot = page.getByRole('contentinfo')
  const head = page.getByRole('banner')
  const undo = head.getByRole('button', { name: /^Undo/ })
  const redo = head.getByRole('button', { name: /^Redo/ })
  const stepAll = (key: string, button: typeof undo) =>
    expect(async () => {
      await page.keyboard.press(key)
      await expect(button).toBeDisabled({ timeout: 40 })
    }).toPass({ intervals: [0] })
  return {
    undo,
    redo,
    banner: head,
    foot,
    notice: page.locator('.notice'),
    lost: page.getByRole('alert').filter({ hasText: 'lost' }),
    back: head.getByRole('button', { name: 'Back' }),
    view: (name: 'Read' | 'Compare' | 'Ledger' | 'Timeline' | 'Graph' | 'Report') =>
      head.getByRole('button', { name, exact: true }),
    importPanel: page.getByRole('region', { name: 'Import' }),
    outcomes: page.getByRole('list', { name: 'What became of each file' }).getByRole('listitem'),

    async expectHolds({ articles = 0, claims = 0, denials = 0, events = 0, links = 0 }: Holdings) {
      const items = foot.getByRole('list', { name: 'What the case holds' }).getByRole('listitem')
      await expect(items).toHaveText([
        counted(articles, 'article'),
        counted(claims, 'claim'),
        counted(denials, 'denial'),
        counted(events, 'event'),
        counted(links, 'link'),
        'saved',
      ])
    },

    /** Imports by the file picker, which the key opens, and waits until the list of outcomes says so. */
    async importFiles(files: Parameters<FileChooser['setFiles']>[0]) {
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Control+i')
      await (await chooser).setFiles(files)
    },

    /** Undoes by key until there is nothing left. */
    undoAll: () => stepAll('Control+z', undo),
    /** Redoes by key until there is nothing left. */
    redoAll: () => stepAll('Control+Shift+z', redo),
  }
}
