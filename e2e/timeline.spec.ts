/** The timeline, by keyboard, wheel, drag and pinch. */
import { type App, expect, test } from './harness/app.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { marginOf } from './pages/margin.ts'
import { pinch } from './pages/pinch.ts'
import { viewsOf } from './pages/views.ts'

test.use({ sample: 'annotated' })

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

test('an event moves along the timeline when its date is edited', async ({ app }) => {
  const { page } = app
  const [, margin, views] = partsOf(app)
  await page.keyboard.press('Alt+5')
  await expect(views.timeline).toBeFocused()
  const before = await chosenX(app, async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    const chosen = views.timeline.getByRole('option', { selected: true })
    await expect(chosen).toHaveCount(1)
    // What begins on the same day comes in no order that matters.
    while (!(await chosen.textContent())?.includes('Obama')) await page.keyboard.press('ArrowLeft')
  })
  await page.keyboard.press('Enter')
  await expect(margin.chosen).toHaveAccessibleName('Event: Obama refuses to meet Zardari')
  await page.keyboard.press('Enter')
  await expect(margin.field('Title')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('2012-05-21')
  await page.keyboard.press('Tab')
  await margin.backToText()
  await expect(margin.chosen).toContainText('21 May 2012')
  await page.keyboard.press('Backspace')
  await expect(views.timeline).toBeFocused()
  const moved = views.mark(/^Obama refuses to meet Zardari, happened 21 May 2012/)
  await expect(moved).toHaveAttribute('aria-selected', 'true')
  expect(await moved.evaluate((mark) => mark.getBoundingClientRect().left)).toBeGreaterThan(before + 5)
})

test('the timeline is zoomed by wheel and moved by dragging, and filters hold', async ({ app }) => {
  const { page } = app
  const [frame, , views] = partsOf(app)
  await frame.view('Timeline').click()
  const range = page.locator('.time-range')
  const whole = await range.textContent()
  await views.timeline.hover()
  await page.mouse.wheel(0, -400)
  await expect(range).not.toHaveText(whole ?? '')
  const near = await range.textContent()
  const box = await views.timeline.boundingBox()
  if (box === null) throw new Error('The timeline is not on the screen.')
  await page.mouse.move(box.x + 300, box.y + box.height - 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + box.height - 60, { steps: 4 })
  await page.mouse.up()
  await expect(range).not.toHaveText(near ?? '')
  await page.getByRole('button', { name: /^All/ }).click()
  await expect(range).toHaveText(whole ?? '')
  await page.getByRole('button', { name: 'Actor any' }).click()
  await pickerOf(page)
    .option(/^Leon Panetta/)
    .click()
  await expect(views.rows('Dates')).toHaveCount(4)
  await views.rows('Dates').first().dblclick()
  await expect(marginOf(page).chosen).toHaveAccessibleName(/^Claim by Leon Panetta/)
})

test('two fingers and the wheel with Ctrl pinch the timeline; the moment between the fingers stays', async ({
  app,
}) => {
  const { page } = app
  const [frame, , views] = partsOf(app)
  await frame.view('Timeline').click()
  const range = page.locator('.time-range')
  const whole = (await range.textContent()) ?? ''
  await pinch(page, views.timeline, 3)
  await expect(range).not.toHaveText(whole)
  await page.getByRole('button', { name: /^All/ }).click()
  await expect(range).toHaveText(whole)
  await views.timeline.hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -60)
  await page.keyboard.up('Control')
  await expect(range).not.toHaveText(whole)
})

test('a dense stretch gathers into a count, which the mouse and Enter open', async ({ app }) => {
  const { page } = app
  const [frame, , views] = partsOf(app)
  await frame.view('Timeline').click()
  await expect(views.timeline).toBeVisible()
  await views.timeline.focus()
  const gathering = views.timeline.getByRole('option', { name: /^\d+ dates, / })
  const gather = () =>
    expect(async () => {
      await page.keyboard.press('-')
      await expect(gathering.first()).toBeVisible({ timeout: 200 })
    }).toPass({ intervals: [0] })
  await gather()
  const range = page.locator('.time-range')
  const far = (await range.textContent()) ?? ''
  await gathering.first().dblclick()
  await expect(range).not.toHaveText(far)
  const near = (await range.textContent()) ?? ''
  await page.keyboard.press('0')
  await gather()
  await gathering.first().click()
  await expect(gathering.and(page.getByRole('option', { selected: true }))).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(range).toHaveText(near)
})

const partsOf = ({ page }: App) => [frameOf(page), marginOf(page), viewsOf(page)] as const

/** The left edge of the mark that is chosen after `choose`. */
async function chosenX({ page }: App, choose: () => Promise<void>): Promise<number> {
  await choose()
  return page.locator('.time-mark.chosen').evaluate((mark) => mark.getBoundingClientRect().left)
}
