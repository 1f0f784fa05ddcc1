/** The ledger, its open items and its actors, by keyboard alone and with the mouse. */
import { type App, expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
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
    await expect(views.status).toHaveText('23 open items')
    await views.walkTo('Open items', 'Pakistan will keep its ties')
    await page.keyboard.press('s')
    await expect(views.status).toHaveText('22 open items')
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
    await expect(views.status).toHaveText('23 open items')
  })

  test('when the last open item of a sort is settled the focus stays there, and undo brings it back under the keys', async ({
    app,
  }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+7')
    await page.getByLabel('Show').selectOption('contradiction')
    await expect(views.rows('Open items')).toHaveCount(4)
    await views.openItems.focus()
    while ((await views.rows('Open items').count()) > 0) {
      const status = (await views.status.textContent()) ?? ''
      await page.keyboard.press('s')
      await expect(views.status).not.toHaveText(status)
    }
    await expect(page.getByText('Nothing is open')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Open items' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(views.openItems).toBeFocused()
  })

  test('threads are named, merged and split by hand, and every step can be undone', async ({ app }) => {
    const { page } = app
    const [frame, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+4')
    await views.walkTo('Threads', 'ISI has ties')
    await page.keyboard.press('F2')
    await expect(dialogOf(page, 'Name the thread').field('Title')).toBeFocused()
    await page.keyboard.insertText('The ISI question')
    await page.keyboard.press('Enter')
    await expect(views.chosenRow('Threads')).toContainText('The ISI question')
    await expect(views.chosenRow('Threads')).not.toContainText('ISI has ties')
    await expect(views.threads).toBeFocused()

    await page.keyboard.press('m')
    await pickerOf(page).pickByKey('fault lies', /The fault lies/)
    await expect(views.status).toHaveText('17 threads')
    await expect(views.pane).toContainText('3 passages')
    await expect(views.pane.getByRole('heading')).toHaveText('The ISI question')
    await expect(views.threads).toBeFocused()

    await page.keyboard.press('s')
    const dialog = dialogOf(page, 'Split the thread')
    await expect(dialog.dialog.getByRole('checkbox').first()).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(dialog.dialog).toBeHidden()
    await expect(views.status).toHaveText('18 threads')
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
    await expect(views.status).toHaveText('19 actors')
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

  test('actors are sorted by every column, by key and with the mouse', async ({ app }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+8')
    await expect(views.actors).toBeFocused()
    const head = (name: string) => views.actors.getByRole('columnheader', { name })
    const first = views.rows('Actors').first()
    await expect(head('Passages')).toHaveAttribute('aria-sort', 'descending')
    await expect(first).toContainText('Pakistan')

    // By key: the heads are the next stops, and Down leads from them into the lines.
    await page.keyboard.press('Tab')
    await expect(head('Name').getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending')
    await expect(first).toContainText('Asif Ali Zardari')
    await page.keyboard.press('Enter')
    await expect(head('Name')).toHaveAttribute('aria-sort', 'descending')
    await expect(first).toContainText('Younis al-Mauritani')
    await page.keyboard.press('ArrowDown')
    await expect(views.actors).toBeFocused()

    for (const [column, words, sort] of [
      ['Type', 'office', 'ascending'],
      ['Also called', 'American officials', 'ascending'],
      ['Claims', 'Dan Coats', 'descending'],
      ['Denials', 'Pakistan', 'descending'],
      ['Events', 'U.S. military', 'descending'],
      ['Articles', 'Pakistan', 'descending'],
    ] as const) {
      await head(column).getByRole('button').click()
      await expect(head(column)).toHaveAttribute('aria-sort', sort)
      await expect(first).toContainText(words)
      await expect(views.actors).toBeFocused()
    }
    await expect(views.actors.locator('[aria-sort]')).toHaveCount(1)
  })

  test('words that threads are filtered by leave all actors in their list, and letters of a name can be cleared there', async ({
    app,
  }) => {
    const { page } = app
    const [frame, , , , views] = partsOf(app)
    await frame.view('Ledger').click()
    await page.getByLabel('Filter by words').fill('supply routes')
    await expect(views.rows('Threads')).toHaveCount(1)
    await views.tab('Actors').click()
    await expect(views.status).toHaveText(/^\d+ actors$/)
    await page.getByLabel('Filter by name or alias').fill('qqq')
    await expect(page.getByText('Nobody is called so')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await expect(views.rows('Actors').first()).toBeVisible()
    await views.tab('Threads').click()
    await expect(views.rows('Threads')).toHaveCount(1)
  })

  test('at 1280 the threads do not scroll sideways, also beside a scrollbar that takes room', async ({
    app,
  }) => {
    const { page } = app
    const views = viewsOf(page)
    // As wide as the widest scrollbar of a desktop; the browser of the tests hides its own.
    await page.setViewportSize({ width: 1280 - 17, height: 800 })
    await page.keyboard.press('Alt+4')
    await expect(views.rows('Threads').first()).toBeVisible()
    expect(await views.threads.evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0)
  })

  test('at 1280 the filters stay in one line when an actor and an article are chosen', async ({ app }) => {
    const { page } = app
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press('Alt+4')
    await expect(viewsOf(page).rows('Threads').first()).toBeVisible()
    const filters = page.getByLabel('Filter by words').locator('..')
    const line = (await filters.boundingBox())?.height
    for (const [button, words] of [
      ['Actor any', 'Senior Pakistani government official'],
      ['Article any', 'Islamabad fends off'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await pickerOf(page).pickByKey(words, new RegExp(`^${words}`))
      await expect(
        page.getByRole('button', { name: new RegExp(`^${button.split(' ')[0]} ${words}`) }),
      ).toBeVisible()
      expect((await filters.boundingBox())?.height).toBe(line)
    }
  })

  test('threads are filtered by how many stand against them, by source and by who was first', async ({
    app,
  }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    await page.keyboard.press('Alt+4')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByLabel('Denials').selectOption('two or more')
    await expect(views.status).toHaveText('1 of 18 threads')
    await expect(views.rows('Threads')).toContainText(['Militants have a safe haven'])
    await page.getByLabel('Denials').selectOption('')
    await page.getByLabel('Sources').selectOption('two or more')
    await expect(views.status).toHaveText('3 of 18 threads')
    await page.getByRole('button', { name: 'First by any' }).click()
    await pickerOf(page).pickByKey('panetta', /^Leon Panetta/)
    await expect(views.status).toHaveText('1 of 18 threads')

    // What is set stays to be seen when its place is closed.
    await page.getByRole('button', { name: 'More filters' }).click()
    await expect(page.getByRole('button', { name: 'More filters (2 set)' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(views.status).toHaveText('18 threads')
  })

  test('the thread at hand stays the same when the rows are grouped, and Shift G compares its articles', async ({
    app,
  }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    const compare = compareOf(page)
    await page.keyboard.press('Alt+4')
    await views.walkTo('Threads', 'Raid that killed Osama')
    await page.getByLabel('Group by').selectOption('article')
    await expect(views.chosenRow('Threads')).toContainText('Raid that killed Osama')
    await expect(views.pane.getByRole('heading')).toContainText('Raid that killed Osama')
    await views.threads.focus()
    await page.keyboard.press('Shift+g')
    await expect(compare.columns).toHaveCount(2)
    await page.keyboard.press('Backspace')
    await expect(views.threads).toBeFocused()
    await expect(views.chosenRow('Threads')).toContainText('Raid that killed Osama')
  })

  test('when the chosen line is gone, what stands beside the table is of the line that is marked in its place', async ({
    app,
  }) => {
    const { page } = app
    const [, , , , views] = partsOf(app)
    const settle = page.getByRole('button', { name: /^Settle/ })
    await page.keyboard.press('Alt+7')
    await views.row('Open items', 'Pakistan will keep its ties').click()
    await settle.click()
    await expect(views.chosenRow('Open items')).toContainText('The United States will act itself')
    await settle.click()
    await expect(views.status).toHaveText('21 open items')
    await expect(views.row('Open items', /unanswered.*The United States will act itself/)).toHaveCount(0)
    await expect(views.row('Open items', 'The United States will act itself')).toHaveCount(0)

    await page.keyboard.press('Alt+8')
    await views.actors.press('End')
    await page.getByLabel('Filter by name or alias').fill('pak')
    const marked = (await views.chosenRow('Actors').locator('b').textContent()) ?? ''
    await expect(views.pane.getByRole('heading')).toHaveText(marked)
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
    await expect(views.status).toHaveText('2 of 18 threads')
    await views.row('Threads', 'Militants have a safe haven').click()
    await views.pane.getByRole('button', { name: /has eliminated all militant/ }).click()
    await expect(reader.heading).toHaveText(coats.headline)
    await expect(margin.chosen).toHaveAccessibleName(/^Denial by Qamar Javed Bajwa/)
    await frame.back.click()
    await expect(views.status).toHaveText('2 of 18 threads')

    await page.getByRole('button', { name: 'Actor any' }).click()
    await pickerOf(page)
      .option(/^Qamar Javed Bajwa/)
      .first()
      .click()
    await expect(views.status).toHaveText('1 of 18 threads')
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
})

const partsOf = ({ page }: App) =>
  [frameOf(page), libraryOf(page), readerOf(page), marginOf(page), viewsOf(page)] as const
