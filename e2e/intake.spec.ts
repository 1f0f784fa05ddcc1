/** The whole way of what comes in, by keyboard: a folder of mixed files, its corrections, a later capture and its review. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { runCheck } from './pages/caseState.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { dropFolder } from './pages/dropFolder.ts'
import { frameOf } from './pages/frame.ts'
import { mixedFolder, port, tagPort, wire } from './pages/intake.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'

const plainFiles = 160

/** Goes on with Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('a folder of mixed files is dropped, stopped and resumed, and its list is saved', async ({ app }) => {
  const { page } = app
  const frame = frameOf(page)
  const panel = frame.importPanel
  await dropFolder(page, mixedFolder(app.folder, plainFiles))
  await expect(panel.getByRole('heading')).toHaveText(/^Importing \d+ of 165$/)
  await expect(panel.getByRole('progressbar', { name: 'Files imported' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(panel).toBeFocused()
  await tabTo(page, panel.getByRole('button', { name: 'Stop' }))
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status')).toHaveText(/not read, as you stopped/)
  // The button is gone with its work; the keys are still at the list.
  await expect(panel).toBeFocused()
  await tabTo(page, panel.getByRole('button', { name: 'Resume' }))
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status')).toHaveText('164 articles imported, 2 refused', { timeout: 40_000 })
  await frame.expectHolds({ articles: 164 })
  for (const why of [
    /^empty\.txt was not imported\. The file is empty/,
    /^picture\.png was not imported\./,
  ]) {
    await expect(frame.outcomes.filter({ hasText: why })).toHaveCount(1)
  }
  await expect(frame.outcomes.filter({ hasText: 'Bridge opens' })).toContainText('headline from “title”')

  const download = page.waitForEvent('download')
  await tabTo(page, panel.getByRole('button', { name: 'Save the list …' }))
  await page.keyboard.press('Enter')
  const saved = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(saved).toHaveLength(1 + 164 + 2)
  expect(saved.filter((row) => row.startsWith('bridges.csv,'))).toEqual([
    expect.stringContaining('imported,Bridge opens,csv,utf-8'),
    expect.stringContaining('imported,Bridge closes,csv,utf-8'),
  ])

  await dropFolder(page, join(app.folder, 'drop'))
  await expect(panel.getByRole('status')).toHaveText(/^16\d there already, 2 refused$/, {
    timeout: 40_000,
  })
  await frame.expectHolds({ articles: 164 })
})

test('metadata of several articles is corrected in one step, and the fields of a table are', async ({
  app,
}) => {
  const { page } = app
  const [frame, library] = [frameOf(page), libraryOf(page)]
  await dropFolder(page, mixedFolder(app.folder, 3))
  await frame.expectHolds({ articles: 7 })
  // The list asks for its rows anew after a pause; who chooses all chooses what it shows.
  await expect(library.count).toHaveText('7 articles')
  await page.keyboard.press('F6')
  await expect(library.list).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Chosen articles' })
  await expect(bar.getByRole('status')).toHaveText('3 chosen')
  await page.keyboard.press('Control+a')
  await expect(bar.getByRole('status')).toHaveText('7 chosen')
  await page.keyboard.press('m')
  const dialog = dialogOf(page, 'Correct metadata of 7 articles')
  await tabTo(page, dialog.field('Place of the dateline'))
  await page.keyboard.insertText('VARN')
  await page.keyboard.press('Control+Enter')
  await expect(frame.notice).toContainText('Corrected the metadata of 7 articles.')
  await expect(library.rows.filter({ hasText: /VARN/ })).toHaveCount(7)
  await page.keyboard.press('Control+z')
  await expect(library.rows.filter({ hasText: /VARN/ })).toHaveCount(0)

  // Of one article: that of the row where the keys are.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  const one = dialogOf(page, 'Correct metadata')
  await tabTo(page, one.field('Publisher'))
  await page.keyboard.insertText('Varn Gazette')
  await page.keyboard.press('Control+Enter')
  await expect(one.dialog).toBeHidden()
  await expect(library.rows.filter({ hasText: 'Varn Gazette' })).toHaveCount(1)
  await expect(library.list).toBeFocused()

  await page.keyboard.press('F9')
  const line = frame.outcomes.filter({ hasText: 'Bridge opens' })
  await tabTo(page, line.getByRole('button', { name: 'Read in another way …' }))
  await page.keyboard.press('Enter')
  const reread = dialogOf(page, 'Read the file in another way')
  await tabTo(page, reread.field('Headline'))
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('published')
  await page.keyboard.press('Enter')
  await expect(frame.notice).toContainText('Read 2 articles again.')
  await expect(library.row('2012-06-01')).toBeVisible()
})

test('a typo under a passage is corrected and a folded block restored in the editing mode; undo takes both back', async ({
  app,
}) => {
  const { page } = app
  const [frame, reader] = [frameOf(page), readerOf(page)]
  await tagPort(app)
  const before = await reader.text.textContent()
  await reader.selectByFinding('crane had')
  await page.keyboard.press('F2')
  const editor = page.getByRole('textbox', { name: `Correcting: ${port.headline}` })
  await expect(editor).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('once ')
  await expect(editor.locator('mark').first()).toContainText('once')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Shift+b')
  await page.keyboard.press('Escape')
  await expect(frame.notice).toContainText('Corrected the text.')
  await expect(reader.heading).toHaveText(port.headline)
  await reader.expectPassages('claim', [port.lost])
  await expect(reader.text).toContainText('once')
  await expect(page.getByRole('button', { name: 'Revision 2 of 2 …' })).toBeVisible()
  await runCheck(app)
  await page.keyboard.press('Control+z')
  await reader.expectPassages('denial', [port.quote])
  expect(await reader.text.textContent()).toBe(before)
})

test('leaving the editing mode as it was changes nothing, and elsewhere nothing can be typed', async ({
  app,
}) => {
  const { page } = app
  const reader = readerOf(page)
  await tagPort(app)
  const before = await reader.text.textContent()
  await reader.selectByFinding('crane had')
  await page.keyboard.type('zzz')
  await page.keyboard.press('F2')
  await page.keyboard.type('nothing of this')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.press(']')
  // The page does not go with what was typed unless the person says so.
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await tabTo(page, page.getByRole('button', { name: 'Leave as it was' }))
  await page.keyboard.press('Enter')
  await expect(reader.text).toBeVisible()
  expect(await reader.text.textContent()).toBe(before)
})

test('a later capture becomes a revision, and the review queue is worked by key', async ({ app }) => {
  const { page, folder } = app
  const [frame, reader] = [frameOf(page), readerOf(page)]
  await tagPort(app)
  const path = join(folder, 'port-later.html')
  writeFileSync(path, port.later)
  await frame.importFiles(path)
  const offer = frame.outcomes.filter({ hasText: 'looks like a later capture of' })
  await expect(offer).toContainText('it has the same address')
  await page.keyboard.press('F9')
  await tabTo(page, offer.getByRole('button', { name: 'Add as revision' }))
  await page.keyboard.press('Enter')
  await expect(frame.outcomes).toContainText(['is a new revision of'])
  await expect(frame.importPanel).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(reader.text).toBeFocused()
  await expect(frame.outcomes).toHaveCount(0)
  await expect(reader.text).toContainText('great crane')
  await expect(libraryOf(page).row(port.headline)).toContainText('2 to review')

  await page.keyboard.press('F7')
  await page.keyboard.press('r')
  const review = dialogOf(page, 'Review passages')
  await expect(review.dialog.getByRole('status').last()).toHaveText('1 of 2')
  await expect(review.dialog.getByRole('region', { name: 'Old words' })).toContainText(port.quote)
  await expect(review.dialog.getByRole('region', { name: 'New words' })).toContainText('% alike')
  await page.keyboard.press('m')
  // Without waiting: what is opened at once keeps the keys, the text does not take them later.
  await reader.selectByFinding('denied that the great crane had been badly hurt')
  await expect(review.dialog).toBeHidden()
  await expect(page.getByText('Select the words for “denied that the crane')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(frame.notice).toContainText('Marked the passage anew.')
  await expect(review.dialog.getByRole('status').last()).toHaveText('1 of 1')
  await page.keyboard.press('d')
  await expect(review.dialog).toContainText('No passage waits for review.')
  await review.close()
  await reader.expectPassages('denial', ['denied that the great crane had been badly hurt'])
  await expect(page.getByText('1 passage left on older revisions')).toBeVisible()

  await page.keyboard.press('F7')
  await page.keyboard.press('v')
  const revisions = dialogOf(page, 'Revisions')
  await tabTo(page, revisions.button('Compare two revisions'))
  await page.keyboard.press('Enter')
  const pair = page.getByRole('region', { name: `Two revisions of ${port.headline}` })
  const told = pair.getByRole('status')
  await expect(told).toHaveText(/^\d+ words added, \d+ words removed\.$/)
  await expect(pair.getByRole('region', { name: 'Compared text' })).toBeFocused()
  const reworded = pair.getByRole('row').filter({ hasText: 'great' })
  await expect(reworded.getByRole('cell').first().locator('del').filter({ hasText: 'damaged' })).toHaveCount(
    1,
  )
  await expect(reworded.getByRole('cell').last().locator('ins').filter({ hasText: 'great' })).toHaveCount(1)
  // Each side has the passages that lie on that revision: the one marked anew, and the one left behind.
  const marked = async (cell: Locator, kind: string) =>
    (await cell.locator(`mark.${kind}`).allTextContents()).join('')
  expect(await marked(reworded.getByRole('cell').last(), 'denial')).toBe(
    'denied that the great crane had been badly hurt',
  )
  expect(await marked(reworded.getByRole('cell').first(), 'denial')).toBe('')
  const gone = pair.getByRole('row').filter({ hasText: port.lost })
  expect(await marked(gone.getByRole('cell').first(), 'claim')).toBe(port.lost)
  await page.keyboard.press('n')
  await expect(told).toContainText(/Change 1 of \d+: words changed\./)
  await expect(reworded).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expect(reader.text).toBeFocused()

  await page.keyboard.press('v')
  await tabTo(page, revisions.button(/^1\. imported/))
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is an older revision, from port.html.')).toBeVisible()
  await reader.expectPassages('claim', [port.lost])
  await reader.selectByFinding('no ship had left')
  await page.keyboard.press('c')
  await expect(frame.notice).toContainText('This is an older revision, which is for reading only.')
  await tabTo(page, page.getByRole('button', { name: 'Back to the current text' }))
  await page.keyboard.press('Enter')
  await expect(reader.text).toContainText('great crane')
  await runCheck(app)
})

test('a folder is chosen by key, and a wire story and its reprints are told as one source', async ({
  app,
}) => {
  const { page, folder } = app
  const [frame, library, reader] = [frameOf(page), libraryOf(page), readerOf(page)]
  wire.write(join(folder, 'wire'))
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+Shift+i')
  await (await chooser).setFiles(join(folder, 'wire'))
  await frame.expectHolds({ articles: 3 })
  await expect(library.row(/first of 3 with this text/)).toHaveCount(1)
  await expect(library.row(/one of 3 with this text/)).toHaveCount(2)
  await expect(library.row(/from a file of the format html/)).toHaveCount(3)
  await expect(frame.outcomes.filter({ hasText: 'so both are one source' })).toHaveCount(2)
  await expect(reader.heading).toHaveText(wire.headline)
  await expect(page.getByText(/and 1 more article: all 3 are one source\./)).toBeVisible()

  await page.keyboard.press('F7')
  await page.keyboard.press('p')
  const picker = pickerOf(page, '3 articles with one text, one source')
  await expect(picker.options).toHaveCount(2)
  const next = (await picker.active.textContent()) ?? ''
  await page.keyboard.press('Enter')
  const paper = wire.papers.find((name) => next.includes(name)) ?? 'none of them'
  await expect(page.locator('.article-line')).toContainText(paper)
  await expect(reader.text).toBeFocused()
})

test('a doubtful encoding is shown, and changing it reads the kept bytes anew', async ({ app }) => {
  const { page, folder } = app
  const [frame, reader] = [frameOf(page), readerOf(page)]
  const path = join(folder, 'unclear.txt')
  const text =
    'Caf\u00e9 closes in Varn\n\nThe caf\u00e9 of Ren\u00e9 was closed on Monday, officials said without giving any reason.\n'
  writeFileSync(path, Buffer.from(text, 'latin1'))
  await frame.importFiles(path)
  await frame.expectHolds({ articles: 1 })
  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Change …' }))
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page, 'Read the file in another way')
  await expect(dialog.field('Encoding')).toBeFocused()
  // A list of choices goes to what is typed.
  await page.keyboard.type('windows-1251')
  await expect(dialog.field('Encoding')).toHaveValue('windows-1251')
  await tabTo(page, dialog.button('Read again'))
  await page.keyboard.press('Enter')
  await expect(frame.notice).toContainText('Read the file again.')
  await expect(reader.text).toContainText('cafй')
  await page.keyboard.press('Control+z')
  await expect(reader.text).toContainText('café')
})
