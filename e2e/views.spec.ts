/** What the ledger, the timeline and the graph have in common: files of what they show, and assistive tools. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { axeFindings } from './harness/axe.ts'
import { frameOf } from './pages/frame.ts'
import { marginOf } from './pages/margin.ts'
import { viewsOf } from './pages/views.ts'

test.use({ sample: 'annotated' })

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

/** The file that a key saves. */
async function saveByKey(page: Page, key: string) {
  const waiting = page.waitForEvent('download')
  await page.keyboard.press(key)
  const download = await waiting
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('each view gives its table as CSV, and the pictures as SVG and PNG', async ({ app }) => {
  const { page } = app
  const save = (key: string) => saveByKey(page, key)
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

test('a picture is a sound file whatever words stand in it', async ({ app }) => {
  const { page } = app
  const { chosen, field } = marginOf(page)
  const family = '👩‍👩‍👧'
  await page.keyboard.press('F7')
  await page.keyboard.press('j')
  await expect(chosen).toHaveAccessibleName(/^Event: /)
  await page.keyboard.press('Enter')
  await field('Title').fill(`mmm${family.repeat(30)}\u0001\u000b`)
  await page.keyboard.press('Escape')
  await expect(chosen).toContainText(family)
  for (const view of ['Alt+5', 'Alt+6']) {
    await page.keyboard.press(view)
    await expect(page.locator('.time-mark, .node').first()).toBeVisible()
    const svg = (await saveByKey(page, 'Control+Alt+v')).bytes.toString()
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)
    const own = lines.filter((line) => line.includes('👩'))
    expect(own).not.toEqual([])
    for (const line of own) expect(line.replaceAll(family, '')).toMatch(/^(?:mmm)?…?$/)
    const fault = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return parsed.querySelector('parsererror')?.textContent ?? null
    }, svg)
    expect(fault).toBeNull()
    const png = await saveByKey(page, 'Control+Alt+i')
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  }
})

test('paper is light where the screen is dark, and a table has all of its lines there', async ({ app }) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Alt+5')
  const label = page.locator('.time-label').first()
  await expect(label).toHaveCSS('fill', 'rgb(230, 226, 217)')
  // What is on the page while it prints; the window itself would ask for a printer.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = String(document.querySelectorAll('.table-row').length)
    }
  })
  await page.keyboard.press('Control+Shift+P')
  await expect(page.locator('body')).toHaveAttribute('data-printed', '28')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(label).toHaveCSS('fill', 'rgb(34, 32, 28)')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

/** Checks what is on the screen: all in light, the colours in dark too. */
async function check(page: Page, screen: string): Promise<void> {
  for (const [theme, rules] of [
    ['dark', ['color-contrast']],
    ['light', null],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(page, 'main', rules), `${screen}, ${theme}`).toEqual([])
  }
}

/** Each screen in a test of its own, because axe looks at every element of it. */
const screens: { readonly [name: string]: (page: Page) => Promise<void> } = {
  threads: async (page) => {
    await page.keyboard.press('Alt+4')
    await expect(viewsOf(page).threads).toBeVisible()
  },
  matrix: async (page) => {
    await page.keyboard.press('Alt+4')
    await viewsOf(page).tab('Matrix').click()
    await expect(viewsOf(page).matrix).toBeVisible()
  },
  'open items': async (page) => {
    await page.keyboard.press('Alt+7')
    await expect(viewsOf(page).openItems).toBeVisible()
  },
  actors: async (page) => {
    await page.keyboard.press('Alt+8')
    await expect(viewsOf(page).actors).toBeVisible()
  },
  timeline: async (page) => {
    await page.keyboard.press('Alt+5')
    await expect(page.locator('.time-mark').first()).toBeVisible()
  },
  graph: async (page) => {
    await page.keyboard.press('Alt+6')
    await expect(page.locator('.node').first()).toBeVisible()
  },
}

for (const [name, go] of Object.entries(screens)) {
  test(`nothing on the screen of the ${name} is out of reach of assistive tools`, async ({ app }) => {
    await go(app.page)
    await check(app.page, name)
  })
}
