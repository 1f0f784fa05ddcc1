/** Who may take the keys. */

/** Whether nothing has the focus but what a part of the screen lies in, so that it may take it when it appears. */
export function isFocusFree(part: Element | null): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement.contains(part)
}
