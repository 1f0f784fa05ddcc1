/** Markup that is an article and nothing else: what a feed, a record, a Word file or Markdown gives. */
import type { ReadBlock } from '../../../app/extract/document.ts'
import { readPageBlocks } from './htmlBlocks.ts'
import { parsePage } from './htmlDom.ts'
import { listLinks } from './linkList.ts'

/** The blocks of a fragment, none judged; the targets of its links follow, folded away. */
export function blocksOfMarkup(markup: string): ReadBlock[] {
  const blocks = readPageBlocks(parsePage(`<body>${markup}</body>`).document.body)
  return [
    ...blocks.map(({ type, level, text }): ReadBlock => ({ type, level, text, furniture: null, page: null })),
    ...listLinks(blocks),
  ]
}

/** True where a text is markup: it has closing tags or breaks of HTML. */
export function isMarkup(text: string): boolean {
  return /<\/(?:p|div|a|span|h[1-6]|li|ul|em|strong|b|i|blockquote|article|table)>|<(?:br|p|img)\b[^<>]*>/iu.test(
    text.slice(0, 20_000),
  )
}
