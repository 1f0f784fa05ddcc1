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
  /** Whether what was brought to the top last is there still: nobody has scrolled since. */
  rests(): boolean
  /** Another text is shown: nothing is aimed at, and nothing rests. */
  forget(): void
  cancel(): void
}

const corrections = 4

export function createReveal(scroller: HTMLElement): Reveal {
  let frame = 0
  /** How far it was scrolled when a place had come to the top; null where another way was asked for. */
  let restedAt: number | null = null
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
        restedAt = how === 'top' ? scroller.scrollTop : null
        left--
        if (left > 0 && Math.abs(moved) > 1) frame = requestAnimationFrame(aim)
      }
      aim()
    },
    forget() {
      cancel()
      restedAt = null
    },
    rests: () => scroller.scrollTop === restedAt,
    cancel() {
      cancel()
      for (const name of events) scroller.removeEventListener(name, cancel)
    },
  }
}
