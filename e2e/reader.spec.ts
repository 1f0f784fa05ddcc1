/** The reader in a real browser: what can be done to its text, with which keys, and how passages look. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect, test } from './harness/app.ts'
import { askCli, readCase } from './pages/caseState.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'
import { trickles } from './pages/samples.ts'

/** Imports a text by the command line and opens it. */
async function openText(app: App, text: string) {
  await app.stop()
  const path = join(app.folder, 'article.txt')
  writeFileSync(path, text)
  await askCli(app, 'import', path)
  await app.restart()
  await libraryOf(app.page).list.getByRole('option').first().click()
  const reader = readerOf(app.page)
  await expect(reader.text).toBeVisible()
  return reader
}

const prose = `Envoys meet again

The first paragraph says that the envoys met on Monday, and that nothing was agreed between them.

The second paragraph says that a spokesman denied the meeting; the ministry would not comment on it.

The third paragraph says that the café near the bridge was closed, and that nobody saw the envoys there.
`

test('typing, pasting, cutting, dropping and input methods leave the text as it is', async ({ app }) => {
  const { page } = app
  const reader = await openText(app, prose)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url() })
  const before = await reader.text.textContent()
  const box = await reader.boxOf('envoys met')
  await page.mouse.click(box.startX, box.startY)
  await expect(reader.text).toBeFocused()

  await page.keyboard.type('zq 7')
  for (const key of ['Enter', 'Backspace', 'Delete', 'Control+b', 'Control+Backspace']) {
    await page.keyboard.press(key)
  }
  await page.keyboard.insertText('inserted')
  await page.evaluate(() => navigator.clipboard.writeText('pasted'))
  await page.keyboard.press('Control+v')
  // A paste that no field takes offers to import what was pasted.
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await reader.text.focus()
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Control+x')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
  await session.send('Input.insertText', { text: '日本' })
  await reader.selectByDragging('a spokesman denied')
  const target = await reader.boxOf('the café')
  await page.mouse.move(box.startX, box.startY)
  await page.mouse.down()
  await page.mouse.move(target.startX, target.startY, { steps: 4 })
  await page.mouse.up()
  // Whatever a drop opens, the text under it is looked at.
  const text = page.locator('[data-reader] [role=textbox]')
  await text.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', 'dropped')
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  expect(await text.textContent()).toBe(before)
})

test('a copy is the plain words, without what is folded away', async ({ app }) => {
  const reader = await openText(app, prose)
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url() })
  await reader.selectByDragging('nothing was agreed')
  await app.page.keyboard.press('Control+c')
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('nothing was agreed')
})

test('a selection made by keyboard takes whole characters of any script', async ({ app }) => {
  const family = '👩‍👩‍👧‍👦'
  const reader = await openText(
    app,
    `Characters that are more than one unit\n\n${family}中文 e\u0301te\u0301 begins this paragraph, which is long enough to be one.\n`,
  )
  const box = await reader.boxOf('begins this')
  await app.page.mouse.click(box.startX, box.startY)
  await app.page.keyboard.press('Home')
  for (let i = 0; i < 2; i++) await app.page.keyboard.press('Shift+ArrowRight')
  await app.page.keyboard.press('c')
  await reader.expectPassages('claim', [`${family}中`])
  const [shown] = await readCase(app)
  expect(shown?.annotations.map(({ segments }) => segments.map(({ exact }) => exact))).toEqual([
    [`${family}中`],
  ])
})

test('half of a character that is selected by a program is taken whole', async ({ app }) => {
  const reader = await openText(
    app,
    `A headline\n\nIt was said e\u0301te\u0301 by someone who was there that day.\n`,
  )
  await reader.text.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node && !node.nodeValue?.includes('It was said')) node = walker.nextNode()
    if (!node) throw new Error('The paragraph is not there')
    if (root instanceof HTMLElement) root.focus()
    const at = (node.nodeValue ?? '').indexOf('e\u0301')
    getSelection()?.setBaseAndExtent(node, at, node, at + 1)
  })
  await app.page.keyboard.press('d')
  await reader.expectPassages('denial', ['e\u0301'])
})

test('three clicks select the paragraph and nothing of the next', async ({ app }) => {
  const reader = await openText(app, prose)
  const box = await reader.boxOf('envoys met')
  await app.page.mouse.click(box.startX, box.startY, { clickCount: 3 })
  await app.page.keyboard.press('c')
  await reader.expectPassages('claim', [
    'The first paragraph says that the envoys met on Monday, and that nothing was agreed between them.',
  ])
})

test('Arabic and Hebrew read from right to left, English beside them from left to right', async ({ app }) => {
  const arabic = 'قال المتحدث باسم الوزارة إن الاجتماع لم يعقد يوم الاثنين وإن أحدا لم يحضر.'
  const english = 'The spokesman said that the meeting was not held, and that nobody had come.'
  const reader = await openText(app, `خبر اليوم\n\n${arabic}\n\n${english}\n`)
  const directionOf = (words: string) =>
    reader.text
      .getByText(words)
      .first()
      .evaluate((element) => getComputedStyle(element).direction)
  expect(await directionOf(arabic)).toBe('rtl')
  expect(await directionOf(english)).toBe('ltr')
})

test('passages that overlap differ in colour, in the shape of the line and in its height', async ({
  app,
}) => {
  const reader = await openText(app, prose)
  await reader.selectByDragging('paragraph says that a spokesman denied')
  await app.page.keyboard.press('c')
  await reader.expectPassages('claim', ['paragraph says that a spokesman denied'])
  await app.page.keyboard.press('Escape')
  await reader.selectByDragging('a spokesman denied the meeting')
  await app.page.keyboard.press('d')
  await reader.expectPassages('denial', ['a spokesman denied the meeting'])
  const lookOf = (kind: 'claim' | 'denial') =>
    reader
      .marks(kind)
      .first()
      .evaluate((mark) => {
        const style = getComputedStyle(mark)
        return {
          color: style.textDecorationColor,
          shape: style.textDecorationStyle,
          height: style.textUnderlineOffset,
        }
      })
  const [claim, denial] = [await lookOf('claim'), await lookOf('denial')]
  expect([claim.shape, denial.shape]).toEqual(['solid', 'double'])
  expect(claim.color).not.toBe(denial.color)
  expect(claim.height).not.toBe(denial.height)
  const first = reader.marks('claim').first()
  await expect(first).toHaveAttribute('aria-description', 'claim')
})

test('another view can be opened while words are found', async ({ app }) => {
  const { page } = app
  const reader = await openText(app, prose)
  await page.keyboard.press('Control+f')
  await page.keyboard.insertText('envoys')
  await expect(reader.findCount).toHaveText(/^1 of/)
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('Nothing is in the ledger yet')).toBeVisible()
  await page.keyboard.press('Alt+1')
  await expect(reader.text).toBeVisible()
})

test('find takes no notice of case and accents, and shows the match it is at', async ({ app }) => {
  const reader = await openText(app, prose)
  await reader.text.focus()
  await app.page.keyboard.press('Control+f')
  await app.page.keyboard.insertText('CAFE near')
  await expect(reader.findCount).toHaveText('1 of 1')
  const painted = () =>
    app.page.evaluate(() => {
      const words = (name: string) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => {
          const live = document.createRange()
          live.setStart(range.startContainer, range.startOffset)
          live.setEnd(range.endContainer, range.endOffset)
          return live.toString()
        })
      return words('gainsay-find-current')
    })
  await expect.poll(painted).toEqual(['café near'])
  await app.page.keyboard.press('Escape')
  await expect.poll(painted).toEqual([])
  expect(await reader.selected()).toBe('café near')
})

test.describe('with the sample case', () => {
  test.use({ sample: 'bare' })

  test('a fold is opened and its text restored with keys alone, and undo folds it again', async ({ app }) => {
    const { page } = app
    await libraryOf(page).open(trickles.headline)
    const reader = readerOf(page)
    const comments = reader.folds.filter({ hasText: 'comments' })
    await expect(comments).toHaveAttribute('aria-label', /^\d+ lines? folded: /)
    const folded = reader.text.getByText('Comments (0)')
    await expect(folded).toBeHidden()

    const show = comments.getByRole('button', { name: 'Show' })
    await show.focus()
    await page.keyboard.press('Enter')
    const hide = comments.getByRole('button', { name: 'Hide' })
    await expect(hide).toBeFocused()
    await expect(hide).toHaveAttribute('aria-expanded', 'true')
    await expect(folded).toBeVisible()

    await page.keyboard.press('Tab')
    await expect(comments.getByRole('button', { name: 'Restore' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(comments).toHaveCount(0)
    await expect(folded).toBeVisible()

    await page.keyboard.press('Control+z')
    await expect(comments).toHaveCount(1)
    await expect(folded).toBeHidden()
  })
})
