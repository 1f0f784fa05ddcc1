/** The links of the chosen passage: how each relates, the words at its other end, and the ways to go there or take it out. */
import type { MouseEvent } from 'react'
import type { AnnotationId } from '../../app/ids.ts'
import type { Link } from '../../app/model.ts'
import { Facts } from '../ui/Facts.tsx'
import { focusLater } from '../ui/focusFree.ts'
import { KindMark } from '../ui/KindMark.tsx'
import { useActor, useAnnotation, useArticle, useParts, useWorkspace } from '../workspace/context.ts'
import { goToPassage, removeLink } from './passageActions.ts'
import { articleFacts, partnerOf, quoted, quoteOf, relationFrom, shorten, speakerOf } from './passageWords.ts'

export function CardLinks({
  annotationId,
  links,
  over,
}: {
  readonly annotationId: AnnotationId
  readonly links: readonly Link[]
  /** The card lies over the text: links that are drawn as threads are left out. */
  readonly over: boolean
}) {
  const { records } = useParts()
  const columns = useWorkspace((state) => (state.view === 'compare' && over ? state.columns : null))
  const shown = links.filter((link) => {
    const articleId = records.annotation(partnerOf(link, annotationId))?.articleId
    return articleId === undefined || columns?.includes(articleId) !== true
  })
  if (shown.length === 0) return null
  return (
    <ul className="card-links" aria-label="Links">
      {shown.map((link) => (
        <CardLink key={link.id} link={link} ofId={annotationId} />
      ))}
    </ul>
  )
}

function CardLink({ link, ofId }: { readonly link: Link; readonly ofId: AnnotationId }) {
  const parts = useParts()
  const other = useAnnotation(partnerOf(link, ofId))
  const speaker = useActor(other === null || other.kind === 'event' ? null : other.fields.speakerId)
  if (other === null) return null
  const who = speakerOf(other, () => speaker?.name ?? '')
  const relation = relationFrom(link, ofId)
  const words = `${relation} ${who === '' ? '' : `${who}: `}${quoted(shorten(quoteOf(other), 60))}`
  const takeOut = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const card = currentTarget.closest('article')?.querySelector<HTMLElement>('[data-card]')
    const giveFocus = focusLater()
    // The button goes with the link; the keys go on at the card.
    if (await removeLink(parts, link)) giveFocus(card)
  }
  return (
    <li className="card-link">
      <p className="card-relation">
        {relation} <KindMark kind={other.kind} /> <span dir="auto">{who}</span>
      </p>
      <p className="card-quote" dir="auto">
        {quoted(shorten(quoteOf(other), 160))}
      </p>
      <PartnerArticle annotationArticle={other.articleId} />
      <div className="card-actions">
        <button type="button" className="quiet" onClick={() => goToPassage(parts, other.id)}>
          Go <kbd>G</kbd>
          <span className="visually-hidden"> to: {words}</span>
        </button>
        <button type="button" className="quiet" onClick={takeOut}>
          Remove link<span className="visually-hidden">: {words}</span>
        </button>
      </div>
    </li>
  )
}

function PartnerArticle({
  annotationArticle,
}: {
  readonly annotationArticle: Parameters<typeof useArticle>[0]
}) {
  const article = useArticle(annotationArticle)
  return article === null ? null : (
    <p className="card-source">
      <Facts facts={articleFacts(article)} />
    </p>
  )
}
