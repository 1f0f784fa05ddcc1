/** Imported files are data: hostile markup goes through import, reader, search, cards, report and every export, and nothing of it runs or is fetched. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { headlineOf, hostileFile, hostileFormats, remote, sentenceOf } from './pages/hostileFiles.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'
import { viewsOf } from './pages/views.ts'

const call = `document.documentElement.dataset.struck='yes'`

/** Pieces of markup that would act if any of them reached a page; made for this test. */
const pieces: readonly string[] = [
  `<script>${call}</script>`,
  `<script src="${remote}/a.js"></script>`,
  `<img src="${remote}/b.png" onload="${call}" onerror="${call}">`,
  `<img src=x onerror=${call}>`,
  `<svg onload="${call}"><script>${call}</script><image href="${remote}/c.svg"/><use href="${remote}/d.svg#x"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${call}&gt;"></table></mtext></math>`,
  `<iframe src="javascript:${call}"></iframe><iframe srcdoc="&lt;script&gt;parent.${call}&lt;/script&gt;"></iframe>`,
  `<object data="${remote}/e.swf"></object><embed src="${remote}/f.swf">`,
  `<form action="${remote}/g"><input autofocus onfocus="${call}"><button formaction="javascript:${call}">Send</button></form>`,
  `<a href="javascript:${call}">The minister’s statement</a><a href="java\tscript:${call}">and its annex</a>`,
  `<base href="${remote}/"><link rel="stylesheet" href="${remote}/h.css"><meta http-equiv="refresh" content="0;url=${remote}/i">`,
  `<style>@import '${remote}/j.css'; body{background:url(${remote}/k.png)} *{display:none}</style>`,
  `<p style="background:url(${remote}/l.png);position:fixed;inset:0">A line with a style of its own</p>`,
  `<video src="${remote}/m.mp4" poster="${remote}/n.png" onloadstart="${call}" autoplay></video><audio src="${remote}/o.mp3" autoplay></audio>`,
  `<details open ontoggle="${call}"><summary>More</summary>of it</details><marquee onstart="${call}">running</marquee>`,
  `<template><img src=x onerror="${call}"></template><noscript><p title="</noscript><img src=x onerror=${call}>"></noscript>`,
  `&lt;img src=x onerror=${call}&gt; &lt;script&gt;${call}&lt;/script&gt;`,
  `<p>\u202Eruof yltcaxe\u202C and <b onmouseover="${call}">three</b> of them</p>`,
  `<textarea></textarea><img src=x onerror="${call}"></textarea>`,
  `<xmp><img src=x onerror="${call}"></xmp><plaintext><img src=x onerror="${call}">`,
]

const sentence =
  'The council denied on Monday that anything had been stolen from the harbour office in the night.'

const pageWith = (piece: string, index: number) => `<!doctype html><html><head>
<title>Office ${index} &lt;img src=x onerror=${call}&gt; robbed</title>
<meta name="author" content="&quot;&gt;&lt;img src=x onerror=${call}&gt;">
<meta property="og:site_name" content="&lt;/style&gt;&lt;script&gt;${call}&lt;/script&gt;">
</head><body onload="${call}"><article><h1>Office ${index} robbed</h1><p>${sentence} It was report ${index}.</p>
<p>The office was closed for ${index + 2} days, said the harbour master, who asked for patience. ${piece}</p>
<p>Nobody was hurt in the ${index + 3} rooms of the office, the police said, and nothing was broken either.</p>
</article></body></html>`

/** What a page must not hold of an imported file, as elements. */
const acting =
  ':is(script, iframe:not([title]), object, embed, form[action], video, audio, base, [onerror], [onload], img, [href^="javascript:" i])'

/** Nothing struck, and nothing that could strike is in the page or its frames. */
async function expectWhole(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const { struck, found } = await frame.evaluate(
      (selector) => ({
        struck: document.documentElement.dataset.struck ?? document.title === 'struck',
        found: [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 200)),
      }),
      // The program's own scripts and styles stand in the head.
      `body ${acting}`,
    )
    expect({ struck, found }).toEqual({ struck: false, found: [] })
  }
}

/** Imports files of nearly the same text; those that are offered as later captures are taken by themselves. */
async function importApart(page: Page, paths: readonly string[]): Promise<void> {
  const frame = frameOf(page)
  await frame.importFiles([...paths])
  await expect(frame.importPanel.getByRole('status')).toContainText('imported', { timeout: 60_000 })
  // The first is that for all of them, where there are several.
  const apart = frame.importPanel.getByRole('button', { name: /separate article/i })
  if ((await apart.count()) > 0) await apart.first().click()
  await frame.expectHolds({ articles: paths.length })
  // The list follows a moment after the last article.
  await expect(libraryOf(page).count).toHaveText(`${paths.length} articles`)
}

const forbidDialogs = (page: Page) =>
  page.on('dialog', () => {
    throw new Error('A dialog was opened')
  })

test('nothing of a hostile page runs or is fetched, in import, reader, cards, search or report', async ({
  app,
}) => {
  const { page, folder } = app
  const [frame, library, reader, margin] = [frameOf(page), libraryOf(page), readerOf(page), marginOf(page)]
  const paths = pieces.map((piece, index) => {
    const path = join(folder, `hostile-${index} <img src=x onerror=${call.replace('/', '')}>.html`)
    writeFileSync(path, pageWith(piece, index))
    return path
  })
  forbidDialogs(page)
  const whole = () => expectWhole(page)
  await importApart(page, paths)
  await whole()

  const chosen = library.list.getByRole('option', { selected: true })
  await page.keyboard.press('F6')
  await expect(library.list).toBeFocused()
  await page.keyboard.press('Home')
  await expect(chosen).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('Enter')
  for (let at = 0; at < pieces.length; at++) {
    if (at > 0) await page.keyboard.press(']')
    await expect(chosen).toHaveAttribute('aria-posinset', String(at + 1))
    await expect(reader.text).toContainText('Nobody was hurt')
    await page.keyboard.press('F7')
    await page.keyboard.press('Shift+b')
    await page.mouse.move(500, 300 + at * 5)
    await whole()
  }
  await reader.selectByFinding('denied on Monday')
  await margin.tagByKey('d')
  await margin.speaker.fill(`<img src=x onerror=${call}>`)
  await page.keyboard.press('Tab')
  await margin.backToText()
  await library.search.fill('onerror')
  await expect(library.count).toContainText('found')
  await whole()
  await library.search.fill('')
  await frame.view('Report').click()
  const report = page.frameLocator('iframe')
  await expect(report.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await whole()
})

/** Imports a file of each of the formats that carries all the pieces. */
async function importHostile(page: Page, folder: string, formats: readonly string[]): Promise<void> {
  forbidDialogs(page)
  const paths = formats.map((format) => {
    const path = join(folder, `hostile.${format}`)
    writeFileSync(path, hostileFile(format, pieces))
    return path
  })
  await importApart(page, paths)
}

test('nothing of a hostile file of any format runs or is fetched in the reader', async ({ app }) => {
  const { page } = app
  const [library, reader] = [libraryOf(page), readerOf(page)]
  await importHostile(page, app.folder, hostileFormats)
  await page.keyboard.press('F7')
  await page.keyboard.press('Shift+b')
  for (const format of hostileFormats) {
    await library.open(headlineOf(format))
    await expect(reader.text).toContainText(sentenceOf(format))
    await expectWhole(page)
  }
})

test('nothing of hostile files runs or is fetched in any file that is saved, when a browser opens it', async ({
  app,
  browser,
}) => {
  const { page, folder } = app
  const [library, reader, margin, views] = [libraryOf(page), readerOf(page), marginOf(page), viewsOf(page)]
  await importHostile(page, folder, ['pdf', 'zip'])
  await library.open(headlineOf('zip'))
  await page.keyboard.press('F7')
  await reader.selectByFinding('denied on Monday')
  await margin.tagByKey('d')
  await margin.speaker.fill(`<img src=x onerror=${call}>`)
  await page.keyboard.press('Tab')
  await margin.backToText()

  const saved: string[] = []
  const save = async (view: string, shown: Locator, keys: readonly string[]) => {
    await page.keyboard.press(view)
    await expect(shown).toBeVisible()
    await expectWhole(page)
    for (const key of keys) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press(key)])
      const path = join(folder, `${saved.length}-${download.suggestedFilename()}`)
      await download.saveAs(path)
      saved.push(path)
    }
  }
  await save('Alt+3', page.frameLocator('iframe').getByRole('heading', { level: 1 }).first(), [
    'Control+e',
    'Control+Shift+e',
  ])
  await save('Alt+4', views.row('Threads', 'denied on Monday'), ['Control+Alt+c'])
  await save('Alt+5', views.timeline.getByRole('option').first(), ['Control+Alt+c', 'Control+Alt+v'])
  await save('Alt+6', views.graph.getByRole('option').first(), ['Control+Alt+c', 'Control+Alt+v'])
  expect(saved.map((path) => path.split('.').at(-1))).toEqual([
    'html',
    'md',
    'csv',
    'csv',
    'svg',
    'csv',
    'svg',
  ])

  const context = await browser.newContext()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const outside = await context.newPage()
  forbidDialogs(outside)
  const opened = saved.filter((path) => /\.(?:html|svg)$/u.test(path)).map((path) => pathToFileURL(path).href)
  for (const address of opened) {
    await outside.goto(address)
    await expectWhole(outside)
  }
  expect(asked).toEqual(opened)
  await context.close()
  const markdown = readFileSync(saved[1] ?? '', 'utf8')
  expect(markdown).toContain(sentenceOf('pdf').slice(0, 40))
  expect(markdown).not.toMatch(
    /(?<!\\)<(?:script|img|svg|iframe|object|form|base|style|video|details|template|a)\b/iu,
  )
})
