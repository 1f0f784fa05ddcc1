/** What two articles both say, where they differ in it, and what only one of them says. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect, test } from './harness/app.ts'
import { askCli, reopen } from './pages/caseState.ts'
import { compareOf } from './pages/compare.ts'
import { dialogOf, pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { relatedOf } from './pages/related.ts'
import { coats, islamabad } from './pages/samples.ts'
import { stockCase } from './pages/stock.ts'

const first = {
  headline: 'Depot attacked before dawn',
  lines: [
    'Gunmen killed nine guards at the northern fuel depot on 3 May 2011, the ministry said.',
    'The ministry has opened an inquiry into the security of all fuel stores.',
    'Prices of bread rose for the third week in the capital.',
  ],
}
const second = {
  headline: 'Guards die in the north',
  lines: [
    'Gunmen killed 12 guards at the northern fuel depot on 5 May 2011, officials said.',
    'In a statement, the ministry has opened an inquiry into the security of all fuel stores.',
    'The river is expected to reach its highest level by Sunday evening.',
  ],
}

/** Opens a case of these articles, the first of the made ones on the screen. */
async function openMade(app: App, made: Readonly<Record<string, typeof first>>): Promise<void> {
  await app.stop()
  for (const [name, { headline, lines }] of Object.entries(made)) {
    const path = join(app.folder, `${name}.txt`)
    writeFileSync(path, [headline, ...lines].join('\n\n'))
    await askCli(app, 'import', path)
  }
  await reopen(app)
  await libraryOf(app.page).openByKey(first.headline)
}

/** Opens a case of the two made articles, side by side. */
async function compareMade(app: App): Promise<void> {
  const { page } = app
  await openMade(app, { first, second })
  await page.keyboard.press('Alt+2')
  await compareOf(page).addByKey(second.headline)
}

test('related passages are shaded, walked with both columns aligned, and told with what they differ in', async ({
  app,
}) => {
  const { page } = app
  await compareMade(app)
  const related = relatedOf(page)
  await page.keyboard.press('t')
  await expect(related.tab(/^Both say 2/)).toHaveAttribute('aria-pressed', 'true')
  await expect
    .poll(async () => [...(await related.shaded('fair')), ...(await related.shaded('strong'))].sort())
    .toEqual([...first.lines.slice(0, 2), ...second.lines.slice(0, 2)].sort())

  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^1 of 2 · reworded · likeness \d\d %$/)
  await expect(related.sides).toHaveText([first.lines[0] ?? '', second.lines[0] ?? ''])
  await expect(related.differences).toHaveText(['Numbernine guards12 guards', 'Date3 May 20115 May 2011'])
  await expect.poll(() => related.shaded('current')).toEqual([first.lines[0], second.lines[0]])
  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^2 of 2 · word for word · likeness \d+ %$/)
  await page.keyboard.press('n')
  await expect(page.getByText('These are the last related passages.')).toBeVisible()
  await page.keyboard.press('Shift+n')
  await expect(related.place).toHaveText(/^1 of 2/)
  await page.keyboard.press('t')
  await expect(related.tab(/^Both say/)).toHaveAttribute('aria-pressed', 'false')
  await expect(related.place).toBeHidden()
  expect(await related.shaded('current')).toEqual([])
})

test('related passages that nobody tagged are tagged and linked by one choice, tagged ones linked as they are', async ({
  app,
}) => {
  const { page } = app
  await compareMade(app)
  const [related, compare, frame] = [relatedOf(page), compareOf(page), frameOf(page)]
  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^1 of 2/)
  await page.keyboard.press('Shift+l')
  const picker = pickerOf(page, 'Tag these two passages and link them')
  await expect(picker.active).toHaveText(/claim – same claim – *claim/)
  await picker.pickByKey('same event', /event – same event – *event/)
  await frame.expectHolds({ articles: 2, events: 2, links: 1 })
  await expect(compare.threads).toHaveAccessibleName(/ – same event – /)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F7')

  await page.keyboard.press('Shift+l')
  const dialog = dialogOf(page, 'Link this passage')
  await expect(dialog.dialog).toContainText('12 guards')
  await pickerOf(page, 'Link this passage').pickByKey('follows', /^follows/)
  await frame.expectHolds({ articles: 2, events: 2, links: 2 })
})

test('what only one of two articles says is a list one walks by key', async ({ app }) => {
  const { page } = app
  await compareMade(app)
  const related = relatedOf(page)
  await page.keyboard.press('o')
  await expect(related.tab(/^Only one says 2/)).toHaveAttribute('aria-pressed', 'true')
  const [left, right] = [related.only(/^Only in .*Depot/), related.only(/^Only in .*Guards/)]
  await expect(left).toHaveText([first.lines[2] ?? ''])
  await expect(right).toHaveText([second.lines[2] ?? ''])
  await expect(left.getByRole('button')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(right.getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => related.shaded('current')).toEqual([second.lines[2]])
  await expect(related.place).toHaveText('2 of 2')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main').getByRole('textbox').last()).toBeFocused()
  // Nothing there would tell what the shades mean.
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(1)
  await expect.poll(() => related.shaded('current')).toEqual([])
  await expect.poll(() => related.shaded('only')).toEqual([])
})

test('stepping through related passages brings both sides into view in articles longer than the screen', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, [])
  await page.setViewportSize({ width: 1300, height: 640 })
  const [related, compare] = [relatedOf(page), compareOf(page)]
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(coats.headline)
  await page.keyboard.press('t')
  await expect(related.tab(/^Both say \d/)).toBeVisible()
  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^1 of/)
  await expect.poll(() => related.shaded('current')).toHaveLength(2)
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('gainsay-shade-current') ?? [])].map((range) => {
          const element = range.startContainer.parentElement
          const view = element?.closest('.pane-scroller')?.getBoundingClientRect()
          const box = element?.getBoundingClientRect()
          return box !== undefined && view !== undefined && box.top >= view.top && box.bottom <= view.bottom
        }),
      ),
    )
    .toEqual([true, true])
})

test('the link dialog proposes what there is a reason for first, and tells the reason', async ({ app }) => {
  const { page } = app
  await stockCase(app, ['officers', 'attack', 'noLinks', 'suspicion', 'safeHaven', 'tougher'])
  await libraryOf(page).openByKey(coats.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('j')
  await page.keyboard.press('l')
  const picker = pickerOf(page, 'Link this passage')
  await expect(picker.active).toContainText('safe haven')
  await expect(picker.active).toContainText('same actor: Dan Coats')
  await expect(picker.options).toHaveCount(5)
  await expect(picker.option(/Two U.S. officers/)).not.toContainText('same actor')
})

test('column widths, their order and what is shown of them are kept while another view is open', async ({
  app,
}) => {
  const { page } = app
  await compareMade(app)
  const [related, compare] = [relatedOf(page), compareOf(page)]
  const width = async () => (await compare.columns.first().boundingBox())?.width ?? 0
  const even = await width()
  await page.getByRole('separator', { name: 'Width of the columns' }).focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(width).toBeGreaterThan(even + 60)
  await page.keyboard.press('n')
  await expect(related.place).toHaveText(/^1 of 2/)
  const wide = await width()
  await page.keyboard.press('Alt+1')
  await expect(compare.columns).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  await expect(related.place).toHaveText(/^1 of 2/)
  await expect.poll(() => related.shaded('current')).toEqual([first.lines[0], second.lines[0]])
  await expect.poll(width).toBe(wide)
})

test('related articles are listed with what that rests on, a reprint as such, and one key sets them side by side', async ({
  app,
}) => {
  await app.stop()
  const third = {
    headline: 'Depot raid: the ministry’s account',
    lines: [...first.lines, 'The account was sent to this paper.'],
  }
  const fourth = { headline: 'Choir sings in the park', lines: ['The choir sang Bach to a small crowd.'] }
  for (const [name, { headline, lines }] of Object.entries({ first, second, third, fourth })) {
    const path = join(app.folder, `${name}.md`)
    const head = `---\npublisher: The ${name} paper\n---\n# ${headline}`
    writeFileSync(path, [head, ...lines].join('\n\n'))
    await askCli(app, 'import', path)
  }
  await reopen(app)
  const { page } = app
  await libraryOf(page).openByKey(first.headline)
  await page.keyboard.press('Shift+t')
  const picker = pickerOf(page, 'Related articles')
  await expect(picker.options).toHaveText([
    /^Depot raid: the ministry’s account.*reprint.*of the shorter text word for word/,
    /^Guards die in the north.*likeness \d+ %.*shares 1 run of words.*both: .*depot/i,
  ])
  await expect(picker.dialog.getByRole('status')).toHaveText('2 related articles among 4')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const compare = compareOf(page)
  await expect(compare.columns.getByRole('heading', { level: 1 })).toHaveText([
    first.headline,
    second.headline,
  ])
  await expect(compare.column(second.headline).text).toBeFocused()
  await page.keyboard.press('Shift+t')
  await expect(picker.option(/Depot attacked/)).toContainText('is a column')
})

test('what other articles say of the same as a passage is listed, and one key sets it beside it with its words chosen', async ({
  app,
}) => {
  const { page } = app
  const compare = compareOf(page)
  const other = { headline: 'Choir sings in the park', lines: ['The choir sang Bach to a small crowd.'] }
  await openMade(app, { first, second, other })
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+s')
  const picker = pickerOf(page, 'Passages that say the same')
  await expect(picker.dialog).toContainText(`What other articles say of “${first.lines[0]}”`)
  await expect(picker.active).toHaveText(
    /^Gunmen killed 12 guards at the northern fuel depot.*likeness \d+ %Guards die in the north/,
  )
  await expect(picker.option(/choir/)).toHaveCount(0)
  await expect(picker.dialog.getByRole('status')).toHaveText(/^\d passages? among 3 articles$/)
  await page.keyboard.press('Enter')
  await expect(compare.columns.getByRole('heading', { level: 1 })).toHaveText([
    first.headline,
    second.headline,
  ])
  await expect(compare.column(second.headline).text).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(second.lines[0])

  await page.keyboard.press('Shift+s')
  await expect(picker.active).toContainText('is a column')
  await page.keyboard.press('Shift+Enter')
  await expect(compare.column(first.headline).text).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first.lines[0])
})
