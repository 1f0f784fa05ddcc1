/** The main job with the mouse. */
import { expect, test } from './harness/app.ts'
import { compareOf } from './pages/compare.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad } from './pages/samples.ts'

test.use({ sample: 'bare' })

const noLinks = 'Pakistan says it has no links to the group.'
const tougher = 'the Pakistan Army is only trying to appear tougher against the Taliban and Haqqani militants'
const hearing = 'Coats alleged during a hearing of the Senate Intelligence Committee'

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
