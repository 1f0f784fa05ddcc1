/** The list of articles: search, filter, order, and many of them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect, test } from './harness/app.ts'
import { askCli, reopen } from './pages/caseState.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { passages } from './pages/stock.ts'

test.describe('of the sample case', () => {
  test.use({ sample: 'bare' })

  test('search finds words in texts, shows them, and says when there are none', async ({ app }) => {
    const { page } = app
    const library = libraryOf(page)
    await expect(library.rows).toHaveCount(3)
    await page.keyboard.press('/')
    await expect(library.search).toBeFocused()
    await page.keyboard.type('Haqqani')
    await expect(library.count).toHaveText('2 articles found')
    await expect(library.row(/Islamabad fends off/)).toContainText('Haqqani')
    await page.keyboard.press('Enter')
    await expect(library.list).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(readerOf(page).text).toBeVisible()
    await page.keyboard.press('Control+Shift+f')
    await expect(library.search).toBeFocused()
    await page.keyboard.type('zebra')
    await expect(page.getByText('Nothing found')).toBeVisible()
    await page.getByRole('button', { name: 'Show all articles' }).click()
    await expect(library.count).toHaveText('3 articles')
    await library.search.fill('"no proof" (*')
    await expect(library.count).toHaveText(/found/)
    await library.search.focus()
    await page.keyboard.press('Escape')
    await expect(library.count).toHaveText('3 articles')
  })

  test('articles are filtered by publisher and put in order', async ({ app }) => {
    const library = libraryOf(app.page)
    await expect(library.headlines).toHaveText([trickles.headline, coats.headline, islamabad.headline])
    await library.filterBy(/^Reuters/)
    await expect(library.headlines).toHaveText([trickles.headline, islamabad.headline])
    await library.filterBy(/^No publisher/)
    await expect(library.headlines).toHaveText([coats.headline])
    await library.filterBy('All publishers')
    await library.orderBy('Headline')
    await expect(library.headlines).toHaveText([islamabad.headline, coats.headline, trickles.headline])
    await library.orderBy('Z to A')
    await expect(library.headlines).toHaveText([trickles.headline, coats.headline, islamabad.headline])
    await library.orderBy('Date published')
    await expect(library.headlines.first()).toHaveText(trickles.headline)
    await library.orderBy('Oldest first')
    await expect(library.headlines.first()).not.toHaveText(trickles.headline)
  })

  test('several articles are chosen with the mouse alone, and what was open stays open', async ({ app }) => {
    const { page } = app
    const library = libraryOf(page)
    await library.open(islamabad.headline)
    const bar = library.chosenBar
    await library.tick(coats.headline)
    await library.tick(trickles.headline)
    await expect(bar.getByRole('status')).toHaveText('2 chosen')
    await expect(readerOf(page).heading).toHaveText(islamabad.headline)
    await library.tick(coats.headline)
    await expect(bar.getByRole('status')).toHaveText('1 chosen')
    await bar.getByRole('button', { name: 'Choose all 3' }).click()
    await expect(bar.getByRole('status')).toHaveText('3 chosen')
    await bar.getByRole('button', { name: 'Metadata …' }).click()
    const { dialog } = dialogOf(page, 'Correct metadata of 3 articles')
    await dialog.getByLabel('Publisher', { exact: true }).fill('The Wire')
    // Saved by a click from inside the field: its reading must not come under it only now and move the button.
    await dialog.getByLabel('Published', { exact: true }).fill('March 2019')
    await dialog.getByRole('button', { name: 'Save' }).click()
    for (const row of await library.rows.all()) await expect(row).toContainText('The Wire · March 2019')
    await bar.getByRole('button', { name: 'Choose none' }).click()
    await expect(bar).toBeHidden()
  })

  test('the articles of a case are listed and read while its records still come; a tag given meanwhile waits for them', async ({
    app,
  }) => {
    const { page } = app
    const library = libraryOf(page)
    let release = () => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    await page.routeWebSocket(/\/socket$/, (window) => {
      const host = window.connectToServer()
      const held = new Set<unknown>()
      window.onMessage((message) => {
        const { id, method } = JSON.parse(String(message))
        if (method === 'case.records') held.add(id)
        host.send(message)
      })
      host.onMessage(async (message) => {
        if (held.has(JSON.parse(String(message)).id)) await released
        window.send(message)
      })
    })
    await page.reload()
    const [reader, frame] = [readerOf(page), frameOf(page)]
    await library.row(coats.headline).click()
    await expect(reader.heading).toHaveText(coats.headline)
    await expect(frame.foot).toContainText('passages are being read')
    await page.keyboard.press('Alt+4')
    await expect(page.getByText('Opening the case …')).toBeVisible()
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('F7')
    await reader.selectByFinding(passages.tougher.quote)
    await page.keyboard.press('c')
    await page.keyboard.press('?')
    await expect(dialogOf(page).dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(reader.marks()).toHaveCount(0)
    release()
    await reader.expectPassages('claim', [passages.tougher.quote])
    await frame.expectHolds({ articles: 3, claims: 1 })
    await expect(frame.foot).toContainText('saved')
    await expect(library.rows).toHaveCount(3)
  })

  test('an article is removed with its passages by key and brought back by undo', async ({ app }) => {
    const { page } = app
    const [library, frame] = [libraryOf(page), frameOf(page)]
    await library.openByKey(islamabad.headline)
    await page.keyboard.press('F7')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('s')
    await marginOf(page).tagByKey('c')
    await frame.expectHolds({ articles: 3, claims: 1 })
    await marginOf(page).backToText()
    await page.keyboard.press('Control+Shift+Backspace')
    await frame.expectHolds({ articles: 2 })
    await expect(library.row(islamabad.headline)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await frame.expectHolds({ articles: 3, claims: 1 })
    await expect(library.row(islamabad.headline)).toBeVisible()
  })
})

const many = 300

/** Files of invented news, one for each number. */
function writeTexts({ folder }: App, count = many): string[] {
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    const path = join(texts, `report-${number}.txt`)
    const paragraphs = Array.from(
      { length: 6 },
      (_, at) =>
        `Paragraph ${at + 1} of report ${number}: officials said that nothing was known of it so far.`,
    )
    writeFileSync(path, [`Report ${number} on the harbour`, ...paragraphs].join('\n\n'))
    return path
  })
}

/** Opens the app anew with these files as articles, listed by headline. */
async function listTexts(app: App): Promise<void> {
  const library = libraryOf(app.page)
  await app.stop()
  await askCli(app, 'import', ...writeTexts(app))
  await reopen(app)
  await expect(library.count).toHaveText(`${many} articles`)
  await library.orderBy('Headline')
}

test('the key to the articles finds the first ones of a case as soon as the case counts them', async ({
  app,
}) => {
  const frame = frameOf(app.page)
  await expect(frame.foot).toContainText('saved')
  await frame.importFiles([islamabad.path, coats.path])
  // Asked at every frame: the key comes before the list does.
  await app.page.waitForFunction(
    () => document.querySelector('.status-counts')?.textContent.startsWith('0 articles') === false,
  )
  await app.page.keyboard.press('F6')
  await expect(libraryOf(app.page).list).toBeFocused()
})

test('when a search is cleared the list and the keys are at the article that is being read', async ({
  app,
}) => {
  const { page } = app
  const library = libraryOf(page)
  await listTexts(app)
  await page.keyboard.press('/')
  await page.keyboard.type('"report 237"')
  await expect(library.count).toHaveText('1 article found')
  await library.open('Report 237 on the harbour')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(library.count).toHaveText('300 articles')
  const row = library.row('Report 237 on the harbour')
  await expect(row).toBeInViewport()
  await page.keyboard.press('F6')
  await expect(library.list).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(library.row('Report 238 on the harbour')).toHaveAttribute('aria-selected', 'true')
})

test('300 articles are walked from end to end with only those on the screen drawn', async ({ app }) => {
  const { page } = app
  const library = libraryOf(page)
  await listTexts(app)
  await page.keyboard.press('F6')
  await expect(library.list).toBeFocused()
  await page.keyboard.press('End')
  await expect(library.row('Report 300 on the harbour')).toHaveAttribute('aria-selected', 'true')
  await expect(library.row('Report 300 on the harbour')).toBeInViewport()
  expect(await library.rows.count()).toBeLessThan(60)
  await page.keyboard.press('Home')
  await expect(library.row('Report 001 on the harbour')).toHaveAttribute('aria-selected', 'true')
  for (let down = 0; down < 20; down++) await page.keyboard.press('ArrowDown')
  await expect(library.row('Report 021 on the harbour')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(readerOf(page).heading).toHaveText('Report 021 on the harbour')
  await page.keyboard.press(']')
  await expect(readerOf(page).heading).toHaveText('Report 022 on the harbour')
  await page.keyboard.press('[')
  await expect(readerOf(page).heading).toHaveText('Report 021 on the harbour')
  await library.search.fill('report 250')
  await expect(library.row('Report 250 on the harbour')).toBeVisible()
})

test('a search begins at its best match, which is opened also where Enter was pressed before it had come', async ({
  app,
}) => {
  const { page } = app
  const library = libraryOf(page)
  const texts = [
    ['Strike in the harbour', 'The dockers stopped work on Monday, the union said.'],
    ['Weather of the week', 'It was cold on Monday. The harbour saw a strike, and then rain.'],
  ]
  for (const [at, text] of texts.entries()) {
    const path = join(app.folder, `text-${at}.txt`)
    writeFileSync(path, text.join('\n\n'))
    await frameOf(page).importFiles([path])
    await expect(library.count).toHaveText(at === 0 ? '1 article' : '2 articles')
  }
  const [strike, weather] = ['Strike in the harbour', 'Weather of the week']
  await expect(library.headlines).toHaveText([weather, strike])
  await library.open(weather)
  await page.keyboard.press('/')
  await expect(library.search).toBeFocused()
  // The first letter of a word finds nothing.
  await page.keyboard.type('strike h')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.keyboard.type('arbour')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(readerOf(page).heading).toHaveText(strike)
  await expect(library.headlines).toHaveText([strike, weather])
  await library.orderBy('Date imported')
  await expect(library.headlines).toHaveText([weather, strike])
  await library.orderBy('Best match')
  await expect(library.headlines).toHaveText([strike, weather])
})

/** More than can be read before Stop is reached. */
const endless = 4_000

test('an import of many files shows how far it is and can be stopped, and keeps what it has', async ({
  app,
}) => {
  const { page } = app
  const frame = frameOf(page)
  await frame.importFiles(writeTexts(app, endless))
  await expect(frame.importPanel.getByRole('progressbar')).toBeVisible()
  await expect(frame.importPanel.getByText(/^[1-9]\d* articles? imported/)).toBeVisible()
  await frame.importPanel.getByRole('button', { name: 'Stop' }).click()
  const summary = frame.importPanel.getByRole('status')
  await expect(summary).toHaveText(/^\d+ articles? imported, \d+ not read, as you stopped$/)
  const imported = Number(/^\d+/.exec((await summary.textContent()) ?? '')?.[0])
  expect(imported).toBeGreaterThan(0)
  expect(imported).toBeLessThan(endless)
  await frame.expectHolds({ articles: imported })
})
