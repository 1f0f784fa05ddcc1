/** The page when its host goes and comes back. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { importSamples } from './harness/app.ts'
import { startShell } from './harness/program.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { islamabad } from './pages/samples.ts'
import { passages } from './pages/stock.ts'

// Without the fixture of the other tests: a host that is gone does show in the console.
test('a page whose host is gone says so and what to do, keeps the text, and loses nothing', async ({
  page,
}) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gainsay-e2e-')))
  const profile = join(folder, 'profile')
  const casePath = join(folder, 'Samples.gainsay')
  await importSamples(profile, casePath)
  let shell = await startShell(profile, casePath)
  try {
    const { port } = new URL(shell.address)
    await page.goto(shell.address)
    const [frame, reader] = [frameOf(page), readerOf(page)]
    await libraryOf(page).open(islamabad.headline)
    await page.keyboard.press('F7')
    await reader.selectByFinding(passages.noLinks.quote)
    await marginOf(page).tagByKey('d')
    await marginOf(page).backToText()
    await shell.kill()
    await expect(frame.lost).toContainText('start Gainsay again')
    await expect(frame.foot).toContainText('not connected')
    await reader.selectByFinding(passages.attack.quote)
    await page.keyboard.press('e')
    await expect(frame.notice).toContainText('cannot be reached')
    await reader.expectPassages('event', [])
    await reader.bringIntoView(passages.noLinks.quote)
    await reader.expectPassages('denial', [passages.noLinks.quote])

    // Another run has another launch token: the old page is not let in, and goes on saying what to do.
    shell = await startShell(profile, casePath, Number(port))
    await expect(frame.lost).toContainText('start Gainsay again')
    await page.goto(shell.address)
    await libraryOf(page).open(islamabad.headline)
    await reader.bringIntoView(passages.noLinks.quote)
    await reader.expectPassages('denial', [passages.noLinks.quote])
    await page.keyboard.press('Control+Shift+k')
    await expect(dialogOf(page).dialog).toContainText('Everything is in order.')
  } finally {
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
