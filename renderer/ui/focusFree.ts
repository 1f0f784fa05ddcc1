/** Who may take the keys. */

/** Whether nothing has the focus but what a part of the screen lies in, so that it may take it when it appears. */
export function isFocusFree(part: Element | null): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement.contains(part)
}

/** For work that takes a while: gives the focus to a part once it is done, unless it went elsewhere meanwhile. */
export function focusLater(): (part: { focus(): void } | null | undefined) => void {
  const before = document.activeElement
  return (part) => {
    if (document.activeElement === before || isFocusFree(document.body)) part?.focus()
  }
}
