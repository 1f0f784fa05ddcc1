/** The compare view stands as it was left: after a restart, and when columns come and go. */
import { expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
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
