/** A passage in the pane of what is chosen: what it does there, its words, and where they stand; it leads to it. */
import { dateOrPublished, gistOf, quoteOf } from '../../app/ledger/caseView.ts'
import { whoOf } from '../../app/ledger/rows.ts'
import type { Annotation } from '../../app/model.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { articleFacts, quoted, shorten } from '../margin/passageWords.ts'
import { Facts } from '../ui/Facts.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { caseBookOf } from '../views/caseBook.ts'
import { shortDate } from '../views/shortDate.ts'
import { useArticle, useParts } from '../workspace/context.ts'

export function MemberButton({
  annotation,
  role,
  who = false,
}: {
  readonly annotation: Annotation
  /** What the passage is or does there. */
  readonly role: string
  /** Whether it says who speaks. */
  readonly who?: boolean
}) {
  const parts = useParts()
  const { view } = caseBookOf(parts.records)
  const article = useArticle(annotation.articleId)
  const facts = [
    who ? whoOf(view, annotation) : '',
    shortDate(dateOrPublished(view, annotation)),
    ...(article === null ? [] : articleFacts(article, shortDate)),
  ].filter((fact) => fact !== '')
  return (
    <button type="button" className="member" onClick={() => goToPassage(parts, annotation.id)}>
      <span className="member-head">
        <KindMark kind={annotation.kind} />
        <span className="member-role" dir="auto">
          {role}
        </span>
      </span>
      <span className="member-words" dir="auto">
        {annotation.kind === 'event' ? gistOf(annotation) : quoted(shorten(quoteOf(annotation), 180))}
      </span>
      <small>
        <Facts facts={facts} />
      </small>
    </button>
  )
}
