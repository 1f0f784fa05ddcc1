/** The revisions of an article: where each came from; leads to reading one as it was, and to comparing two. */
import type { ArticleId } from '../../app/ids.ts'
import type { RevisionInfo } from '../../app/results.ts'
import { revisionOriginLabels } from '../../app/vocabulary.ts'
import { openRevisionPair } from '../commands/revisionSteps.ts'
import { counted } from '../frame/counted.ts'
import { useRevisions } from '../read/useRevisions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { shortMoment } from '../ui/moments.ts'
import { useParts } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

export function RevisionsDialog({ articleId }: { readonly articleId: ArticleId }) {
  const parts = useParts()
  const close = useClose()
  const revisions = useRevisions(articleId)
  return (
    <Dialog
      wide
      title="Revisions"
      description="Every text this article has had. Nothing is ever written over."
      onClose={close}
      foot={
        revisions === null || revisions.length < 2 ? undefined : (
          <Button look="primary" onClick={() => openRevisionPair(parts, articleId)}>
            Compare two revisions
          </Button>
        )
      }
    >
      {revisions === null ? (
        <p role="status">Reading the revisions …</p>
      ) : (
        <RevisionList articleId={articleId} revisions={revisions} />
      )}
    </Dialog>
  )
}

function RevisionList({
  articleId,
  revisions,
}: {
  readonly articleId: ArticleId
  readonly revisions: readonly RevisionInfo[]
}) {
  const { workspace } = useParts()
  const read = (revision: RevisionInfo) =>
    workspace.patch({
      dialog: null,
      view: 'read',
      articleId,
      focusId: null,
      editingId: null,
      older: revision.current ? null : { articleId, revisionId: revision.id },
    })
  return (
    <ol className="history" aria-label="Revisions">
      {revisions.map((revision, index) => (
        <li key={revision.id}>
          <button
            type="button"
            className="history-step"
            aria-current={revision.current ? 'true' : undefined}
            data-autofocus={revision.current ? '' : undefined}
            onClick={() => read(revision)}
          >
            <span className="main">
              {index + 1}. {revisionOriginLabels[revision.origin]}
              {revision.current ? ', current' : ''}
            </span>
            <span className="side">
              <bdi>{revision.source.name}</bdi>
              {revision.part === null ? '' : ` (${revision.part.name})`} ·{' '}
              {counted(revision.annotations, 'passage')} · {shortMoment(revision.createdAt)}
            </span>
          </button>
          {revision.warnings.map((warning) => (
            <p key={warning} className="revision-warning">
              {warning}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
