/** The graph, by keyboard, mouse and pinch. */
import { type App, expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { marginOf } from './pages/margin.ts'
import { pinch } from './pages/pinch.ts'
import { viewsOf } from './pages/views.ts'

test.use({ sample: 'annotated' })

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

test('a node of the graph is followed to its passage and back, its neighbours come on demand, and nothing moves', async ({
  app,
}) => {
  const { page } = app
  const [margin, views] = partsOf(app)
  await page.keyboard.press('Alt+6')
  await expect(views.graph).toBeFocused()
  const node = views.node(/^claim by Leon Panetta: Militants have a safe haven/)
  await expect(node).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(views.graph.locator('[aria-selected=true]')).toHaveCount(1, { timeout: 50 })
  }).toPass({ intervals: [0] })
  await node.click()
  await page.keyboard.press('Enter')
  await expect(margin.chosen).toHaveAccessibleName(/^Claim by Leon Panetta: Militants have a safe haven/)
  await page.keyboard.press('Backspace')
  await expect(views.graph).toBeFocused()
  await expect(node).toHaveAttribute('aria-selected', 'true')

  const places = () =>
    page
      .locator('.node')
      .evaluateAll((nodes) => nodes.map((one) => `${one.id} ${one.getAttribute('transform')}`))
  const before = await places()
  await views.node(/^actor: Leon Panetta/).click()
  await page.keyboard.press(' ')
  await expect(views.node(/^claim by Leon Panetta: The United States will act/)).toBeVisible()
  const after = new Set(await places())
  expect(before.filter((place) => !after.has(place))).toEqual([])
  await page.keyboard.press('+')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('0')
  await expect(node).toBeVisible()
})

test('two fingers and the wheel with Ctrl pinch the graph', async ({ app }) => {
  const { page } = app
  const [, views] = partsOf(app)
  await page.keyboard.press('Alt+6')
  await expect(page.locator('.node').first()).toBeVisible()
  const scale = () =>
    views.graph
      .locator('svg > g')
      .evaluate((drawn) => Number(/scale\(([\d.]+)\)/.exec(drawn.getAttribute('transform') ?? '')?.[1]))
  const whole = await scale()
  await pinch(page, views.graph, 2)
  await expect.poll(scale).toBeGreaterThan(whole * 1.5)
  await page.getByRole('button', { name: /^All/ }).click()
  await expect.poll(scale).toBe(whole)
  await views.graph.hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -60)
  await page.keyboard.up('Control')
  await expect.poll(scale).toBeGreaterThan(whole * 1.5)
})

test('the arrow keys go through all edges of the table, also where many lead from one node', async ({
  app,
}) => {
  const { page } = app
  const [margin, views] = partsOf(app)
  await page.keyboard.press('Alt+6')
  await expect(views.rows('Edges').nth(6)).toBeVisible()
  await page.getByRole('grid', { name: 'Edges' }).focus()
  await page.keyboard.press('Home')
  for (let line = 2; line < 8; line += 1) {
    await expect(views.chosenRow('Edges')).toHaveAttribute('aria-rowindex', String(line))
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(margin.chosen).toBeVisible()
})

test('the table marks an edge of the chosen node or none, and its keys act on that alone', async ({
  app,
}) => {
  const { page } = app
  const [margin, views] = partsOf(app)
  const table = page.getByRole('grid', { name: 'Edges' })
  await page.keyboard.press('Alt+6')
  await expect(views.rows('Edges').first()).toBeVisible()
  await expect(views.chosenRow('Edges')).toHaveCount(0)
  await table.focus()
  await page.keyboard.press('Enter')
  await expect(views.graph).toBeVisible()

  // Nothing leads from this one; a denial leads to it.
  await views.node(/^claim by Leon Panetta: Militants have a safe haven/).click()
  await expect(views.chosenRow('Edges')).toHaveCount(1)
  await expect(views.chosenRow('Edges').getByRole('gridcell').nth(2)).toContainText(
    'Militants have a safe haven',
  )

  // Without its one statement an office has no edge at all.
  await views.node(/^claim by NATO/).click()
  await page.getByRole('button', { name: 'Hide H', exact: true }).click()
  await views.node(/^actor: NATO/).click()
  await expect(views.chosenRow('Edges')).toHaveCount(0)
  await table.focus()
  await page.keyboard.press('Enter')
  await expect(views.graph).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(views.chosenRow('Edges')).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('Enter')
  await expect(margin.chosen).toBeVisible()
})

const partsOf = ({ page }: App) => [marginOf(page), viewsOf(page)] as const
