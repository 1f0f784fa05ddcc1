/** Growing a selection by sentences. */
import type { Range } from '../../app/model.ts'
import { sentenceAround } from '../../app/text/sentences.ts'
import { blockIndexAt } from './folds.ts'
import { trimmed } from './selection.ts'

/**
 * The range grown to whole sentences; if it is whole sentences already, by the
 * next one, also in the next block that is shown. Null where there is nothing to grow to.
 */
export function growToSentence(
  text: string,
  blocks: readonly Range[],
  range: Range,
  hidden: (block: number) => boolean,
): Range | null {
  const words = trimmed(text, range)
  const around = sentenceAround(text, words ?? range.start)
  const start = Math.min(around.start, words?.start ?? around.start)
  const end = Math.max(around.end, words?.end ?? around.end)
  if (!words) return start < end ? { start, end } : null
  if (start < words.start || end > words.end) return { start, end }
  const next = nextSentence(text, blocks, words.end, hidden)
  return next ? { start, end: next.end } : null
}

function nextSentence(
  text: string,
  blocks: readonly Range[],
  offset: number,
  hidden: (block: number) => boolean,
): Range | null {
  for (let index = blockIndexAt(blocks, offset) ?? 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block || hidden(index)) continue
    const rest = trimmed(text, { start: Math.max(offset, block.start), end: block.end })
    if (rest) return sentenceAround(text, rest.start)
  }
  return null
}
