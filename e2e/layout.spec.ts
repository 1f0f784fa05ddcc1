/** The compare view stands as it was left: after a restart, and when columns come and go. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { stockCase } from './pages/stock.ts'

test('columns, their order, widths and places are kept with the case through a restart, and undo knows nothing of them', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, [])
  const compare = compareOf(page)
  const heads = compare.columns.getByRole('heading', { level: 1 })
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(coats.headline)
  await compare.column(coats.headline).region.getByRole('button', { name: 'Move column left' }).click()
  await page.getByRole('separator', { name: 'Width of the columns' }).focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  const left = compare.column(coats.headline)
  await left.scroller.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 3
  })
  const before = {
    width: (await left.region.boundingBox())?.width ?? 0,
    top: await left.scroller.evaluate((element) => element.scrollTop),
  }
  expect(before.top).toBeGreaterThan(50)
  const steps = await page.getByRole('contentinfo').textContent()

  // At once, before anything could have rested: quitting loses nothing.
  await app.restart()
  await page.keyboard.press('Alt+2')
  await expect(heads).toHaveText([coats.headline, islamabad.headline])
  await expect.poll(async () => (await left.region.boundingBox())?.width).toBeCloseTo(before.width, 0)
  await expect
    .poll(() => left.scroller.evaluate((element) => element.scrollTop))
    .toBeGreaterThan(before.top - 40)
  expect(await left.scroller.evaluate((element) => element.scrollTop)).toBeLessThan(before.top + 40)
  expect(await page.getByRole('contentinfo').textContent()).toBe(steps)
})

test.describe('with the sample articles', () => {
  test.use({ sample: 'bare' })

  test('a column that is added or closed leaves the other texts where they are being read', async ({
    app,
  }) => {
    const { page } = app
    const compare = compareOf(page)
    const { text } = compare.column(islamabad.headline)
    const read = text.getByText('Pakistani officials said it was the responsibility')
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('Alt+2')
    await read.evaluate((paragraph) => paragraph.scrollIntoView({ block: 'start' }))
    await expect(read).toBeInViewport()
    await compare.addByKey(coats.headline)
    await compare.addByKey(trickles.headline)
    await expect(compare.columns).toHaveCount(3)
    await expect(read).toBeInViewport()
    await page.keyboard.press('Shift+w')
    await page.keyboard.press('Shift+w')
    await expect(compare.columns).toHaveCount(1)
    await expect(read).toBeInViewport()
  })
})

test('columns made wider and narrower leave a long paragraph at the line that is being read', async ({
  app,
}) => {
  const { page } = app
  const sentences = Array.from({ length: 120 }, (_, at) => `Sentence ${at + 100} tells of the harbour.`)
  const text = `The harbour in one paragraph\n\n${sentences.join(' ')}\n\nIt ended there, officials said.\n`
  const path = join(app.folder, 'harbour.txt')
  writeFileSync(path, text)
  await frameOf(page).importFiles([path, islamabad.path])
  await frameOf(page).expectHolds({ articles: 2 })
  const compare = compareOf(page)
  await libraryOf(page).openByKey('The harbour in one paragraph')
  await page.keyboard.press('Alt+2')
  await compare.addByKey(islamabad.headline)
  const harbour = compare.column('The harbour in one paragraph')
  /** How many lines the words stand under the top of the window. */
  const linesDown = () =>
    harbour.text.evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent?.indexOf('Sentence 160 ') ?? -1
        if (start === -1) continue
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + 8)
        const scroller = root.closest('.pane-scroller')?.getBoundingClientRect().top ?? 0
        const { top, height } = range.getBoundingClientRect()
        return Math.round((top - scroller) / height)
      }
      return null
    })
  const handle = page.getByRole('separator', { name: 'Width of the columns' })
  await harbour.scroller.hover()
  await expect(async () => {
    await page.mouse.wheel(0, 20)
    expect(await linesDown()).toBeLessThanOrEqual(0)
  }).toPass({ intervals: [20] })

  await handle.focus()
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft')
  await expect.poll(linesDown).toBeGreaterThanOrEqual(-1)
  expect(await linesDown()).toBeLessThanOrEqual(1)
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(linesDown).toBeGreaterThanOrEqual(-1)
  expect(await linesDown()).toBeLessThanOrEqual(1)
  const { x, y, height } = (await handle.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await page.mouse.move(x + 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x - 260, y + height / 2, { steps: 12 })
  await page.mouse.up()
  await expect.poll(linesDown).toBeGreaterThanOrEqual(-1)
  expect(await linesDown()).toBeLessThanOrEqual(1)
})

test.describe('with the annotated sample', () => {
  test.use({ sample: 'annotated' })

  test('choosing a view or a part of the ledger moves nothing that stands beside it', async ({ app }) => {
    const { page } = app
    const placesOf = (buttons: Locator) =>
      buttons.evaluateAll((all) => all.map((button) => button.getBoundingClientRect().x))
    const inHead = page.getByRole('banner').getByRole('button')
    const parts = page.getByRole('navigation', { name: 'Parts of the ledger' }).getByRole('button')
    const read = await placesOf(inHead)
    await page.keyboard.press('Alt+4')
    await expect(parts).toHaveCount(4)
    expect(await placesOf(inHead)).toEqual(read)
    const threads = await placesOf(parts)
    await page.keyboard.press('Alt+8')
    await expect(parts.filter({ hasText: 'Actors' })).toHaveAttribute('aria-current', 'page')
    expect(await placesOf(parts)).toEqual(threads)
  })
})
