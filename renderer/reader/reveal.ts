/**
 * Bringing a place to view. Heights above it are partly guesses that come true
 * only while scrolling there, so the aim is corrected over the next frames,
 * unless the person takes the scrolling over.
 */
/** `top`: at the very top of the window. */
export type RevealHow = 'nearest' | 'center' | 'top'

export type Reveal = {
  /** `rectOf` gives the place's client rect at the moment; null gives up. */
  to(rectOf: () => DOMRect | null, how: RevealHow): void
  cancel(): void
}

const corrections = 4

export function createReveal(scroller: HTMLElement): Reveal {
  let frame = 0
  const cancel = () => cancelAnimationFrame(frame)
  const events = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const
  for (const name of events) scroller.addEventListener(name, cancel, { passive: true })

  const scroll = (rect: DOMRect, how: RevealHow) => {
    const view = scroller.getBoundingClientRect()
    const edge = Math.min(80, view.height / 5)
    const top = rect.top - view.top
    const bottom = rect.bottom - view.top
    const before = scroller.scrollTop
    if (how === 'top') {
      scroller.scrollTop += top
      return scroller.scrollTop - before
    }
    if (how === 'nearest' && top >= edge && bottom <= view.height - edge) return 0
    const tooTall = rect.height > view.height - 2 * edge
    const middle = top - (view.height - rect.height) / 2
    const nearest = top < edge || tooTall ? top - edge : bottom - view.height + edge
    const far = Math.abs(nearest) > view.height
    scroller.scrollTop += tooTall ? top - edge : how === 'center' || far ? middle : nearest
    return scroller.scrollTop - before
  }

  return {
    to(rectOf, how) {
      cancel()
      let left = corrections
      const aim = () => {
        const rect = rectOf()
        if (!rect) return
        const moved = scroll(rect, how)
        left--
        if (left > 0 && Math.abs(moved) > 1) frame = requestAnimationFrame(aim)
      }
      aim()
    },
    cancel() {
      cancel()
      for (const name of events) scroller.removeEventListener(name, cancel)
    },
  }
}
