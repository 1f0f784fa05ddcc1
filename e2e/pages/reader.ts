/** An article on the screen: its text, its passages, the words selected in it. */
import { expect, type Locator, type Page } from 'playwright/test'

export type Kind = 'claim' | 'denial' | 'event'

/** `within` is the part of the screen that holds the article: a column, or the whole stage. */
export function readerOf(page: Page, within: Locator = page.getByRole('main')) {
  const text = within.locator('[data-reader]').getByRole('textbox')
  const find = within.getByRole('textbox', { name: 'Find in article' })

  /** The box of the words as they stand in one paragraph, in client pixels, scrolled into view. */
  const boxOf = (words: string) =>
    text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const nodes: { node: Text; from: number }[] = []
      let all = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('[data-widget]')) continue
        nodes.push({ node, from: all.length })
        all += node.data
      }
      const start = all.indexOf(wanted)
      if (start === -1) throw new Error(`The text has no “${wanted}”`)
      const place = (at: number, end: boolean) => {
        const found = nodes.findLast(({ from }) => (end ? from < at : from <= at))
        if (!found) throw new Error('No text at this place')
        return { node: found.node, offset: at - found.from }
      }
      const first = place(start, false)
      const last = place(start + wanted.length, true)
      first.node.parentElement?.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(first.node, first.offset)
      range.setEnd(last.node, last.offset)
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
      const from = rects[0]
      const to = rects.at(-1)
      if (!from || !to) throw new Error('The words are not on the screen')
      return {
        startX: from.left,
        startY: from.top + from.height / 2,
        endX: to.right,
        endY: to.top + to.height / 2,
      }
    }, words)

  return {
    /** Scrolls until the words are on the screen; passages are drawn only near it. */
    bringIntoView: async (words: string) => {
      await boxOf(words)
    },
    text,
    find,
    boxOf,
    findCount: within.locator('.find-count'),
    marks: (kind?: Kind) => text.locator(kind === undefined ? 'mark' : `mark[data-kind=${kind}]`),
    heading: within.getByRole('heading', { level: 1 }),
    toolbar: within.getByRole('toolbar', { name: 'Tag the selection' }),
    folds: text.getByRole('group', { name: /folded/ }),

    /** Waits until the text shows these passages of the kind, each as its segments joined by “ … ”. */
    async expectPassages(kind: Kind, quotes: readonly string[]) {
      await expect.poll(() => text.locator(`mark[data-kind=${kind}]`).evaluateAll(joinMarks)).toEqual(quotes)
    },

    /** Words that are selected, as the browser has them. */
    selected: () => page.evaluate(() => getSelection()?.toString() ?? ''),

    /** Goes to words with keys alone: find, the words, Escape; they are selected then. */
    async selectByFinding(words: string) {
      await page.keyboard.press('Control+f')
      await expect(find).toBeFocused()
      // As one edit, however many letters: an input method or a paste does the same.
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(words)
      await expect(within.locator('.find-count')).toHaveText('1 of 1')
      await page.keyboard.press('Escape')
      await expect(find).toBeHidden()
      await expect(text).toBeFocused()
    },

    /** Selects words by pressing at their start and letting go at their end. */
    async selectByDragging(words: string) {
      const box = await boxOf(words)
      await page.mouse.move(box.startX + 1, box.startY)
      await page.mouse.down()
      await page.mouse.move((box.startX + box.endX) / 2, (box.startY + box.endY) / 2)
      await page.mouse.move(box.endX - 0.5, box.endY, { steps: 3 })
      await page.mouse.up()
    },
  }
}

/** The words of each passage: where passages overlap, one is several marks, which touch. */
function joinMarks(marks: Element[]): string[] {
  const quotes = new Map<string, { words: string; last: Range }>()
  for (const mark of marks) {
    const id = mark.getAttribute('data-annotation') ?? ''
    const range = document.createRange()
    range.selectNodeContents(mark)
    const before = quotes.get(id)
    const words = mark.textContent
    if (before === undefined) {
      quotes.set(id, { words, last: range })
      continue
    }
    const between = document.createRange()
    between.setStart(before.last.endContainer, before.last.endOffset)
    between.setEnd(range.startContainer, range.startOffset)
    const joint = between.toString() === '' ? '' : ' … '
    quotes.set(id, { words: before.words + joint + words, last: range })
  }
  return [...quotes.values()].map(({ words }) => words)
}
