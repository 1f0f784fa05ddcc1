/** What the ledger, the timeline and the graph have in common: files of what they show, and assistive tools. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type App, expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { viewsOf } from './pages/views.ts'

test.use({ sample: 'annotated' })

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

test('each view gives its table as CSV, and the pictures as SVG and PNG', async ({ app }) => {
  const { page } = app
  const save = async (key: string) => {
    const waiting = page.waitForEvent('download')
    await page.keyboard.press(key)
    const download = await waiting
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  await page.keyboard.press('Alt+4')
  const ledger = await save('Control+Alt+c')
  expect(ledger.name).toBe('Ledger.csv')
  expect(ledger.bytes.toString()).toContain('Militants have a safe haven in Pakistan,Leon Panetta,2011-09-14')
  await page.keyboard.press('Alt+5')
  await expect(page.locator('.time-mark').first()).toBeVisible()
  const svg = await save('Control+Alt+v')
  expect(svg.name).toBe('Timeline.svg')
  expect(svg.bytes.toString()).toMatch(/^<svg .*Raymond Davis arrested.*<\/svg>$/s)
  expect(svg.bytes.toString()).not.toContain('class=')
  await page.keyboard.press('Alt+6')
  await expect(page.locator('.node').first()).toBeVisible()
  const png = await save('Control+Alt+i')
  expect(png.name).toBe('Graph.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect((await save('Control+Alt+c')).bytes.toString()).toContain(',denies,')
})

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing in the ledger is out of reach of assistive tools (${scheme})`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: scheme })
    const views = viewsOf(page)
    await page.keyboard.press('Alt+4')
    await expect(views.threads).toBeVisible()
    expect(await violations(app)).toEqual([])
    await page.keyboard.press('Alt+7')
    await expect(views.openItems).toBeVisible()
    expect(await violations(app)).toEqual([])
    await page.keyboard.press('Alt+8')
    await expect(views.actors).toBeVisible()
    expect(await violations(app)).toEqual([])
    await views.tab('Matrix').click()
    await expect(views.matrix).toBeVisible()
    expect(await violations(app)).toEqual([])
  })

  test(`nothing in the pictures is out of reach of assistive tools (${scheme})`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: scheme })
    await page.keyboard.press('Alt+5')
    await expect(page.locator('.time-mark').first()).toBeVisible()
    expect(await violations(app)).toEqual([])
    await page.keyboard.press('Alt+6')
    await expect(page.locator('.node').first()).toBeVisible()
    expect(await violations(app)).toEqual([])
  })
}

async function violations({ page }: App) {
  const { violations: found } = await new AxeBuilder({ page }).include('main').analyze()
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)])
}
