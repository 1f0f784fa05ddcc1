/** The report: on the screen, as HTML and as Markdown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright/test'
import { type App, expect, test } from './harness/app.ts'
import { axeFindings } from './harness/axe.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { reportOf } from './pages/report.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { passages, stockCase } from './pages/stock.ts'
import { viewsOf } from './pages/views.ts'

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
  const { articles, frame, paper, holds, save } = reportOf(page)
  await expect(paper.getByRole('heading', { name: coats.headline }).first()).toBeVisible()
  // No script, form or window in it; printing it still works, by key.
  await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin allow-modals')
  // A browser without windows does not print: what is shown is that the frame's own is asked to.
  await frame.evaluate((element: HTMLIFrameElement) => {
    if (element.contentWindow !== null)
      element.contentWindow.print = () => element.setAttribute('data-printed', '')
  })
  await page.keyboard.press('Control+p')
  await expect(frame).toHaveAttribute('data-printed')
  await expect(holds).toHaveText('3 articles')
  await articles.only.check()
  await expect(page.getByText('No article is ticked')).toBeVisible()
  await articles.line(/Islamabad fends off/).click()
  await expect(holds).toHaveText('1 of 3 articles')
  await expect(paper.getByRole('heading', { name: islamabad.headline }).first()).toBeVisible()
  await expect(paper.getByRole('heading', { name: trickles.headline })).toHaveCount(0)
  const path = await saved(page, app.folder, () => save.click())
  const html = readFileSync(path, 'utf8')
  expect(html).toContain('suspect militants from the Haqqani network')
  // The words at the far end of a link are told, its article is not.
  expect(html).toContain(passages.officers.quote)
  expect(html).not.toContain('snubbed his Pakistani counterpart')

  await articles.all.check()
  await expect(paper.getByText(passages.attack.quote).first()).toBeVisible()
  await frameOf(page).undoAll()
  await expect(page.getByText('This case has no articles yet')).toBeVisible()
})

test.describe('of chosen threads', () => {
  /** Which of the passages a saved report quotes, and the ways in it that lead nowhere. */
  async function contentOf(browser: Browser, path: string) {
    // A context of its own: in that of the app any request but its own is a fault.
    const context = await browser.newContext()
    const report = await context.newPage()
    await report.goto(pathToFileURL(path).href)
    const quotes = await report.getByRole('blockquote').allTextContents()
    const text = (await report.locator('body').textContent()) ?? ''
    const dead = await report.locator('a[href^="#"]').evaluateAll((anchors) =>
      anchors.flatMap((anchor) => {
        const id = decodeURIComponent(anchor.getAttribute('href')?.slice(1) ?? '')
        return document.getElementById(id) === null ? [id] : []
      }),
    )
    await context.close()
    return { told: names.filter((name) => quotes.includes(passages[name].quote)), dead, text }
  }

  test('by key: the report has their statements with their words, and nothing else', async ({
    app,
    browser,
  }) => {
    const { page } = app
    await stock(app)
    await page.keyboard.press('Alt+3')
    const { threads, paper, holds } = reportOf(page)
    await expect(paper.getByText('4 threads · 3 articles')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(threads.all).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(threads.only).toBeChecked()
    await expect(page.getByText('No thread is ticked')).toBeVisible()
    // What is not ticked is not saved either.
    await page.keyboard.press('Control+e')
    await expect(frameOf(page).notice).toContainText('Tick the threads that the report is to be of.')
    await page.keyboard.press('Tab')
    await expect(threads.find).toBeFocused()
    await page.keyboard.insertText('tougher')
    await expect(threads.lines).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await expect(threads.list).toBeFocused()
    await page.keyboard.press('Space')
    await expect(threads.ticked).toHaveCount(1)
    await expect(holds).toHaveText('1 of 4 threads, 2 of 3 articles')
    await expect(paper.getByText('1 of 4 threads · 2 of 3 articles')).toBeVisible()
    await expect(paper.getByText(passages.attack.quote)).toHaveCount(0)

    const path = await saved(page, app.folder, () => page.keyboard.press('Control+e'))
    const { told, dead, text } = await contentOf(browser, path)
    expect(told).toEqual(['noLinks', 'tougher'])
    expect(dead).toEqual([])
    expect(text).toMatch(/\d+ paragraphs without a passage of this report not shown/)
    const markdown = await saved(page, app.folder, () => page.keyboard.press('Control+Shift+e'))
    const plain = readFileSync(markdown, 'utf8')
    expect(names.filter((name) => plain.includes(passages[name].quote))).toEqual(['noLinks', 'tougher'])
    expect(plain).toContain('1 of 4 threads, 2 of 3 articles')

    // The words narrow the list, not what is ticked; all that is listed is ticked at once.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Escape')
    await expect(threads.lines).toHaveCount(4)
    await expect(threads.ticked).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+a')
    await expect(threads.ticked).toHaveCount(4)
    await expect(holds).toHaveText('4 threads, 3 articles')
    await page.keyboard.press('Control+a')
    await expect(threads.ticked).toHaveCount(0)
  })

  test('with the mouse, in ticked articles only; the text may be whole', async ({ app, browser }) => {
    const { page } = app
    await stock(app)
    await frameOf(page).view('Report').click()
    const { threads, articles, wholeText, paper, holds, save } = reportOf(page)
    await expect(wholeText).toBeChecked()
    await threads.only.click()
    await expect(wholeText).not.toBeChecked()
    await threads.line(/tougher/).click()
    await threads.line(/rocket attack/).click()
    await expect(holds).toHaveText('2 of 4 threads, 3 articles')
    await articles.only.click()
    await expect(articles.lines).toHaveCount(3)
    await articles.line(/Islamabad fends off/).click()
    await expect(holds).toHaveText('2 of 4 threads, 1 of 3 articles')
    await expect(paper.getByText('2 of 4 threads · 1 of 3 articles')).toBeVisible()
    await expect(paper.getByText('stands in articles that are not in this report').first()).toBeVisible()
    const part = await contentOf(browser, await saved(page, app.folder, () => save.click()))
    expect(part.dead).toEqual([])
    // The far ends are named with their words, and said not to be in it.
    expect(part.told).toEqual(['noLinks', 'attack', 'tougher', 'officers'])
    expect(part.text).toContain('(not in this report)')
    await wholeText.check()
    await expect(paper.getByText('without a passage of this report')).toHaveCount(0)
    await threads.tickNone.click()
    await expect(page.getByText('No thread is ticked')).toBeVisible()
    await expect(articles.list).toHaveCount(0)
    await threads.all.click()
    await expect(paper.getByRole('heading', { name: islamabad.headline }).first()).toBeVisible()
  })

  test('a ticked thread is followed as links come and go, and left out when it is gone', async ({ app }) => {
    const { page } = app
    await stock(app)
    await page.keyboard.press('Alt+3')
    const { threads, holds, paper } = reportOf(page)
    await threads.only.check()
    await threads.line(/rocket attack/).click()
    await expect(holds).toHaveText('1 of 4 threads, 2 of 3 articles')
    // Undo and redo show the place in the text, once they are done.
    const shown = expect(frameOf(page).view('Read'))
    const step = async (key: string, said: RegExp) => {
      await page.keyboard.press(key)
      await expect(page.getByText(said)).toBeVisible()
      await shown.toHaveAttribute('aria-current', 'page')
    }
    // The link goes: what was ticked are two threads now.
    await step('Control+z', /^Undone: Link: same event.*Back \(Backspace\) leads to the report\.$/)
    await page.keyboard.press('Backspace')
    await expect(frameOf(page).view('Report')).toHaveAttribute('aria-current', 'page')
    await expect(holds).toHaveText('2 of 5 threads, 2 of 3 articles')
    await expect(paper.getByText('2 of 5 threads · 2 of 3 articles')).toBeVisible()
    // Then the other link, and the passage in the third article.
    await step('Control+z', /^Undone: Link: denies/)
    await step('Control+z', /^Undone: Tag/)
    await page.keyboard.press('Alt+3')
    await expect(holds).toHaveText('1 of 5 threads, 1 of 3 articles')
    await step('Control+Shift+z', /^Redone: Tag/)
    await step('Control+Shift+z', /^Redone: Link: denies/)
    await step('Control+Shift+z', /^Redone: Link: same event/)
    await page.keyboard.press('Alt+3')
    await expect(holds).toHaveText('1 of 4 threads, 2 of 3 articles')
    await expect(paper.getByText('1 of 4 threads · 2 of 3 articles')).toBeVisible()
  })

  test('one key leads from the ledger to the report on its thread, and one back', async ({ app }) => {
    const { page } = app
    await stock(app)
    const views = viewsOf(page)
    const { threads, holds, paper } = reportOf(page)
    await page.keyboard.press('Alt+4')
    await views.walkTo('Threads', 'tougher')
    await page.keyboard.press('Shift+R')
    await expect(holds).toHaveText('1 of 4 threads, 2 of 3 articles')
    await expect(threads.list).toBeFocused()
    await expect(threads.ticked).toHaveText(/tougher/)
    await expect(paper.getByText('1 of 4 threads · 2 of 3 articles')).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(views.threads).toBeFocused()
    await expect(views.chosenRow('Threads')).toContainText('tougher')
    // With the mouse, from the thread beside the table; the palette has it too.
    await views.row('Threads', 'rocket attack').click()
    await views.pane.getByRole('button', { name: 'Report' }).click()
    await expect(threads.ticked).toHaveText(/rocket attack/)
    await frameOf(page).back.click()
    await page.keyboard.press('Control+k')
    await pickerOf(page).pickByKey('Report on this thread', /Report on this thread/)
    await expect(threads.ticked).toHaveText(/rocket attack/)
  })

  test('axe finds nothing to mend in the choice and in the report, in light and in dark', async ({
    app,
    browser,
  }) => {
    const { page } = app
    await stock(app)
    await page.keyboard.press('Alt+3')
    const { threads, articles, frame, save } = reportOf(page)
    await threads.only.check()
    await threads.line(/tougher/).click()
    await articles.only.check()
    await articles.tickAll.click()
    await expect(frame).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Control+Shift+l')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await axeFindings(page, '.report', ['color-contrast'])).toEqual([])
    const path = await saved(page, app.folder, () => save.click())
    const context = await browser.newContext()
    const report = await context.newPage()
    await report.goto(pathToFileURL(path).href)
    expect(await axeFindings(report)).toEqual([])
    await context.close()
  })
})
