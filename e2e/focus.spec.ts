/** Where the keys go: a view that is opened takes them, and they never fall on nothing. */
import { expect, test } from './harness/app.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'
import { viewsOf } from './pages/views.ts'

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

const views = [
  ['Alt+2', 'Compare'],
  ['Alt+3', 'Report'],
  ['Alt+4', 'Ledger'],
  ['Alt+5', 'Timeline'],
  ['Alt+6', 'Graph'],
] as const

test('a view of an empty case takes the keys: Tab leads on to what it offers', async ({ app }) => {
  const { page } = app
  const stage = page.getByRole('main')
  for (const [key, name] of views) {
    await page.keyboard.press(key)
    await expect(frameOf(page).view(name)).toHaveAttribute('aria-current', 'page')
    await expect(stage.getByRole('region')).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await expect(stage.getByRole('button', { name: 'Import files …' })).toBeFocused()
})

test.describe('with the sample case', () => {
  test.use({ sample: 'annotated' })

  test('a view that is opened by key takes the keys, wherever they were', async ({ app }) => {
    const { page } = app
    const { threads, timeline, graph } = viewsOf(page)
    const library = libraryOf(page)
    await page.keyboard.press('F6')
    await expect(library.list).toBeFocused()
    await page.keyboard.press('Alt+4')
    await expect(threads).toBeFocused()
    await page.keyboard.press('F6')
    await page.keyboard.press('Alt+5')
    await expect(timeline).toBeFocused()
    await page.keyboard.press('F6')
    await page.keyboard.press('Alt+6')
    await expect(graph).toBeFocused()
    await page.keyboard.press('Alt+3')
    await expect(page.getByRole('main')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio', { name: 'All articles' })).toBeFocused()
    await library.openByKey(islamabad.headline)
    await page.keyboard.press('F6')
    await page.keyboard.press('Alt+1')
    await expect(readerOf(page).text).toBeFocused()
  })

  test('the keys lead out of the report as out of any view', async ({ app }) => {
    const { page } = app
    await page.keyboard.press('Alt+3')
    const frame = page.locator('iframe[title="The report"]')
    await expect(frame.contentFrame().getByRole('heading').first()).toBeVisible()
    const inFrame = () => frame.evaluate((element) => document.activeElement === element)
    while (!(await inFrame())) await page.keyboard.press('Tab')
    await page.keyboard.press('Alt+4')
    await expect(viewsOf(page).threads).toBeFocused()
  })

  test('M in the list corrects what is chosen there, not the article that is open', async ({ app }) => {
    const { page } = app
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('m')
    const several = dialogOf(page, 'Correct metadata of 2 articles')
    await expect(several.dialog).toBeVisible()
    await several.close()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Home')
    const headline = await libraryOf(page).headlines.first().textContent()
    expect(headline).not.toBe(islamabad.headline)
    await page.keyboard.press('m')
    await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue(headline ?? '')
  })

  test('what is chosen in the palette has the keys, wherever they were', async ({ app }) => {
    const { page } = app
    const palette = pickerOf(page, 'Search or do anything')
    const reader = readerOf(page)
    await libraryOf(page).openByKey(islamabad.headline)
    await expect(libraryOf(page).list).toBeFocused()
    await page.keyboard.press('Control+k')
    await palette.pickByKey('denial qamar eliminated', /Qamar Javed Bajwa/)
    await expect(reader.heading).toHaveText(coats.headline)
    await expect(reader.text).toBeFocused()
    await expect(marginOf(page).chosen).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(reader.heading).toHaveText(islamabad.headline)
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+k')
    await palette.pickByKey('trickles', /trickles back/)
    await expect(reader.heading).toContainText('trickles back')
    await expect(reader.text).toBeFocused()
  })

  test('a message that is dismissed gives the keys back to the text', async ({ app }) => {
    const { page } = app
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('F7')
    await page.keyboard.press('c')
    const { notice } = frameOf(page)
    await expect(notice).toContainText('Select the words first')
    await notice.getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice).toBeHidden()
    await expect(readerOf(page).text).toBeFocused()
  })
})
