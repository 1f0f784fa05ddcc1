/** The review queue by key: opened, and left for a moment to choose words in the text. */

import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { ReviewItem } from '../../app/results.ts'
import { nothingSelected } from '../margin/tagging.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

export const reviewCommands: Commands<IdsOf<'review'>> = {
  'review.show': {
    run: ({ workspace }) => workspace.patch({ remark: null, dialog: { dialog: 'review', articleId: null } }),
  },
}

/** Opens the text at the place where the passage seems to stand, so that its words can be chosen there. */
export function beginRemark(parts: Parts, item: ReviewItem, scope: ArticleId | null): void {
  const { workspace } = parts
  const { articleId, id } = item.annotation
  workspace.patch({
    dialog: null,
    view: 'read',
    articleId,
    older: null,
    focusId: null,
    editingId: null,
    remark: { id, scope, place: item.suggestion?.segments[0] ?? null },
  })
}

/** Puts the passage on the words that are selected, and goes back to the queue. */
export async function finishRemark({ client, workspace }: Parts, id: AnnotationId): Promise<void> {
  const { remark } = workspace.get()
  const reader = workspace.activeReader()
  const selection = reader?.selection() ?? null
  const content = reader === null ? null : findReaderContent(reader)
  if (selection === null || content === null) {
    workspace.notify('refused', nothingSelected)
    return
  }
  await client.call('review.remark', {
    id,
    revisionId: content.revision.id,
    segments: selection.ranges.map(({ start, end }) => ({ start, end })),
  })
  workspace.notify('done', 'Marked the passage anew.')
  workspace.patch({ remark: null, dialog: { dialog: 'review', articleId: remark?.scope ?? null } })
}

/** Goes back to the queue without a change. */
export function leaveRemark({ workspace }: Parts): void {
  const { remark } = workspace.get()
  if (remark === null) return
  workspace.patch({
    remark: null,
    dialog: { dialog: 'review', articleId: remark.scope, startId: remark.id },
  })
}
