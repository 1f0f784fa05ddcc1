/** The compare view: columns and the threads between their marks. */
import { expect, type Locator, type Page } from 'playwright/test'
import { pickerOf } from './dialogs.ts'
import { readerOf } from './reader.ts'

/** How far a thread may end from the middle of its mark's line, in pixels: ends that meet are spread a little. */
const nearby = 6

export function compareOf(page: Page) {
  const threads = page.getByRole('group', { name: 'Threads' }).getByRole('button')
  const columns = page.getByRole('main').getByRole('region', { name: /^Column \d/ })
  return {
    columns,
    threads,
    edges: page.getByRole('group', { name: 'Threads out of view' }).getByRole('button'),
    panel: page.getByRole('complementary', { name: 'Thread', exact: true }),
    column: (headline: string) => {
      const region = columns.filter({ has: page.getByRole('heading', { level: 1, name: headline }) })
      return { region, scroller: region.locator('.pane-scroller'), ...readerOf(page, region) }
    },

    /** Adds an article as a column by keys alone. */
    async addByKey(headline: string) {
      await page.keyboard.press('Shift+c')
      await pickerOf(page, 'Add an article to compare').pickByKey(
        headline.slice(0, 30),
        new RegExp(headline.slice(0, 20)),
      )
      await expect(columns.getByRole('heading', { level: 1, name: headline })).toBeVisible()
    },

    /** Drags a link from one passage to another, by the grip at the end of the first. */
    async dragLink(fromId: string, toId: string) {
      const mark = (id: string) => page.locator(`mark[data-annotation="${id}"]`).first()
      const from = await boxOf(mark(fromId))
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
      const grip = page.locator('.grip:visible')
      const knob = await boxOf(grip)
      const to = await boxOf(mark(toId))
      // As a hand goes: over what lies between the first line of the passage and its end.
      await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2, { steps: 12 })
      await expect(grip).toBeVisible()
      await page.mouse.down()
      await page.mouse.move((knob.x + to.x) / 2, (knob.y + to.y) / 2, { steps: 4 })
      await expect(page.locator('.thread-drag')).toBeVisible()
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 })
      await page.mouse.up()
    },

    /** Waits until a thread joins the two passages: ends at the height of their marks, at the sides of their columns. */
    async expectThreadBetween(leftId: string, rightId: string) {
      await expect(async () => {
        const gaps = await page.evaluate(measureThread, [leftId, rightId] as const)
        expect(gaps, 'a thread with both ends on the screen').not.toBeNull()
        for (const gap of gaps ?? []) expect(gap).toBeLessThanOrEqual(nearby)
      }).toPass({ intervals: [20, 50, 100], timeout: 5000 })
    },
  }
}

/** The box of the first line of an element. */
async function boxOf(locator: Locator) {
  const box = await locator.evaluate((element) => {
    const { x, y, width, height } = element.getClientRects()[0] ?? new DOMRect()
    return { x, y, width, height }
  })
  expect(box.width, 'something to be seen').toBeGreaterThan(0)
  return box
}

/** How far the ends of the best thread lie from the two marks; null where no thread has both ends on the screen. */
function measureThread([leftId, rightId]: readonly [string, string]): number[] | null {
  const markOf = (id: string) => {
    const mark = document.querySelector(`mark[data-annotation="${id}"]`)
    const scroller = mark?.closest('.pane-scroller')?.getBoundingClientRect()
    const text = mark?.closest('.pane-mount')?.getBoundingClientRect()
    if (!mark || !scroller || !text) return null
    const line = [...mark.getClientRects()].find(({ bottom }) => bottom > scroller.top + 4)
    return line ? { y: line.top + line.height / 2, text } : null
  }
  const left = markOf(leftId)
  const right = markOf(rightId)
  if (!left || !right) return null
  const threads = [...document.querySelectorAll('.threads .thread')].flatMap((thread) => {
    const ends = [...thread.querySelectorAll('circle')]
      .map((circle) => circle.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .sort((a, b) => a.x - b.x)
    const [one, other] = ends
    if (!one || !other) return []
    return [
      [
        Math.abs(one.y - left.y),
        Math.abs(other.y - right.y),
        Math.abs(one.x - left.text.right),
        Math.abs(other.x - right.text.left),
      ],
    ]
  })
  const worst = (gaps: number[]) => Math.max(...gaps)
  return threads.sort((a, b) => worst(a) - worst(b))[0] ?? null
}
