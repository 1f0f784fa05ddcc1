/**
 * Where the cards of the margin stand: each as near to the height of its passage
 * as it can, in text order, never over another. The focused card gets exactly
 * its height; the others make room, those before it upwards, those after it
 * downwards. A card that would stand too far from its passage is not shown but
 * counted in a line at that place, so a crowded text has a bounded margin.
 *
 * All measures are CSS pixels from the top of the margin.
 */

export type CardItem = {
  readonly id: string
  /** Height at which its passage begins. */
  readonly top: number
  readonly height: number
}

export type CardPlace =
  | { readonly type: 'card'; readonly id: string; readonly y: number }
  /** Stands for cards that found no room here. */
  | { readonly type: 'more'; readonly ids: readonly string[]; readonly y: number }

export type CardLayoutOptions = {
  /** Space between two cards. */
  readonly gap: number
  /** How far a card may stand from its passage. */
  readonly reach: number
  /** Height of a line that counts cards. */
  readonly moreHeight: number
  readonly focusId: string | null
  /** No card stands above this. */
  readonly start: number
}

type Slot = { readonly ids: string[]; more: boolean; y: number; height: number; readonly top: number }

/** Places the cards; `items` are in text order. */
export function layoutCards(items: readonly CardItem[], options: CardLayoutOptions): CardPlace[] {
  const focusAt = options.focusId === null ? -1 : items.findIndex((item) => item.id === options.focusId)
  const focus = items[focusAt]
  if (focus === undefined) return placesOf(pushDown(items, options.start, options))
  const before = pushUp(
    pushDown(items.slice(0, focusAt), options.start, options),
    focus.top - options.gap,
    options,
  )
  const after = pushDown(items.slice(focusAt + 1), focus.top + focus.height + options.gap, options)
  return placesOf([...before, slotOf(focus, focus.top), ...after])
}

const slotOf = (item: CardItem, y: number): Slot => ({
  ids: [item.id],
  more: false,
  y,
  height: item.height,
  top: item.top,
})

/** From the first on, each below the one before it. */
function pushDown(items: readonly CardItem[], from: number, options: CardLayoutOptions): Slot[] {
  const slots: Slot[] = []
  let free = from
  for (const item of items) {
    const y = Math.max(item.top, free)
    if (y - item.top <= options.reach) {
      slots.push(slotOf(item, y))
      free = y + item.height + options.gap
      continue
    }
    const last = slots.at(-1)
    if (last?.more) last.ids.push(item.id)
    else {
      slots.push({ ids: [item.id], more: true, y: free, height: options.moreHeight, top: item.top })
      free += options.moreHeight + options.gap
    }
  }
  return slots
}

/** From the last on, each above the limit and the one after it, as far as that is needed. */
function pushUp(slots: readonly Slot[], limit: number, options: CardLayoutOptions): Slot[] {
  const kept: Slot[] = []
  let free = limit
  // The line that counts those without room has its own place at the top.
  const lowest = options.start + options.moreHeight + options.gap
  for (const slot of slots.toReversed()) {
    const y = Math.min(slot.y, free - slot.height)
    const tooFar = !slot.more && (slot.top - y > options.reach || y < lowest)
    const next = kept.at(-1)
    if (next?.more && (slot.more || tooFar)) {
      next.ids.unshift(...slot.ids)
      continue
    }
    const placed: Slot = tooFar
      ? { ...slot, more: true, height: options.moreHeight, y: free - options.moreHeight }
      : { ...slot, y }
    kept.push(placed)
    free = placed.y - options.gap
  }
  return kept.reverse()
}

const placesOf = (slots: readonly Slot[]): CardPlace[] =>
  slots.map((slot) =>
    slot.more
      ? { type: 'more', ids: slot.ids, y: slot.y }
      : { type: 'card', id: slot.ids[0] ?? '', y: slot.y },
  )
