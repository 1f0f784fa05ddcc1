/** Articles side by side. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { askCli, reopen } from './pages/caseState.ts'
import { compareOf } from './pages/compare.ts'
import { pickerOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'
import { passages, stockCase } from './pages/stock.ts'

const links = [
  ['noLinks', 'denies', 'tougher'],
  ['noLinks', 'denies', 'safeHaven'],
] as const
const names = ['suspicion', 'noLinks', 'tougher', 'safeHaven', 'sanctuaries'] as const

test('threads stay on their marks through scrolling, resizing and other column widths', async ({ app }) => {
  const { page } = app
  const ids = await stockCase(app, names, links)
  const compare = compareOf(page)
  const between = () => compare.expectThreadBetween(ids.tougher ?? '', ids.noLinks ?? '')
  await libraryOf(page).open(coats.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(islamabad.headline)
  const [left, right] = [compare.column(coats.headline), compare.column(islamabad.headline)]
  await right.bringIntoView(passages.noLinks.quote)
  await expect(compare.threads).toHaveCount(2)
  await between()

  await right.region.hover()
  await page.mouse.wheel(0, 120)
  await between()
  await left.region.hover()
  await page.mouse.wheel(0, 40)
  await between()
  await page.setViewportSize({ width: 1150, height: 760 })
  await right.bringIntoView(passages.noLinks.quote)
  await left.bringIntoView(passages.tougher.quote)
  await between()

  const before = await left.region.boundingBox()
  await page.getByRole('separator', { name: 'Width of the columns' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => (await left.region.boundingBox())?.width)
    .toBeGreaterThan((before?.width ?? 0) + 20)
  await between()
  await page.keyboard.press('Control+Shift+.')
  await right.bringIntoView(passages.noLinks.quote)
  await left.bringIntoView(passages.tougher.quote)
  await between()
})

test('choosing a passage brings its partner into view in the other column and dims the rest', async ({
  app,
}) => {
  const { page } = app
  const ids = await stockCase(app, names, links)
  const compare = compareOf(page)
  await libraryOf(page).open(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await page.setViewportSize({ width: 1300, height: 520 })
  // The article with most links to the open one comes by itself.
  await expect(compare.columns).toHaveCount(2)
  const [left, right] = [compare.column(islamabad.headline), compare.column(coats.headline)]
  const partner = page.locator(`mark[data-annotation="${ids.noLinks}"]`).first()
  await left.scroller.evaluate((element) => element.scrollTo(0, 0))
  await expect(partner).not.toBeInViewport()
  await right.marks('claim').filter({ hasText: 'tougher' }).click()
  await expect(partner).toBeInViewport()
  await expect(partner).toHaveClass(/partner/)
  await compare.expectThreadBetween(ids.noLinks ?? '', ids.tougher ?? '')
  const background = (id: string | undefined) =>
    page
      .locator(`mark[data-annotation="${id}"]`)
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor)
  expect(await background(ids.safeHaven)).toBe('rgba(0, 0, 0, 0)')
  expect(await background(ids.tougher)).not.toBe('rgba(0, 0, 0, 0)')
  expect(await background(ids.noLinks)).not.toBe('rgba(0, 0, 0, 0)')
  // A passage without partners dims nothing.
  await right.bringIntoView(passages.sanctuaries.quote)
  await right.marks('denial').click()
  await right.bringIntoView(passages.tougher.quote)
  await expect.poll(() => background(ids.tougher)).not.toBe('rgba(0, 0, 0, 0)')
})

test('a thread tells its two passages, can be changed to another relation, removed and brought back', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, names, [['tougher', 'supports', 'suspicion']])
  const [compare, frame] = [compareOf(page), frameOf(page)]
  await libraryOf(page).open(coats.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(islamabad.headline)
  await expect(compare.threads).toHaveAccessibleName(
    /^Claim by Dan Coats.* – supports – Claim by U.S. officials/,
  )
  await compare.threads.focus()
  await page.keyboard.press('Enter')
  await expect(compare.panel).toContainText('only trying to appear tougher')
  await expect(compare.panel).toContainText('suspect militants from the Haqqani network')
  const relation = compare.panel.getByLabel('Relation')
  await expect(relation.getByRole('option', { name: 'denies' })).toBeDisabled()
  await relation.selectOption('contradicts')
  await expect(compare.threads).toHaveAccessibleName(/ – contradicts – /)
  await compare.panel.getByRole('button', { name: 'Remove link' }).click()
  await expect(compare.threads).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(compare.threads).toHaveAccessibleName(/ – contradicts – /)
  await page.keyboard.press('Control+z')
  await expect(compare.threads).toHaveAccessibleName(/ – supports – /)
  await frame.expectHolds({ articles: 3, claims: 3, denials: 2, links: 1 })
})

test('three columns are opened, left, moved and closed by keys, and links made between them', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, [...names, 'attack', 'officers'])
  const [compare, frame] = [compareOf(page), frameOf(page)]
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(coats.headline)
  await compare.addByKey(trickles.headline)
  await expect(compare.columns).toHaveCount(3)
  await expect(compare.column(trickles.headline).text).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(compare.column(coats.headline).text).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(compare.column(trickles.headline).text).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('j')
  await page.keyboard.press('l')
  const picker = pickerOf(page)
  await picker.pickByKey('rocket attack', /rocket attack/)
  await picker.pickByKey('same', /^same event/)
  await frame.expectHolds({ articles: 3, claims: 3, denials: 2, events: 2, links: 1 })
  await expect(compare.threads).toHaveAccessibleName(/ – same event – /)
  await page.keyboard.press('Shift+w')
  await expect(compare.columns).toHaveCount(2)
  await page.keyboard.press('Shift+w')
  await page.keyboard.press('Shift+w')
  await expect(compare.columns).toHaveCount(0)
  await expect(page.getByText('Read articles side by side')).toBeVisible()
})

test('where the columns are wider than the window, threads are drawn over all of them, and nothing beside them', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, names, links)
  await page.setViewportSize({ width: 900, height: 700 })
  const compare = compareOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(trickles.headline)
  await compare.addByKey(coats.headline)
  await compare.column(islamabad.headline).bringIntoView(passages.noLinks.quote)
  await expect(compare.threads.first()).toBeVisible()
  const widths = () =>
    page.getByRole('group', { name: 'Threads', exact: true }).evaluate((overlay) => ({
      overlay: overlay.getBoundingClientRect().width,
      columns: overlay.parentElement?.scrollWidth,
    }))
  expect(await widths()).toEqual({ overlay: 720, columns: 720 })
  // While a text moves a canvas has the threads.
  await compare.column(coats.headline).region.hover()
  await page.mouse.wheel(0, 60)
  expect(await widths()).toEqual({ overlay: 720, columns: 720 })
})

test('a column is moved by keys, keeps its place in the text and the keys, and the columns stay so', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, [])
  await page.setViewportSize({ width: 1300, height: 520 })
  const compare = compareOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await compare.addByKey(coats.headline)
  const order = compare.columns.getByRole('heading', { level: 1 })
  const moved = compare.column(coats.headline)
  const place = () => moved.scroller.evaluate((element) => element.scrollTop)
  await expect(moved.text).toBeFocused()
  await moved.scroller.evaluate((element) => element.scrollTo(0, 300))
  await page.keyboard.press('Alt+Shift+PageUp')
  await expect(order).toHaveText([coats.headline, islamabad.headline])
  await expect(moved.text).toBeFocused()
  expect(await place()).toBe(300)
  await page.keyboard.press('Alt+Shift+PageUp')
  await expect(page.getByText('This is the first column.')).toBeVisible()
  await page.keyboard.press('Alt+PageDown')
  await expect(compare.column(islamabad.headline).text).toBeFocused()
  await page.keyboard.press('Alt+PageUp')
  await page.keyboard.press('Alt+Shift+PageDown')
  await expect(order).toHaveText([islamabad.headline, coats.headline])
  await expect(moved.text).toBeFocused()
  expect(await place()).toBe(300)
})

test('a denial is linked to the claim in the other column by two keys: the claim is proposed first, with the reasons', async ({
  app,
}) => {
  const { page, folder } = app
  await app.stop()
  const tag = async (
    name: string,
    lines: readonly string[],
    tags: readonly (readonly [string, string])[],
  ) => {
    const path = join(folder, `${name}.txt`)
    writeFileSync(path, [name, ...lines].join('\n\n'))
    const { outcomes } = (await askCli(app, 'import', path)) as { outcomes: readonly { id: string }[] }
    for (const [kind, quote] of tags)
      await askCli(app, 'annotate', outcomes[0]?.id ?? '', '--kind', kind, '--quote', quote)
  }
  const bread = 'The price of bread has doubled in the capital'
  const guarded = 'Nine soldiers guarded the northern fuel depot'
  const denied = 'denied that nine soldiers had guarded the fuel depot'
  await tag(
    'Minister speaks of the depot',
    [`${bread}.`, `${guarded}, the minister said.`],
    [
      ['claim', bread],
      ['claim', guarded],
    ],
  )
  await tag('Army answers the minister', [`The army ${denied}.`], [['denial', denied]])
  await reopen(app)
  const [compare, frame] = [compareOf(page), frameOf(page)]
  await libraryOf(page).openByKey('Minister speaks')
  await page.keyboard.press('Alt+2')
  await compare.addByKey('Army answers the minister')
  const answer = compare.column('Army answers the minister')
  await expect(answer.text).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('j')
  await expect(answer.marks('denial')).toHaveClass(/focus/)

  await page.keyboard.press('l')
  const picker = pickerOf(page, 'Link this passage')
  await expect(picker.active).toContainText(guarded)
  await expect(picker.active).toContainText('Minister speaks of the depot')
  await expect(picker.active).toContainText(/near words: .*soldiers/)
  await expect(picker.active).toContainText('“denied”')
  await expect(picker.option(new RegExp(bread))).not.toContainText('near words')
  await page.keyboard.press('Enter')
  await expect(picker.active).toHaveText(/^denies/)
  await page.keyboard.press('Enter')
  await frame.expectHolds({ articles: 2, claims: 2, denials: 1, links: 1 })
  await expect(compare.threads).toHaveAccessibleName(/ – denies – /)
  await expect(answer.text).toBeFocused()
})

test('threads that end out of view are counted at the edge, and a key goes there and back', async ({
  app,
}) => {
  const { page } = app
  const ids = await stockCase(app, names, links)
  const compare = compareOf(page)
  await page.setViewportSize({ width: 1300, height: 520 })
  await libraryOf(page).open(coats.headline)
  await page.keyboard.press('Alt+2')
  await expect(compare.columns).toHaveCount(2)
  const [left, right] = [compare.column(coats.headline), compare.column(islamabad.headline)]
  await page.keyboard.press('F7')
  await expect(left.text).toBeFocused()
  await left.bringIntoView(passages.tougher.quote)
  await right.scroller.evaluate((element) => element.scrollTo(0, 0))
  const edge = compare.edges.filter({ hasText: '↓' })
  await expect(edge).toHaveAccessibleName(/^\d linked passages? further down in column 2$/)
  await page.keyboard.press('.')
  await expect(right.text).toBeFocused()
  await expect(page.locator(`mark[data-annotation="${ids.noLinks}"]`).first()).toBeInViewport()
  await compare.expectThreadBetween(ids.tougher ?? '', ids.noLinks ?? '')
  await page.keyboard.press('.')
  await expect(page.getByText('No thread from what is on the screen leads further down.')).toBeVisible()
})

test.describe('with the annotated sample', () => {
  test.use({ sample: 'annotated', viewport: { width: 1280, height: 800 } })

  test('the word of a relation stands clear of the cards and of the texts, whichever passage is chosen', async ({
    app,
  }) => {
    const { page } = app
    const compare = compareOf(page)
    await libraryOf(page).openByKey(islamabad.headline)
    await page.keyboard.press('Alt+2')
    await compare.addByKey(trickles.headline)
    await expect(compare.columns).toHaveCount(3)
    await page.keyboard.press('Alt+PageUp')
    await page.keyboard.press('Alt+PageUp')
    const { text, marks } = compare.column(islamabad.headline)
    await expect(text).toBeFocused()
    await page.keyboard.press('Control+Home')
    const focused = marks().and(page.locator('.focus')).first()
    let words = 0
    let before = ''
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('j')
      await expect(focused).not.toHaveAttribute('data-annotation', before)
      before = (await focused.getAttribute('data-annotation')) ?? ''
      await page.evaluate(nextFrames)
      await expect(page.locator('.threads.moving')).toHaveCount(0)
      const found = await page.evaluate(measureLabels)
      words += found.words
      expect(found.covered).toEqual([])
    }
    expect(words).toBeGreaterThan(5)
  })
})

test('what is compared is saved as a picture that stands alone: articles, passages, threads with their relations', async ({
  app,
}) => {
  const { page, folder } = app
  await stockCase(app, names, links)
  const compare = compareOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('Alt+2')
  await expect(compare.columns).toHaveCount(2)
  await expect(compare.threads.first()).toBeVisible()
  const save = async (key: string) => {
    const waiting = page.waitForEvent('download')
    await page.keyboard.press(key)
    const download = await waiting
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const svg = await save('Control+Alt+v')
  expect(svg.name).toBe('Comparison.svg')
  const path = join(folder, 'Comparison.svg')
  writeFileSync(path, svg.bytes)
  const alone = await page.context().newPage()
  await alone.setContent(readFileSync(path, 'utf8'))
  const picture = alone.getByRole('img', {
    name: /^Comparison of Islamabad fends off.* – The Pakistani military/,
  })
  await expect(picture).toBeVisible()
  const shown = (await picture.locator('text').allTextContents()).join(' ')
  for (const words of [islamabad.headline, coats.headline, 'Reuters · 15 September 2011 · ISLAMABAD'])
    expect(shown).toContain(words)
  for (const name of names) expect(shown).toContain(passages[name].quote)
  expect(shown.match(/\bdenies\b/g)).toHaveLength(2)
  // Nothing reaches out of the picture.
  expect(
    await picture.evaluate((element) => {
      const frame = element.getBoundingClientRect()
      return [...element.querySelectorAll('text, path, rect')].filter((part) => {
        const box = part.getBoundingClientRect()
        return (
          box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom
        )
      }).length
    }),
  ).toBe(0)
  await alone.close()
  const png = await save('Control+Alt+i')
  expect(png.name).toBe('Comparison.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  // Twice as fine as the drawing.
  const [width] = /width="([\d.]+)"/.exec(svg.bytes.toString())?.slice(1).map(Number) ?? []
  expect(png.bytes.readUInt32BE(16)).toBe(Math.round((width ?? 0) * 2))
})

test('on paper every passage is marked, however far from the screen it stands, and the links are a table', async ({
  app,
}) => {
  const { page, folder } = app
  await app.stop()
  const path = join(folder, 'long.txt')
  const lines = Array.from({ length: 120 }, (_, index) => `Day ${index}: nobody was said to have proven it.`)
  writeFileSync(path, ['A long account', ...lines].join('\n\n'))
  const { outcomes } = (await askCli(app, 'import', path)) as { outcomes: readonly { id: string }[] }
  const tag = async (quote: string) =>
    (await askCli(app, 'annotate', outcomes[0]?.id ?? '', '--kind', 'claim', '--quote', quote)) as {
      id: string
    }
  const [first, last] = [await tag('Day 0: nobody'), await tag('Day 119: nobody')]
  await askCli(app, 'link', first.id, 'contradicts', last.id)
  await reopen(app)
  await libraryOf(page).openByKey('A long account')
  await page.keyboard.press('Alt+2')
  const marks = compareOf(page).column('A long account').marks('claim')
  await expect(marks).toHaveText(['Day 0: nobody'])
  // What the person would see in the print dialog, kept at the moment of printing.
  await page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      const texts = (selector: string) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)
      document.body.dataset.printed = JSON.stringify([
        texts('mark[data-annotation]'),
        texts('.compare-sheet th'),
      ])
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await page.keyboard.press('Control+Shift+p')
  const printed = page.locator('body[data-printed]')
  await expect(printed).toHaveCount(1)
  expect(JSON.parse((await printed.getAttribute('data-printed')) ?? '')).toEqual([
    ['Day 0: nobody', 'Day 119: nobody'],
    ['What', 'Left article', 'Left passage', 'Right article', 'Right passage', 'How'],
  ])
  // Afterwards only what is near the screen is painted again.
  await expect(marks).toHaveText(['Day 0: nobody'])
})

test('the articles of a passage’s thread stand side by side by one key, and what is compared is saved as a table', async ({
  app,
}) => {
  const { page } = app
  await stockCase(app, names, links)
  const compare = compareOf(page)
  await libraryOf(page).openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+g')
  await expect(compare.columns.getByRole('heading', { level: 1 })).toHaveText([
    islamabad.headline,
    coats.headline,
  ])
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+Alt+c')
  const saved = await download
  expect(saved.suggestedFilename()).toBe('Comparison.csv')
  const table = readFileSync(await saved.path(), 'utf8')
  expect(table).toContain('What,Left article,Left passage')
  expect(table).toMatch(/linked,[^\r]*no links to the group[^\r]*denies →/)
})

/** The threads of another passage are drawn in the next frame, or in those after a scroll that has begun in it. */
const nextFrames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

/** How many words of relations are on the screen, and which of them meet a card or a text. */
function measureLabels(): { words: number; covered: string[] } {
  const labels = [...document.querySelectorAll('.thread-label')]
  const others = [...document.querySelectorAll('.margin.over .card, .pane-mount')]
  const boxes = others.map((element) => element.getBoundingClientRect())
  const meets = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const covered = labels.filter((label) => boxes.some((box) => meets(label.getBoundingClientRect(), box)))
  return { words: labels.length, covered: covered.map((label) => label.textContent) }
}
