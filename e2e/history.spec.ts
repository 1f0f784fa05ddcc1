/** Undo and redo everywhere, two windows on one case, and what survives a power cut. */
import { expect, test } from './harness/app.ts'
import { reopen } from './pages/caseState.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'
import { passages, stockCase } from './pages/stock.ts'

test('undo goes back over two articles and a restart, and shows where; redo goes forward again', async ({
  app,
}) => {
  const { page } = app
  const [frame, library, reader, margin] = [frameOf(page), libraryOf(page), readerOf(page), marginOf(page)]
  await stockCase(app, [])
  for (const { headline, words } of [
    { headline: islamabad.headline, words: passages.noLinks.quote },
    { headline: coats.headline, words: passages.sanctuaries.quote },
  ]) {
    await library.openByKey(headline)
    await page.keyboard.press('F7')
    await reader.selectByFinding(words)
    await margin.tagByKey('d')
    await margin.backToText()
  }
  await frame.expectHolds({ articles: 3, denials: 2 })
  await reopen(app)
  await library.openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+z')
  await expect(reader.heading).toHaveText(coats.headline)
  await frame.expectHolds({ articles: 3, denials: 1 })
  await page.keyboard.press('Control+z')
  await expect(reader.heading).toHaveText(islamabad.headline)
  await frame.expectHolds({ articles: 3 })
  await reopen(app)
  await page.keyboard.press('Control+y')
  await reader.expectPassages('denial', [passages.noLinks.quote])
  await page.keyboard.press('Control+Shift+z')
  await expect(reader.heading).toHaveText(coats.headline)
  await reader.expectPassages('denial', [passages.sanctuaries.quote])
})

test('the history lists every step and goes to any of them', async ({ app }) => {
  const { page } = app
  const frame = frameOf(page)
  await stockCase(app, ['noLinks', 'tougher'], [['noLinks', 'denies', 'tougher']])
  const history = dialogOf(page, 'History')
  const steps = history.dialog.getByRole('listitem').getByRole('button')
  const open = async () => {
    await page.keyboard.press('Control+h')
    await expect(steps).toHaveCount(7)
  }
  await open()
  await expect(steps.first()).toBeFocused()
  await expect(steps.first()).toHaveAttribute('aria-current', 'step')
  await steps.filter({ hasText: 'The start' }).click()
  await expect(steps.last()).toHaveAttribute('aria-current', 'step')
  await history.close()
  await frame.expectHolds({})

  await open()
  await expect(steps.last()).toBeFocused()
  await steps.nth(1).click()
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step')
  await history.close()
  await frame.expectHolds({ articles: 3, claims: 1, denials: 1 })

  await open()
  await expect(steps.nth(1)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(steps.first()).toHaveAttribute('aria-current', 'step')
  await history.close()
  await frame.expectHolds({ articles: 3, claims: 1, denials: 1, links: 1 })
})

test('two windows on one case follow each other', async ({ app, context }) => {
  const first = app.page
  await stockCase(app, [])
  const second = await context.newPage()
  await second.goto(`${app.url()}/`)
  await libraryOf(second).open(islamabad.headline)
  await libraryOf(first).open(islamabad.headline)
  await first.keyboard.press('F7')
  await readerOf(first).selectByFinding(passages.noLinks.quote)
  await marginOf(first).tagByKey('d')
  await readerOf(second).bringIntoView(passages.noLinks.quote)
  await readerOf(second).expectPassages('denial', [passages.noLinks.quote])
  await first.keyboard.press('Control+a')
  await first.keyboard.insertText('The Foreign Office')
  await first.keyboard.press('Tab')
  await expect(marginOf(second).card(/^Denial by The Foreign Office/)).toBeVisible()
  await second.keyboard.press('F7')
  await second.keyboard.press('Control+z')
  await expect(marginOf(first).card(/^Denial by Pakistan/)).toBeVisible()
  await second.keyboard.press('Control+z')
  await readerOf(first).expectPassages('denial', [])
  await frameOf(first).expectHolds({ articles: 3 })
  await frameOf(second).expectHolds({ articles: 3 })
})

test('the command line is told that the case is open, and nothing is harmed', async ({ app }) => {
  const { page } = app
  await stockCase(app, ['noLinks'])
  const refused = await app.cli('import', islamabad.path, '--case', app.casePath)
  expect(refused.status).toBe(1)
  expect(refused.stdout).toBe('')
  expect(refused.stderr.trim()).toMatch(/^[^\n]*open[^\n]*\.$/)
  await frameOf(page).expectHolds({ articles: 3, denials: 1 })
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('Control+z')
  await frameOf(page).expectHolds({ articles: 3 })
})

test('what was on the screen when the power went is there when the case is opened again', async ({ app }) => {
  const { page } = app
  const [library, reader, margin] = [libraryOf(page), readerOf(page), marginOf(page)]
  await stockCase(app, [])
  await library.openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await reader.selectByFinding(passages.noLinks.quote)
  await margin.tagByKey('d')
  await reader.expectPassages('denial', [passages.noLinks.quote])
  await app.kill()
  await reopen(app)
  await library.openByKey(islamabad.headline)
  await reader.bringIntoView(passages.noLinks.quote)
  await reader.expectPassages('denial', [passages.noLinks.quote])
  await page.keyboard.press('Control+Shift+k')
  await expect(page.getByRole('dialog')).toContainText('Everything is in order.')
})
