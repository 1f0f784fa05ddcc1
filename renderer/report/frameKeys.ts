/**
 * Keys that are pressed in the frame of the report. They are heard by the frame alone, so
 * without this no key of Gainsay would lead out of it.
 */

/** Gives the keys pressed in a frame, which holds no scripts of its own, to the page around it; what the page takes, the frame leaves. */
export function passKeysOn(frame: HTMLIFrameElement): void {
  frame.contentWindow?.addEventListener('keydown', (event) => {
    // Links have their own use for Enter.
    if (event.key === 'Enter') return
    const taken = !frame.dispatchEvent(new KeyboardEvent('keydown', event))
    if (taken) event.preventDefault()
  })
}
