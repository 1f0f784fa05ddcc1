/** Where the keys go: a view that is opened takes them, and they never fall on nothing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
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
    await expect(page.getByRole('radio', { name: 'All threads' })).toBeFocused()
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

  test('a column that is closed leaves the keys to its neighbour, and to what the view offers when none is left', async ({
    app,
  }) => {
    const { page } = app
    const compare = compareOf(page)
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('Alt+2')
    await compare.addByKey(trickles.headline)
    await expect(compare.columns).toHaveCount(3)
    await expect(compare.column(trickles.headline).text).toBeFocused()
    await page.keyboard.press('Shift+w')
    await expect(compare.columns).toHaveCount(2)
    await expect(compare.column(coats.headline).text).toBeFocused()
    await page.keyboard.press('Shift+w')
    await expect(compare.column(islamabad.headline).text).toBeFocused()
    await page.keyboard.press('Shift+w')
    await expect(page.getByRole('region', { name: 'Read articles side by side' })).toBeFocused()
    await page.keyboard.press('Shift+w')
    await expect(frameOf(page).notice).toHaveText('There is no column yet: Shift C adds an article.')
  })

  test('changing from what only one says to what both say keeps the keys in the panel', async ({ app }) => {
    const { page } = app
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('o')
    const panel = page.getByRole('region', { name: 'Related passages' })
    await expect(panel.getByRole('listitem').getByRole('button').first()).toBeFocused()
    await page.keyboard.press('t')
    await expect(panel).toBeFocused()
    await page.keyboard.press('n')
    await expect(panel).toContainText(/1 of \d+/)
  })

  test('a filter that is cleared leaves the keys at its place, all of them that are cleared at the table', async ({
    app,
  }) => {
    const { page } = app
    const { threads, status } = viewsOf(page)
    await page.keyboard.press('Alt+4')
    const pick = page.getByRole('button', { name: /^Actor\b/ })
    const choose = async () => {
      await pick.focus()
      await page.keyboard.press('Enter')
      await pickerOf(page).pickByKey('panetta', /^Leon Panetta/)
      await expect(pick).toBeFocused()
      await page.keyboard.press('Tab')
    }
    await choose()
    await expect(page.getByRole('button', { name: 'Any actor' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('18 threads')
    await expect(pick).toBeFocused()
    await choose()
    await page.getByRole('button', { name: 'Clear filters' }).focus()
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('18 threads')
    await expect(threads).toBeFocused()
  })

  test('the key of a view leads to its table from any place in it, and that of the ledger to its threads', async ({
    app,
  }) => {
    const { page } = app
    const { threads, actors } = viewsOf(page)
    await page.keyboard.press('Alt+8')
    await expect(actors).toBeFocused()
    await page.keyboard.press('Alt+4')
    await expect(threads).toBeFocused()
    await page.getByRole('button', { name: 'More filters' }).focus()
    await page.keyboard.press('Alt+4')
    await expect(threads).toBeFocused()
  })

  test('the key to the margin leads into the card that is open', async ({ app }) => {
    const { page } = app
    const [reader, margin] = [readerOf(page), marginOf(page)]
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('F7')
    await reader.selectByFinding('saying there was no proof')
    await margin.tagByKey('d')
    await page.keyboard.press('F7')
    await expect(reader.text).toBeFocused()
    await page.keyboard.press('F8')
    await expect(margin.speaker).toBeFocused()
  })

  test('a dialog that looks something up first gives the keys back to where it was opened', async ({
    app,
  }) => {
    const { page, folder } = app
    const path = join(folder, 'unclear.txt')
    const text = 'Caf\u00e9 closes in Varn\n\nThe caf\u00e9 was closed on Monday, officials said.\n'
    writeFileSync(path, Buffer.from(text, 'latin1'))
    await frameOf(page).importFiles(path)
    const other = frameOf(page).outcomes.getByRole('button', { name: 'Read in another way …' })
    await other.focus()
    await page.keyboard.press('Enter')
    const { dialog, field } = dialogOf(page, 'Read the file in another way')
    await expect(field('Encoding')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(other).toBeFocused()
  })

  test('a dialog chosen in the menu of the case gives the keys back to the button of that menu', async ({
    app,
  }) => {
    const { page } = app
    const menu = page.getByRole('banner').getByRole('button', { name: 'Sample case', exact: true })
    await page.keyboard.press('Alt+3')
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Check the case' }).click()
    const { dialog, button } = dialogOf(page, 'Check of the case')
    await expect(dialog).toContainText('Everything is in order.')
    await button('Close').click()
    await expect(dialog).toBeHidden()
    await expect(menu).toBeFocused()
  })

  test('the dialog of cases has the keys on the first that could be opened', async ({ app }) => {
    const { page } = app
    await page.keyboard.press('Control+Alt+n')
    await dialogOf(page, 'New case').field('Name').fill('another')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This case has no articles yet')).toBeVisible()
    await page.keyboard.press('Control+o')
    const { dialog } = dialogOf(page, 'Open a case')
    await expect(dialog.locator('button:focus')).not.toContainText('open now')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(libraryOf(page).count).toHaveText('3 articles')
  })
})
