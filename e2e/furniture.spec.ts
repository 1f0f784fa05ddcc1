/** What is not the article: folded, shown, restored, folded again, never lost. */
import { expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'

test.use({ sample: 'bare' })

test('furniture is folded away, and one click restores it; undo folds it again', async ({ app }) => {
  const { page } = app
  const [frame, reader] = [frameOf(page), readerOf(page)]
  await libraryOf(page).open(islamabad.headline)
  const debris = reader.folds.filter({ hasText: 'page debris' })
  const line = reader.text.getByText('0 : 0', { exact: true })
  await expect(debris).toHaveAccessibleName('15 lines folded: page debris')
  await expect(line).toBeHidden()

  await debris.getByRole('button', { name: 'Show' }).click()
  await expect(line).toBeVisible()
  await debris.getByRole('button', { name: 'Hide' }).click()
  await expect(line).toBeHidden()

  await debris.getByRole('button', { name: 'Restore' }).click()
  await expect(line).toBeVisible()
  await expect(debris).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(line).toBeHidden()
  await expect(debris).toHaveAccessibleName('15 lines folded: page debris')
  await expect(frame.redo).toBeEnabled()
})

test('by key furniture is shown, one block restored, folded away again, and all undone', async ({ app }) => {
  const { page } = app
  const reader = readerOf(page)
  await libraryOf(page).openByKey(coats.headline)
  await page.keyboard.press('F7')
  const related = reader.text.getByText('See: US general rules out military operations')
  const folds = await reader.folds.count()
  await expect(related).toBeHidden()
  await page.keyboard.press('Shift+b')
  await expect(related).toBeVisible()
  await reader.selectByFinding('See: US general rules out')
  await page.keyboard.press('b')
  await expect(frameOf(page).notice).toContainText('Restored the block.')
  await page.keyboard.press('Shift+b')
  await expect(reader.folds).toHaveCount(folds - 1)
  await expect(related).toBeVisible()

  // A paragraph of the body can be folded away as well.
  await reader.selectByFinding('aiming to boost pressure')
  await page.keyboard.press('b')
  await expect(reader.text.getByText('aiming to boost pressure')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(reader.text.getByText('aiming to boost pressure')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(related).toBeHidden()
  await expect(reader.folds).toHaveCount(folds)
})

test('the way to the top of the text opens no fold, and the key that hides furniture hides also what was opened by hand', async ({
  app,
}) => {
  const { page } = app
  const reader = readerOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  const top = reader.folds.first()
  await expect(top).toHaveAccessibleName('2 lines folded: shown in the head')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('s')
  await expect.poll(reader.selected).toMatch(/^ISLAMABAD \(Reuters\)/)
  await expect(top.getByRole('button', { name: 'Show' })).toBeVisible()

  await top.getByRole('button', { name: 'Show' }).focus()
  await page.keyboard.press('Enter')
  await expect(top.getByRole('button', { name: 'Hide' })).toBeFocused()
  await page.keyboard.press('F7')
  await page.keyboard.press('Shift+b')
  await page.keyboard.press('Shift+b')
  await expect(top.getByRole('button', { name: 'Show' })).toBeVisible()
})

test('a fold that is restored by its own button leaves the keys in the text', async ({ app }) => {
  const { page } = app
  const reader = readerOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  const debris = reader.folds.filter({ hasText: 'page debris' })
  await debris.getByRole('button', { name: 'Restore' }).focus()
  await page.keyboard.press('Enter')
  await expect(debris).toHaveCount(0)
  await expect(reader.text).toBeFocused()
})
