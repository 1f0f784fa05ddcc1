/** The main job with the keyboard alone. */
import { expect, test } from './harness/app.ts'
import { dialogOf } from './pages/dialogs.ts'
import { libraryOf } from './pages/library.ts'
import { mainJob } from './pages/mainJob.ts'
import { islamabad } from './pages/samples.ts'

test('the samples are imported, tagged, linked, undone, redone and found again by keyboard alone', async ({
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await mainJob(app, (text) => app.page.evaluate((words) => navigator.clipboard.writeText(words), text))
})

test.describe('a dialog over an open article', () => {
  test.use({ sample: 'bare' })

  test('gives the focus back before another key can fall', async ({ app }) => {
    const { page } = app
    await libraryOf(page).open(islamabad.headline)
    await page.keyboard.press('F7')
    await page.keyboard.press('?')
    const { dialog } = dialogOf(page, 'Keys')
    await expect(dialog).toBeVisible()
    // A key comes as a task of its own; whoever has the focus at the end of this task gets it.
    const focused = await dialog.evaluate(async (element) => {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
      element.dispatchEvent(key)
      for (let turn = 0; turn < 100; turn++) await Promise.resolve()
      return document.activeElement?.getAttribute('aria-label') ?? null
    })
    expect(focused).toBe(islamabad.headline)
  })
})
