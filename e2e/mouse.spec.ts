/** The main job with the mouse. */
import type { Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'
import { viewsOf } from './pages/views.ts'

const haven = 'continue to take advantage of their safe haven'
const doingAll = 'was doing all it could to stop militants'
const noLinks = 'Pakistan says it has no links to the group.'
const tougher = 'the Pakistan Army is only trying to appear tougher against the Taliban and Haqqani militants'
const hearing = 'Coats alleged during a hearing of the Senate Intelligence Committee'

test('from an empty case to a ledger row with a claim, its denial from another article and a contradiction', async ({
  app,
}) => {
  const { page } = app
  const [frame, library, reader, margin] = [frameOf(page), libraryOf(page), readerOf(page), marginOf(page)]
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files …' }).click()
  await (await chooser).setFiles([islamabad.path, coats.path])
  await frame.expectHolds({ articles: 2 })
  await library.open(coats.headline)
  await reader.selectByDragging(haven)
  await reader.toolbar.getByRole('button', { name: /^Claim/ }).click()
  await margin.field('About').fill('Militants have a safe haven')
  await margin.chosen.getByRole('button', { name: /^Done/ }).click()

  await library.open(islamabad.headline)
  const picker = pickerOf(page)
  for (const [words, kind, relation] of [
    [noLinks, /^Denial/, /^denies/],
    [doingAll, /^Claim/, /^contradicts/],
  ] as const) {
    await reader.selectByDragging(words)
    await reader.toolbar.getByRole('button', { name: kind }).click()
    await margin.chosen.getByRole('button', { name: /^Done/ }).click()
    await margin.chosen.getByRole('button', { name: /^Link/ }).click()
    await picker.option(/safe haven/).click()
    await picker.option(relation).click()
    await expect(picker.dialog).toBeHidden()
  }
  await frame.expectHolds({ articles: 2, claims: 2, denials: 1, links: 2 })

  const { rows, pane } = viewsOf(page)
  await frame.view('Ledger').click()
  await expect(rows('Threads')).toHaveCount(1)
  await expect(rows('Threads')).toContainText(/Militants have a safe haven.*denied.*contradicted/)
  await rows('Threads').first().click()
  await pane.getByRole('button', { name: /no links to the group/ }).click()
  await expect(margin.chosen).toHaveAccessibleName(/^Denial by Pakistan/)
  await frame.back.click()
  await expect(rows('Threads')).toHaveCount(1)
})

test.describe('with the articles', () => {
  test.use({ sample: 'bare' })

  test('words are selected by dragging, tagged with the bar, filled in and linked from mark to mark', async ({
    app,
  }) => {
    const { page } = app
    const [frame, library, reader, margin] = [frameOf(page), libraryOf(page), readerOf(page), marginOf(page)]
    const compare = compareOf(page)
    await library.open(islamabad.headline)
    await reader.selectByDragging(noLinks)
    await expect(reader.toolbar).toContainText('Pakistan')
    await reader.toolbar.getByRole('button', { name: /^Denial/ }).click()
    await reader.expectPassages('denial', [noLinks])
    await expect(margin.speaker).toHaveValue('Pakistan')
    await margin.field('Stance').selectOption('denies')
    await margin.chosen.getByRole('button', { name: /^Done/ }).click()
    await expect(margin.chosen).toContainText('denies')

    await library.open(coats.headline)
    await reader.selectByDragging(hearing)
    await reader.toolbar.getByRole('button', { name: /^Event/ }).click()
    await expect(margin.field('Title')).toBeFocused()
    await margin.backToText()
    await reader.selectByDragging(tougher)
    await margin.tagByKey('c')
    await expect(margin.speaker).toHaveValue('Coats')
    await margin.backToText()
    await reader.expectPassages('claim', [tougher])
    await reader.expectPassages('event', [hearing])

    // A click on a passage chooses it, and its card with it.
    await reader.marks('event').click()
    await expect(margin.chosen).toHaveAccessibleName(/^Event/)
    await margin
      .card(/^Claim by Coats/)
      .getByRole('button')
      .first()
      .click()
    await expect(margin.chosen).toHaveAccessibleName(/^Claim by Coats/)

    await frame.view('Compare').click()
    await page.getByRole('button', { name: 'Add an article …' }).click()
    await pickerOf(page).option(islamabad.headline).click()
    await expect(compare.columns).toHaveCount(2)
    const [left, right] = [compare.column(coats.headline), compare.column(islamabad.headline)]
    await right.bringIntoView(noLinks)
    await left.bringIntoView(tougher)
    const [denial, claim] = await Promise.all([
      right.marks('denial').first().getAttribute('data-annotation'),
      left.marks('claim').first().getAttribute('data-annotation'),
    ])
    await compare.dragLink(denial ?? '', claim ?? '')
    await pickerOf(page)
      .option(/^denies/)
      .click()
    await frame.expectHolds({ articles: 3, claims: 1, denials: 1, events: 1, links: 1 })
    await expect(compare.threads).toHaveCount(1)
    await expect(compare.threads).toHaveAccessibleName(/^Denial by Pakistan.* – denies – Claim by Coats/)
    await compare.expectThreadBetween(claim ?? '', denial ?? '')
  })

  /** Opens an article, and tags words of it as a denial. */
  const tagByDragging = async (page: Page) => {
    const [reader, margin] = [readerOf(page), marginOf(page)]
    await libraryOf(page).open(islamabad.headline)
    await reader.selectByDragging(noLinks)
    await reader.toolbar.getByRole('button', { name: /^Denial/ }).click()
    return { reader, margin }
  }

  test('the bar comes for words that were just selected, and not again for words that were tagged or left', async ({
    app,
  }) => {
    const { reader, margin } = await tagByDragging(app.page)
    await margin.chosen.getByRole('button', { name: /^Done/ }).click()
    expect(await reader.selected()).toBe(noLinks)
    const fold = reader.folds.first()
    await fold.getByRole('button', { name: 'Show' }).click()
    await fold.getByRole('button', { name: 'Hide' }).click()
    expect(await reader.selected()).toBe(noLinks)
    await expect(reader.toolbar).toBeHidden()

    await reader.selectByDragging(noLinks)
    await expect(reader.toolbar).toBeVisible()
    await reader.heading.click()
    await expect(reader.toolbar).toBeHidden()
  })

  test('words are selected from where the press was, also while the keys are in the card of words selected before', async ({
    app,
  }) => {
    const { reader, margin } = await tagByDragging(app.page)
    await expect(margin.speaker).toBeFocused()
    await reader.selectByDragging(doingAll)
    await expect(reader.toolbar).toBeVisible()
    expect(await reader.selected()).toBe(doingAll)
    await reader.toolbar.getByRole('button', { name: /^Claim/ }).click()
    await reader.expectPassages('claim', [doingAll])
  })

  test('in a case that has articles more are imported from the list, and its text and its pairs are reached without a key', async ({
    app,
  }) => {
    const { page } = app
    const [frame, library, compare] = [frameOf(page), libraryOf(page), compareOf(page)]
    await library.aside.getByRole('button', { name: 'Import articles' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: /^Import files/ }).click()
    const text = [
      'Minister visits the harbour',
      'The minister visited the harbour on Monday, officials said.',
    ]
    await (await chooser).setFiles({
      name: 'harbour.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text.join('\n\n')),
    })
    await frame.expectHolds({ articles: 4 })

    await library.open(islamabad.headline)
    await page.getByRole('button', { name: /^Correct the text/ }).click()
    await expect(page.getByRole('button', { name: 'Leave as it was' })).toBeVisible()
    await page.getByRole('button', { name: 'Leave as it was' }).click()
    await frame.view('Compare').click()
    await page.getByRole('button', { name: 'Add an article …' }).click()
    await pickerOf(page).option(coats.headline).click()
    await expect(compare.columns).toHaveCount(2)
    const tab = (name: RegExp) => page.getByRole('button', { name })
    await tab(/^Both say/).click()
    await expect(tab(/^Both say \d/)).toHaveAttribute('aria-pressed', 'true')
    await tab(/^Only one says \d/).click()
    await expect(tab(/^Only one says \d/)).toHaveAttribute('aria-pressed', 'true')
    await tab(/^Only one says \d/).click()
    await expect(tab(/^Both say/)).toHaveAttribute('aria-pressed', 'false')
  })

  test('the grip of a passage waits for a hand that comes from its first line, over words that are not in it', async ({
    app,
  }) => {
    const { page } = app
    const [library, reader, margin] = [libraryOf(page), readerOf(page), marginOf(page)]
    await library.open(coats.headline)
    await reader.selectByDragging(tougher)
    await margin.tagByKey('c')
    await margin.backToText()
    await frameOf(page).view('Compare').click()
    await reader.bringIntoView(tougher)
    const [first, last] = await reader.marks('claim').evaluateAll((marks) =>
      [marks[0]?.getClientRects()[0], [...(marks.at(-1)?.getClientRects() ?? [])].at(-1)].map((line) => ({
        right: line?.right ?? 0,
        y: (line?.top ?? 0) + (line?.height ?? 0) / 2,
      })),
    )
    if (first === undefined || last === undefined) throw new Error('The passage is not on the screen.')
    expect(first.right - last.right, 'words behind the passage on its last line').toBeGreaterThan(100)
    await page.mouse.move(first.right - 4, first.y)
    const grip = page.locator('.grip:visible')
    await expect(grip).toBeVisible()
    await page.mouse.move(last.right + 80, last.y)
    // Moves are seen in the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expect(grip).toBeVisible()
    await page.mouse.move(last.right + 80, last.y + 150)
    await expect(grip).toHaveCount(0)
  })

  test('a link dropped beside every passage is refused in words, and nothing is changed', async ({ app }) => {
    const { page } = app
    const [frame, library, reader, margin] = [frameOf(page), libraryOf(page), readerOf(page), marginOf(page)]
    await library.open(islamabad.headline)
    await reader.selectByDragging(noLinks)
    await reader.toolbar.getByRole('button', { name: /^Denial/ }).click()
    await expect(margin.speaker).toBeFocused()
    await margin.backToText()
    await frame.view('Compare').click()
    const mark = reader.marks('denial')
    await reader.bringIntoView(noLinks)
    await mark.hover()
    await page.locator('.grip:visible').hover()
    await page.mouse.down()
    await page.mouse.move(300, 300, { steps: 3 })
    await page.mouse.up()
    await expect(frame.notice).toContainText('drop the thread on another tagged passage')
    await frame.expectHolds({ articles: 3, denials: 1 })
  })
})

test.describe('with the annotated sample', () => {
  test.use({ sample: 'annotated' })

  test('an open item is read, settled, and brought back by undo', async ({ app }) => {
    const { page } = app
    const [frame, margin, views] = [frameOf(page), marginOf(page), viewsOf(page)]
    await frame.view('Ledger').click()
    await views.tab('Open items').click()
    await expect(views.status).toHaveText('23 open items')
    await views.row('Open items', 'Pakistan will keep its ties').click()
    await page.getByRole('button', { name: /^Read Enter/ }).click()
    await expect(margin.chosen).toHaveAccessibleName(/Pakistan will keep its ties/)
    await frame.back.click()
    await expect(views.chosenRow('Open items')).toContainText('Pakistan will keep its ties')
    await page.getByRole('button', { name: /^Settle/ }).click()
    await expect(views.status).toHaveText('22 open items')
    await expect(views.row('Open items', 'Pakistan will keep its ties')).toHaveCount(0)
    await frame.undo.click()
    await expect(views.status).toHaveText('23 open items')
  })

  test('an event moves along the timeline when its date is edited in the card it leads to', async ({
    app,
  }) => {
    const { page } = app
    const [frame, margin, views] = [frameOf(page), marginOf(page), viewsOf(page)]
    await frame.view('Timeline').click()
    const mark = views.mark(/^Obama refuses to meet Zardari, happened /)
    // The label may stand on either side of the span.
    const left = () => mark.locator('.time-span').evaluate((span) => span.getBoundingClientRect().left)
    await expect(mark).toBeVisible()
    const before = await left()
    await mark.dblclick()
    await expect(margin.chosen).toHaveAccessibleName('Event: Obama refuses to meet Zardari')
    await margin.chosen.getByRole('button', { name: /^Edit/ }).click()
    await margin.field('When').fill('2012-04-21')
    await margin.chosen.getByRole('button', { name: /^Done/ }).click()
    await expect(margin.chosen).toContainText('21 April 2012')
    await frame.back.click()
    await expect(views.mark(/^Obama refuses to meet Zardari, happened 21 April 2012/)).toHaveAttribute(
      'aria-selected',
      'true',
    )
    expect(await left()).toBeLessThan(before - 5)
  })

  test('a node of the graph is followed to its passage and back', async ({ app }) => {
    const { page } = app
    const [frame, margin, views] = [frameOf(page), marginOf(page), viewsOf(page)]
    await frame.view('Graph').click()
    const node = views.node(/^claim by Leon Panetta: Militants have a safe haven/)
    await node.dblclick()
    await expect(margin.chosen).toHaveAccessibleName(/^Claim by Leon Panetta: Militants have a safe haven/)
    await frame.back.click()
    await expect(node).toHaveAttribute('aria-selected', 'true')
  })
})
