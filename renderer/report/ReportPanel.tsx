/** What the report is of: threads and articles to tick, how much that is, and the ways to take it out. */
import { useEffect, useMemo, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import { articleIdSchema } from '../../app/ids.ts'
import { compareWords } from '../../app/ledger/caseView.ts'
import { filterRows, noFilter } from '../../app/ledger/filter.ts'
import type { Article } from '../../app/model.ts'
import { CommandButton } from '../frame/CommandButton.tsx'
import { counted } from '../frame/counted.ts'
import { articleFacts } from '../margin/passageWords.ts'
import { Facts } from '../ui/Facts.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useStore } from '../ui/store.ts'
import type { CaseBook } from '../views/caseBook.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useParts, useRecords } from '../workspace/context.ts'
import { heldBy, isWhole, type ReportChoice, reportChoice, reportOfAll, tick } from './reportChoice.ts'
import { type TickItem, TickList } from './TickList.tsx'

const patch = (part: Partial<ReportChoice>) => reportChoice.set((choice) => ({ ...choice, ...part }))

export function ReportPanel() {
  const choice = useStore(reportChoice, (value) => value)
  const book = useCaseBook()
  const held = useMemo(() => heldBy(choice, book.threads()), [choice, book])
  // A ticked thread that stands in none of the ticked articles is not in the report.
  const reported = held.threads.filter(({ members }) =>
    members.some(({ articleId }) => held.articleIds?.has(articleId) ?? true),
  )
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  return (
    <aside className="report-panel" aria-label="What the report is of">
      <div className="report-choices">
        <ThreadTicks book={book} choice={choice} />
        <ArticleTicks book={book} choice={choice} />
        <label className="report-choice">
          <input
            type="checkbox"
            checked={isWhole(choice)}
            onChange={(event) => patch({ wholeText: event.currentTarget.checked })}
          />
          Whole text of the articles
        </label>
      </div>
      <p className="report-holds" role="status">
        {[
          ...(choice.threads.only ? [partOf(reported.length, book.threads().length, 'thread')] : []),
          partOf(held.articleIds?.size ?? articles, articles, 'article'),
        ].join(', ')}
      </p>
      <div className="report-actions">
        <CommandButton id="report.html" primary withKey>
          Save HTML
        </CommandButton>
        <CommandButton id="report.markdown" withKey>
          Save Markdown
        </CommandButton>
        <CommandButton id="report.print" withKey>
          Print
        </CommandButton>
      </div>
    </aside>
  )
}

const partOf = (part: number, all: number, noun: string) =>
  part === all ? counted(all, noun) : `${part.toLocaleString('en')} of ${counted(all, noun)}`

type PartProps = { readonly book: CaseBook; readonly choice: ReportChoice }

/** The threads, those of most passages first. */
function ThreadTicks({ book, choice: { threads: ticks } }: PartProps) {
  const [words, setWords] = useState('')
  const rows = useMemo(
    () =>
      filterRows(book.rows(), { ...noFilter, text: words }).sort(
        (a, b) => b.thread.members.length - a.thread.members.length,
      ),
    [book, words],
  )
  const items = useMemo(
    () =>
      rows.map(
        ({ key, kind, title, by, thread }): TickItem => ({
          key,
          title,
          ticked: thread.members.some(({ id }) => ticks.ids.has(id)),
          mark: <KindMark kind={kind} />,
          under: (
            <Facts facts={[by, counted(thread.members.length, 'passage')].filter((fact) => fact !== '')} />
          ),
        }),
      ),
    [rows, ticks],
  )
  return (
    <TickList
      legend="Threads"
      all="All threads"
      only={ticks.only}
      onOnly={(only) => patch({ threads: { ...ticks, only } })}
      items={items}
      onTick={(keys, on) => {
        const members = keys.flatMap((key) => book.rowOf(key)?.thread.members ?? [])
        const ids = members.map(({ id }) => id)
        patch({ threads: tick(ticks, ids, on) })
      }}
      words={words}
      onWords={setWords}
      none={
        book.threads().length === 0
          ? 'There is no thread yet: tag a passage in an article.'
          : 'No thread has these words.'
      }
      more={null}
      takesFocus
    />
  )
}

/** The articles of the case, or those in which the ticked threads stand, in the order of their publication. */
function ArticleTicks({ book, choice }: PartProps) {
  const { articles: ticks, threads } = choice
  const [words, setWords] = useState('')
  const found = useArticles(ticks.only && !threads.only ? words : null)
  const standing = useMemo(() => {
    const { articleIds } = heldBy({ ...reportOfAll, threads }, book.threads())
    return [...(articleIds ?? [])].flatMap((id) => book.view.article(id) ?? []).sort(byPublication)
  }, [book, threads])
  const articles = threads.only ? standing.filter((article) => hasWords(article, words)) : found
  const items = (articles ?? []).map(
    (article): TickItem => ({
      key: article.id,
      title: article.headline,
      ticked: ticks.ids.has(article.id),
      mark: null,
      under:
        (article.publisher ?? article.published) === null ? null : <Facts facts={articleFacts(article)} />,
    }),
  )
  return (
    <TickList
      legend="Articles"
      all={threads.only ? 'All articles of these threads' : 'All articles'}
      only={ticks.only}
      onOnly={(only) => patch({ articles: { ...ticks, only } })}
      items={items}
      onTick={(keys, on) => {
        const ids = keys.map((key) => articleIdSchema.parse(key))
        patch({ articles: tick(ticks, ids, on) })
      }}
      words={words}
      onWords={setWords}
      none={
        articles === null
          ? 'Looking for articles …'
          : threads.only && standing.length === 0
            ? 'Tick a thread first.'
            : 'No article has these words.'
      }
      more={
        found?.length === mostFound ? `These are the first ${mostFound}; find others by their words.` : null
      }
    />
  )
}

const byPublication = (a: Article, b: Article) =>
  Number(a.published === null) - Number(b.published === null) ||
  compareWords(a.published ?? '', b.published ?? '') ||
  compareWords(a.importedAt, b.importedAt)

const hasWords = ({ headline, publisher }: Article, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${headline} ${publisher ?? ''}`.toLowerCase().includes(word))

const mostFound = 500

/** The articles of the case that have the words; null until they are here, and where none are asked for. */
function useArticles(words: string | null): readonly Article[] | null {
  const { client, records, workspace } = useParts()
  const version = useRecords((store) => store.articlesVersion())
  const [found, setFound] = useState<readonly Article[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the articles is asked for anew
  useEffect(() => {
    if (words === null) return setFound(null)
    let wanted = true
    const search = words.trim()
    const input = { offset: 0, limit: mostFound, sort: 'published' } as const
    client.call('article.list', search === '' ? input : { ...input, search }).then(
      (page) => {
        if (!wanted) return
        const articles = page.rows.map(({ article }) => article)
        records.rememberArticles(articles)
        setFound(articles)
      },
      (error: unknown) => {
        if (wanted) workspace.notify('refused', toWireError(error).message)
      },
    )
    return () => {
      wanted = false
    }
  }, [client, records, workspace, words, version])
  return found
}
