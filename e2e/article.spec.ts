/** What is known of an article: shown at its head, and corrected there. */
import { expect, test } from './harness/app.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'

test.use({ sample: 'bare' })

test('a proposed headline says so until it is kept, and undo makes it a proposal again', async ({ app }) => {
  const { page } = app
  const library = libraryOf(page)
  const proposed = page.getByText('Proposed from the first sentence; the file has no headline.')
  await library.open(coats.headline)
  await expect(proposed).toBeVisible()
  await expect(library.row(/holding back/)).toContainText('headline proposed')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(proposed).toBeHidden()
  await expect(library.row(/holding back/)).not.toContainText('headline proposed')
  await page.keyboard.press('Control+z')
  await expect(proposed).toBeVisible()
})

test('the head of a corrected story tells of its correction, its authors and its file', async ({ app }) => {
  const { page } = app
  await libraryOf(page).open(trickles.headline)
  const main = page.getByRole('main')
  await expect(main.getByRole('complementary', { name: 'Correction' })).toHaveText(
    'Corrected In May 30 story, official clarifies to say returning military are liaison officers, not trainers',
  )
  await expect(main).toContainText('Reuters · 31 May 2012 · WASHINGTON, May 30')
  await expect(main).toContainText(
    'By Missy Ryan and Mark Hosenball. Editing by Warren Strobel and Christopher Wilson.',
  )
  await main.getByText(`From ${trickles.file}`).click()
  await expect(main.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
})

test('metadata is corrected by keys in one step, which one undo takes back', async ({ app }) => {
  const { page } = app
  const [library, reader] = [libraryOf(page), readerOf(page)]
  const metadata = dialogOf(page, 'Correct metadata')
  await library.openByKey(coats.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Shift+M')
  await expect(metadata.dialog).toBeHidden()
  await page.keyboard.press('m')
  await expect(metadata.field('Headline')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('Pakistan holds back, says Coats')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Dawn')
  await page.keyboard.press('Tab')
  await expect(metadata.field('Published')).toBeFocused()
  await page.keyboard.insertText('6 March 2018')
  // Saved from inside the field that was typed in last.
  await page.keyboard.press('Control+Enter')
  await expect(metadata.dialog).toBeHidden()
  await expect(reader.heading).toHaveText('Pakistan holds back, says Coats')
  await expect(page.getByRole('main')).toContainText('Dawn · 6 March 2018')
  await expect(library.row('Pakistan holds back, says Coats')).toContainText('Dawn · 6 March 2018')
  await expect(frameOf(page).undo).toHaveAccessibleName(/metadata|Correct/i)
  await page.keyboard.press('Control+z')
  await expect(reader.heading).toHaveText(coats.headline)
  await expect(page.getByRole('main')).toContainText('publisher not known · date not known')
})

test('a date that cannot be read is not saved and not dropped: the dialog stays and says why', async ({
  app,
}) => {
  const { page } = app
  const metadata = dialogOf(page, 'Correct metadata')
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('m')
  await metadata.field('Published').fill('some day in May')
  await metadata.button('Save').click()
  await expect(metadata.dialog).toBeVisible()
  await expect(metadata.field('Published')).toHaveAttribute('aria-invalid', 'true')
  await expect(metadata.field('Published')).toBeFocused()
  await metadata.field('Published').fill('2011-09')
  await metadata.field('Authors').fill('A. Author')
  await metadata.button('Save').click()
  await expect(metadata.dialog).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Reuters · September 2011')
  await expect(page.getByRole('main')).toContainText('By A. Author.')
})

test('words that are to be corrected stay where they were on the screen', async ({ app }) => {
  const { page } = app
  const reader = readerOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await reader.selectByFinding('Pakistan says it has no links to the group.')
  const topOfSelection = () =>
    page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? Number.NaN)
  const before = await topOfSelection()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: `Correcting: ${islamabad.headline}` })).toBeFocused()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => Math.abs((await topOfSelection()) - before)).toBeLessThan(4)
})
