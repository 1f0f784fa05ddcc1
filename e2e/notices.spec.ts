/** Messages at the foot: beside what lies there, and gone once they are read and their act is past. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { islamabad } from './pages/samples.ts'

test.use({ sample: 'bare' })

test('a refusal leaves the import list to be seen and stays while it is read, but not into another view', async ({
  app,
}) => {
  const { page, folder } = app
  const { importPanel, notice, outcomes, view } = frameOf(page)
  const path = join(folder, 'empty.txt')
  writeFileSync(path, '')
  await libraryOf(page).openByKey(islamabad.headline)
  await frameOf(page).importFiles(path)
  await expect(outcomes).toHaveCount(1)
  await page.keyboard.press('F7')
  await page.keyboard.press('c')
  await expect(notice).toContainText('Select the words first')
  const [words, list] = [await notice.boundingBox(), await importPanel.boundingBox()]
  if (words === null || list === null) throw new Error('The message or the list is not on the screen.')
  expect(words.x + words.width).toBeLessThanOrEqual(list.x)

  await view('Ledger').click()
  await expect(view('Ledger')).toHaveAttribute('aria-current', 'page')
  await expect(notice).toBeVisible()
  // Whoever is still at it has all the time they want.
  await notice.hover()
  await notice.getByText('Select the words first').click()
  await expect(notice).toBeVisible()
  await view('Ledger').hover()
  await expect(notice).toBeHidden()
})
