/**
 * What is injected into every measured page, before its own code: it counts what
 * changes on the screen, and times from an input's own time stamp to the end of
 * the first frame that shows the change. The same code for all pages.
 */
declare global {
  interface Window {
    probe: Probe
  }
}

export type Probe = {
  /** Begins to wait: the next trusted key or click starts the clock. */
  arm(): void
  /** Milliseconds from the input to the frame with the highlight on the screen. */
  painted(): Promise<number>
  /** Milliseconds from the input to the frame in which `ready` matches, with highlights on the screen if there are any. */
  opened(ready: string, highlighted: boolean): Promise<number>
  /** Scrolls through in `frames` steps, one a frame, and gives the length of each frame. */
  scroll(scroller: string, frames: number): Promise<number[]>
}

/** Runs in the page. `marked` selects elements that stand for a highlight where a page uses elements. */
export function installProbe(marked: string): void {
  const longest = 60_000
  let changes = 0
  let started: number | null = null
  let changesAtStart = 0

  const count = <T extends object>(prototype: T, name: keyof T) => {
    const original = prototype[name]
    if (typeof original !== 'function') return
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value(this: T, ...args: unknown[]) {
        changes++
        return original.apply(this, args)
      },
    })
  }
  count(Highlight.prototype, 'add')
  count(HighlightRegistry.prototype, 'set')

  const isMarked = (node: Node) =>
    node instanceof Element && (node.matches(marked) || node.querySelector(marked) !== null)
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (isMarked(node)) changes++
  }).observe(document, { childList: true, subtree: true })

  const begin = (event: Event) => {
    if (!event.isTrusted || started !== null || !armed) return
    started = event.timeStamp
    changesAtStart = changes
  }
  let armed = false
  addEventListener('keydown', begin, { capture: true })
  addEventListener('pointerdown', begin, { capture: true })

  // A message posted inside a frame's callback is delivered after that frame was drawn.
  const afterFrame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const waitFor = async (done: () => boolean) => {
    for (const from = performance.now(); ; ) {
      const now = await afterFrame()
      if (now - from > longest) throw new Error('Nothing came on the screen for a minute.')
      if (started !== null && done()) {
        const time = now - started
        started = null
        armed = false
        return time
      }
    }
  }

  window.probe = {
    arm() {
      armed = true
      started = null
    },
    painted: () => waitFor(() => changes > changesAtStart),
    opened: (ready, highlighted) =>
      waitFor(() => document.querySelector(ready) !== null && (!highlighted || changes > changesAtStart)),
    async scroll(scroller, frames) {
      const element = document.querySelector(scroller)
      if (!element) throw new Error(`Nothing to scroll: ${scroller}`)
      element.scrollTop = 0
      for (let i = 0; i < 10; i++) await afterFrame()
      const lengths: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let i = 1; i <= frames; i++) {
        element.scrollTop = ((element.scrollHeight - element.clientHeight) * i) / frames
        const now = await new Promise<number>(requestAnimationFrame)
        lengths.push(now - last)
        last = now
      }
      element.scrollTop = 0
      for (let i = 0; i < 10; i++) await afterFrame()
      return lengths
    },
  }
}
