/**
 * Tells when scrolling has come to rest. Time alone does not say it: where frames
 * are late, the next step of a scroll may come long after the last. So some frames
 * must have passed as well, in which nothing moved.
 */
export type Rest = {
  /** The scroller moved, or may have; `work` is done once it rests. */
  moved(): void
  stop(): void
}

/** `after` in milliseconds since the last move. */
export function createRest(scroller: Pick<HTMLElement, 'scrollTop'>, after: number, work: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | null = null
  let frame = 0
  let until = 0
  const stop = () => {
    if (timer === null) return
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    timer = null
  }
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => {
      const left = until - performance.now()
      if (left > 1) wait(left)
      else look()
    }, milliseconds)
  }
  const look = () => {
    const at = scroller.scrollTop
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = null
        if (scroller.scrollTop !== at || performance.now() < until) moved()
        else work()
      })
    })
  }
  // One timer for a whole scroll, not one for each of its frames.
  const moved = () => {
    until = performance.now() + after
    if (timer === null) wait(after)
  }
  return { moved, stop }
}
