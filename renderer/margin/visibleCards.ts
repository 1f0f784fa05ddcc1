/** Which passages have a card now: those near the screen, with the height at which each begins. */
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import type { Reader } from '../reader/reader.ts'
import { firstAtOrBelow } from './nearby.ts'

export type CardPassage = { readonly annotation: Annotation; readonly top: number }

/** Heights asked for one by one; where more passages are near, those between are reckoned. */
const mostAsked = 40

/**
 * The passages between two heights (pixels from the top of the text), in text
 * order, and the one that is kept whatever its height, because it is being edited.
 */
export function passagesBetween(
  annotations: readonly Annotation[],
  reader: Pick<Reader, 'top'>,
  from: number,
  to: number,
  keepId: AnnotationId | null,
): CardPassage[] {
  const topAt = (index: number) => {
    const annotation = annotations[index]
    return annotation === undefined ? null : reader.top(annotation.id)
  }
  const first = firstAtOrBelow(annotations.length, topAt, from)
  const last = firstAtOrBelow(annotations.length, topAt, to)
  const step = Math.max(1, Math.ceil((last - first) / mostAsked))
  const found: CardPassage[] = []
  let known: number | null = null
  for (let index = first; index < last; index++) {
    const annotation = annotations[index]
    if (annotation === undefined) break
    const asked = (index - first) % step === 0 || annotation.id === keepId
    const top = asked ? topAt(index) : known
    if (top === null) continue
    // Passages that share a line may be told a fraction apart; the order of the text decides.
    known = Math.max(known ?? top, top)
    found.push({ annotation, top: known })
  }
  if (keepId === null || found.some(({ annotation }) => annotation.id === keepId)) return found
  const kept = annotations.find((annotation) => annotation.id === keepId)
  const top = kept === undefined ? null : reader.top(kept.id)
  if (kept === undefined || top === null) return found
  return top < from ? [{ annotation: kept, top }, ...found] : [...found, { annotation: kept, top }]
}
