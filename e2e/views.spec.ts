/** The ledger, the timeline and the graph, by keyboard alone and with the mouse. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type App, expect, test } from './harness/app.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'
import { viewsOf } from './pages/views.ts'

/** What is pressed before the case is open would be lost with the screen before it. */
test.beforeEach(({ app }) => expect(frameOf(app.page).foot).toContainText('saved'))

const haven = 'continue to take advantage of their safe haven'
const noLinks = 'Pakistan says it has no links to the group.'
const doingAll = 'was doing all it could to stop militants'

test('from an empty case to a ledger row with a claim, its denial from another article and a contradiction, by keyboard alone', async ({
  app,
}) => {
  const { page } = app
  const [frame, library, reader, margin, views] = partsOf(app)
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('Nothing is in the ledger yet')).toBeVisible()
  await frame.importFiles([islamabad.path, coats.path])
  await frame.expectHolds({ articles: 2 })
  await expect(reader.heading).toHaveText(islamabad.headline)
  await library.openByKey(coats.headline)
  await page.keyboard.press('F7')
  await reader.selectByFinding(haven)
  await margin.tagByKey('c')
  await page.keyboard.insertText('Dan Coats')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Militants have a safe haven')
  await page.keyboard.press('Tab')
  await margin.backToText()

  await library.openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  const tagAndLink = async (words: string, key: 'c' | 'd', relation: RegExp) => {
    await reader.selectByFinding(words)
    await margin.tagByKey(key)
    await margin.backToText()
    await page.keyboard.press('l')
    const picker = pickerOf(page)
    await picker.pickByKey('safe haven', /Coats/)
    await expect(picker.field).toHaveValue('')
    await page.keyboard.insertText(relation.source)
    await expect(picker.active).toHaveText(relation)
    await page.keyboard.press('Enter')
    await expect(picker.dialog).toBeHidden()
  }
  await tagAndLink(noLinks, 'd', /denies/)
  await tagAndLink(doingAll, 'c', /contradicts/)
  await frame.expectHolds({ articles: 2, claims: 2, denials: 1, links: 2 })

  await page.keyboard.press('Alt+4')
  await expect(views.threads).toBeFocused()
  await expect(views.rows('Threads')).toHaveCount(1)
  const row = views.row('Threads', 'Militants have a safe haven')
  await expect(row).toContainText('Dan Coats')
  await expect(row.locator('.voices.denials')).toContainText(/1.*Pakistan/)
  await expect(row.locator('.voices.contradictions')).toContainText('1')
  await expect(row).toContainText(/denied.*contradicted/)

  // One key leads to the passage, another back.
  await page.keyboard.press('Enter')
  await expect(reader.heading).toHaveText(coats.headline)
  await expect(margin.chosen).toHaveAccessibleName('Claim by Dan Coats: Militants have a safe haven')
  await page.keyboard.press('Backspace')
  await expect(views.threads).toBeFocused()
})

test.describe('with the annotated sample', () => {
  test.use({ sample: 'annotated' })

  test('open items are worked through by key: settled, linked, and the next one is chosen', async ({
    app,
  }) => {
    const { page } = app
    const [, , , margin, views] = partsOf(app)
    await page.keyboard.press('Alt+7')
    await expect(views.openItems).toBeFocused()
    await expect(views.status).toHaveText('22 open items')
    await views.walkTo('Open items', 'What is left is being hunted')
    await page.keyboard.press('s')
    await expect(views.status).toHaveText('21 open items')
    await expect(views.openItems).toBeFocused()
    await expect(views.chosenRow('Open items')).toContainText('The United States will act itself')

    await views.walkTo('Open items', 'The fault lies on the Afghan side')
    await page.keyboard.press('l')
    const picker = pickerOf(page)
    await picker.pickByKey('little progress', /Panetta/)
    await expect(picker.active).toHaveText(/^contradicts/)
    await page.keyboard.press('Enter')
    await expect(picker.dialog).toBeHidden()
    await expect(views.row('Open items', /contradiction.*The fault lies/)).toHaveCount(1)
    await expect(views.row('Open items', /unanswered.*The fault lies/)).toHaveCount(0)

    // Reading an item and coming back stays at the item.
    await views.walkTo('Open items', 'Intelligence cooperation is dire')
    await page.keyboard.press('Enter')
    await expect(margin.chosen).toHaveAccessibleName(/Intelligence cooperation is dire/)
    await page.keyboard.press('Backspace')
    await expect(views.openItems).toBeFocused()
    await expect(views.chosenRow('Open items')).toContainText('Intelligence cooperation is dire')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(views.status).toHaveText('22 open items')
  })

  test('an event moves along the timeline when its date is edited', async ({ app }) => {
    const { page } = app
    const [, , , margin, views] = partsOf(app)
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

  test('a node of the graph is followed to its passage and back, its neighbours come on demand, and nothing moves', async ({
    app,
  }) => {
    const { page } = app
    const [, , , margin, views] = partsOf(app)
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

  test('threads are named, merged and split by hand, and every step can be undone', async ({ app }) => {
    const { page } = app
    const [frame, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+4')
    await views.walkTo('Threads', 'ISI has ties')
    await page.keyboard.press('F2')
    await expect(dialogOf(page, 'Name the thread').field('Title')).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('The ISI question')
    await page.keyboard.press('Enter')
    await expect(views.chosenRow('Threads')).toContainText('The ISI question')
    await expect(views.threads).toBeFocused()

    await page.keyboard.press('m')
    await pickerOf(page).pickByKey('haqqani network attacked', /attacked the embassy/)
    await expect(views.status).toHaveText('14 threads')
    await expect(views.pane).toContainText('5 passages')
    await expect(views.pane.getByRole('heading')).toHaveText('The ISI question')
    await expect(views.threads).toBeFocused()

    await page.keyboard.press('s')
    const dialog = dialogOf(page, 'Split the thread')
    await expect(dialog.dialog.getByRole('checkbox').first()).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(dialog.dialog).toBeHidden()
    await expect(views.status).toHaveText('15 threads')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
    await expect(views.row('Threads', 'The ISI question')).toHaveCount(0)
    await expect(views.row('Threads', 'ISI has ties')).toHaveCount(1)
    await expect(frame.undo).toHaveAccessibleName('Undo: Make the sample case')
  })

  test('actors are merged and split, and the aliases follow', async ({ app }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+8')
    await views.walkTo('Actors', /^U\.S\. official(?!s)/)
    await page.keyboard.press('m')
    await pickerOf(page).pickByKey('u.s. officials', /^U\.S\. officials/)
    await expect(views.chosenRow('Actors')).toContainText(
      /U\.S\. officials.*American officials, U\.S\. official/,
    )
    await expect(views.status).toHaveText('20 actors')
    await expect(views.actors).toBeFocused()
    await page.keyboard.press('s')
    const dialog = dialogOf(page, 'Split U.S. officials')
    await expect(dialog.field('Name of the new actor')).toBeFocused()
    await page.keyboard.insertText('Pentagon spokesman')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(dialog.dialog).toBeHidden()
    await expect(views.chosenRow('Actors')).toContainText('Pentagon spokesman')
  })

  test('with the mouse: sorting, filtering, grouping, the pane and the matrix lead to passages, and Back leads back', async ({
    app,
  }) => {
    const { page } = app
    const [frame, , reader, margin, views] = partsOf(app)
    await frame.view('Ledger').click()
    await views.threads.getByRole('button', { name: 'Statement' }).click()
    await expect(views.rows('Threads').first()).toContainText('Doctor who helped')
    await views.threads.getByRole('button', { name: 'Statement' }).click()
    await expect(views.rows('Threads').first()).toContainText('Younis al-Mauritani')
    await page.getByLabel('State').selectOption('denied')
    await expect(views.status).toHaveText('3 of 15 threads')
    await views.row('Threads', 'Militants have a safe haven').click()
    await views.pane.getByRole('button', { name: /has eliminated all militant/ }).click()
    await expect(reader.heading).toHaveText(coats.headline)
    await expect(margin.chosen).toHaveAccessibleName(/^Denial by Qamar Javed Bajwa/)
    await frame.back.click()
    await expect(views.status).toHaveText('3 of 15 threads')

    await page.getByRole('button', { name: 'Actor any' }).click()
    await pickerOf(page)
      .option(/^Pakistan\s*place/)
      .first()
      .click()
    await expect(views.status).toHaveText('2 of 15 threads')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByLabel('Group by').selectOption('relation')
    await expect(views.threads.getByText('contradicts', { exact: false }).first()).toBeVisible()
    await page.getByLabel('Group by').selectOption('')
    await views.tab('Matrix').click()
    await views.matrix.getByRole('gridcell', { name: 'denies' }).first().dblclick()
    await expect(margin.chosen).toHaveAccessibleName(/^Denial/)
    await frame.back.click()
    await expect(views.matrix).toBeVisible()
  })

  test('the timeline is zoomed by wheel and moved by dragging, and filters hold', async ({ app }) => {
    const { page } = app
    const [frame, , , , views] = partsOf(app)
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
    expect(ledger.bytes.toString()).toContain(
      'Militants have a safe haven in Pakistan,Leon Panetta,2011-09-14',
    )
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
    test(`nothing in these views is out of reach of assistive tools (${scheme})`, async ({ app }) => {
      const { page } = app
      await page.emulateMedia({ colorScheme: scheme })
      const [, , , , views] = partsOf(app)
      const stops: readonly (readonly [string, () => Promise<void>])[] = [
        ['Alt+4', () => expect(views.threads).toBeVisible()],
        ['Alt+7', () => expect(views.openItems).toBeVisible()],
        ['Alt+8', () => expect(views.actors).toBeVisible()],
        ['Alt+5', () => expect(page.locator('.time-mark').first()).toBeVisible()],
        ['Alt+6', () => expect(page.locator('.node').first()).toBeVisible()],
      ]
      for (const [key, seen] of stops) {
        await page.keyboard.press(key)
        await seen()
        expect(await violations(app)).toEqual([])
      }
      await page.keyboard.press('Alt+4')
      await views.tab('Matrix').click()
      await expect(views.matrix).toBeVisible()
      expect(await violations(app)).toEqual([])
    })
  }
})

const partsOf = ({ page }: App) =>
  [frameOf(page), libraryOf(page), readerOf(page), marginOf(page), viewsOf(page)] as const

async function violations({ page }: App) {
  const { violations: found } = await new AxeBuilder({ page }).include('main').analyze()
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)])
}

/** The left edge of the mark that is chosen after `choose`. */
async function chosenX({ page }: App, choose: () => Promise<void>): Promise<number> {
  await choose()
  return page.locator('.time-mark.chosen').evaluate((mark) => mark.getBoundingClientRect().left)
}
