/** The revisions of an article: where each came from, read as it was, or compared with another. */
import { useEffect, useState } from 'react'
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { DiffBlock, RevisionComparison, RevisionInfo } from '../../app/results.ts'
import { revisionOriginLabels } from '../../app/vocabulary.ts'
import { reporting } from '../commands/commands.ts'
import { counted } from '../frame/counted.ts'
import { useRevisions } from '../read/useRevisions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useParts } from '../workspace/context.ts'
import { Pieces } from './Pieces.tsx'
import { useClose } from './useClose.ts'

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function RevisionsDialog({ articleId }: { readonly articleId: ArticleId }) {
  const close = useClose()
  const revisions = useRevisions(articleId)
  const [comparing, setComparing] = useState(false)
  return (
    <Dialog
      wide
      title="Revisions"
      description="Every text this article has had. Nothing is ever written over."
      onClose={close}
    >
      {revisions === null ? <p role="status">Reading the revisions …</p> : null}
      {revisions === null ? null : (
        <>
          <RevisionList articleId={articleId} revisions={revisions} />
          {revisions.length < 2 ? null : comparing ? (
            <Comparison articleId={articleId} revisions={revisions} />
          ) : (
            <p className="revision-compare">
              <Button onClick={() => setComparing(true)}>Compare two revisions</Button>
            </p>
          )}
        </>
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
              {counted(revision.annotations, 'passage')} · {clock.format(new Date(revision.createdAt))}
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

function Comparison({
  articleId,
  revisions,
}: {
  readonly articleId: ArticleId
  readonly revisions: readonly RevisionInfo[]
}) {
  const parts = useParts()
  const [from, setFrom] = useState<RevisionId | undefined>(revisions.at(-2)?.id)
  const [to, setTo] = useState<RevisionId | undefined>(revisions.at(-1)?.id)
  const [found, setFound] = useState<RevisionComparison | null>(null)
  useEffect(() => {
    if (from === undefined || to === undefined) return
    let wanted = true
    setFound(null)
    void reporting(parts, async () => {
      const comparison = await parts.client.call('article.compareRevisions', { id: articleId, from, to })
      if (wanted) setFound(comparison)
    })
    return () => {
      wanted = false
    }
  }, [parts, articleId, from, to])
  const pick = (label: string, value: RevisionId | undefined, set: (id: RevisionId | undefined) => void) => (
    <Field label={label}>
      {(ties) => (
        <select
          {...ties}
          className="input"
          value={value}
          onChange={(event) => set(revisions.find(({ id }) => id === event.currentTarget.value)?.id)}
        >
          {revisions.map((revision, index) => (
            <option key={revision.id} value={revision.id}>
              {index + 1}. {revisionOriginLabels[revision.origin]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <section className="comparison" aria-label="Comparison">
      <div className="field-row">
        {pick('From', from, setFrom)}
        {pick('To', to, setTo)}
      </div>
      <p role="status">
        {found === null
          ? 'Comparing …'
          : `${counted(found.addedWords, 'word')} added, ${counted(found.removedWords, 'word')} removed.`}
      </p>
      {found === null ? null : <ComparedText blocks={found.blocks} />}
    </section>
  )
}

/** Blocks around a change are shown, longer stretches without any are passed over. */
function ComparedText({ blocks }: { readonly blocks: readonly DiffBlock[] }) {
  const [whole, setWhole] = useState(false)
  const near = (index: number) =>
    whole || [-1, 0, 1].some((step) => (blocks[index + step]?.change ?? 'same') !== 'same')
  const passedOver = blocks.filter((_, index) => !near(index)).length
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by key */}
      <section className="compared" tabIndex={0} aria-label="Compared text">
        {blocks.map((block, index) =>
          near(index) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a comparison have no identity but their place
            <p key={index} dir="auto" className={block.furniture ? 'furniture' : undefined}>
              <Pieces pieces={block.pieces} />
            </p>
          ) : near(index - 1) || index === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <p key={index} className="passed-over">
              …
            </p>
          ) : null,
        )}
      </section>
      {passedOver > 0 ? (
        <Button onClick={() => setWhole(true)}>Show {counted(passedOver, 'unchanged block')} too</Button>
      ) : null}
    </>
  )
}
