/** Making a link out of two related passages: between what is tagged there, else by tagging first. */
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { Annotation, Range } from '../../app/model.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { Parts } from '../workspace/context.ts'
import type { DialogState, Untagged } from '../workspace/workspace.ts'
import { findPair } from './relatedState.ts'

/** The annotation that covers most of the range; null where none touches it. */
export function findTagged(annotations: readonly Annotation[], range: Range): Annotation | null {
  let best: Annotation | null = null
  let most = 0
  for (const annotation of annotations) {
    const covered = annotation.segments.reduce((sum, segment) => sum + overlap(segment, range), 0)
    if (covered <= most) continue
    best = annotation
    most = covered
  }
  return best
}

const overlap = (a: Range, b: Range) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** One end of the link to be. */
export type PairEnd = { readonly tagged: Annotation | null; readonly words: Untagged }

/** The dialog that links the two: what is asked depends on which of them is tagged already. */
export function linkPairDialog(here: PairEnd, there: PairEnd): DialogState {
  if (here.tagged !== null && there.tagged !== null)
    return { dialog: 'link', fromId: here.tagged.id, toId: there.tagged.id }
  if (here.tagged === null && there.tagged === null)
    return { dialog: 'linkPair', here: here.words, there: there.words }
  const [open, toId] =
    here.tagged === null ? [here.words, there.tagged?.id ?? null] : [there.words, here.tagged.id]
  const { articleId, revisionId, range, text } = open
  return { dialog: 'tagAndLink', articleId, revisionId, segments: [range], text, toId }
}

/** Why there is nothing to link; null when there is. */
export function needPair({ workspace }: Parts): string | null {
  const { related, view } = workspace.get()
  return view === 'compare' && related !== null && findPair(related) !== null
    ? null
    : 'Go to two related passages first: in the compare view, with N.'
}

/** Asks how the related passages in view are to be linked. */
export function linkPair(parts: Parts): void {
  const { related } = parts.workspace.get()
  const pair = related === null ? null : findPair(related)
  if (related === null || pair === null) return
  const { hereId, thereId, revisionIds } = related
  const here = endOf(parts, hereId, revisionIds[0], pair.here)
  const there = endOf(parts, thereId, revisionIds[1], pair.there)
  if (here !== null && there !== null) parts.workspace.patch({ dialog: linkPairDialog(here, there) })
  else parts.workspace.notify('refused', 'One of the two texts has changed; they are being compared anew.')
}

function endOf(
  { records, workspace }: Parts,
  articleId: ArticleId,
  revisionId: RevisionId | undefined,
  range: Range,
): PairEnd | null {
  const reader = workspace.readers.get(articleId)
  const content = reader === undefined ? null : findReaderContent(reader)
  if (content === null || content.revision.id !== revisionId) return null
  const text = content.revision.text.slice(range.start, range.end)
  return {
    // What waits on an older revision stands at places of that text.
    tagged: findTagged(records.annotationsOn(articleId, revisionId), range),
    words: { articleId, revisionId, range: { start: range.start, end: range.end }, text },
  }
}
