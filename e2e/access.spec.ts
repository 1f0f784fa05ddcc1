/** Axe finds nothing to mend on any screen or dialog, in light and in dark. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { axeFindings } from './harness/axe.ts'
import { compareOf } from './pages/compare.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { port, tagPort } from './pages/intake.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { relatedOf } from './pages/related.ts'
import { reportOf } from './pages/report.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { passages, stockCase } from './pages/stock.ts'

// Axe looks at every element; a busy machine takes its time over that.
test.describe.configure({ timeout: 120_000 })

/** What depends on the theme. */
const colours = ['color-contrast', 'link-in-text-block']

/** Checks what is on the screen: all in light, the colours in dark too. */
async function check(page: Page, screen: string, part = 'body'): Promise<void> {
  for (const [theme, rules] of [
    ['dark', colours],
    ['light', null],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    // Whoever wants no motion sees a colour change at once, not from parent to child.
    expect.soft(await page.evaluate(() => document.getAnimations().length), `${screen}, ${theme}`).toBe(0)
    expect.soft(await axeFindings(page, part, rules), `${screen}, ${theme}`).toEqual([])
  }
}

test('the empty case', async ({ app }) => {
  await expect(app.page.getByText('This case has no articles yet')).toBeVisible()
  await check(app.page, 'the empty case')
})

test('reading: an article, cards, find, search', async ({ app }) => {
  const { page } = app
  const [library, margin] = [libraryOf(page), marginOf(page)]
  await stockCase(app, ['suspicion', 'noLinks', 'attack', 'tougher'], [['noLinks', 'denies', 'tougher']])
  await library.open(islamabad.headline)
  await check(page, 'read')
  await page.keyboard.press('F7')
  await readerOf(page).selectByFinding(passages.noLinks.quote)
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(margin.links).toHaveCount(1)
  await check(page, 'a chosen card')
  await page.keyboard.press('Enter')
  await expect(margin.speaker).toBeFocused()
  await check(page, 'an open card')
  await margin.backToText()
  await page.keyboard.press('Shift+b')
  await page.keyboard.press('Control+f')
  await check(page, 'find and shown furniture')
  await page.keyboard.press('Escape')
  await library.search.fill('Haqqani')
  await expect(library.count).toHaveText('2 articles found')
  await check(page, 'search')
})

test('comparing and the report', async ({ app }) => {
  const { page } = app
  const frame = frameOf(page)
  await stockCase(app, ['noLinks', 'tougher'], [['noLinks', 'denies', 'tougher']])
  await libraryOf(page).open(islamabad.headline)
  await frame.view('Compare').click()
  await page.keyboard.press('F7')
  await check(page, 'compare with one column')
  await compareOf(page).addByKey(coats.headline)
  await check(page, 'compare')
  await frame.view('Report').click()
  await expect(page.locator('iframe[title="The report"]')).toBeVisible()
  await reportOf(page).articles.only.check()
  await check(page, 'report')
})

test.describe('over an open article of the samples', () => {
  // The case is made before the window opens: one start less than by way of the command line.
  test.use({ sample: 'bare' })

  test('the dialogs of the case, and its menu', async ({ app }) => {
    await checkDialogs(app.page, [
      ['Control+h', 'History'],
      ['Control+o', 'Open a case'],
      ['Control+Alt+n', 'New case'],
      ['Control+Shift+k', 'Check of the case'],
    ])
    await app.page.getByRole('button', { name: 'Test case' }).click()
    await expect(app.page.getByRole('menu')).toBeVisible()
    await check(app.page, 'the menu of the case', '[role=menu]')
  })

  test('the dialogs of the article, the palette and the keys', async ({ app }) => {
    await checkDialogs(app.page, [
      ['Control+k', 'Search or do anything'],
      ['?', 'Keys'],
      ['Control+Shift+v', 'Import pasted text'],
      ['m', 'Correct metadata'],
      ['Shift+c', 'Add an article to compare'],
    ])
  })
})

/** Opens each dialog by its key, over an article, and checks it. */
async function checkDialogs(page: Page, dialogs: readonly (readonly [string, string])[]): Promise<void> {
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('F7')
  for (const [key, name] of dialogs) {
    await page.keyboard.press(key)
    const { dialog, close } = dialogOf(page, name)
    await expect(dialog).toBeVisible()
    await check(page, name, '[role=dialog]')
    await close()
  }
}

test('what comes in again, its review, and the editing mode', async ({ app }) => {
  const { page, folder } = app
  const frame = frameOf(page)
  await tagPort(app)
  const path = join(folder, 'later.html')
  writeFileSync(path, port.later)
  await frame.importFiles(path)
  const add = frame.importPanel.getByRole('button', { name: 'Add as revision' })
  await expect(add).toBeVisible()
  await check(page, 'the import list', '.import-panel')
  await add.click()
  await expect(readerOf(page).text).toContainText('great crane')
  await frame.importPanel.getByRole('button', { name: 'Close the list' }).click()
  await check(page, 'an article with passages to review')
  await page.keyboard.press('F7')
  await page.keyboard.press('r')
  const review = dialogOf(page, 'Review passages')
  await expect(review.dialog.getByRole('region', { name: 'New words' })).toBeVisible()
  await check(page, 'the review queue', '[role=dialog]')
  await review.close()
  await page.keyboard.press('v')
  const revisions = dialogOf(page, 'Revisions')
  await check(page, 'revisions', '[role=dialog]')
  await revisions.button('Compare two revisions').click()
  await expect(page.getByRole('region', { name: 'Compared text' }).locator('ins').first()).toBeVisible()
  await page.keyboard.press('n')
  await check(page, 'two revisions', 'main')
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await revisions.button(/^1\. imported/).click()
  await expect(page.getByText('This is an older revision')).toBeVisible()
  await check(page, 'an older revision')
  await page.getByRole('button', { name: 'Back to the current text' }).click()
  await page.keyboard.press('F6')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Metadata …', exact: true }).click()
  await check(page, 'metadata of several', '[role=dialog]')
  await dialogOf(page, /^Correct metadata of/).close()
  await page.keyboard.press('F7')
  await page.keyboard.press('F2')
  await expect(page.getByRole('toolbar', { name: 'Correct the text' })).toBeVisible()
  await check(page, 'the editing mode')
})

test('the dialogs of passages', async ({ app }) => {
  const { page } = app
  const margin = marginOf(page)
  await stockCase(
    app,
    ['suspicion', 'noLinks', 'tougher', 'safeHaven'],
    [
      ['noLinks', 'denies', 'tougher'],
      ['noLinks', 'denies', 'safeHaven'],
    ],
  )
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(margin.chosen).toHaveAccessibleName(/^Denial/)
  await page.keyboard.press('g')
  await expect(dialogOf(page, 'Go to linked passage').dialog).toBeVisible()
  await check(page, 'which partner', '[role=dialog]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  const picker = pickerOf(page)
  await expect(picker.options).not.toHaveCount(0)
  await check(page, 'which passage', '[role=dialog]')
  await picker.pickByKey('suspect militants', /suspect militants/)
  await expect(picker.active).toHaveText(/^denies/)
  await check(page, 'which relation', '[role=dialog]')
  await page.keyboard.press('Escape')
  await expect(picker.active).toHaveText(/suspect militants/)
  await picker.close()
})

test('what two columns both say, what only one says, and linking a pair', async ({ app }) => {
  const { page } = app
  await stockCase(app, ['noLinks', 'officers'])
  const [compare, related] = [compareOf(page), relatedOf(page)]
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(trickles.headline)
  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^1 of/)
  await check(page, 'related passages', 'main')
  await page.keyboard.press('Shift+l')
  await expect(dialogOf(page, 'Tag these two passages and link them').dialog).toBeVisible()
  await check(page, 'linking a pair', '[role=dialog]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect(related.tab(/^Only one says/)).toHaveAttribute('aria-pressed', 'true')
  await check(page, 'what only one says', 'main')
})
