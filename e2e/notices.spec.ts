/** Messages and the list of an import: over nothing that is worked at, and gone once they are read and their act is past. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { islamabad } from './pages/samples.ts'

test.use({ sample: 'bare' })

test('messages stand in the bar at the foot, with the list of articles and without it, and move nothing of the view', async ({
  app,
}) => {
  const { page } = app
  const { foot, notice } = frameOf(page)
  const main = page.getByRole('main')
  await libraryOf(page).openByKey(islamabad.headline)
  const view = await boxOf(main)
  await say(page)
  for (const list of ['Hide the articles', 'Show the articles']) {
    // A second line of words is seen over the last of the view.
    const [words, bar] = [await boxOf(notice), await boxOf(foot)]
    expect(words.bottom).toBeLessThanOrEqual(bar.bottom)
    expect(words.top).toBeGreaterThan(bar.top - 20)
    expect(await boxOf(main)).toEqual(view)
    await page.getByRole('button', { name: list }).click()
  }
})

test('in a narrow window a message has a line to itself, and lies over nothing', async ({ app }) => {
  const { page } = app
  const { foot, notice } = frameOf(page)
  await page.setViewportSize({ width: 700, height: 800 })
  await libraryOf(page).openByKey(islamabad.headline)
  await say(page)
  for (const list of ['Hide the articles', 'Show the articles']) {
    await expectIn(notice, foot)
    await expectOver(page.getByRole('main'), foot)
    await page.getByRole('button', { name: list }).click()
  }
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
})

/** Has the app refuse something in words. */
async function say(page: Page) {
  await page.keyboard.press('F7')
  await page.keyboard.press('c')
  await expect(frameOf(page).notice).toContainText('Select the words first')
}

test('the list of an import folds to a line at the foot when somebody works in the view, and is unfolded there', async ({
  app,
}) => {
  const { page, folder } = app
  const { foot, importPanel, importFiles, outcomes } = frameOf(page)
  const [reader, margin] = [readerOf(page), marginOf(page)]
  const path = join(folder, 'empty.txt')
  writeFileSync(path, '')
  await libraryOf(page).openByKey(islamabad.headline)
  await importFiles(path)
  await expect(outcomes).toHaveCount(1)
  await expectOver(importPanel, foot)
  await reader.selectByDragging('no links to the group')
  await expect(outcomes).toHaveCount(0)
  await expectIn(importPanel, foot)
  await expect(importPanel.getByRole('status')).toHaveText(/1 refused$/)
  await reader.toolbar.getByRole('button', { name: /^Claim/ }).click()
  await expect(margin.speaker).toBeFocused()

  // What comes while a card is open is told in the line.
  await importFiles([path, path])
  await expect(importPanel.getByRole('status')).toHaveText(/2 refused$/)
  await expect(outcomes).toHaveCount(0)
  await importPanel.getByRole('button', { name: 'Show the list' }).click()
  await expect(outcomes).toHaveCount(2)
  await margin.chosen.getByRole('button', { name: /^Done/ }).click()
  await expect(outcomes).toHaveCount(0)
  // And what comes after it is shown again.
  await importFiles([path, path])
  await expect(outcomes).toHaveCount(2)
})

/** The whole of the one lies in the other. */
async function expectIn(inner: Locator, outer: Locator) {
  const [a, b] = [await boxOf(inner), await boxOf(outer)]
  expect(a.top).toBeGreaterThanOrEqual(b.top)
  expect(a.bottom).toBeLessThanOrEqual(b.bottom)
}

/** The one ends where the other begins, or before. */
async function expectOver(upper: Locator, lower: Locator) {
  expect((await boxOf(upper)).bottom).toBeLessThanOrEqual((await boxOf(lower)).top + 0.5)
}

const boxOf = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })

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
