/** The report: on the screen, as HTML and as Markdown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { type App, expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { passages, stockCase } from './pages/stock.ts'

const names = ['suspicion', 'noLinks', 'attack', 'tougher', 'sanctuaries', 'officers'] as const
const stock = (app: App) =>
  stockCase(app, names, [
    ['noLinks', 'denies', 'tougher'],
    ['attack', 'same event', 'officers'],
  ])

async function saved(page: Page, folder: string, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('the saved HTML has every passage with its quote and links, and neither script nor request', async ({
  app,
  browser,
}) => {
  const { page } = app
  await stock(app)
  const path = await saved(page, app.folder, () => page.keyboard.press('Control+e'))
  expect(path).toMatch(/\.html$/)
  await expect(frameOf(page).notice).toContainText('Saved the report as')

  const context = await browser.newContext({ javaScriptEnabled: true })
  const report = await context.newPage()
  const requests: string[] = []
  const said: string[] = []
  report.on('request', (request) => requests.push(request.url()))
  report.on('console', (message) => said.push(message.text()))
  await report.goto(pathToFileURL(path).href)
  expect(requests).toEqual([pathToFileURL(path).href])
  expect(said).toEqual([])
  expect(await report.locator('script, link[rel=stylesheet], img, iframe, object').count()).toBe(0)
  for (const { headline } of [islamabad, coats, trickles]) {
    await expect(report.getByRole('heading', { name: headline }).first()).toBeVisible()
  }
  const text = report.locator('body')
  for (const name of names) await expect(text).toContainText(passages[name].quote)
  await expect(text).toContainText(islamabad.file)
  await expect(text).toContainText(/[0-9a-f]{64}/)
  await expect(text).toContainText('liaison officers, not trainers')
  // Every place the report points to is in it.
  const dead = await report.locator('a[href^="#"]').evaluateAll((anchors) =>
    anchors.flatMap((anchor) => {
      const id = decodeURIComponent(anchor.getAttribute('href')?.slice(1) ?? '')
      return document.getElementById(id) === null ? [id] : []
    }),
  )
  expect(dead).toEqual([])
  await context.close()
})

test('axe finds nothing to mend in the saved HTML, in light and in dark', async ({ app, browser }) => {
  await stock(app)
  const path = await saved(app.page, app.folder, () => app.page.keyboard.press('Control+e'))
  const context = await browser.newContext()
  const report = await context.newPage()
  await report.goto(pathToFileURL(path).href)
  const light = await new AxeBuilder({ page: report }).analyze()
  expect(light.violations).toEqual([])
  await report.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page: report })
    .withRules(['color-contrast', 'link-in-text-block'])
    .analyze()
  expect(dark.violations).toEqual([])
  await context.close()
})

test('the saved Markdown has every quote', async ({ app }) => {
  const { page } = app
  await stock(app)
  const path = await saved(page, app.folder, () => page.keyboard.press('Control+Shift+e'))
  expect(path).toMatch(/\.md$/)
  const text = readFileSync(path, 'utf8')
  for (const name of names) expect(text).toContain(passages[name].quote)
  expect(text).toMatch(/[0-9a-f]{64}/)
})

test('the report view shows the report of all articles or of those ticked, and follows a change', async ({
  app,
}) => {
  const { page } = app
  await stock(app)
  await page.keyboard.press('Alt+3')
  const report = page.frameLocator('iframe[title="The report"]')
  await expect(report.getByRole('heading', { name: coats.headline }).first()).toBeVisible()
  // No script, form or window in it; printing it still works, by key.
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-same-origin allow-modals')
  // A browser without windows does not print: what is shown is that the frame's own is asked to.
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    if (frame.contentWindow !== null) frame.contentWindow.print = () => frame.setAttribute('data-printed', '')
  })
  await page.keyboard.press('Control+p')
  await expect(page.locator('iframe')).toHaveAttribute('data-printed')
  await page.getByLabel('Only those ticked').check()
  await page.getByRole('checkbox', { name: /holding back/ }).uncheck()
  await page.getByRole('checkbox', { name: /trickles back/ }).uncheck()
  await expect(report.getByRole('heading', { name: trickles.headline })).toHaveCount(0)
  await expect(report.getByRole('heading', { name: islamabad.headline }).first()).toBeVisible()
  const path = await saved(page, app.folder, () => page.getByRole('button', { name: 'Save HTML' }).click())
  const html = readFileSync(path, 'utf8')
  expect(html).toContain('suspect militants from the Haqqani network')
  // The words at the far end of a link are told, its article is not.
  expect(html).toContain(passages.officers.quote)
  expect(html).not.toContain('snubbed his Pakistani counterpart')

  await page.getByRole('radio', { name: 'All articles' }).check()
  await expect(report.getByText(passages.attack.quote).first()).toBeVisible()
  await frameOf(page).undoAll()
  await expect(page.getByText('This case has no articles yet')).toBeVisible()
})
