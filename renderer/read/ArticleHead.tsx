/** What stands above an article's text: what it is, who published it when, what it says of its own correction, where it came from. */
import { memo } from 'react'
import { formatEdtf } from '../../app/dates.ts'
import { toWireError } from '../../app/errors.ts'
import type { Article, Credit, SourceFile } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { needsReview } from '../../app/revisions.ts'
import { counted } from '../frame/counted.ts'
import { Facts } from '../ui/Facts.tsx'
import { momentWords } from '../ui/moments.ts'
import { useAnnotationsOf, useParts } from '../workspace/context.ts'
import type { DialogState } from '../workspace/workspace.ts'
import { HeadCommands } from './HeadCommands.tsx'
import { SharedText } from './SharedText.tsx'
import { useRevisions } from './useRevisions.ts'

type Props = {
  readonly content: ArticleContent
  /** Only headline, publisher and date, for the columns of the compare view. */
  readonly compact?: boolean
}

export const ArticleHead = memo(function ArticleHead({ content, compact = false }: Props) {
  const { article, source } = content
  return (
    <header className={compact ? 'article-head compact' : 'article-head'}>
      <h1 dir="auto">{article.headline}</h1>
      {article.headlineProposed && <ProposedHeadline article={article} />}
      <p className="article-line" dir="auto">
        <Facts facts={publicationParts(article)} />
      </p>
      {!compact && <Byline article={article} />}
      {article.correction !== null && (
        <aside className="correction" aria-label="Correction">
          <strong>{capital(article.correction.status)}</strong>
          {article.correction.notice !== null && <span dir="auto"> {article.correction.notice}</span>}
        </aside>
      )}
      {!compact && article.url !== null && (
        <p className="article-url" dir="ltr">
          {article.url}
        </p>
      )}
      {!compact && <Standing content={content} />}
      {!compact && <HeadCommands />}
      {!compact && <Origin article={article} source={source} />}
    </header>
  )
})

/** Which revision this is, what waits for review, which article it shares its text with, what was doubtful. */
function Standing({ content }: { content: ArticleContent }) {
  const { article, revision, source } = content
  const { workspace } = useParts()
  const revisions = useRevisions(article.id)
  const annotations = useAnnotationsOf(article.id)
  const waiting = annotations.filter((annotation) => needsReview(annotation, article)).length
  const left = annotations.filter(({ detached }) => detached).length
  const at = revisions?.findIndex(({ id }) => id === revision.id) ?? -1
  const show = (dialog: DialogState) => () => workspace.patch({ dialog })
  const articleId = article.id
  return (
    <>
      {revisions !== null && revisions.length > 1 && at !== -1 && (
        <p className="standing">
          <button type="button" className="quiet" onClick={show({ dialog: 'revisions', articleId })}>
            Revision {at + 1} of {revisions.length} …
          </button>
          {left > 0 && <span>{counted(left, 'passage')} left on older revisions</span>}
        </p>
      )}
      {waiting > 0 && (
        <p className="standing">
          <span className="badge">{counted(waiting, 'passage')} to review</span>
          <button type="button" className="quiet" onClick={show({ dialog: 'review', articleId })}>
            Review …
          </button>
        </p>
      )}
      <SharedText article={article} />
      {!source.encodingSure && (
        <p className="standing">
          <span className="badge">encoding guessed: {source.encoding}</span>
          <button
            type="button"
            className="quiet"
            onClick={show({ dialog: 'reread', articleId, articleIds: [articleId] })}
          >
            Change …
          </button>
        </p>
      )}
      {revision.warnings.map((warning) => (
        <p key={warning} className="standing">
          {warning}
        </p>
      ))}
    </>
  )
}

/** Each part keeps its own direction: a date stays in order beside a name written from right to left. */
function publicationParts(article: Article): string[] {
  const dateline = [article.dateline, article.datelineDate].filter((part) => part !== null).join(', ')
  return [
    article.publisher ?? 'publisher not known',
    article.published === null ? 'date not known' : formatEdtf(article.published),
    dateline,
  ].filter((part) => part !== '')
}

function Byline({ article }: { article: Article }) {
  if (article.authors.length === 0 && article.credits.length === 0) return null
  return (
    <p className="article-byline" dir="auto">
      {article.authors.length > 0 && <span>By {listed(article.authors)}. </span>}
      {creditGroups(article.credits).map(([role, names]) => (
        <span key={role}>
          {capital(role)} by {listed(names)}.{' '}
        </span>
      ))}
    </p>
  )
}

const creditGroups = (credits: readonly Credit[]): [string, string[]][] =>
  [...Map.groupBy(credits, (credit) => credit.role)].map(([role, group]) => [
    role === 'other' ? 'also' : role,
    group.map((credit) => credit.name),
  ])

const listed = (names: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function ProposedHeadline({ article }: { article: Article }) {
  const { client, workspace } = useParts()
  const keep = () => {
    client
      .call('article.update', { id: article.id, patch: { headline: article.headline } })
      .catch((error: unknown) => workspace.notify('refused', toWireError(error).message))
  }
  return (
    <p className="proposed">
      Proposed from the first sentence; the file has no headline.{' '}
      <button type="button" className="quiet" onClick={keep}>
        Keep it
      </button>{' '}
      <button
        type="button"
        className="quiet"
        onClick={() => workspace.patch({ dialog: { dialog: 'metadata', articleId: article.id } })}
      >
        Correct it …
      </button>
    </p>
  )
}

function Origin({ article, source }: { article: Article; source: SourceFile }) {
  const { workspace } = useParts()
  return (
    <details className="origin">
      <summary>{source.origin === 'paste' ? 'From pasted text' : `From ${source.name}`}</summary>
      <dl>
        <dt>Imported</dt>
        <dd>{momentWords(source.importedAt)}</dd>
        <dt>Size</dt>
        <dd>
          {source.size.toLocaleString('en')} bytes, {source.mediaType}, {source.encoding}
          {source.encodingSure ? '' : ' (guessed)'}
        </dd>
        {source.mapping === null ? null : (
          <>
            <dt>Read from</dt>
            <dd dir="auto">
              {Object.entries(source.mapping)
                .map(([field, column]) => `${field}: ${column}`)
                .join(', ')}
            </dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd className="hash">{source.sha256}</dd>
      </dl>
      <button
        type="button"
        className="quiet"
        onClick={() =>
          workspace.patch({
            dialog: { dialog: 'reread', articleId: article.id, articleIds: [article.id] },
          })
        }
      >
        Read in another way …
      </button>
    </details>
  )
}
