/** Only what one actor says or does, only what one article has: as every view of the case filters. */
import type { ActorId, ArticleId } from '../../app/ids.ts'
import { useParts } from '../workspace/context.ts'
import type { CaseBook } from './caseBook.ts'
import { actorChoices, articleChoices } from './choices.ts'
import { PickFilter } from './ViewHead.tsx'

/** Null is any. */
type Chosen = { readonly actorId: ActorId | null; readonly articleId: ArticleId | null }

export function ActorArticleFilters({
  book,
  filter,
  onChange,
}: {
  readonly book: CaseBook
  readonly filter: Chosen
  readonly onChange: (part: Partial<Chosen>) => void
}) {
  const { records } = useParts()
  return (
    <>
      <PickFilter
        label="Actor"
        value={filter.actorId === null ? null : (records.actor(filter.actorId)?.name ?? '')}
        choices={() => actorChoices(records)}
        // the keys of these choices are ids of actors
        onChange={(key) => onChange({ actorId: key as ActorId | null })}
      />
      <PickFilter
        label="Article"
        value={filter.articleId === null ? null : (records.article(filter.articleId)?.headline ?? '')}
        choices={() => articleChoices(book)}
        // the keys of these choices are ids of articles
        onChange={(key) => onChange({ articleId: key as ArticleId | null })}
      />
    </>
  )
}
