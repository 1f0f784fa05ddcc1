/**
 * Links never become links. The targets of those in the article are listed after
 * it, folded away as furniture, so that they are kept, shown as text and found by
 * search, while a quote holds only words that the page showed.
 */
import type { ReadBlock } from '../../../app/extract/document.ts'
import type { PageBlock } from './htmlBlocks.ts'

const mostLinks = 200

/** One furniture block for each target, with the words of the first link to it. */
export function listLinks(blocks: readonly PageBlock[]): ReadBlock[] {
  const targets = new Map<string, string>()
  for (const { links } of blocks)
    for (const { text, target } of links) if (!targets.has(target)) targets.set(target, text)
  return [...targets].slice(0, mostLinks).map(([target, text]) => ({
    type: 'listItem',
    level: null,
    text: text === target ? target : `${text.slice(0, 200).replace(/\s+/gu, ' ')}: ${target.slice(0, 2000)}`,
    furniture: 'related',
    page: null,
  }))
}
