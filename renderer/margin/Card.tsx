/** One passage in the margin: closed, chosen (with its links), or open for editing. */
import { memo } from 'react'
import type { Annotation } from '../../app/model.ts'
import { isOnCurrent } from '../../app/revisions.ts'
import { credibilityLabels, reliabilityLabels } from '../../app/vocabulary.ts'
import { Facts } from '../ui/Facts.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useActor, useLinksOf, useParts, useRecords } from '../workspace/context.ts'
import { CardEditor } from './CardEditor.tsx'
import { CardLinks } from './CardLinks.tsx'
import { removePassage } from './passageActions.ts'
import {
  detailsOf,
  gradeOf,
  kindLabels,
  passageName,
  quoted,
  quoteOf,
  shorten,
  titleOf,
} from './passageWords.ts'

type Props = {
  readonly annotation: Annotation
  /** The page of the source it begins on; null where that has no pages. */
  readonly page: number | null
  readonly focused: boolean
  readonly editing: boolean
  /** It lies over the text, right at its passage, and need not say again what stands there. */
  readonly over: boolean
}

export const Card = memo(function Card({ annotation, page, focused, editing, over }: Props) {
  const parts = useParts()
  const { workspace } = parts
  const links = useLinksOf(annotation.id)
  const speaker = useActor(annotation.kind === 'event' ? null : annotation.fields.speakerId)?.name ?? ''
  const nameOf = () => speaker
  const title = titleOf(annotation, nameOf)
  const grade = gradeOf(annotation)
  const quote = quoteOf(annotation)
  const details = detailsOf(annotation)
  const article = useRecords((records) => records.article(annotation.articleId))
  const standing =
    article === null || isOnCurrent(annotation, article)
      ? ''
      : annotation.detached
        ? 'left on this revision'
        : 'to review'

  const choose = () => {
    if (focused) {
      workspace.patch({ editingId: editing ? null : annotation.id })
      return
    }
    workspace.patch({ focusId: annotation.id, editingId: null })
    workspace.readers.get(annotation.articleId)?.reveal(annotation.id, 'nearest')
  }
  return (
    <article
      className={`card ${annotation.kind}${focused ? ' focused' : ''}${editing ? ' editing' : ''}`}
      aria-label={passageName(annotation, nameOf)}
      aria-current={focused ? 'true' : undefined}
    >
      <button
        type="button"
        className="card-head"
        data-card={annotation.id}
        aria-expanded={focused}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          workspace.readers.get(annotation.articleId)?.focus()
        }}
      >
        <span className="card-line">
          <KindMark kind={annotation.kind} />
          <span className={`kind-word ${annotation.kind}`}>{kindLabels[annotation.kind]}</span>
          {title !== '' && (
            <span className="card-title" dir="auto">
              {title}
            </span>
          )}
          <span className="card-signs">
            {standing !== '' && <span className="badge">{standing}</span>}
            {page !== null && <span title={`Page ${page} of the source`}>p. {page}</span>}
            {grade !== '' && (
              <span className="card-grade" title={gradeWords(annotation)}>
                {grade}
              </span>
            )}
            {links.length > 0 && (
              <span title={links.length === 1 ? '1 link' : `${links.length} links`}>
                <span aria-hidden="true">⇄ {links.length}</span>
                <span className="visually-hidden">
                  {links.length === 1 ? '1 link' : `${links.length} links`}
                </span>
              </span>
            )}
          </span>
        </span>
        {!over && (
          <span className="card-quote" dir="auto">
            {quoted(shorten(quote, focused && !editing ? 600 : 110))}
          </span>
        )}
      </button>
      {focused && !editing && (
        <div className="card-body">
          {details.length > 0 && (
            <p className="card-details">
              <Facts facts={details} />
            </p>
          )}
          {annotation.note !== '' && (
            <p className="card-note" dir="auto">
              {annotation.note}
            </p>
          )}
          {annotation.labels.length > 0 && (
            <p className="card-labels" dir="auto">
              {annotation.labels.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </p>
          )}
          <CardLinks annotationId={annotation.id} links={links} over={over} />
          <div className="card-actions">
            <button
              type="button"
              className="quiet"
              onClick={() => workspace.patch({ editingId: annotation.id })}
            >
              Edit <kbd>Enter</kbd>
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() =>
                workspace.patch({ dialog: { dialog: 'link', fromId: annotation.id, toId: null } })
              }
            >
              Link <kbd>L</kbd>
            </button>
            <button type="button" className="quiet" onClick={() => void removePassage(parts, annotation)}>
              Remove <kbd>X</kbd>
            </button>
          </div>
        </div>
      )}
      {focused && editing && <CardEditor annotation={annotation} />}
    </article>
  )
})

function gradeWords({ reliability, credibility }: Annotation): string {
  return [
    reliability === null ? '' : `source ${reliabilityLabels[reliability]}`,
    credibility === null ? '' : `information ${credibilityLabels[credibility]}`,
  ]
    .filter((words) => words !== '')
    .join(', ')
}
