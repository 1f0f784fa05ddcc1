/** One article in the list: headline, where and when it appeared, what was tagged in it, what the search found. */
import type { MouseEvent } from 'react'
import type { Article } from '../../app/model.ts'
import type { ArticleRow } from '../../app/results.ts'
import { needsReview } from '../../app/revisions.ts'
import { kinds } from '../../app/vocabulary.ts'
import { counted } from '../frame/counted.ts'
import { Facts } from '../ui/Facts.tsx'
import { Icon } from '../ui/icons.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useAnnotationsOf, useRecords } from '../workspace/context.ts'
import { MarkedText } from './MarkedText.tsx'
import { placeFacts } from './placeOf.ts'

export function ArticleRowView({
  id,
  row,
  position,
  total,
  active,
  open,
  beside,
  chosen,
  several,
  onClick,
}: {
  readonly id: string
  readonly row: ArticleRow
  readonly position: number
  readonly total: number
  /** The arrow keys stand on it. */
  readonly active: boolean
  /** It is the article on screen. */
  readonly open: boolean
  /** It is another column of the compare view. */
  readonly beside: boolean
  /** It is one of several that were chosen. */
  readonly chosen: boolean
  /** Whether any are chosen. */
  readonly several: boolean
  readonly onClick: (event: MouseEvent) => void
}) {
  // The row is as old as the list; the cache has what was changed since.
  const article = useRecords((records) => records.article(row.article.id)) ?? row.article
  const state = open ? 'open' : beside ? 'beside' : ''
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all rows
    <div
      id={id}
      role="option"
      className={`library-row ${state} ${active ? 'active' : ''} ${chosen ? 'chosen' : ''} ${several ? 'several' : ''}`}
      aria-selected={several ? chosen : active}
      aria-current={open ? 'true' : undefined}
      aria-setsize={total}
      aria-posinset={position}
      onClick={onClick}
      // A run of rows is chosen, not the words in them.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <p className="library-headline" dir="auto">
        {article.headline}
      </p>
      <p className="library-where">
        <Facts facts={placeFacts(article)} />
      </p>
      {row.snippet === null ? null : (
        <p className="library-snippet" dir="auto">
          <MarkedText text={row.snippet.text} marks={row.snippet.marks} />
        </p>
      )}
      <Standing article={article} row={row} />
    </div>
  )
}

/** Whether a click is on the box that chooses the row. */
export const isOnTick = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('.library-tick') !== null

/** The box that chooses the row, for the pointer alone: keys choose in the list, and the row says what is chosen. */
function Tick() {
  return (
    <span className="library-tick" aria-hidden="true" title="Choose">
      <Icon name="check" size={12} />
    </span>
  )
}

/** What the text was read from, in short. */
function FormatOf({ source }: Pick<ArticleRow, 'source'>) {
  return source.origin === 'paste' ? (
    <span className="library-format">pasted</span>
  ) : (
    <span className="library-format">
      <span className="visually-hidden">from a file of the format </span>
      {source.format}
    </span>
  )
}

/** What was tagged in it, what is to be known of it, and what it was read from, in one line. */
function Standing({ article, row }: { readonly article: Article; readonly row: ArticleRow }) {
  const annotations = useAnnotationsOf(article.id)
  const waiting = annotations.filter((annotation) => needsReview(annotation, article)).length
  const counts = Map.groupBy(annotations, (annotation) => annotation.kind)
  return (
    <div className="library-standing">
      <p className="library-known">
        {kinds.map((kind) => {
          const count = counts.get(kind)?.length ?? 0
          return count === 0 ? null : (
            <span key={kind} className={`kind-word ${kind}`} title={counted(count, kind)}>
              <KindMark kind={kind} />
              {count}
              <span className="visually-hidden"> {count === 1 ? kind : `${kind}s`}</span>
            </span>
          )
        })}
        {waiting === 0 ? null : <span className="badge">{waiting} to review</span>}
        {article.correction === null ? null : <span className="badge">{article.correction.status}</span>}
        {row.sharing === 0 ? null : (
          <span className="badge soft">
            {article.reprintOf === null ? 'first' : 'one'} of {row.sharing + 1} with this text
          </span>
        )}
        {article.headlineProposed ? <span className="badge soft">headline proposed</span> : null}
      </p>
      <Tick />
      <FormatOf source={row.source} />
    </div>
  )
}
