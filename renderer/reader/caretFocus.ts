/** Which passage the caret stands in, where several share the place. */
import type { AnnotationId } from '../../app/ids.ts'

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

/**
 * The passage to focus when the caret came from `before` to `now` (ids, shortest first).
 * A move within the same passages keeps the one in focus; a click on the same
 * passages again goes on to the next; otherwise the innermost is taken.
 */
export function passageAtCaret(
  before: readonly AnnotationId[],
  now: readonly AnnotationId[],
  focused: AnnotationId | null,
  clickedAgain: boolean,
): AnnotationId | null {
  const at = focused === null ? -1 : now.indexOf(focused)
  if (at === -1 || !same(before, now)) return now[0] ?? null
  return clickedAgain ? (now[(at + 1) % now.length] ?? null) : focused
}
