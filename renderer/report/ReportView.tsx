/**
 * The report as it will be handed over: the very HTML that is saved, in a frame.
 * Two policies hold in it at once, the page's, which it inherits, and the report's
 * own: together they let in no script, no resource and no other page. Its sandbox
 * says the same once more: it allows the origin, so that Gainsay and assistive tools
 * may look into it, and modals, of which printing is one; no script, form or window.
 */
import { useEffect, useRef, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleRow } from '../../app/results.ts'
import { CommandButton } from '../frame/CommandButton.tsx'
import { articleFacts } from '../margin/passageWords.ts'
import { CommandKey } from '../read/CommandKey.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { useParts, useRecords } from '../workspace/context.ts'
import { passKeysOn } from './frameKeys.ts'
import { reportChoice } from './reportChoice.ts'
import './report.css'
import { Facts } from '../ui/Facts.tsx'

export function ReportView() {
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  if (articles === 0) {
    return (
      <EmptyState
        title="There is nothing to report yet"
        actions={<CommandButton id="article.import" primary />}
      >
        Import an article with <CommandKey id="article.import" />, tag what it claims, and its report stands
        here.
      </EmptyState>
    )
  }
  return (
    <div className="report">
      <ReportPanel />
      <ReportPage />
    </div>
  )
}

const mostRows = 500

function ReportPanel() {
  const { articleIds } = useStore(reportChoice, (choice) => choice)
  const [filter, setFilter] = useState('')
  const rows = useRows(filter)
  const choose = (ids: readonly ArticleId[] | null) =>
    reportChoice.set((choice) => ({ ...choice, articleIds: ids }))
  const tick = (id: ArticleId, on: boolean) => {
    const rest = (articleIds ?? []).filter((other) => other !== id)
    choose(on ? [...rest, id] : rest)
  }
  return (
    <aside className="report-panel" aria-label="What the report is of">
      <fieldset>
        <legend>Articles in the report</legend>
        <label className="report-choice">
          <input type="radio" name="report-of" checked={articleIds === null} onChange={() => choose(null)} />
          All articles
        </label>
        <label className="report-choice">
          <input
            type="radio"
            name="report-of"
            checked={articleIds !== null}
            onChange={() => choose(rows?.map(({ article }) => article.id) ?? [])}
          />
          Only those ticked
        </label>
      </fieldset>
      {articleIds !== null && (
        <>
          <input
            className="input"
            aria-label="Find articles"
            placeholder="Find articles"
            dir="auto"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <ul className="report-list" aria-label="Articles to tick">
            {rows?.map(({ article }) => (
              <li key={article.id}>
                <label className="report-choice">
                  <input
                    type="checkbox"
                    checked={articleIds.includes(article.id)}
                    onChange={(event) => tick(article.id, event.currentTarget.checked)}
                  />
                  <span dir="auto">
                    {article.headline}
                    {(article.publisher ?? article.published) !== null && (
                      <small>
                        <Facts facts={articleFacts(article)} />
                      </small>
                    )}
                  </span>
                </label>
              </li>
            ))}
            {rows?.length === 0 && <li className="report-none">No article has these words.</li>}
            {rows?.length === mostRows && (
              <li className="report-none">These are the first {mostRows}; find others by their words.</li>
            )}
          </ul>
        </>
      )}
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

/** The articles of the case that match, in the order of their publication; null until they are here. */
function useRows(filter: string): readonly ArticleRow[] | null {
  const { client, records, workspace } = useParts()
  const version = useRecords((store) => store.articlesVersion())
  const [rows, setRows] = useState<readonly ArticleRow[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the articles is asked for anew
  useEffect(() => {
    let wanted = true
    const search = filter.trim()
    client
      .call('article.list', {
        offset: 0,
        limit: mostRows,
        sort: 'published',
        ...(search === '' ? {} : { search }),
      })
      .then(
        (page) => {
          if (!wanted) return
          records.rememberArticles(page.rows.map(({ article }) => article))
          setRows(page.rows)
        },
        (error: unknown) => {
          if (wanted) workspace.notify('refused', toWireError(error).message)
        },
      )
    return () => {
      wanted = false
    }
  }, [client, records, workspace, filter, version])
  return rows
}

/** Changes that come close together make one new report. */
const settleTime = 250

function ReportPage() {
  const { client, workspace } = useParts()
  const counter = useRecords((records) => records.info()?.counter ?? 0)
  const { articleIds, printWanted } = useStore(reportChoice, (choice) => choice)
  const [html, setHtml] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(false)
  const first = useRef(true)
  const frame = useRef<HTMLIFrameElement>(null)
  const nothing = articleIds?.length === 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: every commit may change the report
  useEffect(() => {
    if (nothing) return
    let wanted = true
    const make = () =>
      client.call('report.render', { format: 'html', articleIds: articleIds && [...articleIds] }).then(
        (report) => {
          if (wanted) setHtml(withNonce(report.text))
        },
        (error: unknown) => {
          if (wanted) workspace.notify('refused', toWireError(error).message)
        },
      )
    const timer = setTimeout(make, first.current ? 0 : settleTime)
    first.current = false
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, workspace, articleIds, counter, nothing])

  useEffect(() => {
    if (!printWanted || !drawn) return
    reportChoice.set((choice) => ({ ...choice, printWanted: false }))
    frame.current?.contentWindow?.print()
  }, [printWanted, drawn])

  if (nothing) {
    return (
      <EmptyState title="No article is ticked">Tick the articles that the report is to be of.</EmptyState>
    )
  }
  if (html === null) {
    return (
      <p className="report-wait" role="status">
        Making the report …
      </p>
    )
  }
  return (
    <iframe
      ref={frame}
      className="report-page"
      title="The report"
      sandbox="allow-same-origin allow-modals"
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        passKeysOn(currentTarget)
        setDrawn(true)
      }}
    />
  )
}

/** The frame inherits the page's policy, which lets in styles by nonce only. */
function withNonce(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
  return nonce === '' ? html : html.replaceAll('<style>', `<style nonce="${nonce}">`)
}
