/**
 * Work that may come after the next pictures. What a person does is seen first, in the
 * frame after it what opens to go on with (the card of a passage); what only tells of it
 * (counts, titles, messages) follows in a frame of its own, in the same blink.
 */
const waiting = new Set<() => void>()

/** While the page is not shown there are no frames; milliseconds until the work is done all the same. */
const longest = 100

/** Does the work once two frames have been painted; the same work waiting twice is done once. */
export function afterPaint(work: () => void): void {
  waiting.add(work)
  if (waiting.size > 1) return
  let timer = setTimeout(flush, longest)
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      // A task begun in a frame's callback runs after that frame was painted.
      timer = setTimeout(flush, 0)
    })
  })
  function flush() {
    cancelAnimationFrame(frame)
    const due = [...waiting]
    waiting.clear()
    for (const one of due) one()
  }
}

type Subscribe = (listener: () => void) => () => void
const late = new WeakMap<Subscribe, Subscribe>()

/** The same subscription, heard after the paint; for the same `subscribe` always the same function. */
export function subscribeLate(subscribe: Subscribe): Subscribe {
  const known = late.get(subscribe)
  if (known) return known
  const made: Subscribe = (listener) => {
    let heard = true
    const tell = () => {
      if (heard) listener()
    }
    const stop = subscribe(() => afterPaint(tell))
    return () => {
      heard = false
      stop()
    }
  }
  late.set(subscribe, made)
  return made
}
