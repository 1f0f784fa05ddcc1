/** What the bare page and the peer's page share: paragraphs of a text, and ranges in them. */
import type { Passage } from '../text.ts'

/** What a page is given: fetched with the text, as an article is; the passages are there already. */
export type PageData = { paragraphs: string[] }

export type PlainText = { element: HTMLElement; range(start: number, end: number): StaticRange; text: string }

/** Draws the paragraphs into the page. */
export function drawText(paragraphs: readonly string[]): PlainText {
  const element = document.createElement('div')
  element.id = 'text'
  const starts: number[] = []
  const nodes: Text[] = []
  let length = 0
  for (const words of paragraphs) {
    const paragraph = document.createElement('p')
    const node = document.createTextNode(words)
    paragraph.append(node)
    element.append(paragraph)
    starts.push(length)
    nodes.push(node)
    length += words.length + 2
  }
  const place = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const index = Math.max(0, low - 1)
    const node = nodes[index]
    if (!node) throw new Error('The page has no text')
    return { node, offset: Math.min(node.length, offset - (starts[index] ?? 0)) }
  }
  document.querySelector('#scroller')?.replaceChildren(element)
  return {
    element,
    text: paragraphs.join('\n\n'),
    range(start, end) {
      const from = place(start)
      const to = place(end)
      return new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      })
    },
  }
}

/**
 * Opens on a click on the page's button, paints one more passage at each press of
 * C. `paintAll` is given the text and all passages, `paintOne` the new one.
 */
export function startPage(
  paintAll: (text: PlainText, passages: readonly Passage[]) => Promise<void> | void,
  paintOne: (passage: Passage) => void,
): void {
  const query = new URLSearchParams(location.search)
  const passages = fetch(`passages?size=${query.get('size')}&count=${query.get('count')}`).then(
    (response): Promise<Passage[]> => response.json(),
  )
  let added = 0
  const button = document.createElement('button')
  button.textContent = 'Open'
  button.addEventListener('click', async () => {
    const response = await fetch(`text?size=${query.get('size')}`)
    const { paragraphs }: PageData = await response.json()
    const text = drawText(paragraphs)
    await paintAll(text, await passages)
    text.element.dataset.open = ''
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 'c') return
    const start = 100 + added * 37
    paintOne({ id: `added-${added++}`, kind: 'claim', start, end: start + 30 })
  })
  void passages.then(() => document.body.prepend(button))
}
