/**
 * Where words were put in, the sequences alone often leave open which: between two full
 * stops a new paragraph may as well begin with the first of them as end with the second.
 * People put in paragraphs and sentences, so a gap slides to where both its ends are breaks.
 */
import type { Run } from './sequence.ts'
import type { Tokens } from './tokens.ts'

/** One text and the numbers of its tokens. */
type Side = { readonly tokens: Tokens; readonly numbers: Int32Array }

/** Farthest that a gap slides, in tokens; a repetition without end would be followed to its end otherwise. */
const farthest = 200

/** The same runs with each gap that lies in one of the texts alone at its best place. */
export function slideGaps(runs: readonly Run[], a: Side, b: Side): Run[] {
  const slid = runs.map((run) => ({ ...run }))
  for (let at = 1; at < slid.length; at += 1) {
    const [before, after] = [slid[at - 1], slid[at]]
    if (before === undefined || after === undefined) continue
    const [endA, endB] = [before.a + before.length, before.b + before.length]
    const inA = endA < after.a
    if (inA === endB < after.b) continue
    const by = inA ? bestSlide(a, endA, after.a, before, after) : bestSlide(b, endB, after.b, before, after)
    before.length += by
    after.a += by
    after.b += by
    after.length -= by
  }
  return slid
}

/** By how many tokens the gap from `start` to `end` should slide; negative for back. Each run keeps a token at least. */
function bestSlide({ tokens, numbers }: Side, start: number, end: number, before: Run, after: Run): number {
  const worthOf = (by: number) => breakBefore(tokens, start + by) + breakBefore(tokens, end + by)
  let best = { by: 0, worth: worthOf(0) }
  const tryOut = (by: number) => {
    const worth = worthOf(by)
    if (worth > best.worth) best = { by, worth }
  }
  const back = Math.min(farthest, before.length - 1)
  for (let by = 1; by <= back && numbers[start - by] === numbers[end - by]; by += 1) tryOut(-by)
  const on = Math.min(farthest, after.length - 1)
  for (let by = 1; by <= on && numbers[start + by - 1] === numbers[end + by - 1]; by += 1) tryOut(by)
  return best.by
}

/** How much of a break stands before a token: 2 that of a block, 1 that of a sentence, 0 none. */
function breakBefore({ text, starts, ends }: Tokens, token: number): number {
  if (token === 0 || token >= starts.length) return 2
  const end = ends[token - 1] ?? 0
  const between = text.slice(end, starts[token])
  if (between.includes('\n')) return 2
  return between !== '' && /[.!?…:"”’»)]/u.test(text.charAt(end - 1)) ? 1 : 0
}
