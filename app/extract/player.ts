/**
 * What the controls of a video leave in a copied page: up to a hundred short lines in the midst of a
 * story (`Mute`, `Remaining Time -0:00`, `captions off, selected`, the colours of its captions).
 * The words are those of Video.js, which most news sites' players are made of, and of its kin.
 */
import type { Item } from './items.ts'

/** Lines that stand nowhere but in a player. */
const sure =
  /^(?:(?:current|remaining|duration|elapsed) time:? ?-?[\d:]*|stream type:? ?live|seek to live\b.{0,60}|(?:loaded|progress): ?[\d.]+%(?:[\d.]+%)?|playback (?:rate|speed)|(?:descriptions|subtitles|captions)(?:\/(?:subtitles|captions))? off(?:, selected)?|(?:subtitles|captions|captions\/subtitles) settings(?:, opens .{0,60})?|text edge style|(?:this is a )?modal window\.?|this is a modal window\b.{0,160}|(?:beginning|end) of dialog window\..{0,80}|close modal dialog|picture-in-picture|exit fullscreen|non-fullscreen)$/u
/** Lines that belong to one where it begins or ends. */
const beside =
  /^(?:play(?: video)?|pause|replay|mute|unmute|volume|live|share|fullscreen|close|reset|done|defaults ?done|-?\d+:\d\d(?: ?\/ ?\d+:\d\d)?|[\d.]+x?|\/)$/u
/** A lone line of the kind may be another thing; a player has many. */
const leastSure = 4
/** Lines between two of them: the longest list, of colours and letters, has some fifty. */
const mostBetween = 60

/** Marks the lines of players, which say nothing about where a story begins or ends. */
export function markPlayers(items: readonly Item[]): void {
  const found = items.flatMap((item, index) => (item.key.length <= 200 && sure.test(item.key) ? [index] : []))
  for (const run of runsOf(items, found)) {
    const first = run[0] ?? 0
    const last = run.at(-1) ?? 0
    if (run.length < leastSure) continue
    let start = first
    while (beside.test(items[start - 1]?.key ?? '')) start -= 1
    let end = last + 1
    while (beside.test(items[end]?.key ?? '')) end += 1
    for (const item of items.slice(start, end)) {
      item.reason = 'debris'
      item.boxed = true
    }
  }
}

/** Places that follow each other without running text between them. */
function runsOf(items: readonly Item[], places: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const goesOn =
      before !== undefined &&
      place - before <= mostBetween &&
      !items.slice(before + 1, place).some((item) => item.prose)
    if (run !== undefined && goesOn) run.push(place)
    else runs.push([place])
  }
  return runs
}
