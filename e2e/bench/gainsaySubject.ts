/** Gainsay itself: the built browser shell on a case that was filled through the contract. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import type { Call } from '../../app/contract.ts'
import type { Article } from '../../app/model.ts'
import { startShell } from '../harness/program.ts'
import type { Subject } from './measure.ts'
import { installProbe } from './probe.ts'
import { openSocketCaller } from './socketCaller.ts'
import { makeParagraphs, makePassages } from './text.ts'

const otherHeadline = 'The other article'
const headline = 'The measured article'

async function addArticle(call: Call, name: string, paragraphs: readonly string[]): Promise<Article> {
  const bytes = Buffer.from(paragraphs.join('\n\n')).toString('base64')
  const [made] = (await call('article.import', { name, origin: 'file', bytes, onSimilar: 'separate' }))
    .outcomes
  if (made?.outcome !== 'imported') throw new Error(`${name} was not imported: ${made?.outcome}`)
  const id = made.article.id
  await call('article.update', { id, patch: { headline: name === 'other.txt' ? otherHeadline : headline } })
  return made.article
}

async function fillCase(profile: string, path: string, size: number, count: number): Promise<void> {
  const shell = await startShell(profile, path)
  const { call, close } = await openSocketCaller(shell.address)
  await addArticle(call, 'other.txt', makeParagraphs(2_000))
  const { id } = await addArticle(call, 'measured.txt', makeParagraphs(size))
  const { revision } = await call('article.get', { id })
  const passages = makePassages(revision.text.length, count)
  for (let i = 0; i < passages.length; i += 500) {
    const some = passages.slice(i, i + 500)
    await Promise.all(
      some.map(({ kind, start, end }) =>
        call('annotation.create', { articleId: id, kind, segments: [{ start, end }] }),
      ),
    )
  }
  await close()
  await shell.stop()
}

const text = '[role=textbox][aria-readonly=true]'

/** Fills a case with a text of this size and this many passages, and opens it in a window; `more` runs in it before all else. */
export async function openGainsay(
  browser: Browser,
  size: number,
  count: number,
  more: () => void = () => {},
): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-'))
  const path = join(folder, 'Bench.gainsay')
  const profile = join(folder, 'profile')
  await fillCase(profile, path, size, count)
  const shell = await startShell(profile, path)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(installProbe, 'mark[data-annotation]')
  await page.addInitScript(more)
  await page.goto(shell.address)
  const row = (name: string) => page.getByRole('option', { name }).first()
  return {
    page,
    scroller: '.pane-scroller',
    ready: `${text}[aria-label="${headline}"]`,
    highlighted: count > 0,
    async prepareOpen() {
      await row(otherHeadline).click()
      await page.locator(`${text}[aria-label="${otherHeadline}"]`).waitFor()
      return () => row(headline).click()
    },
    async prepareKey(attempt: number) {
      // The card of the last passage takes the keys and gives them back.
      if (attempt > 0) {
        await page.locator('input:focus').waitFor()
        await page.keyboard.press('Escape')
        await page.locator(`${text}:focus`).waitFor()
      }
      await page.evaluate(selectWords, { text, from: 10 + attempt * 9, length: 30 })
    },
    async close() {
      await page.close()
      await shell.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs in the page: selects words by their place in the first paragraphs on the screen. */
function selectWords({ text, from, length }: { text: string; from: number; length: number }): void {
  const root = document.querySelector<HTMLElement>(text)
  if (!root) throw new Error('No article is open')
  root.focus()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let before = 0
  let started = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('[data-widget]')) continue
    const size = node.nodeValue?.length ?? 0
    if (!started && before + size > from) {
      range.setStart(node, from - before)
      started = true
    }
    if (started && before + size >= from + length) {
      range.setEnd(node, from + length - before)
      break
    }
    before += size
  }
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
