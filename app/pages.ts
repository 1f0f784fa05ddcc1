/** Pages of the source on which a passage stands, for citing it. */
import type { Annotation, Revision } from './model.ts'

/** `p. 3` or `pp. 3–4`; null where the source has no pages or the passage lies on another revision. */
export function pagesOf(
  { id, blocks }: Pick<Revision, 'id' | 'blocks'>,
  { revisionId, segments }: Pick<Annotation, 'revisionId' | 'segments'>,
): string | null {
  if (revisionId !== id) return null
  const pages: number[] = []
  for (const { start, end, page } of blocks) {
    if (page !== undefined && segments.some((one) => one.start < end && one.end > start)) pages.push(page)
  }
  if (pages.length === 0) return null
  const [first, last] = [Math.min(...pages), Math.max(...pages)]
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`
}
