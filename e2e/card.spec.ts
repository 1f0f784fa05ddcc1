/** The open card of a passage: however it is left, what was typed in it is kept. */
import { expect, type Page } from 'playwright/test'
import { test } from './harness/app.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { islamabad } from './pages/samples.ts'

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

/** Tags words of the first sample with keys alone; its card is open then. */
async function tagClaim(page: Page) {
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await readerOf(page).selectByFinding('there was no proof')
  await marginOf(page).tagByKey('c')
}

/** Goes on with Tab until the field has the keys. */
async function tabTo(page: Page, label: string) {
  const field = marginOf(page).field(label)
  while (!(await field.and(page.locator(':focus')).count())) await page.keyboard.press('Tab')
}

/** Keeps what a field shows from now on, with what stands under it, each once; to be run in the page. */
function watchField(field: Node): Set<string> {
  const shown = new Set<string>()
  if (!(field instanceof HTMLInputElement)) return shown
  const note = () => shown.add(`${field.value} ${field.nextElementSibling?.textContent ?? ''}`.trim())
  note()
  const whole = { attributes: true, childList: true, subtree: true }
  new MutationObserver(note).observe(field.parentElement ?? field, whole)
  return shown
}

test.describe('with the sample case', () => {
  test.use({ sample: 'annotated' })

  test('a link taken out on a card leaves the keys on that card', async ({ app }) => {
    const { page } = app
    const { links, chosen } = marginOf(page)
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('F7')
    await readerOf(page).selectByFinding('concerned about the Haqqanis')
    await page.keyboard.press('ArrowLeft')
    await expect(links.first()).toBeVisible()
    const before = await links.count()
    await links.first().getByRole('button', { name: 'Remove link' }).click()
    await expect(links).toHaveCount(before - 1)
    await expect(chosen.locator('[data-card]')).toBeFocused()
  })

  test('Escape goes back from the relation to the passages, with the words typed there, and from there closes the dialog', async ({
    app,
  }) => {
    const { page } = app
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('F7')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('j')
    await expect(marginOf(page).chosen).toBeVisible()
    await page.keyboard.press('l')
    const picker = pickerOf(page, 'Link this passage')
    await expect(picker.field).toBeFocused()
    await page.keyboard.insertText('pakistan')
    await expect(picker.option(/Pakistan/).nth(2)).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const chosen = (await picker.active.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(picker.field).toHaveAccessibleName('This passage …')
    await expect(picker.field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(picker.field).toHaveAccessibleName(/^Link to/)
    await expect(picker.field).toBeFocused()
    await expect(picker.field).toHaveValue('pakistan')
    await expect(picker.active).toHaveText(chosen)
    await page.keyboard.press('Enter')
    await picker.dialog.getByRole('button', { name: 'Another passage' }).click()
    await expect(picker.active).toHaveText(chosen)
    await page.keyboard.press('Escape')
    await expect(picker.dialog).toBeHidden()
  })
})

test.describe('with articles alone', () => {
  test.use({ sample: 'bare' })

  test('Escape in a field of a card keeps what was typed in it and goes back to the text', async ({
    app,
  }) => {
    const { page } = app
    const margin = marginOf(page)
    await tagClaim(page)
    for (const [label, words] of [
      ['Speaker', 'Pakistani officials'],
      ['About', 'cross-border attacks'],
      ['Date said', '2011-09-15'],
      ['Labels', 'to check'],
    ] as const) {
      await tabTo(page, label)
      await page.keyboard.insertText(words)
      await margin.backToText()
      await page.keyboard.press('Enter')
      await expect(margin.speaker).toBeFocused()
    }
    await expect(margin.speaker).toHaveValue('Pakistani officials')
    await expect(margin.field('About')).toHaveValue('cross-border attacks')
    await expect(margin.field('Date said')).toHaveValue('2011-09-15')
    await expect(margin.labels).toHaveText(['to check'])
  })

  test('a date shows what was typed and its reading in words while it is saved', async ({ app }) => {
    const { page } = app
    const margin = marginOf(page)
    await tagClaim(page)
    await tabTo(page, 'Date said')
    await page.keyboard.insertText('2011-09')
    const shown = await margin.field('Date said').evaluateHandle(watchField)
    await page.keyboard.press('Enter')
    await expect(frameOf(page).undo).toHaveAccessibleName('Undo: Edit a claim')
    await page.keyboard.press('Tab')
    expect(await shown.evaluate((seen) => [...seen])).toEqual(['2011-09 September 2011'])
  })

  test('a view opened by key out of a card keeps what is being typed there', async ({ app }) => {
    const { page } = app
    const margin = marginOf(page)
    await tagClaim(page)
    await tabTo(page, 'About')
    await page.keyboard.insertText('cross-border attacks')
    await page.keyboard.press('Alt+4')
    await expect(frameOf(page).view('Ledger')).toHaveAttribute('aria-current', 'page')
    await page.keyboard.press('Alt+1')
    await expect(margin.field('About')).toHaveValue('cross-border attacks')
  })

  test('a date that cannot be read keeps its card open, and is told when it is left all the same', async ({
    app,
  }) => {
    const { page } = app
    const said = marginOf(page).field('Date said')
    await tagClaim(page)
    await tabTo(page, 'Date said')
    await page.keyboard.insertText('Tuesday')
    await page.keyboard.press('Escape')
    await expect(said).toBeFocused()
    await expect(said).toHaveValue('Tuesday')
    await expect(said).toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.press('Alt+4')
    await expect(frameOf(page).notice).toContainText('“Tuesday” was not saved')
  })
})
