/** Every command of the table can be found: in the palette, and with its keys in the help. */
import { type CommandEntry, commandTable } from '../app/commandTable.ts'
import { expect, test } from './harness/app.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'
import { islamabad } from './pages/samples.ts'

test.use({ sample: 'bare' })

const entries: readonly (readonly [string, CommandEntry])[] = Object.entries(commandTable)
const titles = entries.map(([, { title }]) => title)

const label = (key: string) =>
  key
    .split('-')
    .map((part) => ({ Mod: 'Ctrl', Delete: 'Del' })[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')

test('the help lists every command with all its keys', async ({ app }) => {
  const { page } = app
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('?')
  const help = dialogOf(page, 'Keys')
  const listed = await help.dialog.locator('dl > div').evaluateAll((rows) =>
    rows.map((row) => ({
      title: row.querySelector('dt')?.textContent,
      keys: [...row.querySelectorAll('kbd')].map((key) => key.textContent),
    })),
  )
  const wanted = entries.map(([, { title, keys }]) => ({ title, keys: keys.map(label) }))
  const byTitle = (a: { title: string | undefined }, b: { title: string | undefined }) =>
    String(a.title).localeCompare(String(b.title))
  expect(listed.toSorted(byTitle)).toEqual(wanted.toSorted(byTitle))
  await help.close()
  await expect(readerOf(page).text).toBeFocused()
  await page.keyboard.press('F1')
  await expect(help.dialog).toBeVisible()
})

test('the palette has every command, by its first words too', async ({ app }) => {
  const { page } = app
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('Control+k')
  const palette = pickerOf(page)
  const shown = await palette.options.locator('.main').allTextContents()
  expect(shown.toSorted()).toEqual(titles.filter((title) => title !== commandTable.palette.title).toSorted())
  for (const title of titles) {
    if (title === commandTable.palette.title) continue
    await palette.field.fill(title.replace(/ …$/, ''))
    await expect(palette.option(title).first()).toBeVisible()
  }
})

test('a command of the palette does its work, and one that cannot says why', async ({ app }) => {
  const { page } = app
  const palette = pickerOf(page)
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+k')
  await palette.field.fill('Link passage')
  await expect(palette.option(/Link passage/)).toBeVisible()
  await palette.field.fill('Edit passage')
  const refused = palette.option(/Edit passage/)
  await expect(refused).toBeDisabled()
  await expect(refused).toContainText('Choose a passage first')
  await palette.field.fill('Switch light')
  await expect(palette.active).toContainText('Switch light and dark')
  await page.keyboard.press('Enter')
  await expect(palette.dialog).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(readerOf(page).text).toBeFocused()
  await page.keyboard.press('Control+k')
  await palette.pickByKey('Haqqani thousands fighters', /Islamabad fends off/)
  await expect(readerOf(page).heading).toHaveText(islamabad.headline)
})
