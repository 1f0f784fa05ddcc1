/**
 * Passages through an edit of their text, by the edit itself: the ranges of the
 * editor's step maps (prosemirror-transform) say what was replaced by how much.
 * A position in the editor's document is the offset plus one, and the document is two
 * longer than the text.
 */
import { Mapping, StepMap } from 'prosemirror-transform'
import { GainsayError } from '../errors.ts'
import type { Range, Segment } from '../model.ts'
import { type Carried, settle } from './carry.ts'

/** Takes passages of the text before the edit to the text after it. */
export type EditMap = (segments: readonly Segment[]) => Carried

/**
 * The map of an edit from one text to another.
 * @throws GainsayError `bad-input` where the ranges are no step maps, or do not lead from the one length to the other.
 */
export function makeEditMap(before: string, after: string, steps: readonly (readonly number[])[]): EditMap {
  let size = before.length + 2
  for (const ranges of steps) size += growth(ranges, size)
  if (size !== after.length + 2) {
    throw new GainsayError(
      'bad-input',
      `The steps of the edit lead to a text of ${size - 2} characters, not of ${after.length}. Nothing was changed.`,
    )
  }
  const mapping = new Mapping(steps.map((ranges) => new StepMap([...ranges])))
  return (segments) => {
    const ranges = segments.map((segment) => trimmed(after, mapRange(mapping, segment)))
    // A passage loses a segment only by the analyst's own decision.
    return ranges.every((range) => range.start < range.end)
      ? settle(after, segments, ranges)
      : { fate: 'review' }
  }
}

function mapRange(mapping: Mapping, { start, end }: Range): Range {
  return { start: mapping.map(start + 1, 1) - 1, end: mapping.map(end + 1, -1) - 1 }
}

/** Without the breaks between blocks that an edit may have brought to its edges. */
function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (from < to && text[from] === '\n') from += 1
  while (to > from && text[to - 1] === '\n') to -= 1
  return { start: from, end: to }
}

/** By how much a step map lengthens a document of this size. */
function growth(ranges: readonly number[], size: number): number {
  let grown = 0
  let last = 0
  for (let at = 0; at < ranges.length; at += 3) {
    const [start, oldSize, newSize] = ranges.slice(at, at + 3)
    if (start === undefined || oldSize === undefined || newSize === undefined || start < last)
      throw notSteps()
    last = start + oldSize
    grown += newSize - oldSize
  }
  if (last > size) throw notSteps()
  return grown
}

const notSteps = () =>
  new GainsayError('bad-input', 'The steps of the edit do not fit the text. Nothing was changed.')
