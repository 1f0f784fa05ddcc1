/** Growing a selection by sentences, within blocks. */
import type { Range } from '../../app/model.ts'
import { blockIndexAt } from './folds.ts'
import { trimmed } from './selection.ts'

/**
 * The range grown to whole sentences; if it is whole sentences already, by the
 * next one, also in the next block. Null where there is nothing to grow to.
 */
export function growToSentence(
  text: string,
  blocks: readonly Range[],
  range: Range,
  language: string | null,
  hidden: (block: number) => boolean,
): Range | null {
  const first = blockIndexAt(blocks, range.start)
  const last = blockIndexAt(blocks, range.end)
  if (first === null || last === null) return null
  const start = sentenceAt(text, blocks[first], range.start, language)
  const end = sentenceAt(text, blocks[last], Math.max(range.start, range.end - 1), language)
  if (!start || !end) return null
  const grown = { start: Math.min(start.start, range.start), end: Math.max(end.end, range.end) }
  if (range.start === range.end || grown.start < range.start || grown.end > range.end) return grown
  const next = nextSentence(text, blocks, last, range.end, language, hidden)
  return next ? { start: range.start, end: next.end } : null
}

function nextSentence(
  text: string,
  blocks: readonly Range[],
  from: number,
  offset: number,
  language: string | null,
  hidden: (block: number) => boolean,
): Range | null {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block || hidden(index)) continue
    const rest = trimmed(text, { start: Math.max(offset, block.start), end: block.end })
    if (rest) return sentenceAt(text, block, rest.start, language)
  }
  return null
}

// A sentence longer than this is no sentence; cutting here keeps an enormous block from being read whole.
const reach = 5_000

function sentenceAt(
  text: string,
  block: Range | undefined,
  offset: number,
  language: string | null,
): Range | null {
  if (!block) return null
  const from = Math.max(block.start, offset - reach)
  const around = text.slice(from, Math.min(block.end, offset + reach))
  const segments = new Intl.Segmenter(language ?? undefined, { granularity: 'sentence' }).segment(around)
  const found = segments.containing(Math.min(offset - from, around.length - 1))
  if (!found) return null
  const start = from + found.index
  return trimmed(text, { start, end: start + found.segment.length })
}
