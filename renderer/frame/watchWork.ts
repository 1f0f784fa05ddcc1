/** Whether somebody works in the window at the moment, for what can wait or go slower meanwhile. */

/** What a person at work does, and what the window does after them. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'scroll'] as const
/** Someone who has done nothing for so many milliseconds looks away or only reads on. */
const pause = 1_500

/** @returns a question that is true within a short while after each sign of work. `now` is a clock in milliseconds. */
export function watchWork(target: EventTarget, now = () => performance.now()): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  const note = () => {
    last = now()
  }
  for (const sign of signs) target.addEventListener(sign, note, { capture: true, passive: true })
  return () => now() - last < pause
}
