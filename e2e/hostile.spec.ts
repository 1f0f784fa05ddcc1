/** Imported pages are data: hostile markup goes through import, reader, search, cards and report, and nothing of it runs or is fetched. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'

const call = `document.documentElement.dataset.struck='yes'`
const remote = 'http://elsewhere.example'

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
  page.on('dialog', () => {
    throw new Error('A dialog was opened')
  })
  const whole = async () => {
    expect(await page.evaluate(() => document.documentElement.dataset.struck ?? 'no')).toBe('no')
    for (const inner of page.frames()) {
      expect(
        await inner.evaluate(
          () =>
            document.querySelectorAll(
              '#stage :is(script, iframe:not([title]), object, embed, form[action], video, audio, base, [onerror], [onload], img)',
            ).length,
        ),
      ).toBe(0)
    }
  }
  await frame.importFiles(paths)
  // Near the same text from the same publisher: they are offered as later captures, so each is taken by itself.
  await expect(frame.importPanel.getByRole('progressbar')).toBeHidden({ timeout: 30_000 })
  const apart = frame.importPanel.getByRole('button', { name: 'All as separate articles' })
  if (await apart.isVisible()) await apart.click()
  await frame.expectHolds({ articles: pieces.length })
  await whole()

  for (let at = 0; at < pieces.length; at++) {
    await page.keyboard.press('F6')
    await page.keyboard.press('Home')
    for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
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
  const inner = page.frames().find((one) => one !== page.mainFrame())
  expect(
    await inner?.evaluate(
      () =>
        document.querySelectorAll(
          'script, img, iframe, object, embed, form, video, [onerror], [onload], [href^="javascript:"]',
        ).length,
    ),
  ).toBe(0)
  expect(await inner?.evaluate(() => document.documentElement.dataset.struck ?? 'no')).toBe('no')
})
