/**
 * Segments: ranges of a text together with the words they were made on.
 * Everything that makes a segment goes through here, so that a segment never
 * splits a surrogate pair and its quote is always what the text says there.
 */
import { GainsayError } from '../errors.ts'
import type { Range, Segment } from '../model.ts'

/** Length of the context kept on either side, in UTF-16 code units. */
export const contextLength = 32

/** Whether `offset` lies between the two halves of one character. */
export function splitsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** The segment of a range: its words, and up to 32 code units of context on either side. */
export function makeSegment(text: string, range: Range): Segment {
  let from = Math.max(0, range.start - contextLength)
  if (splitsCharacter(text, from)) from += 1
  let to = Math.min(text.length, range.end + contextLength)
  if (splitsCharacter(text, to)) to -= 1
  return {
    start: range.start,
    end: range.end,
    exact: text.slice(range.start, range.end),
    prefix: text.slice(from, range.start),
    suffix: text.slice(range.end, to),
  }
}

/** Whether the segment lies in the text and the text says there exactly what the segment quotes. */
export function verifySegment(text: string, segment: Segment): boolean {
  if (segment.start >= segment.end || segment.end > text.length) return false
  if (splitsCharacter(text, segment.start) || splitsCharacter(text, segment.end)) return false
  const made = makeSegment(text, segment)
  return made.exact === segment.exact && made.prefix === segment.prefix && made.suffix === segment.suffix
}

/**
 * The segments of a passage in text order; ranges that touch or overlap become one.
 * @throws GainsayError `bad-input` when a range is empty, outside the text, all whitespace, or cuts a character in two.
 */
export function makeSegments(text: string, ranges: readonly Range[]): Segment[] {
  for (const range of ranges) checkRange(text, range)
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)
  const merged: { start: number; end: number }[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ start: range.start, end: range.end })
  }
  return merged.map((range) => makeSegment(text, range))
}

function checkRange(text: string, { start, end }: Range): void {
  const named = `The range ${start}–${end}`
  if (start >= end)
    throw new GainsayError('bad-input', `${named} is empty; a passage needs at least one word.`)
  if (end > text.length)
    throw new GainsayError(
      'bad-input',
      `${named} reaches past the end of the text, which is at ${text.length}.`,
    )
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    throw new GainsayError('bad-input', `${named} begins or ends in the middle of a character.`)
  if (text.slice(start, end).trim() === '')
    throw new GainsayError(
      'bad-input',
      `${named} holds nothing but white space; a passage needs at least one word.`,
    )
}
